// SPDX-License-Identifier: MIT
#include "settings/read_settings.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

#include "schedule/formats/feed_format.hpp"
#include "settings/problem_texts.hpp"

using namespace placard;
using namespace placard::test;

namespace {

Settings settings_of(const std::string& text, const std::string& path = "venue.json") {
  const ReadSettings read = read_settings(path, text);
  CHECK(sentences(read.problems) == Texts{});
  REQUIRE(read.settings);
  return *read.settings;
}

constexpr const char* kEverySignKey = R"(
  "layout": "auto", "size": "800x480", "rotate": 90, "theme": "light", "viewing_distance_m": 2.5,
  "panel_width_mm": 217, "warning_seconds": 120, "danger_seconds": 30, "direction": "down", "open": ["08:00", "18:00"],
  "night": "dim", "burn_in": true, "connector": "HDMI-A-1")";

constexpr const char* kEveryVenueKey = R"(
  "$schema": "venue.schema.json", "event": " Ray  Summit ", "time_zone": "America/Los_Angeles", "hours": "12",
  "feed": {"url": "feed.json", "poll_seconds": 15, "format": "placard", "token_file": "token"},
  "overrides": "overrides.json", "overrides_poll_seconds": 5, "tracks": {"LLMs": "#E69F00"},
  "everywhere": ["Keynote", "Rayground"], "clock": "rtc", "language": "en", "skip_breaks": false,
  "fresh": {"aging_s": 10, "stale_s": 20, "old_s": 30})";

}  // namespace

TEST_CASE("every key of the file's form is known") {
  const Settings settings = settings_of("{" + std::string(kEveryVenueKey) + "," + kEverySignKey +
                                        ", \"signs\": {\"a\": {\"room\": [\"A\", \"Alpha\"]," + kEverySignKey + "}}}");
  CHECK(settings.event == "Ray  Summit");
  CHECK(settings.zone->name() == "America/Los_Angeles");
  CHECK(settings.twelve_hours);
  REQUIRE(settings.feeds.size() == 1);
  CHECK(settings.feeds[0].poll == seconds(15));
  CHECK(settings.feeds[0].format == "placard");
  CHECK(settings.tracks.at("llms") == Color{0xE6, 0x9F, 0x00});
  CHECK(settings.everywhere == Texts{"Keynote", "Rayground"});
  CHECK(settings.fresh.aging == seconds(10));
  CHECK(settings.fresh.stale == seconds(20));
  CHECK(settings.fresh.old == seconds(30));
  const SignSettings& sign = settings.signs.at(0);
  CHECK(sign.name == "a");
  CHECK(sign.rooms == Texts{"A", "Alpha"});
  CHECK(sign.layout == Layout::automatic);
  CHECK(sign.size == PixelSize{800, 480});
  CHECK(sign.rotate == 90);
  CHECK(sign.theme == ThemeName::light);
  CHECK(sign.viewing_distance_m == doctest::Approx(2.5));
  CHECK(sign.panel_width_mm == doctest::Approx(217));
}

TEST_CASE("a config that says as little as it may") {
  const Settings settings = settings_of("{\"feed\": {\"url\": \"https://example.org/feed\"}}");
  CHECK(settings.feeds.at(0).url == "https://example.org/feed");
  CHECK(settings.feeds[0].poll == seconds(60));
  CHECK(settings.feeds[0].format == "");
  CHECK(settings.feeds[0].token_file == "");
  CHECK(settings.signs.empty());
}

TEST_CASE("a feed is an object, or a list of such") {
  const Settings two = settings_of(R"({"feed": [{"url": "a", "poll_seconds": 2}, {"url": "b"}]})");
  REQUIRE(two.feeds.size() == 2);
  CHECK(two.feeds[0].url == "a");
  CHECK(two.feeds[0].poll == seconds(2));
  CHECK(two.feeds[1].url == "b");
}

TEST_CASE("a track's colour is #rrggbb") {
  CHECK(settings_of(R"({"feed": {"url": "f"}, "tracks": {" Agentic  AI": "#ff7653"}})").tracks.at("agentic ai") ==
        Color{0xFF, 0x76, 0x53});
}

TEST_CASE("paths are taken from the config's folder") {
  struct Row {
    std::string config, path, meant;
  };
  const Row rows[] = {
      {"venue.json", "feed/f.json", "feed/f.json"},
      {"config/venue.json", "feed/f.json", "config/feed/f.json"},
      {"/etc/placard/venue.json", "f.json", "/etc/placard/f.json"},
      {"/etc/placard/venue.json", "../f.json", "/etc/placard/../f.json"},
      {"/etc/placard/venue.json", "/srv/f.json", "/srv/f.json"},
      {"/venue.json", "f.json", "/f.json"},
      {"/etc/placard/venue.json", "http://example.org/f.json", "http://example.org/f.json"},
      {"/etc/placard/venue.json", "HTTPS://example.org/f.json", "HTTPS://example.org/f.json"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.config);
    CAPTURE(row.path);
    const Settings settings =
        settings_of("{\"feed\": {\"url\": \"" + row.path + "\", \"token_file\": \"" + row.path + "\"}}", row.config);
    CHECK(settings.feeds.at(0).url == row.meant);
    CHECK(settings.feeds.at(0).token_file == row.meant);
  }
}

TEST_CASE("a sign takes what it does not say from the venue") {
  const Settings settings = settings_of(R"({"feed": {"url": "f"},
    "signs": {"plain": {"room": "A"}, "other": {"room": "B", "theme": "dark", "rotate": 0, "size": "480x320"}},
    "theme": "light", "rotate": 180, "size": "800x480", "layout": "countdown", "panel_width_mm": 153})");
  const SignSettings& plain = settings.signs.at(0);
  CHECK(plain.theme == ThemeName::light);
  CHECK(plain.rotate == 180);
  CHECK(plain.size == PixelSize{800, 480});
  CHECK(plain.layout == Layout::countdown);
  CHECK(plain.panel_width_mm == doctest::Approx(153));
  const SignSettings& other = settings.signs.at(1);
  CHECK(other.theme == ThemeName::dark);
  CHECK(other.rotate == 0);
  CHECK(other.size == PixelSize{480, 320});
  CHECK(other.layout == Layout::countdown);
}

TEST_CASE("the config remembers where the rooms stand, for sentences about them") {
  const Settings settings =
      settings_of("{\"feed\": {\"url\": \"f\"},\n \"everywhere\": [\"K\"],\n \"signs\": {\"a\": {\"room\": \"A\"}}}");
  CHECK(settings.everywhere_at.line == 2);
  CHECK(settings.everywhere_at.column == 16);
  CHECK(settings.signs.at(0).rooms_at.file == "venue.json");
  CHECK(settings.signs.at(0).rooms_at.line == 3);
  CHECK(settings.signs.at(0).rooms_at.column == 26);
}

TEST_CASE("the shipped config is read without a word, and has a sign for each of the feed's rooms") {
  const auto contents = [](const std::string& path) {
    std::ifstream file(path);
    std::ostringstream bytes;
    bytes << file.rdbuf();
    return bytes.str();
  };
  const std::string path = PLACARD_SOURCE "/config/venue.json";
  const Settings settings = settings_of(contents(path), path);
  CHECK(settings.event == "Ray Summit 2025");
  REQUIRE(settings.feeds.size() == 1);
  CHECK(settings.feeds[0].url == PLACARD_SOURCE "/config/feed/ray-summit-2025.json");
  CHECK(settings.feeds[0].poll == seconds(15));
  CHECK(settings.signs.size() == 12);

  const ReadFeed feed = read_feed(settings.feeds[0].url, contents(settings.feeds[0].url), {settings.zone, ""});
  REQUIRE(feed.schedule);
  CHECK(room_names(*feed.schedule).size() == 12);
  CHECK(rooms_named(*feed.schedule, settings.everywhere).size() == settings.everywhere.size());
  for (const SignSettings& sign : settings.signs) {
    CAPTURE(sign.name);
    CHECK(rooms_named(*feed.schedule, sign.rooms).size() == 1);
    CHECK(sign.rotate == 0);
    std::string name;
    for (const char c : sign.rooms.at(0)) {
      name.push_back(c == ' ' ? '-' : static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c));
    }
    CHECK(sign.name == name);
  }
}

TEST_CASE("open hours, what the night is like, and the picture's orbit") {
  const std::string head = R"({"feed": {"url": "f.json"}, )";
  const auto sign = [&](const std::string& keys) {
    const ReadSettings read = read_settings("venue.json", head + keys + R"("signs": {"a": {"room": "A"}}})");
    REQUIRE(read.settings);
    return read.settings->signs.front();
  };
  CHECK_FALSE(sign("").open);
  CHECK(sign("").night == Night::dim);
  CHECK(sign("").burn_in);
  CHECK((sign(R"("open": ["08:00", "22:30"], )").open ==
         OpenHours{std::chrono::hours(8), std::chrono::minutes(22 * 60 + 30)}));
  CHECK((sign(R"("open": ["18:00", "02:00"], )").open == OpenHours{std::chrono::hours(18), std::chrono::hours(2)}));
  for (const char* midnight : {"24:00", "00:00", "0:00"}) {
    CAPTURE(std::string(midnight));
    CHECK((sign(R"("open": ["08:00", ")" + std::string(midnight) + R"("], )").open ==
           OpenHours{std::chrono::hours(8), seconds(0)}));
    CHECK_FALSE(sign(R"("open": ["00:00", ")" + std::string(midnight) + R"("], )").open);
  }
  CHECK(sign(R"("night": "blank", "burn_in": false, )").night == Night::blank);
  CHECK_FALSE(sign(R"("night": "blank", "burn_in": false, )").burn_in);
  for (const char* wrong : {R"(["08:00"])", R"(["8", "22:00"])", R"(["08:00", "08:00"])", R"(["08:00", "25:00"])",
                            R"(["24:00", "08:00"])", R"(["24:00", "24:00"])", R"(["08:00", "24:30"])",
                            R"(["08:00", "22:00", "23:00"])", "[]"}) {
    CAPTURE(std::string(wrong));
    const ReadSettings read =
        read_settings("venue.json", head + "\"open\": " + wrong + R"(, "signs": {"a": {"room": "A"}}})");
    CHECK(has_errors(read.problems));
    CHECK(to_sentence(read.problems.front()).find("\"open\" is not an opening and a closing time.") !=
          std::string::npos);
  }
}
