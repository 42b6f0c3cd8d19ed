// SPDX-License-Identifier: MIT
// Every kind of override on the shipped event day, as the signs tell it: before it begins, at its beginning, between,
// in its last second, at its end.
#include <doctest/doctest.h>

#include <random>

#include "view/staff_sign.hpp"
#include "view/ticking.hpp"

using namespace placard;
using namespace placard::test;
using namespace std::chrono_literals;

namespace {

// One kind: what an entry does to a sign, as a word or two made from its view.
struct Kind {
  const char* name;
  const char* room;
  std::string entry;  // without braces; FROM and UNTIL stand for its times
  std::string wrong;  // the same with a target that nobody knows
  std::string (*told)(const View& view);
  const char* without;  // what `told` gives while the entry does not hold, at 13:05
  const char* with;     // … and while it does
};

std::string clock_time(Instant instant) {
  return los_angeles().format(instant).substr(11, 5);
}

std::string told_message(const View& view) {
  if (view.messages.empty()) return "none, " + view.texts.main.headline.substr(0, 3);
  return std::string(name_of(view.messages.front().level)) + ": " + view.texts.message.text + ", " +
         view.texts.main.headline.substr(0, 3);
}
std::string told_now(const View& view) {
  std::string out = view.now ? view.now->title.substr(0, 8) : "nothing";
  for (const SessionFacts& session : view.absent) out += session.cancelled ? ", cancelled" : ", to " + session.moved_to;
  return out;
}
std::string told_changes(const View& view) {
  if (!view.now) return "nothing";
  std::string out = view.now->title.substr(0, 6) + " " + clock_time(view.now->start) + "-" + clock_time(view.now->end);
  out += " " + view.now->track.substr(0, 4);
  for (const std::string& name : view.now->speakers) out += " " + name.substr(0, 3);
  return out + (view.now->start == view.now->printed_start && view.now->end == view.now->printed_end
                    ? ""
                    : " was " + clock_time(view.now->printed_start));
}
std::string told_full(const View& view) {
  return !view.now ? "nothing" : view.now->full ? "full" : "seats";
}
std::string told_replacement(const View& view) {
  return view.texts.message.replacement + "/" + view.texts.main.note + "/" + view.texts.main.headline.substr(0, 3);
}

const Kind kKinds[] = {
    {"notice", "Golden Gate B", R"("message": "Hi", "level": "notice")",
     R"("signs": ["x"], "message": "Hi", "level": "notice")", told_message, "none, Ray", "notice: Hi, Ray"},
    {"warning", "Golden Gate B", R"("rooms": ["Golden *"], "message": "Hi", "level": "warning")",
     R"("rooms": ["Silver *"], "message": "Hi", "level": "warning")", told_message, "none, Ray", "warning: Hi, Ray"},
    {"takeover", "Golden Gate B", R"("message": "Out", "level": "takeover")",
     R"("rooms": ["Golden Gate C"], "message": "Out", "level": "takeover")", told_message, "none, Ray",
     "takeover: Out, "},
    {"cancelled", "Golden Gate B",
     R"("session": {"room": "Golden Gate B", "start": "2025-11-04T13:00"}, "cancelled": true)",
     R"("session": {"room": "Golden Gate B", "start": "2025-11-04T13:01"}, "cancelled": true)", told_now, "Ray at A",
     "nothing, cancelled"},
    {"moved away", "Golden Gate B", R"("session": {"id": "golden-gate-b-1300"}, "move_to": "Keynote Session")",
     R"("session": {"id": "golden-gate-b-1301"}, "move_to": "Keynote Session")", told_now, "Ray at A",
     "nothing, to Keynote Session"},
    {"moved here", "Keynote Session", R"("session": {"id": "golden-gate-b-1300"}, "move_to": "Keynote Session")",
     R"("session": {"id": "golden-gate-b-1300"}, "move_to": "Keynote Hall")", told_now, "nothing", "Ray at A"},
    {"changed", "Golden Gate B",
     R"("session": {"id": "golden-gate-b-1300"}, "set": {"title": "New one", "track": "vLLM", "speakers": ["Ada"], "start": "2025-11-04T12:50", "end": "2025-11-04T13:50"})",
     R"("session": {"title": "Ray at"}, "set": {"title": "New one"})", told_changes, "Ray at 13:00-13:30 Rein",
     "New on 12:50-13:50 vLLM Ada was 13:00"},
    {"session full", "Golden Gate B", R"("session": {"id": "golden-gate-b-1300"}, "full": true)",
     R"("session": {"id": "golden-gate-b-1333"}, "full": true)", told_full, "seats", "full"},
    {"room full", "Golden Gate B", R"("rooms": ["Golden Gate B"], "full": true)",
     R"("rooms": ["Golden Gate A"], "full": true)", told_full, "seats", "full"},
    {"late", "Golden Gate B", R"("rooms": ["golden gate b"], "delay_minutes": 3)",
     R"("rooms": ["golden gate"], "delay_minutes": 3)", told_changes, "Ray at 13:00-13:30 Rein",
     "Ray at 13:00-13:33 Rein was 13:00"},
    {"replaced", "Golden Gate B", R"("replace": {"title": "Private", "text": "Sorry"})",
     R"("signs": ["golden-gate"], "replace": {"title": "Private"})", told_replacement, "//Ray", "Private/Sorry/"},
};

std::string entry_of(const std::string& body) {
  return "{" + body + R"(, "from": "2025-11-04T13:05:00", "until": "2025-11-04T13:15:00"})";
}

}  // namespace

TEST_CASE("each kind holds from its beginning up to its end, and not a second longer") {
  for (const Kind& kind : kKinds) {
    CAPTURE(std::string(kind.name));
    Sign sign(kind.room, {entry_of(kind.entry)});
    const Schedule before = sign.published();
    struct Row {
      const char* at;
      bool holds;
    };
    for (const Row& row : {Row{"13:04:59", false},
                           {"13:05", true},
                           {"13:10", true},
                           {"13:14:59", true},
                           {"13:15", false},
                           {"13:20", false}}) {
      CAPTURE(std::string(row.at));
      CHECK(kind.told(sign.at(row.at)).starts_with(row.holds ? kind.with : kind.without));
      if (!row.holds) CHECK(kind.told(sign.at(row.at)).find(kind.with) == std::string::npos);
    }
    CHECK((sign.at("13:04:59").next_change == moment("13:05")));
    CHECK((sign.at("13:14:59").next_change == moment("13:15")));
    CHECK(sign.published() == before);
  }
}

TEST_CASE("with a target that nobody knows each kind changes nothing at all") {
  for (const Kind& kind : kKinds) {
    CAPTURE(std::string(kind.name));
    Sign sign(kind.room, {entry_of(kind.wrong)});
    Sign plain(kind.room, {});
    for (const char* at : {"13:04:59", "13:05", "13:10", "13:15"}) {
      CAPTURE(std::string(at));
      CHECK(sign.at(at) == plain.at(at));
    }
  }
}

TEST_CASE("a feed update in between leaves each kind in force") {
  for (const Kind& kind : kKinds) {
    CAPTURE(std::string(kind.name));
    Sign sign(kind.room, {entry_of(kind.entry)});
    CHECK(kind.told(sign.at("13:10")).starts_with(kind.with));
    sign.update_feed();
    CHECK(kind.told(sign.at("13:10")).starts_with(kind.with));
    CHECK(kind.told(sign.at("13:15")).starts_with(kind.without));
  }
}

TEST_CASE("a moved session is told where people look for it, and is where it went") {
  const std::string entry = R"({"session": {"id": "golden-gate-b-1300"}, "move_to": "Yerba Buena 2-3"})";
  Sign old_room("Golden Gate B", {entry});
  CHECK(old_room.at("12:20").texts.main.absent_matters_now == false);
  CHECK(old_room.at("12:30").texts.main.absent_matters_now);
  CHECK((old_room.at("12:20").next_change <= moment("12:30")));
  CHECK(old_room.at("13:05").texts.main.absent.starts_with(
      "Moved to Yerba Buena 2-3: 1:00 PM, Ray at Applied Intuition"));
  CHECK(old_room.at("13:05").state == RoomStatus::gap);
  Sign new_room("Yerba Buena 2-3", {entry});
  CHECK(new_room.at("12:50").next->title.starts_with("Ray at Applied Intuition"));
  CHECK(new_room.at("13:05").now.has_value());
}

TEST_CASE("the countdown follows a delay") {
  Sign theater("Lightning Theater",
               {R"({"rooms": ["Lightning Theater"], "delay_minutes": 10, "from": "2025-11-04T12:50"})"},
               Layout::countdown);
  const View view = theater.at("13:05");
  CHECK(view.countdown->text == "5:00");
  CHECK(view.texts.main.status == "Now");  // it began when it should
  CHECK(view.texts.main.time == "12:45 – 1:10 PM");
  CHECK(view.texts.main.printed == "was 12:45 – 1:00 PM");
  CHECK(view.next->start == view.next->printed_start);  // the break has taken up the delay
}

TEST_CASE("a full session names what starts elsewhere within 20 minutes") {
  Sign sign("Golden Gate B", {R"({"rooms": ["Golden Gate B"], "full": true})"});
  CHECK(sign.at("13:09:59").alternatives.empty());
  CHECK((sign.at("13:09").next_change == moment("13:10")));
  const View view = sign.at("13:25");
  REQUIRE_FALSE(view.alternatives.empty());
  for (const SessionFacts& session : view.alternatives) {
    CHECK(session.room != "Golden Gate B");
    CHECK((session.start > view.at));
    CHECK((session.start <= view.at + 20min));
  }
  CHECK(view.texts.main.alternatives.size() == 3);
  CHECK(view.texts.main.alternatives.front().starts_with("1:30 PM, Lightning Theater: "));
}

TEST_CASE("a room that is said to be full is no way out of another one, while it is said") {
  Sign sign("Golden Gate B",
            {R"({"rooms": ["Golden Gate B"], "full": true})",
             R"({"rooms": ["lightning *", "Golden Gate C*"], "full": true, "until": "2025-11-04T13:27"})"});
  const auto rooms = [&sign](const char* at) {
    std::string names;
    for (const SessionFacts& session : sign.at(at).alternatives) names += session.room + ";";
    return names;
  };
  CHECK(rooms("13:27").find("Lightning Theater;") == 0);
  CHECK(rooms("13:26:59").find("Lightning") == std::string::npos);
  CHECK(rooms("13:26:59").find("Golden Gate C") == std::string::npos);
  CHECK_FALSE(rooms("13:26:59").empty());
  CHECK((sign.at("13:26:30").next_change == moment("13:27")));
}

TEST_CASE("what staff retimed is told where people look for it, also past other sessions and in another room") {
  const std::string set = R"({"session": {"id": "golden-gate-b-1300"}, "set": {"start": "2025-11-04T16:30"}})";
  const std::string move = R"({"session": {"id": "golden-gate-b-1300"}, "move_to": "Keynote Session"})";
  Sign retimed("Golden Gate B", {set});
  REQUIRE(retimed.at("12:50").next.has_value());
  CHECK(retimed.at("12:50").next->start > moment("13:00"));
  CHECK(retimed.at("10:59").absent.empty());
  CHECK(retimed.at("12:50").texts.main.absent.starts_with("New time 4:30 PM (was 1:00 PM): Ray at Applied Intuition"));
  CHECK(retimed.at("13:30").texts.main.absent.empty());
  CHECK(retimed.at("16:30").now->title.starts_with("Ray at Applied Intuition"));
  Sign moved("Golden Gate B", {set, move});
  REQUIRE(moved.at("12:50").absent.size() == 1);
  CHECK(moved.at("12:50").absent.front().moved_to == "Keynote Session");
  CHECK((moved.at("12:50").absent.front().now_at == moment("16:30")));
  CHECK(moved.at("16:20").absent.empty());
  CHECK(Sign("Keynote Session", {move, set}).at("16:35").now->title.starts_with("Ray at Applied Intuition"));
}

TEST_CASE("messages need no schedule") {
  ViewInput input = shipped_sign("Golden Gate B");
  input.schedule = nullptr;
  input.staff = std::make_shared<const EffectiveSchedule>(
      nullptr, std::make_shared<const LoadedOverrides>(
                   known({R"({"rooms": ["Golden Gate B"], "message": "Hi", "level": "notice"})"})));
  const View view = view_at(input, moment("13:05"));
  CHECK(view.state == RoomStatus::unknown);
  CHECK(view.texts.message.text == "Hi");
}

// Second by second: nothing but what ticks changes before next_change, and something does at it.
TEST_CASE("whatever staff say, next_change is the first change") {
  std::mt19937 random(4);
  const auto pick = [&random](int low, int high) { return std::uniform_int_distribution<int>(low, high)(random); };
  for (int round = 0; round < 12; ++round) {
    std::vector<std::string> entries;
    for (int i = 0; i < 6; ++i) {
      const Kind& kind = kKinds[pick(0, static_cast<int>(std::size(kKinds)) - 1)];
      const Instant from = moment("12:40") + seconds(pick(0, 3600));
      const Instant until = from + seconds(pick(1, 1800));
      entries.push_back("{" + kind.entry + R"(, "from": ")" + los_angeles().format(from) + R"(", "until": ")" +
                        los_angeles().format(until) + "\"}");
    }
    Sign sign("Golden Gate B", entries, round % 2 == 0 ? Layout::room : Layout::countdown);
    CAPTURE(round);
    std::optional<Instant> announced;
    View before = without_ticking(sign.at("12:40"));
    for (Instant now = moment("12:40"); now < moment("14:10"); now += 1s) {
      const View view = sign.at(now);
      const View still = without_ticking(view);
      if (announced) CHECK((still != before) == (now == *announced));
      before = still;
      announced = view.next_change;
    }
  }
}
