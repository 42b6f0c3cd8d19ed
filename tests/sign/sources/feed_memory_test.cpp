// SPDX-License-Identifier: MIT
#include "sign/sources/feed_memory.hpp"

#include <doctest/doctest.h>

#include "base/json/parse.hpp"
#include "schedule/programme.hpp"

using namespace placard;

namespace {

FeedChange change(FeedChange::Kind kind, const std::string& title) {
  FeedChange one;
  one.kind = kind;
  one.before = programme({"Hall | 13:00 - 13:30 | " + title}).sessions.front();
  one.before.rooms.clear();
  one.before.track = "Track";
  one.before.labels = {"Label, \"quoted\""};
  one.before.speakers = {"Ä. Person", "B. Person"};
  one.rooms = {"Hall", "Foyer"};
  one.until = moment("13:30");
  if (kind == FeedChange::Kind::moved) one.left = {"Hall"}, one.moved_to = "Annexe";
  if (kind != FeedChange::Kind::vanished) one.now_at = moment("15:00");
  return one;
}

FeedMemory memory() {
  using Kind = FeedChange::Kind;
  FeedChange without_end = change(Kind::vanished, "Open");
  without_end.before.end.reset();
  without_end.before.id.clear();
  return {{change(Kind::vanished, "Gone"), change(Kind::moved, "Moved"), change(Kind::retimed, "Later"), without_end},
          {{"Hall", "Grand Hall"}}};
}

}  // namespace

TEST_CASE("what was told is read as it was kept, from one line of text") {
  CHECK(read_kept(kept_text({})) == FeedMemory{});
  const std::string text = kept_text(memory());
  CHECK(text.find('\n') == std::string::npos);
  CHECK(read_kept(text) == memory());
}

TEST_CASE("what is no text of ours tells nothing, and of a good one each part that is good") {
  for (const char* bad : {"", "{", "[]", "{}", R"({ "changes": [] })", R"({ "changes": {}, "new_names": [] })"}) {
    CAPTURE(std::string(bad));
    CHECK_FALSE(read_kept(bad).has_value());
  }
  const std::string good =
      R"({ "kind": "vanished", "title": "A", "start": 1762290000, "until": 1762293600, "rooms": ["Hall"] })";
  const auto changes_in = [](const std::string& list) {
    return read_kept(R"({ "changes": [)" + list + R"(], "new_names": [7, { "name": "Hall" }] })")
        .value()
        .changes.size();
  };
  CHECK(changes_in("") == 0);
  CHECK(changes_in(good) == 1);
  for (const char* bad :
       {"7", "null", R"({ "kind": "vanished" })",
        R"({ "kind": "lost", "title": "A", "start": 1, "until": 2, "rooms": ["Hall"] })",
        R"({ "kind": "vanished", "title": "A", "start": 1e300, "until": 2, "rooms": ["Hall"] })",
        R"({ "kind": "vanished", "title": "A", "start": 1, "until": 2, "rooms": [] })",
        R"({ "kind": "moved", "title": "A", "start": 1, "until": 2, "rooms": ["Hall"], "now_at": 3 })",
        R"({ "kind": "retimed", "title": "A", "start": 1, "until": 2, "rooms": ["Hall"] })"}) {
    CAPTURE(std::string(bad));
    CHECK(changes_in(good + ", " + bad) == 1);
  }
}

TEST_CASE("of very much the soonest is kept, in no more bytes than are read again") {
  FeedMemory much;
  for (int i = 0; i < 2000; ++i) {
    much.changes.push_back(change(FeedChange::Kind::vanished, std::to_string(i)));
    much.changes.back().before.start += seconds(i);
  }
  auto kept = read_kept(kept_text(much));
  REQUIRE(kept.has_value());
  CHECK(kept->changes.size() == kMostChangesKept);
  CHECK(kept->changes.front() == much.changes.front());
  for (FeedChange& one : much.changes) one.before.title += std::string(900, 'x');
  much.new_names = {{"Hall", "Grand Hall"}};
  const std::string text = kept_text(much);
  CHECK(text.size() <= kMostMemoryBytes);
  kept = read_kept(text);
  REQUIRE(kept.has_value());
  CHECK(kept->changes.size() > 50);
  CHECK(kept->new_names == much.new_names);
}
