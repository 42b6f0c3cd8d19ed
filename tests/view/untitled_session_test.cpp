// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "view/sign_input.hpp"

using namespace placard;

TEST_CASE("speakers that head a session for want of a title are not named again beside it") {
  Schedule schedule = programme({"Hall | 13:00 - 13:30 | Ada, Grace", "Hall | 14:00 - 14:30 | Beta"});
  for (Session& session : schedule.sessions) session.speakers = {"Ada", "Grace"};
  CHECK(view_at(sign_of(schedule), moment("13:05")).texts.main.speakers.empty());
  CHECK(view_at(sign_of(schedule), moment("14:05")).texts.main.speakers.size() == 2);
}
