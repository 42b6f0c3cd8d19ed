// SPDX-License-Identifier: MIT
#include "cli/load_venue.hpp"

#include <doctest/doctest.h>
#include <unistd.h>

#include "base/os/temp_folder.hpp"

using namespace placard;
using namespace placard::test;

namespace {

using Names = std::vector<std::string>;

constexpr const char* kVenue = R"({
  "time_zone": "America/Los_Angeles", "theme": "light",
  "feed": {"url": "feed.json", "poll_seconds": 15, "format": "placard", "token_file": "token"},
  "signs": {
    "golden-gate-a": {"room": ["Golden Gate A", "GGA"], "size": "800x480", "rotate": 90},
    "golden-gate-b": {"room": "Golden Gate B"},
    "rayground": {"room": "Rayground", "theme": "dark"}
  }})";

struct Choice {
  std::string sign;
  Names rooms;
  std::string host = "unknown-host";
};

LoadedVenue loaded(const Options& options, const std::string& host = "unknown-host") {
  return load_venue(options, host);
}

Options with_config(const TempFolder& folder, const std::string& text = kVenue) {
  Options options;
  options.config = folder.write("venue.json", text);
  return options;
}

Venue venue_of(const Options& options, const std::string& host = "unknown-host") {
  LoadedVenue result = load_venue(options, host);
  CHECK(result.problems.empty());
  REQUIRE(result.venue);
  return std::move(*result.venue);
}

}  // namespace

TEST_CASE("which sign of the config") {
  struct Row {
    std::string what;
    Choice choice;
    std::string name;
    Names rooms;
  };
  const Row rows[] = {
      {"the host's name", {"", {}, "golden-gate-b"}, "golden-gate-b", {"Golden Gate B"}},
      {"--sign goes before the host", {"rayground", {}, "golden-gate-b"}, "rayground", {"Rayground"}},
      {"--sign with --room: that sign with this room",
       {"golden-gate-b", {"Gift Room", "Gifts"}},
       "golden-gate-b",
       {"Gift Room", "Gifts"}},
      {"--room alone: the sign of that room", {"", {"Rayground"}, "golden-gate-b"}, "rayground", {"Rayground"}},
      {"--room as a person writes it", {"", {"  golden gate  A "}}, "golden-gate-a", {"Golden Gate A", "GGA"}},
      {"--room by another of its names", {"", {"gga"}}, "golden-gate-a", {"Golden Gate A", "GGA"}},
      {"--room of no sign: an unnamed one", {"", {"Gift Room", "Gifts"}, "rayground"}, "", {"Gift Room", "Gifts"}},
  };
  const TempFolder folder;
  for (const Row& row : rows) {
    CAPTURE(row.what);
    Options options = with_config(folder);
    options.sign = row.choice.sign;
    options.rooms = row.choice.rooms;
    const Venue venue = venue_of(options, row.choice.host);
    REQUIRE(venue.sign);
    CHECK(venue.sign->name == row.name);
    CHECK(venue.sign->rooms == row.rooms);
    CHECK(venue.sentence == "");
  }
}

TEST_CASE("a sign chosen by its room has that sign's settings, an unnamed one the venue's") {
  const TempFolder folder;
  Options options = with_config(folder);
  options.rooms = {"GGA"};
  CHECK(venue_of(options).sign->rotate == 90);
  CHECK(venue_of(options).sign->theme == ThemeName::light);
  options.rooms = {"Gift Room"};
  CHECK(venue_of(options).sign->rotate == 0);
  CHECK(venue_of(options).sign->theme == ThemeName::light);
  options.sign = "golden-gate-a";
  CHECK(venue_of(options).sign->size == PixelSize{800, 480});
}

TEST_CASE("a sign that the config lacks is told with the nearest and all the others") {
  const TempFolder folder;
  Options options = with_config(folder);
  options.sign = "golden-gate-aa";
  const Venue mistyped = venue_of(options);
  CHECK_FALSE(mistyped.sign);
  CHECK(mistyped.sentence ==
        "The config has no sign \"golden-gate-aa\". Did you mean \"golden-gate-a\" or \"golden-gate-b\"? "
        "Its signs are: golden-gate-a, golden-gate-b, rayground.");
  options.sign = "";
  CHECK(venue_of(options, "raspberrypi").sentence ==
        "The config has no sign \"raspberrypi\". Its signs are: golden-gate-a, golden-gate-b, rayground.");
  options.sign = "Rayground";
  CHECK_FALSE(venue_of(options).sign);
  CHECK(venue_of(with_config(folder, R"({"feed": {"url": "f"}})"), "pi").sentence ==
        "No config says what the sign \"pi\" shows. Name its room with --room.");
}

TEST_CASE("which config is read") {
  Options options;
  CHECK(config_path(options) == "/etc/placard/venue.json");
  options.feed = "f.json";
  CHECK_FALSE(config_path(options));
  options.config = "venue.json";
  CHECK(config_path(options) == "venue.json");
}

TEST_CASE("say and unsay do without a config that is not there when their file is named") {
  Options options;
  options.overrides = "overrides.json";
  CHECK(config_path(options) == "/etc/placard/venue.json");
  if (access("/etc/placard/venue.json", F_OK) == 0) return;  // this machine is a sign
  for (const Command command : {Command::say, Command::unsay}) {
    options.command = command;
    CHECK_FALSE(config_path(options));
  }
  options.overrides.reset();
  CHECK(config_path(options) == "/etc/placard/venue.json");
}

TEST_CASE("with a feed and a room no config is needed") {
  Options options;
  options.feed = "f.json";
  options.rooms = {"Golden Gate A"};
  const Venue venue = venue_of(options);
  CHECK(venue.sign->name == "");
  CHECK(venue.sign->rooms == Names{"Golden Gate A"});
  REQUIRE(venue.settings.feeds.size() == 1);
  CHECK(venue.settings.feeds[0].url == "f.json");
  CHECK(venue.settings.feeds[0].poll == seconds(60));
  CHECK_FALSE(venue.settings.zone);
}

TEST_CASE("--feed drops the config's format and token, and keeps how often to poll") {
  const TempFolder folder;
  Options options = with_config(folder);
  CHECK(venue_of(options).settings.feeds.at(0).token_file == folder.path("token"));
  CHECK(venue_of(options).settings.feeds.at(0).url == folder.path("feed.json"));
  options.feed = "http://elsewhere.example/feed.json";
  const Venue venue = venue_of(options);
  REQUIRE(venue.settings.feeds.size() == 1);
  CHECK(venue.settings.feeds[0].url == "http://elsewhere.example/feed.json");
  CHECK(venue.settings.feeds[0].format == "");
  CHECK(venue.settings.feeds[0].token_file == "");
  CHECK(venue.settings.feeds[0].poll == seconds(15));
}

TEST_CASE("--feed stands in place of several feeds, --format holds for each") {
  const TempFolder folder;
  Options options = with_config(folder, R"({"feed": [{"url": "a"}, {"url": "b"}], "signs": {"s": {"room": "A"}}})");
  options.format = "placard";
  const Venue two = venue_of(options, "s");
  REQUIRE(two.settings.feeds.size() == 2);
  CHECK(two.settings.feeds[0].format == "placard");
  CHECK(two.settings.feeds[1].format == "placard");
  options.feed = "c";
  CHECK(venue_of(options, "s").settings.feeds.size() == 1);
  CHECK(venue_of(options, "s").settings.feeds.at(0).format == "placard");
}

TEST_CASE("options stand in place of the config's values") {
  const TempFolder folder;
  Options options = with_config(folder);
  options.sign = "golden-gate-a";
  options.layout = Layout::countdown;
  options.theme = ThemeName::dark;
  options.size = PixelSize{1024, 600};
  options.rotate = 0;
  options.zone = TimeZone::find("Europe/Berlin");
  const Venue venue = venue_of(options);
  CHECK(venue.sign->layout == Layout::countdown);
  CHECK(venue.sign->theme == ThemeName::dark);
  CHECK(venue.sign->size == PixelSize{1024, 600});
  CHECK(venue.sign->rotate == 0);
  CHECK(venue.settings.zone->name() == "Europe/Berlin");
}

TEST_CASE("a config that can't be used is no venue, and the problems say why") {
  const TempFolder folder;
  const LoadedVenue broken = loaded(with_config(folder, "{\"feed\": {\"url\": \"f\"},}"));
  CHECK_FALSE(broken.venue);
  CHECK(to_sentence(broken.problems.at(0)).find(folder.path("venue.json") + ":1:23: error: ") == 0);
  Options missing;
  missing.config = folder.path("no-such.json");
  const LoadedVenue absent = loaded(missing);
  CHECK_FALSE(absent.venue);
  REQUIRE(absent.problems.size() == 1);
  CHECK(has_errors(absent.problems));
  CHECK(absent.problems[0].what.find(folder.path("no-such.json")) != std::string::npos);
}

TEST_CASE("warnings do not keep a config from being used") {
  const TempFolder folder;
  const LoadedVenue result =
      loaded(with_config(folder, R"({"feed": {"url": "f"}, "sings": {}, "signs": {"s": {"room": "A"}}})"), "s");
  CHECK(result.venue);
  CHECK(result.problems.size() == 1);
  CHECK_FALSE(has_errors(result.problems));
}

TEST_CASE("the host's name has no dots") {
  CHECK(host_name().find('.') == std::string::npos);
}
