// SPDX-License-Identifier: MIT
// What a feed says counts, not the bytes it comes in: servers write the time of their answer into it, and edges of a
// cache answer in turn with what they have.
#include <doctest/doctest.h>

#include "sign/known_sign.hpp"
#include "sign/sources/feed_updates.hpp"

using namespace placard;
using namespace placard::test;
using namespace std::chrono_literals;

namespace {

// Sessions in room A at noon, with the time of the answer.
std::string feed(const Lines& titles, const std::string& generated = "", const std::string& event = "Ours") {
  std::string text = R"({"event": ")" + event + R"(", )";
  if (!generated.empty()) text += R"("generated_at": "2025-11-04T)" + generated + R"(-08:00", )";
  text += R"("sessions": [)";
  for (const std::string& title : titles) {
    text += R"({"room": "A", "title": ")" + title + R"(", "start": "2025-11-04T12:00:00-08:00"},)";
  }
  text.back() = ']';
  return text + "}";
}

// The time of day of a poll so many minutes after noon.
std::string clock(int minutes) {
  return minutes < 10 ? "12:0" + std::to_string(minutes) + ":00" : "12:" + std::to_string(minutes) + ":00";
}

std::string shown(const FeedState& state) {
  std::string titles;
  for (const Session& session : state.schedule()->sessions) {
    if (!session.announced) titles += session.title;
  }
  return titles;
}

}  // namespace

TEST_CASE("the same sessions in other bytes are good, and no news") {
  FeedState state(1, {});
  state.apply(fresh(0, feed({"1"}, clock(0))), after(0s));
  const auto first = state.schedule();
  const auto bytes = state.copy(0)->bytes;
  for (int minute = 1; minute < 20; ++minute) {
    state.apply(fresh(0, feed({"1"}, clock(minute))), after(minute * 60s));
  }
  CHECK(state.schedule() == first);
  CHECK(state.copy(0)->bytes == bytes);
  CHECK(state.age(after(19 * 60s)) == DataAge(AsOf{kNoon + 19 * 60s}));
}

TEST_CASE("a feed that carries the time of its answer corrects itself after three polls") {
  struct Row {
    const char* name;
    Lines titles;
    const char* event;
  };
  const Row rows[] = {{"the event is renamed", {"1", "2", "3"}, "Ours 2025"},
                      {"half the sessions are gone", {"1"}, "Ours"}};
  for (const Row& row : rows) {
    CAPTURE(std::string(row.name));
    FeedState state(1, {{"A"}, {}, ""});
    state.apply(fresh(0, feed({"1", "2", "3"}, clock(0))), after(0s));
    const auto before = state.schedule();
    for (int minute = 1; minute <= 2; ++minute) {
      state.apply(fresh(0, feed(row.titles, clock(minute), row.event)), after(minute * 60s));
      CHECK(state.schedule() == before);
    }
    state.apply(fresh(0, feed(row.titles, clock(3), row.event)), after(180s));
    CHECK(state.schedule() != before);
    CHECK(state.age(after(180s)) == DataAge(AsOf{kNoon + 180s}));
  }
}

TEST_CASE("of versions that come in turn one stays on the glass") {
  struct Row {
    const char* name;
    std::string answers;  // one a minute
    std::string shown;    // after each
  };
  const Row rows[] = {
      {"one is taken back: at once", "AAAAABBBBA", "AAAAABBBBA"},
      {"and made again: the one seen most", "AAABBABBB", "AAABBAAAB"},
      {"in turn", "ABABABABABABAB", "ABAAAAAAAAAAAA"},
      {"the second more often", "AABABBABBABBABB", "AABAAAAABBBBBBB"},
      {"in the end only one", "ABABABBBBBBBBBBB", "ABAAAABBBBBBBBBB"},
      {"a third is news", "ABABC", "ABAAC"},
      {"with no news in between", "ABAB.A..B.", "ABAABBAAAA"},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.name));
    LoggedFeeds feeds{FeedState(1, {}), {}};
    std::string shown_after;
    std::size_t lines = 0;
    for (std::size_t i = 0; i < row.answers.size(); ++i) {
      const char answer = row.answers[i];
      const Moment moment = after(static_cast<int>(i) * 60s);
      lines += feeds.apply(answer == '.' ? unchanged(0) : fresh(0, feed({std::string(1, answer)})), moment).size();
      shown_after += shown(feeds.state);
    }
    CHECK(shown_after == row.shown);
    CHECK(lines <= 2);  // that they alternate, and that they don't any more
  }
}

TEST_CASE("of versions in turn that tell when they were made the newer one stays, however seldom it comes") {
  FeedState state(1, {});
  const FeedUpdate older = fresh(0, feed({"A"}, "11:00:00"));
  const FeedUpdate newer = fresh(0, feed({"B"}, "11:30:00"));
  int minute = 0;
  std::string shown_after;
  for (const char answer : std::string("AABAAABAAAABAAAAB")) {
    state.apply(answer == 'A' ? older : newer, after(minute++ * 60s));
    shown_after += shown(state);
  }
  // Three times the older one alone: somebody might have put it back.
  CHECK(shown_after == "AABBBABBBBBBBBBBB");
}

TEST_CASE("times of the answers prove nothing of versions in turn") {
  FeedState state(1, {});
  std::string shown_after;
  int minute = 0;
  for (const char answer : std::string("ABABABABABAB")) {
    state.apply(fresh(0, feed({std::string(1, answer)}, clock(minute))), after(minute * 60s));
    ++minute;
    shown_after += shown(state);
  }
  CHECK(shown_after == "ABAAAAAAAAAA");
}

TEST_CASE("a day of polls with a time in each writes the copy once, and the note of its age each hour") {
  Venue venue;
  venue.settings = settings_with(1);
  SignSettings sign;
  sign.rooms = {"A"};
  venue.sign = sign;
  std::map<std::string, int> written;
  KnownSign known(
      venue, {}, [&written](const std::string& name, const CachedCopy&) { ++written[name.substr(0, name.find('-'))]; });
  int seen = 0;
  std::uint64_t changes = 0;
  for (int poll = 0; poll < 24 * 60; ++poll) {
    known.apply(fresh(0, feed({"1", "2"}, clock(poll % 60))), after(poll * 60s));
    seen += known.knowledge().changes() != changes ? 1 : 0;
    changes = known.knowledge().changes();
  }
  CHECK(written["feed"] == 1);
  CHECK(written["good"] >= 23);
  CHECK(written["good"] <= 24);
  CHECK(seen == 1);  // that a sign is kept fresh shows nowhere
}

TEST_CASE(
    "whatever a server does, a day of it writes no more than a mebibyte and one copy, and the last edition is kept") {
  Venue venue;
  venue.settings = settings_with(1);
  SignSettings sign;
  sign.rooms = {"A"};
  venue.sign = sign;
  struct Row {
    std::size_t copy;  // its bytes on the disk
    std::size_t copies;
  };
  for (const Row& row : {Row{105'000, 10}, Row{1'000, 1049}, Row{3'000'000, 1}}) {
    CAPTURE(row.copy);
    std::vector<std::string> kept;
    std::size_t copies = 0;
    KnownSign known(venue, {}, [&](const std::string& name, const CachedCopy& copy) {
      if (name.rfind("feed", 0) == 0) kept.push_back(copy.bytes);
    });
    const auto poll = [&](int minute, const std::string& title) {
      known.apply(fresh(0, feed({title})), after(minute * 60s));
      for (; copies < kept.size(); ++copies) known.apply(CacheWriteResult{"feed", "", row.copy}, after(minute * 60s));
    };
    for (int minute = 0; minute < 24 * 60; ++minute) poll(minute, "Edition " + std::to_string(minute));
    CHECK(copies <= row.copies);
    CHECK(copies * 2 >= row.copies);
    for (int minute = 24 * 60; minute < 49 * 60; ++minute) poll(minute, "Last edition");
    CHECK(kept.back() == feed({"Last edition"}));
  }
}

TEST_CASE("without a word of the feed its server tells which version is the newer one") {
  FeedState state(1, {});
  const auto answer = [](const std::string& title, const std::string& modified) {
    FetchResult result = fetched(feed({title}));
    result.last_modified = modified;
    return to_feed_update(0, result, settings_with(1));
  };
  const FeedUpdate older = answer("A", "Tue, 04 Nov 2025 18:00:00 GMT");
  const FeedUpdate newer = answer("B", "Tue, 04 Nov 2025 19:00:00 GMT");
  std::string shown_after;
  int minute = 0;
  for (const char letter : std::string("AABAAABAAAABAAAAB")) {
    state.apply(letter == 'A' ? older : newer, after(minute++ * 60s));
    shown_after += shown(state);
  }
  // One alone may be an older copy that was put back.
  CHECK(shown_after == "AABAAABBBBBBBBBBB");
}
