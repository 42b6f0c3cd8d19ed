// SPDX-License-Identifier: MIT
// Row B27 for the files of our own: every field of a feed, of venue.json and of overrides.json in turn null, missing,
// of another type, empty and huge. What is wrong is named, and what is not stays as it is. (The other feed formats:
// real_feeds/mutations_test.cpp.)
#include <doctest/doctest.h>

#include <functional>
#include <nlohmann/json.hpp>

#include "overrides/read_overrides.hpp"
#include "schedule/formats/placard_feed_text.hpp"
#include "schedule/programme.hpp"
#include "settings/read_settings.hpp"

using namespace placard;
using Json = nlohmann::ordered_json;
using Pointer = Json::json_pointer;

namespace {

const std::vector<Json>& wrong_values() {
  static const std::vector<Json> all = {nullptr,
                                        true,
                                        0,
                                        -1,
                                        INT64_MAX,
                                        1e300,
                                        "",
                                        "  ",
                                        "not a thing",
                                        std::string("\0\u202e\x1b[31m", 9),
                                        Json::array(),
                                        Json::object(),
                                        Json::array({nullptr}),
                                        Json::array({1, "two", Json::object()}),
                                        Json::object({{"en", 5}, {"url", Json::array()}}),
                                        std::string(100'000, 'x'),
                                        Json(std::vector<std::string>(10'000, "x"))};
  return all;
}

void all_places(const Json& value, const Pointer& at, std::vector<Pointer>& places) {
  if (!at.empty()) places.push_back(at);
  for (std::size_t i = 0; value.is_array() && i < value.size(); ++i) all_places(value[i], at / i, places);
  if (!value.is_object()) return;
  for (const auto& [key, member] : value.items()) all_places(member, at / key, places);
}

using Judge = std::function<void(const Pointer& place, const Json& changed)>;

// Every document that is wrong in one place. How many there are.
std::size_t for_each_wrong(const Json& document, const Judge& judge) {
  std::vector<Pointer> places;
  all_places(document, Pointer(""), places);
  std::size_t tried = 0;
  const auto try_one = [&](const Pointer& place, const Json& changed, const std::string& how) {
    CAPTURE(place.to_string());
    CAPTURE(how);
    judge(place, changed);
    ++tried;
  };
  for (const Pointer& place : places) {
    for (const Json& wrong : wrong_values()) {
      Json changed = document;
      changed[place] = wrong;
      try_one(place, changed, wrong.dump().substr(0, 40));
    }
    Json changed = document;
    Json& parent = changed[place.parent_pointer()];
    if (parent.is_object()) parent.erase(place.back());
    if (parent.is_array()) parent.erase(std::stoul(place.back()));
    try_one(place, changed, "missing");
  }
  return tried;
}

// The element of the list `list` that a place lies in; nothing outside of it, or for the list itself.
std::optional<std::size_t> element_of(const Pointer& place, const std::string& list) {
  const std::string text = place.to_string();
  const std::string start = "/" + list + "/";
  if (!text.starts_with(start)) return std::nullopt;
  return std::stoul(text.substr(start.size()));
}

// Each element as it is read alone among its kind, to be found again beside a wrong one.
template <typename T>
bool keeps_others(const std::vector<T>& before, const std::vector<T>& after, std::size_t wrong) {
  std::vector<T> others = before;
  others.erase(others.begin() + static_cast<std::ptrdiff_t>(wrong));
  if (after == others) return true;
  if (after.size() != before.size()) return false;
  std::vector<T> rest = after;
  rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(wrong));
  return rest == others;
}

// A problem has a place, and words.
void check_told(const Problems& problems) {
  for (const Problem& problem : problems) {
    CHECK(problem.line > 0);
    CHECK(problem.column > 0);
    CHECK_FALSE(problem.what.empty());
    CHECK(to_sentence(problem).size() < 4000);
  }
}

const Json kFeed = Json::parse(R"({
  "event": "Summit", "time_zone": "America/Los_Angeles", "generated_at": "2025-11-04T08:00:00Z",
  "sessions": [
    {"id": "a", "room": "Hall", "title": "Alpha", "start": "2025-11-04T13:00:00-08:00", "end": "2025-11-04T13:30:00-08:00",
     "track": "LLMs", "labels": ["new", "short"], "speakers": ["Ada", "Grace"]},
    {"id": "b", "room": ["Hall", "Foyer"], "title": "Beta", "start": "2025-11-04T14:00", "end": "2025-11-04T14:30",
     "status": "cancelled"},
    {"id": "c", "room": "*", "title": "Lunch", "start": "2025-11-04T12:00:00-08:00"},
    {"id": "d", "room": "Hall", "title": "Delta", "start": "2025-11-04T15:00:00-08:00"}]})");

const Json kOverrides = Json::parse(R"({"overrides": [
    {"id": "m", "by": "desk", "signs": ["a*"], "rooms": ["Hall"], "message": "Stairs", "level": "warning",
     "from": "2025-11-04T13:00", "until": "2025-11-04T17:00:00-08:00"},
    {"id": "c", "session": {"id": "a"}, "cancelled": true},
    {"id": "v", "session": {"room": "Hall", "start": "2025-11-04T13:00"}, "move_to": "Foyer"},
    {"id": "s", "session": {"title": "Beta"}, "set": {"title": "Gamma", "speakers": ["Ada"], "start": "2025-11-04T13:05",
     "end": "2025-11-04T13:35", "track": "LLMs"}},
    {"id": "d", "rooms": ["Hall"], "delay_minutes": 10, "until": "2025-11-04T17:00"},
    {"id": "f", "rooms": ["Hall"], "full": true},
    {"id": "r", "signs": ["gift"], "replace": {"title": "Private", "text": "Closed"}}]})");

const Json kVenue = Json::parse(R"({
  "event": "Summit", "time_zone": "America/Los_Angeles", "hours": "12",
  "feed": [{"url": "https://example.org/feed.json", "poll_seconds": 60, "format": "placard", "token_file": "token"}],
  "overrides": "overrides.json", "overrides_poll_seconds": 5, "tracks": {"LLMs": "#e69f00"}, "everywhere": ["Keynote"],
  "clock": "system", "fresh": {"aging_s": 120, "stale_s": 900, "old_s": 86400}, "language": "en", "skip_breaks": true,
  "layout": "auto", "theme": "light", "viewing_distance_m": 3,
  "signs": {"a": {"room": ["Hall", "Main Hall"], "layout": "room", "size": "800x480", "rotate": 90, "theme": "dark",
      "panel_width_mm": 300, "warning_seconds": 180, "danger_seconds": 60, "burn_in": false, "night": "blank"},
    "b": {"room": "Foyer"}}})");

}  // namespace

TEST_CASE("B27: each field of a feed of our own in turn wrong") {
  const auto read = [](const Json& document) { return read_text(document.dump(1)); };
  const auto sessions = [](const Schedule& schedule) {
    std::vector<std::string> all;
    for (const Session& session : schedule.sessions) {
      all.push_back(session.id + session.title + los_angeles().format(session.start) + session.track);
    }
    return all;
  };
  const auto before = sessions(read(kFeed).schedule.value());
  REQUIRE(before.size() == 4);
  std::size_t left_out = 0;
  const std::size_t tried = for_each_wrong(kFeed, [&](const Pointer& place, const Json& changed) {
    const ReadFeed feed = read(changed);
    check_told(feed.problems);
    const auto wrong = element_of(place, "sessions");
    CHECK((feed.schedule || !feed.problems.empty()));
    if (!wrong) return;
    REQUIRE(feed.schedule);
    CHECK(keeps_others(before, sessions(*feed.schedule), *wrong));
    const bool removed = changed["sessions"].size() < before.size();
    if (feed.schedule->sessions.size() == before.size() || removed) return;
    ++left_out;
    CHECK(feed.skipped + feed.not_scheduled == 1);
    CHECK(feed.problems.empty() == (feed.skipped == 0));
  });
  MESSAGE(tried << " feeds, in " << left_out << " a session was left out");
  CHECK(tried > 500);
  CHECK(left_out > 50);
}

TEST_CASE("B27: each field of the overrides in turn wrong") {
  const auto read = [](const Json& document) {
    return read_overrides("overrides.json", document.dump(1), los_angeles());
  };
  const auto without_place = [](Overrides all) {
    for (Override& entry : all) entry.line = entry.column = 0;
    return all;
  };
  const Overrides before = without_place(read(kOverrides).overrides.value());
  REQUIRE(before.size() == kOverrides["overrides"].size());
  std::size_t left_out = 0;
  const std::size_t tried = for_each_wrong(kOverrides, [&](const Pointer& place, const Json& changed) {
    const ReadOverrides found = read(changed);
    check_told(found.problems);
    const auto wrong = element_of(place, "overrides");
    CHECK((found.overrides || !found.problems.empty()));
    if (!wrong) return;
    REQUIRE(found.overrides);
    CHECK(keeps_others(before, without_place(*found.overrides), *wrong));
    const bool removed = changed["overrides"].size() < before.size();
    if (found.overrides->size() == before.size() || removed) return;
    ++left_out;
    CHECK(has_errors(found.problems));
  });
  MESSAGE(tried << " files, in " << left_out << " an entry was left out");
  CHECK(tried > 500);
  CHECK(left_out > 100);
}

TEST_CASE("B27: each field of the config in turn wrong: refused at its place, or a warning, or a value it may have") {
  const auto read = [](const Json& document) { return read_settings("venue.json", document.dump(1)); };
  const ReadSettings whole = read(kVenue);
  CHECK(whole.problems.empty());
  REQUIRE(whole.settings);
  std::size_t refused = 0;
  const std::size_t tried = for_each_wrong(kVenue, [&](const Pointer& place, const Json& changed) {
    const ReadSettings found = read(changed);
    check_told(found.problems);
    CHECK(found.settings.has_value() != has_errors(found.problems));
    if (!found.settings) ++refused;
    const bool elsewhere = !place.to_string().starts_with("/signs");
    if (found.settings && elsewhere) CHECK(sign_names(*found.settings) == std::vector<std::string>{"a", "b"});
  });
  MESSAGE(tried << " configs, " << refused << " refused");
  CHECK(tried > 500);
  CHECK(refused > 300);
}
