// SPDX-License-Identifier: MIT
#include <algorithm>

#include "fuzz/claims.hpp"
#include "layout/layout.hpp"
#include "layout/type/fake_measure.hpp"
#include "screen/geometry.hpp"
#include "view/sign_input.hpp"
#include "view/ticking.hpp"

namespace placard::fuzz {
namespace {

using namespace std::chrono_literals;

void claim_plan(const Schedule& schedule, std::size_t room) {
  const RoomPlan plan = plan_room(schedule, {room});
  for (std::size_t i = 0; i < plan.size(); ++i) {
    const PlannedSession& planned = plan[i];
    const std::string& title = planned.session->title;
    claim(planned.end > planned.start, "a planned session lasts", title);
    claim(i == 0 || plan[i - 1].start <= planned.start, "a plan is in order", title);
    const bool written = planned.session->end && *planned.session->end > planned.start;
    claim(written ? planned.end == *planned.session->end : planned.end - planned.start <= 60min,
          "rule 4 decides the end", title);
  }
}

void claim_words(const SignTexts& texts) {
  for (const std::string* text :
       {&texts.header.room, &texts.header.clock, &texts.main.status, &texts.main.headline, &texts.main.note,
        &texts.main.also, &texts.main.time, &texts.main.printed, &texts.main.time_left, &texts.main.elsewhere,
        &texts.main.absent, &texts.next.last, &texts.freshness, &texts.count.number, &texts.count.label}) {
    claim(text->find_first_of("\n\r\t\x1b") == std::string::npos, "words stand on one line", *text);
  }
  claim(!texts.main.progress || (*texts.main.progress >= 0 && *texts.main.progress <= 1000),
        "progress is in thousandths");
}

void claim_view(const View& view) {
  claim((view.state == RoomStatus::now) == view.now.has_value(), "a sign says now when something is on");
  if (view.now) {
    claim(view.now->start <= view.at && view.at < view.now->end, "what is on is on", view.now->title);
    claim(!view.now->cancelled && view.now->moved_to.empty(), "what is on takes place", view.now->title);
  }
  claim(!view.next || view.next->start > view.at, "what is next is yet to come");
  claim(!view.next_change || *view.next_change > view.at, "the next change is yet to come");
  claim(view.next_repaint && *view.next_repaint > view.at, "the next repaint is yet to come");
  claim(!view.next_change || *view.next_repaint <= *view.next_change, "a change is a repaint");
  claim_words(view.texts);
}

// Nothing but what ticks differs until the next change, and something does then.
void claim_change(const ViewInput& input, Instant at) {
  const View view = view_at(input, at);
  claim_view(view);
  if (!view.next_change) return;
  const View still = without_ticking(view);
  claim(without_ticking(view_at(input, *view.next_change - 1s)) == still, "nothing changes before the next change");
  claim(without_ticking(view_at(input, *view.next_change)) != still, "something changes at the next change");
}

// The same while the network is down, and with nights.
void claim_changes(const ViewInput& input, Instant at) {
  claim_change(input, at);
  claim_change(read_once(input, at - 10min), at);
  ViewInput with_nights = input;
  with_nights.open = OpenHours{8h, 22h};
  claim_change(with_nights, at);
}

void claim_frame(const View& view) {
  static const test::FakeMeasure measure;
  const Frame frame = lay_out(view, Panel{800, 480, std::nullopt}, dark_theme(), measure);
  for (const Item& item : frame.items) {
    claim(test::contains(test::safe_area(frame), item.box), "an item is on the glass", item.text);
  }
}

}  // namespace

void claim_signs(const Schedule& schedule) {
  if (schedule.rooms.empty() || schedule.sessions.empty()) return;
  const std::size_t last_room = schedule.rooms.size() - 1;
  const std::size_t last = schedule.sessions.size() - 1;
  for (const std::size_t room : {std::size_t{0}, last_room}) {
    claim_plan(schedule, room);
    ViewInput input = sign_of(schedule, {schedule.rooms[room].name}, {schedule.rooms[last_room / 2].name});
    input.layout = room == 0 ? Layout::automatic : Layout::countdown;
    input.next_rule = room == 0 ? NextRule::talks_first : NextRule::any;
    for (const std::size_t i : {std::size_t{0}, last / 2, last}) {
      const Session& session = schedule.sessions[i];
      for (const Instant at : {session.start - 1s, session.start, session.end.value_or(session.start + 7min)}) {
        const View view = view_at(input, at);
        claim_view(view);
        if (at == session.start) claim_changes(input, at);
        if (i == last && at == session.start) claim_frame(view);  // one is enough: it takes longest
      }
    }
    if (last_room == 0) break;
  }
}

}  // namespace placard::fuzz
