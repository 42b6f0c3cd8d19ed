// SPDX-License-Identifier: MIT
// Feeds that write all times in UTC, as Sessionize does, say nothing of the venue's clock.
#include <doctest/doctest.h>

#include "schedule/formats/feed_format.hpp"
#include "sign/sign_input.hpp"

using namespace placard;

namespace {

// Of a feed with sessions at these times; `head` stands before them.
std::string told(const std::vector<std::string>& starts, const std::string& head = "", const Settings& settings = {}) {
  std::string sessions;
  for (const std::string& start : starts) {
    sessions +=
        std::string(sessions.empty() ? "" : ", ") + R"({"room": "Pier", "title": "A", "start": ")" + start + "\"}";
  }
  const ReadFeed feed = read_feed("feed.json", "{" + head + R"("sessions": [)" + sessions + "]}", {settings.zone});
  REQUIRE(feed.schedule);
  return unknown_zone_sentence(settings, *feed.schedule);
}

}  // namespace

TEST_CASE("times all in UTC, and nobody names a zone: the sign would show UTC") {
  CHECK(told({"2025-11-04T13:00:00Z", "2025-11-04T14:00:00+00:00"}).find("Set \"time_zone\" in the config.") !=
        std::string::npos);
  CHECK(told({"2025-11-04T13:00:00Z"}).size() <= 120);  // as much of it is shown while a sign is hung
}

TEST_CASE("a zone in the config or the feed, or any other offset, is no doubt") {
  Settings settings;
  settings.zone = TimeZone::find("America/Lima");
  CHECK(told({"2025-11-04T13:00:00Z"}, "", settings) == "");
  CHECK(told({"2025-11-04T13:00:00Z"}, R"("time_zone": "America/Lima", )") == "");
  CHECK(told({"2025-11-04T13:00:00Z", "2025-11-04T09:00:00-05:00"}) == "");
  CHECK(told({"2025-11-04T09:00:00-05:00"}) == "");
  CHECK(told({}) == "");
}

TEST_CASE("a feed with some times in UTC is shown in the offset of the others") {
  const ReadFeed feed = read_feed("feed.json", R"({"sessions": [
      {"room": "Pier", "title": "A", "start": "2025-11-04T13:00:00Z"},
      {"room": "Pier", "title": "B", "start": "2025-11-04T09:00:00-05:00"}]})",
                                  {});
  REQUIRE(feed.schedule);
  CHECK(feed.schedule->utc_offset == std::chrono::hours(-5));
}
