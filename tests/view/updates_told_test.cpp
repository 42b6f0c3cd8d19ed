// SPDX-License-Identifier: MIT
// What an update of the feed changed, as the sign tells it to people on their way.
#include <doctest/doctest.h>

#include "schedule/announced_schedule.hpp"
#include "view/sign_input.hpp"

using namespace placard;

namespace {

using Lines = std::vector<std::string>;

// The sign of the Hall at `at`, when the feed changed at noon.
View told(const Lines& before, const Lines& after, const std::string& at, const std::string& room = "Hall") {
  static Schedule schedule;
  const Schedule updated = programme(after);
  schedule = with_changes_announced(updated, changes_to_announce({}, programme(before), updated, moment("12:00")));
  return view_at(sign_of(schedule, {room}), moment(at));
}

const Lines kBefore = {"Hall | 14:30 - 15:00 | Alpha", "Hall | 16:00 - 16:30 | Beta"};

}  // namespace

TEST_CASE("a session that is gone is told for two hours before it, and until it would have ended") {
  struct Row {
    const char* at;
    const char* absent;
  };
  const Row rows[] = {{"12:29:59", ""},
                      {"12:30", "Cancelled: 2:30 PM, Alpha"},
                      {"14:30", "Cancelled: 2:30 PM, Alpha"},
                      {"14:59:59", "Cancelled: 2:30 PM, Alpha"},
                      {"15:00", ""}};
  for (const Row& row : rows) {
    CAPTURE(std::string(row.at));
    const View view = told(kBefore, {kBefore[1]}, row.at);
    CHECK(view.texts.main.absent == row.absent);
    CHECK(view.next->title == "Beta");
    CHECK(view.absent.size() == (*row.absent == '\0' ? 0 : 1));
  }
  const View before = told(kBefore, {kBefore[1]}, "12:00");
  CHECK(before.next_change == moment("12:30"));
}

TEST_CASE("a session in another room is told where it was; there it is as any other") {
  const View here = told(kBefore, {"Foyer | 14:30 - 15:00 | Alpha", kBefore[1]}, "14:00");
  CHECK(here.texts.main.absent == "Moved to Foyer: 2:30 PM, Alpha");
  CHECK(here.absent.at(0).moved_to == "Foyer");
  CHECK(here.next->title == "Beta");
  const View there = told(kBefore, {"Foyer | 14:30 - 15:00 | Alpha", kBefore[1]}, "14:00", "Foyer");
  CHECK(there.next->title == "Alpha");
  CHECK(there.absent.empty());
}

TEST_CASE("a session in another room and at another time is told with both, where it was") {
  struct Row {
    const char* now;
    const char* absent;
  };
  const Row rows[] = {
      {"Foyer | 15:30 - 16:00", "Moved to Foyer, 3:30 PM (was 2:30 PM): Alpha"},
      {"Foyer | 11-05 10:00 - 11-05 10:30", "Moved to Foyer, tomorrow 10:00 AM (was 2:30 PM): Alpha"},
      {"Foyer | 14:30 - 15:30", "Moved to Foyer: 2:30 PM, Alpha"},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.now));
    const View here = told(kBefore, {std::string(row.now) + " | Alpha", kBefore[1]}, "14:00");
    CHECK(here.texts.main.absent == row.absent);
    CHECK(here.next->title == "Beta");
    CHECK(told(kBefore, {std::string(row.now) + " | Alpha", kBefore[1]}, "14:00", "Foyer").absent.empty());
  }
}

TEST_CASE("a session that leaves one of its rooms is told there alone, and in the other if its time changes") {
  const Lines both = {"Hall, Foyer | 14:30 - 15:00 | Alpha", kBefore[1], "Foyer | 16:00 - 16:30 | Gamma"};
  const auto with = [&both](const std::string& alpha) { return Lines{alpha, both[1], both[2]}; };
  CHECK(told(both, with("Foyer | 14:30 - 15:00 | Alpha"), "14:00").texts.main.absent ==
        "Moved to Foyer: 2:30 PM, Alpha");
  CHECK(told(both, with("Foyer | 14:30 - 15:00 | Alpha"), "14:00", "Foyer").absent.empty());
  const Lines later = with("Foyer | 15:15 - 15:45 | Alpha");
  CHECK(told(both, later, "14:00").texts.main.absent == "Moved to Foyer, 3:15 PM (was 2:30 PM): Alpha");
  CHECK(told(both, later, "14:00", "Foyer").texts.main.printed == "was 2:30 – 3:00 PM");
  const Lines behind = with("Foyer | 17:00 - 17:30 | Alpha");
  CHECK(told(both, behind, "14:00", "Foyer").texts.main.absent == "New time 5:00 PM (was 2:30 PM): Alpha");
}

TEST_CASE("a session at another time is told with the time before, wherever it stands") {
  struct Row {
    const char* now_at;
    const char* at;
    const char* absent;   // a note at its old place
    const char* printed;  // beside its new times
  };
  const Row rows[] = {
      // On stage itself, the printed times are beside the new ones and the note would say it twice.
      {"15:00 - 15:30", "14:00", "", "was 2:30 – 3:00 PM"},
      {"14:00 - 14:15", "13:30", "", "was 2:30 – 3:00 PM"},
      {"14:00 - 14:15", "14:10", "", "was 2:30 – 3:00 PM"},
      // Behind another session, people who come at the old time find a note.
      {"17:00 - 17:30", "14:29", "New time 5:00 PM (was 2:30 PM): Alpha", ""},
      {"11-05 10:00 - 11-05 10:30", "14:30", "New time tomorrow 10:00 AM (was 2:30 PM): Alpha", ""},
      // Not hours ahead.
      {"15:00 - 15:30", "12:29", "", ""},
      {"17:00 - 17:30", "12:29", "", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.now_at));
    CAPTURE(std::string(row.at));
    const View view = told(kBefore, {"Hall | " + std::string(row.now_at) + " | Alpha", kBefore[1]}, row.at);
    CHECK(view.texts.main.absent == row.absent);
    CHECK(view.texts.main.printed == row.printed);
  }
}

TEST_CASE("after the event's last session nothing is news any more, and the words stay what they were") {
  const Schedule schedule = programme({"Hall | 13:00 - 13:30 | Alpha", "Foyer | 15:00 -       | Beta"});
  struct Row {
    const char* read;
    const char* at;
    const char* freshness;
    const char* headline;
  };
  const Row rows[] = {
      {"15:58", "15:59:59", "live", "That was the last session here"},
      {"16:00", "16:00", "old", "That was the last session here"},  // without an end: an hour
      {"18:00", "18:00", "old", "That was the last session here"},
      {"14:00", "11-05 15:00", "old", "The programme may have changed"},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.at));
    const View view = view_at(read_once(sign_of(schedule), moment(row.read)), moment(row.at));
    CHECK(std::string(name_of(view.freshness)) == row.freshness);
    CHECK(view.texts.main.headline == row.headline);
  }
  // Asked for an instant with what is read then, it counts as read then.
  CHECK((view_at(sign_of(schedule), moment("18:00")).freshness == Freshness::live));
  CHECK(view_at(read_once(sign_of(schedule), moment("18:00")), moment("18:00")).texts.freshness == "");
  CHECK(view_at(read_once(sign_of(schedule), moment("17:30")), moment("18:00")).texts.freshness ==
        "Not updated since 5:30 PM");
}

TEST_CASE("a schedule kept from a time that nobody can tell claims no now") {
  const Schedule schedule = programme(kBefore);
  ViewInput input = sign_of(schedule);
  input.evidence.age = AgeUnknown{};
  const View view = view_at(input, moment("14:40"));
  CHECK((view.freshness == Freshness::old));
  CHECK_FALSE(view.now.has_value());
  CHECK_FALSE(view.data_as_of.has_value());
  CHECK(view.texts.freshness == "Not updated for a long time: times may have changed");
}
