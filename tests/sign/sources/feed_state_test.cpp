// SPDX-License-Identifier: MIT
#include "sign/sources/feed_state.hpp"

#include <doctest/doctest.h>

#include "sign/sources/feed_updates.hpp"
#include "sign/sources/polled_sources.hpp"

using namespace placard;
using namespace placard::test;
using namespace std::chrono_literals;

namespace {

Lines titles(const FeedState& state) {
  Lines out;
  REQUIRE(state.schedule() != nullptr);
  for (const Session& session : state.schedule()->sessions) out.push_back(session.title);
  return out;
}

// One session a line: "room | title".
std::string feed_of(const Lines& sessions, const std::string& more = "") {
  std::string text = "{" + more + R"("sessions": [)";
  for (const std::string& session : sessions) {
    const auto bar = session.find(" | ");
    text += R"({"room": ")" + session.substr(0, bar) + R"(", "title": ")" + session.substr(bar + 3) +
            R"(", "start": "2025-11-04T12:00:00-08:00", "end": "2025-11-04T13:00:00-08:00"},)";
  }
  text.back() = ']';
  return text + "}";
}

}  // namespace

TEST_CASE("before the first good poll nothing is known") {
  FeedState state(1, {});
  CHECK(state.schedule() == nullptr);
  CHECK(state.age(after(0s)) == DataAge(NeverRead{}));
  state.apply(failed(0, "No answer."), after(0s));
  CHECK(state.schedule() == nullptr);
  CHECK(state.age(after(0s)) == DataAge(NeverRead{}));
}

TEST_CASE("the last good schedule stays while polls fail, and grows old") {
  FeedState state(1, {});
  state.apply(fresh(0, feed_text("A", "First")), after(0s));
  CHECK(titles(state) == Lines{"First"});
  CHECK(state.age(after(500s)) == DataAge(AsOf{kNoon}));
  state.apply(failed(0, "No answer."), after(60s));
  CHECK(titles(state) == Lines{"First"});
  CHECK(state.age(after(500s)) == DataAge(AsOf{kNoon}));
  state.apply(unchanged(0), after(120s));
  CHECK(titles(state) == Lines{"First"});
  CHECK(state.age(after(120s)) == DataAge(AsOf{kNoon + 120s}));
  state.apply(fresh(0, feed_text("A", "Second")), after(180s));
  CHECK(titles(state) == Lines{"Second"});
  CHECK(state.age(after(180s)) == DataAge(AsOf{kNoon + 180s}));
}

TEST_CASE("several feeds are one schedule, in the order of the config, as old as the oldest part") {
  FeedState state(2, {});
  state.apply(fresh(1, feed_text("B", "Of the second")), after(0s));
  CHECK(titles(state) == Lines{"Of the second"});
  state.apply(fresh(0, feed_text("A", "Of the first")), after(10s));
  CHECK(titles(state) == Lines{"Of the first", "Of the second"});
  CHECK(state.age(after(500s)) == DataAge(AsOf{kNoon}));
  state.apply(unchanged(1), after(20s));
  CHECK(state.age(after(10s)) == DataAge(AsOf{kNoon + 10s}));
  state.apply(fresh(0, feed_text("A", "Changed")), after(30s));
  CHECK(titles(state) == Lines{"Changed", "Of the second"});
}

TEST_CASE("the same document read again is no change") {
  FeedState state(1, {});
  state.apply(fresh(0, feed_text("A")), after(0s));
  const auto before = state.schedule();
  const Session* session = before->sessions.data();
  state.apply(fresh(0, feed_text("A")), after(1s));
  CHECK(state.schedule() == before);
  CHECK(state.schedule()->sessions.data() == session);
  CHECK(state.age(after(1s)) == DataAge(AsOf{kNoon + 1s}));
}

TEST_CASE("one line in the log for each change of a feed's health") {
  const std::string left_out = left_out_sentence(1);
  const std::string well = "The feed is read well again.";
  struct Step {
    FeedUpdate update;
    Lines log;
  };
  const Step steps[] = {
      {fresh(0, feed_text("A")), {}},
      {unchanged(0), {}},
      {failed(0, "No answer."), {"error: No answer."}},
      {failed(0, "No answer."), {}},
      {failed(0, "Not found."), {"error: Not found."}},
      {unchanged(0), {well}},
      {unchanged(0), {}},
      {fresh(0, with_bad_sessions(1)), {left_out}},
      {unchanged(0), {}},
      {fresh(0, with_bad_sessions(1)), {}},
      {failed(0, "No answer."), {"error: No answer."}},
      {unchanged(0), {left_out}},
      {fresh(0, feed_text("A")), {well}},
  };
  LoggedFeeds feeds{FeedState(1, {}), {}};
  for (std::size_t i = 0; i < std::size(steps); ++i) {
    CAPTURE(i);
    CHECK(feeds.apply(steps[i].update, after(i * 10min)) == steps[i].log);
  }
}

TEST_CASE("each feed has a health of its own") {
  LoggedFeeds feeds{FeedState(2, {}), {}};
  CHECK(feeds.apply(failed(0, "No answer."), after(0s)).size() == 1);
  CHECK(feeds.apply(failed(1, "No answer."), after(0s)).size() == 1);
  CHECK(feeds.apply(failed(0, "No answer."), after(0s)).empty());
  CHECK(feeds.apply(fresh(1, feed_text("B")), after(0s)).size() == 1);
  CHECK(feeds.apply(failed(0, "No answer."), after(0s)).empty());
}

TEST_CASE("ages go by uptime: no step of the clock makes a schedule fresher or staler") {
  FeedState state(1, {});
  state.apply(fresh(0, feed_text("A")), after(0s));
  struct Row {
    seconds clock_set;
    seconds age;
  };
  for (const Row& row : {Row{0s, 0s}, Row{0s, 60s}, Row{2h, 60s}, Row{-2h, 60s}, Row{-24h * 365, 600s}}) {
    CAPTURE(row.clock_set.count());
    Moment later = after(row.age);
    later.now += row.clock_set;
    CHECK(state.age(later) == DataAge(AsOf{later.now - row.age}));
  }
}

TEST_CASE("parts of a second count as a whole one: never fresher than the truth") {
  FeedState state(1, {});
  state.apply(fresh(0, feed_text("A")), after(0s));
  const Moment later = after(1ms);
  CHECK(state.age(later) == DataAge(AsOf{later.now - 1s}));
}

TEST_CASE("a kept copy has the age it had: by uptime within one boot, by the time of day after another") {
  struct Row {
    const char* name;
    GoodTime good;
    DataAge age;  // of a sign that starts at noon in the boot "b", up for an hour
  };
  const Row rows[] = {
      {"this boot", {kNoon - 10min, "b", 50min}, AsOf{kNoon - 10min}},
      {"this boot, without a trusted clock then", {{}, "b", 50min}, AsOf{kNoon - 10min}},
      {"this boot, the clock set since", {kNoon - 48h, "b", 50min}, AsOf{kNoon - 10min}},
      {"another boot", {kNoon - 10min, "a", 50min}, AsOf{kNoon - 10min}},
      {"boots unknown", {kNoon - 10min, "", 50min}, AsOf{kNoon - 10min}},
      {"another boot, without a trusted clock then", {{}, "a", 50min}, AgeUnknown{}},
      {"from the future: one of the two clocks was wrong", {kNoon + 1h, "a", 50min}, AgeUnknown{}},
      {"a few seconds ahead, as clocks are", {kNoon + 5s, "a", 50min}, AsOf{kNoon}},
      {"an uptime still to come: no boot is twice", {kNoon - 10min, "b", 2h}, AsOf{kNoon - 10min}},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.name));
    FeedState state(1, {});
    state.restore(fresh(0, feed_text("A")), std::nullopt, row.good, "b", after(0s));
    CHECK(titles(state) == Lines{"Keynote"});
    CHECK(state.age(after(0s)) == row.age);
  }
}

TEST_CASE("a feed that looks like the wrong one is held back") {
  struct Row {
    const char* name;
    std::string update;
    const char* why;  // "": it is taken at once
    std::string config_event = "";
  };
  const std::string known = feed_of({"A | 1", "A | 2", "B | 3", "B | 4", "B | 5"},
                                    R"("event": "Ours", "generated_at": "2025-11-04T11:00:00-08:00", )");
  const Row rows[] = {
      {"a session less", feed_of({"A | 1", "B | 3", "B | 4", "B | 5"}, R"("event": "Ours", )"), ""},
      {"just over half", feed_of({"A | 1", "A | 2", "B | 3"}), ""},
      {"less than half", feed_of({"A | 1", "A | 2"}), "2 sessions instead of 5"},
      {"our room is gone", feed_of({"B | 3", "B | 4", "B | 5"}), "lost the room \"A\""},
      {"another room is gone", feed_of({"A | 1", "A | 2", "A | 6"}), ""},
      {"an older copy", feed_of({"A | 1", "A | 2", "B | 3"}, R"("generated_at": "2025-11-04T10:59:59-08:00", )"),
       "older copy"},
      {"a newer copy", feed_of({"A | 1", "A | 2", "B | 3"}, R"("generated_at": "2025-11-04T11:00:01-08:00", )"), ""},
      {"another event", feed_of({"A | 1", "A | 2", "B | 3"}, R"("event": "Theirs", )"), "another event"},
      {"another spelling", feed_of({"A | 1", "A | 2", "B | 3"}, R"("event": " OURS", )"), ""},
      {"an event without name", feed_of({"A | 1", "A | 2", "B | 3"}), ""},
      {"the config's event", feed_of({"A | 1", "A | 2", "B | 3"}, R"("event": "Theirs", )"), "", "theirs"},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.name));
    LoggedFeeds feeds{FeedState(1, {{"A"}, {}, row.config_event}), {}};
    FeedState& state = feeds.state;
    feeds.apply(fresh(0, known), after(0s));
    const auto before = state.schedule();
    const Lines log = feeds.apply(fresh(0, row.update), after(60s));
    const bool held = *row.why != '\0';
    CHECK((state.schedule() == before) == held);
    CHECK((titles(state).size() == 5) == (held || row.update.find("B | 5") == 0));
    REQUIRE(log.size() == (held ? 1 : 0));
    if (held) CHECK(log[0].find(row.why) != std::string::npos);
    // What is held back proves nothing of what is shown.
    CHECK(state.age(after(60s)) == DataAge(AsOf{held ? kNoon : kNoon + 60s}));
  }
}

TEST_CASE("a generated_at in the future counts as none") {
  FeedState state(1, {});
  state.apply(fresh(0, feed_of({"A | 1"}, R"("generated_at": "2030-01-01T00:00:00Z", )")), after(0s));
  state.apply(fresh(0, feed_of({"A | 2"}, R"("generated_at": "2025-11-04T11:00:00-08:00", )")), after(60s));
  CHECK(titles(state) == Lines{"2"});
}

TEST_CASE("what was held back is taken when the same bytes were good at three polls over half a minute") {
  const std::string known = feed_of({"A | 1", "A | 2", "A | 3"});
  const FeedUpdate half = fresh(0, feed_of({"A | 1"}));
  const FeedUpdate other_half = fresh(0, feed_of({"A | 2"}));
  struct Row {
    const char* name;
    std::vector<std::pair<seconds, FeedUpdate>> polls;
    Lines titles;
  };
  const Row rows[] = {
      {"two polls", {{0s, half}, {60s, half}}, {"1", "2", "3"}},
      {"three polls", {{0s, half}, {15s, half}, {30s, half}}, {"1"}},
      {"a 304 counts", {{0s, half}, {15s, unchanged(0)}, {30s, unchanged(0)}}, {"1"}},
      {"three polls, too quick", {{0s, half}, {2s, half}, {29s, half}}, {"1", "2", "3"}},
      {"quick ones go on", {{0s, half}, {2s, half}, {29s, half}, {31s, half}}, {"1"}},
      {"a failure between proves nothing", {{0s, half}, {15s, half}, {20s, failed(0, "x")}, {30s, half}}, {"1"}},
      {"other bytes begin anew", {{0s, half}, {15s, half}, {30s, other_half}, {45s, other_half}}, {"1", "2", "3"}},
      {"the known feed is back", {{0s, half}, {15s, fresh(0, known)}, {30s, half}, {45s, half}}, {"1", "2", "3"}},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.name));
    FeedState state(1, {{"A"}, {}, ""});
    state.apply(fresh(0, known), after(0s));
    for (const auto& [at, update] : row.polls) state.apply(update, after(100s + at));
    CHECK(titles(state) == row.titles);
  }
}

TEST_CASE("freshness is that of the feeds that concern this sign") {
  FeedState state(3, {{"A"}, {"Foyer"}, ""});
  state.apply(fresh(0, feed_text("A")), after(20s));
  state.apply(fresh(1, feed_text("B")), after(0s));
  state.apply(fresh(2, feed_text("Foyer")), after(10s));
  CHECK(state.age(after(30s)) == DataAge(AsOf{kNoon + 10s}));
  FeedState of_none(2, {{"C"}, {}, ""});
  of_none.apply(fresh(0, feed_text("A")), after(20s));
  of_none.apply(fresh(1, feed_text("B")), after(10s));
  CHECK(of_none.age(after(30s)) == DataAge(AsOf{kNoon + 10s}));
}

TEST_CASE("an update tells what it took away, until all is where it was") {
  FeedState state(1, {{"A"}, {}, ""});
  state.apply(fresh(0, feed_of({"A | 1", "A | 2"})), after(-1h));
  state.apply(fresh(0, feed_of({"A | 1", "A | 3"})), after(-50min));
  CHECK(titles(state) == Lines{"1", "3", "2"});
  CHECK(state.schedule()->sessions[2].announced);
  CHECK(state.schedule()->sessions[2].cancelled);
  state.apply(fresh(0, feed_of({"A | 1", "A | 2"})), after(-40min));
  CHECK(titles(state) == Lines{"1", "2", "3"});
}

TEST_CASE("a feed that lost the sign's room waits until its sessions are over for 12 hours, however often it comes") {
  const std::string known = feed_of({"A | 1", "B | 2", "B | 3"});  // until one
  const FeedUpdate lost = fresh(0, feed_of({"B | 2", "B | 3"}));
  LoggedFeeds feeds{FeedState(1, {{"A"}, {}, ""}), {}};
  feeds.apply(fresh(0, known), after(0s));
  Lines log;
  const auto poll = [&](std::chrono::milliseconds span) {
    for (std::string& line : feeds.apply(lost, after(span))) log.push_back(std::move(line));
  };
  for (int minute = 1; minute < 13 * 60; ++minute) poll(minute * 1min);
  CHECK(titles(feeds.state) == Lines{"1", "2", "3"});
  CHECK(feeds.state.age(after(13h - 1min)) == DataAge(AsOf{kNoon}));
  REQUIRE(log.size() == 1);
  CHECK(log[0].find("lost the room \"A\"") != std::string::npos);
  CHECK(log[0].find("\"room\" in the config") != std::string::npos);
  poll(13h);
  CHECK(titles(feeds.state) == Lines{"2", "3"});
  CHECK(log.size() == 2);
}

TEST_CASE("what waits for the sake of a room is judged anew for a sign of another") {
  const FeedUpdate renamed = fresh(0, feed_of({"C | 4", "B | 2", "B | 3"}));
  FeedState before(1, {{"A"}, {}, ""});
  before.apply(fresh(0, feed_of({"A | 1", "B | 2", "B | 3"})), after(0s));
  before.apply(renamed, after(60s));
  CHECK(before.trouble(0).waits_for_room);
  FeedState state(1, {{"C"}, {}, ""});
  state.adopt(0, before, 0);
  CHECK_FALSE(state.trouble(0).waits_for_room);
  state.apply(renamed, after(120s));
  CHECK(titles(state).front() == "4");
}

TEST_CASE("a room that is surely renamed keeps its sign: again, and back") {
  FeedState state(1, {{"A"}, {"E"}, ""});
  const auto names = [&state] { return state.as_called_now({"A"}); };
  const auto feed = [](const std::string& a) { return feed_of({a + " | 1", a + " | 2", "B | 3", "E | 4"}); };
  state.apply(fresh(0, feed("A")), after(0s));
  CHECK(names() == Lines{"A"});
  state.apply(fresh(0, feed("Aula")), after(60s));
  CHECK(names() == Lines{"A", "Aula"});
  CHECK(titles(state) == Lines{"1", "2", "3", "4"});
  state.apply(fresh(0, feed("Atrium")), after(120s));
  CHECK(names() == Lines{"A", "Atrium"});
  // Under its new name the room is missed too.
  state.apply(fresh(0, feed_of({"B | 3", "E | 4", "B | 5"})), after(180s));
  CHECK(state.trouble(0).waits_for_room);
  CHECK(titles(state) == Lines{"1", "2", "3", "4"});
  state.apply(fresh(0, feed_of({"Atrium | 1", "Atrium | 2", "B | 3", "Emporium | 4"})), after(240s));
  CHECK(state.as_called_now({"E"}) == Lines{"E", "Emporium"});
  state.apply(fresh(0, feed("A")), after(300s));
  CHECK(names() == Lines{"A"});
}

TEST_CASE("what was brought forward, took place and is dropped was not cancelled") {
  const auto with = [](const std::string& early) {
    return R"({"sessions": [{"room": "A", "title": "Other", "start": "2025-11-05T15:00:00-08:00"})" + early + "]}";
  };
  const auto at = [](const std::string& time) {
    return R"(, {"id": "1", "room": "A", "title": "Early", "start": "2025-11-04T)" + time + R"(:00-08:00"})";
  };
  FeedState state(1, {{"A"}, {}, ""});
  state.apply(fresh(0, with(at("13:30"))), after(0s));
  state.apply(fresh(0, with(at("12:10"))), after(1min));
  CHECK(titles(state) == Lines{"Other", "Early", "Early"});  // with a note at half past one
  state.apply(fresh(0, with("")), after(75min));
  CHECK(titles(state) == Lines{"Other"});
}
