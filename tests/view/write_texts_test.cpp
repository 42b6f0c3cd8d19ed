// SPDX-License-Identifier: MIT
// The words of a view. Its facts: view_test.cpp.
#include <doctest/doctest.h>

#include "look/track_colors.hpp"
#include "view/sign_input.hpp"

using namespace placard;
using namespace std::chrono_literals;

namespace {

SignTexts words_at(const ViewInput& input, const std::string& at) {
  return view_at(input, moment(at)).texts;
}

std::string upcoming(const SignTexts& texts) {
  std::string lines;
  for (const Upcoming& line : texts.next.sessions) lines += line.time + " " + line.title + "\n";
  return lines;
}

}  // namespace

TEST_CASE("the session on stage, from the day before to the end") {
  const Schedule schedule = programme(
      {"Hall | 13:00 - 13:30 | Alpha", "Hall | 15:00 - 15:30 | Beta", "Hall | 11-06 09:00 - 11-06 10:00 | Gamma"});
  struct Row {
    std::string at;
    std::string status;
    std::string headline;
    std::string time;
    std::string time_left;
  };
  const Row rows[] = {
      {"10-29 03:59:59", "No sessions today", "Alpha", "Tue, Nov 4 1:00 – 1:30 PM", ""},
      {"10-29 04:00", "No sessions today", "Alpha", "Tuesday 1:00 – 1:30 PM", ""},
      {"11-03 09:00", "No sessions today", "Alpha", "Tomorrow 1:00 – 1:30 PM", ""},
      {"11-03 23:59:59", "No sessions today", "Alpha", "Tomorrow 1:00 – 1:30 PM", ""},
      {"00:00", "No sessions tonight", "Alpha", "Tuesday 1:00 – 1:30 PM", ""},
      {"04:00", "First today", "Alpha", "1:00 – 1:30 PM", ""},
      {"11:59:59", "First today", "Alpha", "1:00 – 1:30 PM", ""},
      {"12:00", "First today", "Alpha", "1:00 – 1:30 PM", "in 60 min"},
      {"12:59:59", "First today", "Alpha", "1:00 – 1:30 PM", "in 1 min"},
      {"13:00", "Now", "Alpha", "1:00 – 1:30 PM", "30 min left"},
      {"13:29:59", "Now", "Alpha", "1:00 – 1:30 PM", "1 min left"},
      {"13:30", "Next", "Beta", "3:00 – 3:30 PM", ""},
      {"14:35", "Next", "Beta", "3:00 – 3:30 PM", "in 25 min"},
      {"15:30", "No more sessions today", "Gamma", "Thursday 9:00 – 10:00 AM", ""},
      {"23:59:59", "No more sessions today", "Gamma", "Thursday 9:00 – 10:00 AM", ""},
      {"11-05 03:59:59", "No more sessions today", "Gamma", "Thursday 9:00 – 10:00 AM", ""},
      {"11-05 04:00", "No sessions today", "Gamma", "Tomorrow 9:00 – 10:00 AM", ""},
      {"11-06 04:00", "First today", "Gamma", "9:00 – 10:00 AM", ""},
      {"11-06 09:00", "Now", "Gamma", "9:00 – 10:00 AM", "1 h left"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.at);
    const SignTexts texts = words_at(sign_of(schedule), row.at);
    CHECK(texts.main.status == row.status);
    CHECK(texts.main.headline == row.headline);
    CHECK(texts.main.shows_session);
    CHECK(texts.main.time == row.time);
    CHECK(texts.main.time_left == row.time_left);
    CHECK(texts.main.note.empty());
  }
}

TEST_CASE("sentences when no session is on stage") {
  const Schedule schedule = programme({"Hall | 13:00 - 13:30 | Alpha"});
  ViewInput unread = sign_of(schedule);
  unread.schedule = nullptr;
  struct Row {
    ViewInput input;
    std::string headline;
  };
  const Row rows[] = {
      {sign_of(schedule), "That was the last session here"},
      {sign_of(schedule, {"Attic"}), "No sessions are planned in this room"},
      {unread, "Waiting for the programme"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.headline);
    const SignTexts texts = words_at(row.input, "13:30");
    CHECK(texts.main.headline == row.headline);
    CHECK_FALSE(texts.main.shows_session);
    CHECK(texts.main.status.empty());
    CHECK(texts.main.time.empty());
    CHECK(texts.main.time_left.empty());
    CHECK_FALSE(texts.main.progress.has_value());
    CHECK(texts.next.last.empty());
    CHECK(texts.header.clock == "1:30 PM");
    CHECK(texts.header.room == row.input.rooms.front());
  }
}

TEST_CASE("when what is known is old, nobody is told that the last session is over") {
  const Schedule schedule = programme({"Hall | 13:00 - 14:00 | Alpha"});
  const ViewInput input = read_once(sign_of(schedule), moment("11-03 13:29:59"));
  CHECK(words_at(input, "13:29:59").main.headline == "Alpha");
  CHECK(words_at(input, "13:30").main.headline == "The programme may have changed");
  CHECK(words_at(input, "15:00").main.headline == "The programme may have changed");
}

TEST_CASE("how many more, what follows, and when nothing does") {
  const Schedule schedule =
      programme({"Hall | 13:00 - 14:00 | Alpha", "Hall | 13:00 - 14:00 | Twin", "Hall | 14:00 - 15:00 | Beta",
                 "Hall | 14:00 - 15:00 | Gamma", "Hall | 11-05 09:00 - | Delta"});
  const ViewInput input = sign_of(schedule);
  const SignTexts before = words_at(input, "12:59");
  CHECK(before.main.also == "+1 more at the same time");
  CHECK(upcoming(before) == "1:00 PM Twin\n2:00 PM Beta\n2:00 PM Gamma\nTomorrow 9:00 AM Delta\n");
  const SignTexts during = words_at(input, "13:00");
  CHECK(during.main.also == "+1 more here now");
  CHECK(during.next.also == "+1 more");
  CHECK(during.next.last.empty());
  CHECK(upcoming(during) == "2:00 PM Beta\n2:00 PM Gamma\nTomorrow 9:00 AM Delta\n");
  const SignTexts between = words_at(input, "16:00");
  CHECK(between.main.also.empty());
  CHECK(between.next.also.empty());
  CHECK(upcoming(between).empty());  // Delta is on stage
  const SignTexts last = words_at(input, "11-05 09:00");
  CHECK(last.next.last == "The last session in this room");
  CHECK(upcoming(last).empty());
}

TEST_CASE("what staff delayed stands with its printed time, on stage and in the list") {
  Schedule schedule = programme({"Hall | 13:00 - 13:30 | Alpha", "Hall | 13:30 - 14:00 | Beta"});
  for (Session& session : schedule.sessions) {
    session.printed_start = session.start - 10min;
    session.printed_end = *session.end - 10min;
  }
  const SignTexts texts = words_at(sign_of(schedule), "13:05");
  CHECK(texts.main.printed == "was 12:50 – 1:20 PM");
  REQUIRE(texts.next.sessions.size() == 1);
  CHECK(texts.next.sessions.front().printed == "was 1:20 PM");
  // A talk that only ends later begins when it was printed.
  schedule.sessions[0].printed_start = schedule.sessions[0].start;
  schedule.sessions[1].printed_start = schedule.sessions[1].start;
  const SignTexts longer = words_at(sign_of(schedule), "13:05");
  CHECK(longer.main.printed == "was 1:00 – 1:20 PM");
  CHECK(longer.next.sessions.front().printed.empty());
}

TEST_CASE("what the feed calls delayed without saying by how much is told as such, on stage and in the list") {
  Schedule schedule = programme({"Hall | 13:00 - 13:30 | Alpha", "Hall | 13:30 - 14:00 | Beta"});
  for (Session& session : schedule.sessions) session.delayed = true;
  const SignTexts texts = words_at(sign_of(schedule), "13:05");
  CHECK(texts.main.status + texts.main.printed == "Now, delayed");
  REQUIRE(texts.next.sessions.size() == 1);
  CHECK(texts.next.sessions.front().printed == "delayed");
}

TEST_CASE("the phases of a countdown in words, whatever the config sets them to") {
  struct Row {
    seconds warning, danger;
    const char* at;
    const char* texts;
  };
  const Row rows[] = {
      {180s, 60s, "13:26:59", ""},
      {180s, 60s, "13:27", "Last 3 minutes"},
      {180s, 60s, "13:29", "▲ Last minute"},
      {90s, 30s, "13:28:30", "Last 90 seconds"},
      {90s, 30s, "13:29:30", "▲ Last 30 seconds"},
      {600s, 120s, "13:28", "▲ Last 2 minutes"},
  };
  const Schedule schedule = programme({"Hall | 13:00 - 13:30 | Alpha"});
  ViewInput input = sign_of(schedule);
  input.layout = Layout::countdown;
  for (const Row& row : rows) {
    CAPTURE(row.at);
    input.countdown.warning = row.warning;
    input.countdown.danger = row.danger;
    CHECK(words_at(input, row.at).count.phase_text == row.texts);
  }
}

TEST_CASE("a replacement says its title, or its text alone; a takeover goes before it") {
  const Schedule schedule = programme({"Hall | 13:00 - 13:30 | Alpha"});
  ViewInput input = sign_of(schedule);
  input.replacement = Replacement{"Private event", "Back at four", std::nullopt};
  const SignTexts both = words_at(input, "13:05");
  CHECK(both.message.replacement == "Private event");
  CHECK(both.main.note == "Back at four");
  input.replacement->title.clear();
  const SignTexts text_alone = words_at(input, "13:05");
  CHECK(text_alone.message.replacement == "Back at four");
  CHECK(text_alone.main.note.empty());
  input.messages = {{"", MessageLevel::takeover, "Leave by the nearest exit", moment("13:00"), {}, {}}};
  const SignTexts taken_over = words_at(input, "13:05");
  CHECK(taken_over.message.replacement.empty());
  CHECK(taken_over.message.text == "Leave by the nearest exit");
}

TEST_CASE("no more than eight sessions are listed") {
  Schedule schedule;
  for (int hour = 10; hour < 22; ++hour) add_session(schedule, "Hall | " + std::to_string(hour) + ":00 - | Talk");
  CHECK(words_at(sign_of(schedule), "09:00").next.sessions.size() == 8);
  CHECK(words_at(sign_of(schedule), "19:30").next.sessions.size() == 2);
}

TEST_CASE("the sentence for what is elsewhere, on the Ray Summit's day") {
  struct Row {
    std::string at;
    std::string golden_gate_a;
    std::string lightning_theater;
    std::string rayground;
  };
  const std::string keynote = "Keynote Session, until 11:30 AM: Ray Summit Keynote - Day 1";
  const std::string lunch = "Rayground, until 1:00 PM: Lunch + Networking";
  const Row rows[] = {
      {"08:29:59", "", "", ""},
      {"08:30", "Rayground, until 9:30 AM: Breakfast + Networking", "Rayground, until 9:30 AM: Breakfast + Networking",
       ""},
      {"09:30", keynote, keynote, ""},
      {"11:29:59", keynote, keynote, ""},
      {"11:30", lunch, lunch, ""},
      {"11:45", lunch, "", ""},
      {"12:59:59", lunch, "", ""},
      {"13:00", "", "", ""},
      {"17:00", "Rayground, until 7:00 PM: Ray Summit Celebration Happy Hour", "", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.at);
    CHECK(words_at(shipped_sign("Golden Gate A"), row.at).main.elsewhere == row.golden_gate_a);
    CHECK(words_at(shipped_sign("Lightning Theater"), row.at).main.elsewhere == row.lightning_theater);
    CHECK(words_at(shipped_sign("Rayground"), row.at).main.elsewhere == row.rayground);
  }
}

TEST_CASE("the sentence for what is cancelled") {
  const Schedule schedule =
      programme({"Hall | 13:45 - 14:15 | Gone | cancelled", "Hall | 14:15 - 14:45 | Lost | cancelled",
                 "Hall | 11-05 09:00 - 11-05 09:30 | Late | cancelled"});
  struct Row {
    std::string at;
    std::string absent;
  };
  const Row rows[] = {
      {"11-03 10:00", "Cancelled: Tomorrow 1:45 PM, Gone (+2 more)"},
      {"13:00", "Cancelled: 1:45 PM, Gone (+2 more)"},
      {"13:59:59", "Cancelled: 1:45 PM, Gone (+2 more)"},
      {"14:00", "Cancelled: 2:15 PM, Lost (+2 more)"},  // its start is nearer
      {"14:15", "Cancelled: 2:15 PM, Lost (+1 more)"},
      {"14:45", "Cancelled: Tomorrow 9:00 AM, Late"},
      {"11-05 09:30", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.at);
    CHECK(words_at(sign_of(schedule), row.at).main.absent == row.absent);
  }
}

TEST_CASE("how old what is known is: silent while live, then ever louder") {
  const Schedule schedule = programme({"Hall | 13:00 - 13:30 | Alpha"});
  const ViewInput input = read_once(sign_of(schedule), moment("22:42:10"));
  struct Row {
    std::string at;
    std::string freshness;
  };
  const Row rows[] = {
      {"22:42:10", ""},
      {"22:44:10", ""},
      {"22:44:11", "as of 10:42 PM"},
      {"22:57:10", "as of 10:42 PM"},
      {"22:57:11", "Not updated since 10:42 PM"},
      {"23:59:59", "Not updated since 10:42 PM"},
      {"11-05 03:59:59", "Not updated since 10:42 PM"},
      {"11-05 04:00", "Not updated since yesterday 10:42 PM"},
      {"11-05 22:42:10", "Not updated since yesterday 10:42 PM"},
      {"11-05 22:42:11", "Not updated since yesterday 10:42 PM: times may have changed"},
      {"11-06 00:00", "Not updated since Tue, Nov 4 10:42 PM: times may have changed"},
      {"11-20 00:00", "Not updated since Tue, Nov 4 10:42 PM: times may have changed"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.at);
    CHECK(words_at(input, row.at).freshness == row.freshness);
    CHECK(words_at(sign_of(schedule), row.at).freshness.empty());
  }
}

TEST_CASE("progress, in thousandths, moves with the minutes said beside it") {
  const Schedule schedule = programme({"Hall | 13:00 - 13:20 | Alpha", "Hall | 14:00 - 14:01:30 | Short"});
  struct Row {
    std::string at;
    std::string time_left;
    int progress;
  };
  const Row rows[] = {
      {"13:00", "20 min left", 0},     {"13:00:59", "20 min left", 0}, {"13:01", "19 min left", 50},
      {"13:10", "10 min left", 500},   {"13:19", "1 min left", 950},   {"13:19:59", "1 min left", 950},
      {"14:00", "2 min left", 0},      {"14:00:29", "2 min left", 0},  {"14:00:30", "1 min left", 333},
      {"14:01:29", "1 min left", 333},
  };
  for (const Row& row : rows) {
    CAPTURE(row.at);
    const SignTexts texts = words_at(sign_of(schedule), row.at);
    CHECK(texts.main.time_left == row.time_left);
    CHECK(texts.main.progress.value_or(-1) == row.progress);
  }
  CHECK_FALSE(words_at(sign_of(schedule), "13:30").main.progress.has_value());
}

TEST_CASE("tracks: the config's colour however the name is spelt, else one of the name's own") {
  Schedule schedule =
      programme({"Hall | 13:00 - 13:30 | Alpha", "Hall | 14:00 - 14:30 | Beta", "Hall | 15:00 - 15:30 | Gamma"});
  schedule.sessions[0].track = "VLLM";
  schedule.sessions[1].track = "Water";
  ViewInput input = sign_of(schedule);
  input.tracks = {{"vllm", Color{1, 2, 3}}};
  const SignTexts texts = words_at(input, "13:00");
  CHECK((texts.main.track == TrackLabel{"VLLM", {1, 2, 3}}));
  CHECK((texts.next.sessions.at(0).track == TrackLabel{"Water", colors_for_tracks({}, {"water"}).at("water")}));
  CHECK_FALSE(texts.next.sessions.at(1).track.has_value());
  CHECK_FALSE(words_at(input, "15:00").main.track.has_value());
}

TEST_CASE("venues that count to twenty-four, in another zone") {
  Schedule schedule = programme(
      {"Hall | 13:00 - 13:30 | Alpha", "Foyer | 11:00 - 13:00 | Lunch", "Hall | 11-12 10:00 - 11-12 11:00 | Beta"});
  ViewInput input = sign_of(schedule, {"Hall"}, {"Foyer"});
  input.times = {TimeZone::find("Europe/Berlin").value(), false};
  const SignTexts texts = words_at(input, "12:00");
  CHECK(texts.header.clock == "21:00");
  CHECK(texts.main.time == "22:00 – 22:30");
  CHECK(texts.main.elsewhere == "Foyer, until 22:00: Lunch");
  CHECK(upcoming(texts) == "Wed 12 Nov 19:00 Beta\n");
  // Its days begin at 7 PM in Los Angeles.
  CHECK(words_at(input, "11-05 18:59:59").main.time == "Wed 12 Nov 19:00 – 20:00");
  CHECK(words_at(input, "11-05 19:00").main.time == "Wednesday 19:00 – 20:00");
}

TEST_CASE("a sign that can't work says so, with the time") {
  const View view =
      attention_view("Hall", "The config has no sign \"hal\".", {los_angeles(), true}, moment("13:00:20"));
  CHECK((view.state == RoomStatus::unknown));
  CHECK(view.texts.main.headline == "This sign needs attention");
  CHECK(view.texts.main.note == "The config has no sign \"hal\".");
  CHECK(view.texts.header.clock == "1:00 PM");
  CHECK(view.texts.header.room == "Hall");
  CHECK((view.next_repaint == moment("13:01")));
  CHECK_FALSE(view.next_change.has_value());
}
