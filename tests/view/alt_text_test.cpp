// SPDX-License-Identifier: MIT
#include "view/alt_text.hpp"

#include <doctest/doctest.h>

#include "view/sign_input.hpp"

using namespace placard;
using namespace std::chrono_literals;

namespace {

std::string said(const ViewInput& input, const std::string& at) {
  return alt_text(view_at(input, moment(at)).texts);
}

}  // namespace

TEST_CASE("what is on, what follows, and the last session, in sentences") {
  const Schedule schedule =
      programme({"Hall | 13:00 - 13:30 | Alpha", "Hall | 13:00 - 13:40 | Aside", "Hall | 14:00 - 14:30 | Beta"});
  const ViewInput input = sign_of(schedule);
  CHECK(said(input, "13:05") ==
        "Hall, 1:05 PM. Now: Alpha, 1:00 – 1:30 PM, 25 min left (+1 more here now). Next: 2:00 PM Beta.");
  CHECK(said(input, "13:50") == "Hall, 1:50 PM. Next: Beta, 2:00 – 2:30 PM, in 10 min.");
  CHECK(said(input, "14:05") ==
        "Hall, 2:05 PM. Now: Beta, 2:00 – 2:30 PM, 25 min left. The last session in this room.");
}

TEST_CASE("a full room is told, with what starts elsewhere") {
  const Schedule schedule = programme({"Hall | 13:00 - 13:30 | Alpha", "Foyer | 13:15 - 13:45 | Open"});
  ViewInput input = sign_of(schedule);
  input.room_full = true;
  CHECK(said(input, "13:05") ==
        "Hall, 1:05 PM. Now: Alpha, 1:00 – 1:30 PM, 25 min left, full. The last session in this room. Soon elsewhere: "
        "1:15 PM, Foyer: Open.");
}

TEST_CASE("what is absent is told beside what is on") {
  const Schedule schedule = programme({"Hall | 13:00 - 13:30 | Alpha", "Hall | 13:00 - 13:30 | Gone | cancelled"});
  CHECK(said(sign_of(schedule), "13:05") ==
        "Hall, 1:05 PM. Now: Alpha, 1:00 – 1:30 PM, 25 min left. The last session in this room. Cancelled: 1:00 PM, "
        "Gone.");
}

TEST_CASE("a replacement and a message of staff") {
  const Schedule schedule = programme({"Hall | 13:00 - 13:30 | Alpha"});
  ViewInput input = sign_of(schedule);
  input.replacement = Replacement{"Private event", "Back at four", std::nullopt};
  CHECK(said(input, "13:05") == "Hall, 1:05 PM. Private event. Back at four.");
  input.replacement->text = "Back at four.";
  CHECK(said(input, "13:05") == "Hall, 1:05 PM. Private event. Back at four.");
  input.replacement->text.clear();
  CHECK(said(input, "13:05") == "Hall, 1:05 PM. Private event.");
  input.replacement.reset();
  input.messages = {{"", MessageLevel::notice, "Lunch is served", moment("13:00"), {}, {}}};
  CHECK(said(input, "13:05") ==
        "Hall, 1:05 PM. Lunch is served (Staff notice, 1:00 PM). Now: Alpha, 1:00 – 1:30 PM, 25 min left. The last "
        "session in this room.");
}

TEST_CASE("what is not fresh says since when") {
  const Schedule schedule = programme({"Hall | 13:00 - 13:30 | Alpha"});
  CHECK(
      said(read_once(sign_of(schedule), moment("12:40")), "13:05") ==
      "Hall, 1:05 PM. Now: Alpha, 1:00 – 1:30 PM, 25 min left. The last session in this room. Not updated since 12:40 "
      "PM.");
}
