// SPDX-License-Identifier: MIT
// What organisers' systems leave in their texts.
#include <doctest/doctest.h>

#include <algorithm>

#include "schedule/told.hpp"

using namespace placard;
using namespace placard::test;

namespace {

constexpr const char* kRead = ": AT&amp;T\u2019s Caf\u00E9 | B & B | 2025-11-04T13:00 - | ";

// Documents whose title, room, track and speaker are "AT&amp;amp;T&#8217;s Caf&eacute;", "B &amp; B", "Art&#x27;s" and
// "O&#39;Hara &lt;3".
struct Row {
  const char* format;
  const char* document;
};
constexpr Row kForeign[] = {
    {"frab", R"({"schedule": {"conference": {"days": [{"rooms": {"B &amp; B": [
        {"title": "AT&amp;amp;T&#8217;s Caf&eacute;", "date": "2025-11-04T13:00:00Z", "track": "Art&#x27;s",
         "persons": [{"public_name": "O&#39;Hara &lt;3"}]}]}}]}}})"},
    {"frab2", R"({"schedule": {"conference": {}, "events": [
        {"title": "AT&amp;amp;T&#8217;s Caf&eacute;", "start": "2025-11-04T13:00:00Z", "room": {"name": "B &amp; B"},
         "track": {"name": "Art&#x27;s"}, "participants": [{"name": "O&#39;Hara &lt;3"}]}]}})"},
    {"pretalx", R"({"timezone": "UTC", "rooms": [{"id": 1, "name": {"en": "B &amp; B"}}],
        "tracks": [{"id": 2, "name": {"en": "Art&#x27;s"}}], "speakers": [{"code": "S", "name": "O&#39;Hara &lt;3"}],
        "talks": [{"title": {"en": "AT&amp;amp;T&#8217;s Caf&eacute;"}, "start": "2025-11-04T13:00:00Z", "room": 1,
                   "track": 2, "speakers": ["S"], "code": ""}]})"},
    {"opass", R"({"rooms": [{"id": "r", "en": {"name": "B &amp; B"}}],
        "session_types": [{"id": "t", "en": {"name": "Art&#x27;s"}}],
        "speakers": [{"id": "s", "en": {"name": "O&#39;Hara &lt;3"}}],
        "sessions": [{"en": {"title": "AT&amp;amp;T&#8217;s Caf&eacute;"}, "start": "2025-11-04T13:00:00Z",
                      "room": "r", "type": "t", "speakers": ["s"]}]})"},
    {"sessionize",
     R"({"rooms": [{"id": 1, "name": "B &amp; B"}], "speakers": [{"id": "s", "fullName": "O&#39;Hara &lt;3"}],
        "categories": [{"title": "Track", "items": [{"id": 2, "name": "Art&#x27;s"}]}],
        "sessions": [{"title": "AT&amp;amp;T&#8217;s Caf&eacute;", "startsAt": "2025-11-04T13:00:00Z", "roomId": 1,
                      "categoryItems": [2], "speakers": ["s"]}]})"},
    {"gridsmart", R"([{"timeSlots": [], "rooms": [{"name": "B &amp; B", "sessions": [
        {"title": "AT&amp;amp;T&#8217;s Caf&eacute;", "startsAt": "2025-11-04T13:00:00Z",
         "categories": [{"name": "Track", "categoryItems": [{"name": "Art&#x27;s"}]}],
         "speakers": [{"name": "O&#39;Hara &lt;3"}]}]}]}])"},
    {"scale", R"([{"Name": "AT&amp;amp;T&#8217;s Caf&eacute;", "Location": "B &amp; B", "Topic": "Art&#x27;s",
                   "StartTime": "2025-11-04T13:00:00Z", "Speakers": "O&#39;Hara &lt;3"}])"},
};

}  // namespace

TEST_CASE("every format but our own has its references decoded, once, in every text") {
  Lines tried;
  for (const Row& row : kForeign) {
    CAPTURE(std::string(row.format));
    const ReadFeed feed = read_feed("feed.json", row.document, {std::nullopt, ""});
    const Lines lines = told(feed);
    REQUIRE(lines.size() == 1);
    CHECK(lines.front().starts_with(kRead));
    CHECK(lines.front().find("| Art's | O'Hara <3 |") != std::string::npos);
    tried.emplace_back(row.format);
  }
  for (const std::string& format : feed_format_names()) {
    CAPTURE(format);
    CHECK((format == "placard" || std::find(tried.begin(), tried.end(), format) != tried.end()));
  }
}

TEST_CASE("our own format is read as it is written") {
  const ReadFeed feed = read_feed("feed.json", R"({"sessions": [{"room": "B &amp; B", "title": "Caf&eacute; &#39;",
      "start": "2025-11-04T13:00:00Z", "track": "Art&#x27;s", "speakers": ["O&#39;Hara"]}]})",
                                  {});
  CHECK(told(feed) == Lines{": Caf&eacute; &#39; | B &amp; B | 2025-11-04T13:00 - | Art&#x27;s | O&#39;Hara | "});
}

TEST_CASE("what a reference stands for is cleaned like any other text") {
  const ReadFeed feed = read_feed("feed.json", R"([{"Name": "&#10;A&Tab;B&#8203;C&shy;D&#0;", "Location": "Hall",
      "StartTime": "2025-11-04T13:00:00Z", "EndTime": null}])",
                                  {});
  CHECK(told(feed) == Lines{": A BCD\uFFFD | Hall | 2025-11-04T13:00 - |  |  | "});
  const ReadFeed empty = read_feed("feed.json", R"([{"Name": "&#8203;", "Location": "Hall",
      "StartTime": "2025-11-04T13:00:00Z"}])",
                                   {});
  CHECK(told(empty) == Lines{": Session | Hall | 2025-11-04T13:00 - |  |  | "});
}

TEST_CASE("tags are taken out before references are decoded, in keys and all texts, of every format but ours") {
  const std::string rest = R"("start": "2025-11-04T13:00:00Z", "duration": "0:30", "track": "Sea &amp; <i>sky</i>",
      "persons": [{"public_name": "Jo <b>Doe</b>"}]})";
  const ReadFeed frab = read_feed("feed.json",
                                  R"({"schedule": {"conference": {"days": [{"rooms": {"<b>Pier</b> &amp; quay": [
      {"title": "<p>Calm <em>sea</em><br/>Vec<T> &lt;em&gt; 3 &lt; 4</p>", )" +
                                      rest + "]}}]}}}",
                                  {});
  CHECK(told(frab) ==
        Lines{": Calm sea Vec<T> <em> 3 < 4 | Pier & quay | 2025-11-04T13:00 - 13:30 | Sea & sky | Jo Doe | "});
  const ReadFeed ours = read_feed("feed.json", R"({"sessions": [{"room": "<b>Pier</b>", "title": "A<br>B",
      "start": "2025-11-04T13:00:00Z"}]})",
                                  {});
  CHECK(told(ours) == Lines{": A<br>B | <b>Pier</b> | 2025-11-04T13:00 - |  |  | "});
}

TEST_CASE("a title cut in the middle of a character, and numbers out of range, cost a feed no more than themselves") {
  const ReadFeed feed = read_feed("feed.json", R"({"event": 1e400, "sessions": [
      {"id": "a", "room": "Hall", "title": "Rockets \ud83d", "start": "2025-11-04T13:00:00Z"},
      {"id": "b", "room": "Hall", "title": "Second", "start": "2025-11-04T14:00:00Z", "track": -1e400},
      {"id": 1e999, "room": "Hall", "title": "Third", "start": "2025-11-04T15:00:00Z", "seats": 1e400},
      {"id": "d", "room": "Hall", "title": "Fourth", "start": 1e999}]})",
                                  {std::nullopt, ""});
  CHECK(told(feed) == Lines{"a: Rockets \uFFFD | Hall | 2025-11-04T13:00 - |  |  | ",
                            "b: Second | Hall | 2025-11-04T14:00 - |  |  | ",
                            ": Third | Hall | 2025-11-04T15:00 - |  |  | "});
  CHECK(feed.skipped == 1);
  Lines places;
  for (const Problem& problem : feed.problems) {
    places.push_back(std::to_string(problem.line) + ":" + std::to_string(problem.column) + " " + problem.what);
  }
  std::sort(places.begin(), places.end());
  CHECK(places == Lines{"1:11 \"event\" is a number out of range where a string belongs.",
                        "2:53 Half a character (\\ud83d) stands here; it is shown as U+FFFD.",
                        "3:96 \"sessions[1].track\" is a number out of range where a string belongs.",
                        "4:14 \"sessions[2].id\" is a number out of range where a string belongs.",
                        "5:63 \"sessions[3].start\" is a number out of range where a string belongs."});
}
