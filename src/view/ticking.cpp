// SPDX-License-Identifier: MIT
#include "view/ticking.hpp"

#include <algorithm>

namespace placard {
using namespace std::chrono_literals;

Instant next_tick(const View& view) {
  if (view.countdown) return view.at + 1s;
  const auto since_minute = view.at - std::chrono::floor<std::chrono::minutes>(view.at);
  // Every offset in use is a whole number of minutes, so the venue's minutes begin with UTC's.
  Instant tick = view.at - since_minute + 60s;
  const auto add = [&](Instant deadline) {
    if (deadline <= view.at) return;
    const seconds rest = (deadline - view.at) % 60;
    tick = std::min(tick, view.at + (rest == 0s ? seconds(60) : rest));
  };
  if (view.now) {
    if (!view.now->end_assumed) add(view.now->end);
  } else if (view.next) {
    add(view.next->start);
  }
  return tick;
}

View without_ticking(View view) {
  view.at = Instant{};
  view.data_as_of.reset();
  view.messages_as_of.reset();
  view.next_change.reset();
  view.next_repaint.reset();
  view.texts.header.clock.clear();
  view.texts.main.time_left.clear();
  view.texts.main.progress.reset();
  if (view.countdown) {
    view.countdown->left = 0s;
    view.countdown->text.clear();
    view.texts.count.number.clear();
  }
  return view;
}

}  // namespace placard
