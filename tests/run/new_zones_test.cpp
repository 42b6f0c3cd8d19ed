// SPDX-License-Identifier: MIT
// A zone database that is updated while the sign runs.
#include <doctest/doctest.h>

#include <filesystem>

#include "base/os/device_zones.hpp"
#include "base/os/zone_files.hpp"
#include "run/config_reader.hpp"
#include "run/running_sign.hpp"
#include "sign/known_sign.hpp"

using namespace placard;
using namespace placard::test;
using namespace std::chrono_literals;

namespace {

constexpr const char* kFeed = "https://venue.example/feed.json";

// A talk of an hour, at noon by the clocks of the zone the feed names.
std::string local_feed(const std::string& title) {
  return R"({"time_zone": "Test/Here", "sessions": [{"room": "A", "title": ")" + title +
         R"(", "start": "2025-11-04T12:00:00", "end": "2025-11-04T13:00:00"}]})";
}

// A config whose zone is the feed's, or the same as a value of its own.
LoadedVenue config_with(const std::optional<TimeZone>& zone) {
  LoadedVenue loaded = config(kFeed);
  loaded.venue->settings.zone = zone;
  loaded.venue->settings.zone_changes = zone_changes();
  return loaded;
}

FeedUpdate read_by(const LoadedVenue& loaded, const std::string& text) {
  return to_feed_update(0, fetched(text), loaded.venue->settings);
}

}  // namespace

TEST_CASE("the config is told anew once the zones have changed, which is looked for every minute") {
  const DeviceZones zones;
  zones.put("Test/Here", -8h);
  const TempFolder folder;
  Options options;
  options.config = folder.write("venue.json", R"({"time_zone": "Test/Here", "feed": {"url": "feed.json"},
                                                 "signs": {"a": {"room": "A"}}})");
  options.sign = "a";
  const LoadedVenue first = load_config(options);
  ConfigReader reader(options);
  const auto began = steady_now();
  CHECK_FALSE(reader.changed(began + 61s));
  const CapturedLog log;
  zones.put("Test/Here", -7h);
  CHECK_FALSE(reader.changed(began + 119s));
  const auto second = reader.changed(began + 122s);
  REQUIRE(second);
  CHECK(first.venue->settings.zone->offset(Instant{}) == -8h);
  CHECK(second->venue->settings.zone->offset(Instant{}) == -7h);
  CHECK(second->venue->settings.zone_changes != first.venue->settings.zone_changes);
  CHECK_FALSE(reader.changed(began + 200s));
  zones.put("Test/Here", "no zone");
  CHECK_FALSE(reader.changed(began + 300s));
  CHECK_FALSE(reader.changed(began + 400s));
  CHECK(log.lines() == Lines{"This device's time zones have changed: the config and the feeds are read anew.",
                             zones.path("Test/Here") + ": this is no time zone file. The zone stays as it was."});
}

TEST_CASE("another config is read with the zones as they are, and --time-zone too") {
  const DeviceZones zones;
  zones.put("Test/Here", -8h);
  const TempFolder folder;
  Options options;
  options.config = folder.write("venue.json", R"({"feed": {"url": "feed.json"}})");
  options.zone = TimeZone::find("Test/Here");
  CHECK(load_config(options).venue->settings.zone->offset(Instant{}) == -8h);
  zones.put("Test/Here", -7h);
  CHECK(load_config(options).venue->settings.zone->offset(Instant{}) == -7h);
}

TEST_CASE("the glass shows the new times in the same turn, with and without a copy on the disk, live as before") {
  for (const bool zone_in_config : {true, false}) {
    for (const bool copy_is_gone : {false, true}) {
      CAPTURE(zone_in_config);
      CAPTURE(copy_is_gone);
      const DeviceZones zones;
      zones.put("Test/Here", -8h);
      const auto zone = [zone_in_config] { return zone_in_config ? TimeZone::find("Test/Here") : std::nullopt; };
      const TempFolder disk;
      const LoadedVenue before = config_with(zone());
      const FeedUpdate read = read_by(before, local_feed("Keynote"));
      RunningSign sign(disk, before, without_setup_lines());
      sign.turn_after(read, at(1s));
      REQUIRE(sign.display.shown == picture(before, {{read, at(1s)}}, at(1s)));
      if (copy_is_gone) std::filesystem::remove_all(disk.path("state"));

      zones.put("Test/Here", -7h);
      REQUIRE(refresh_zones().empty());
      const LoadedVenue after = config_with(zone());
      sign.changed = after;
      sign.turn(at(2s));
      const FeedUpdate anew = read_by(after, local_feed("Keynote"));
      CHECK(anew.schedule->sessions[0].start == read.schedule->sessions[0].start - 1h);
      CHECK(sign.display.shown == picture(after, {{anew, at(1s)}}, at(2s)));
      // The same bytes again are no news: nothing was moved by the organisers.
      sign.turn_after(anew, at(3s));
      CHECK(sign.display.shown == picture(after, {{anew, at(1s)}}, at(3s)));
    }
  }
}

TEST_CASE("offsets that this device's edition of the zone contradicts are logged once, and once that they agree") {
  const DeviceZones zones("2025b");
  zones.put("Test/Here", -8h);
  const auto summer = [](const std::string& title) {
    return R"({"time_zone": "Test/Here", "sessions": [{"room": "A", "title": ")" + title +
           R"(", "start": "2025-11-04T12:00:00-07:00"}]})";
  };
  const LoadedVenue loaded = config_with(std::nullopt);
  KnownSign sign(*loaded.venue, {}, nullptr);
  CHECK(
      sign.apply(read_by(loaded, summer("Keynote")), after(0s)) ==
      Lines{
          "feed.json:1:84: warning: \"sessions[0].start\" is written with another offset, -07:00, than Test/Here has "
          "then, -08:00, by this device's tzdata (edition 2025b). The offset counts. Update the package tzdata if the "
          "zone's clocks were changed lately; else set \"time_zone\" in the config to the venue's."});
  CHECK(sign.apply(read_by(loaded, summer("Keynote")), after(60s)) == Lines{});
  CHECK(sign.apply(read_by(loaded, summer("A talk renamed")), after(120s)) == Lines{});
  zones.put("Test/Here", -7h);
  REQUIRE(refresh_zones().empty());
  CHECK(sign.apply(read_by(loaded, summer("Keynote")), after(180s)) ==
        Lines{"The feed's offsets are those of its time zone again."});
}
