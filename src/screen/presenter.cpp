// SPDX-License-Identifier: MIT
#include "screen/presenter.hpp"

#include <utility>

#include "screen/painter.hpp"

namespace placard {

Presenter::Outcome Presenter::show(const Frame& frame, Repaint needed, const SignSettings& sign, Instant now,
                                   const std::function<void()>& painted) {
  if (needed == Repaint::changes && shown_ && canvas_is_whole_ && *shown_ == frame) {
    painted();
    return Outcome::unchanged;
  }
  Frame showing = frame;  // what is on the display must be known for certain: no memory runs out after it was shown
  if (!present(frame, needed, sign, now, painted)) return Outcome::lost;
  shown_ = std::move(showing);
  return Outcome::presented;
}

// A tick paints only what it changed. If memory runs out half way, the next one paints all.
bool Presenter::present(const Frame& frame, Repaint needed, const SignSettings& sign, Instant now,
                        const std::function<void()>& painted) {
  std::vector<Rect> changed{{0, 0, frame.width, frame.height}};
  const bool same_size = shown_ && shown_->width == frame.width && shown_->height == frame.height;
  // Whatever fails from here on leaves a canvas that nobody has seen.
  const bool was_whole = std::exchange(canvas_is_whole_, false);
  if (needed == Repaint::everything || !same_size || !was_whole) {
    canvas_ = paint(frame, fonts_);
  } else {
    changed = changed_areas(*shown_, frame);
    repaint(canvas_, frame, changed, fonts_);
  }
  const Offset orbit = sign.burn_in ? orbit_of(now, frame) : Offset{};
  const bool moves = orbit != std::exchange(orbit_, orbit);
  painted();
  const Rect everything{0, 0, frame.width, frame.height};
  const bool all = moves || (changed.size() == 1 && changed.front() == everything);
  bool shown = false;
  if (orbit == Offset{} && !moves && sign.rotate == 0) {
    shown = display_.present(canvas_, changed);
  } else {
    const Pixels shifted = moved_picture(canvas_, orbit, frame.background);
    changed = all ? std::vector<Rect>{everything} : moved_areas(changed, orbit, frame.width, frame.height);
    const Pixels panel = sign.rotate == 0 ? shifted : turned(shifted, sign.rotate);
    if (sign.rotate != 0) changed = {Rect{0, 0, panel.width, panel.height}};
    shown = display_.present(panel, changed);
  }
  canvas_is_whole_ = shown;
  return shown;
}

// Counted in the minutes of the clock, so that the picture moves when the clock does.
Offset Presenter::orbit_of(Instant now, const Frame& frame) {
  const auto minute = std::chrono::floor<std::chrono::minutes>(now);
  if (!first_minute_ || minute < *first_minute_) first_minute_ = minute;
  return orbit_at((minute - *first_minute_).count(), frame.width, frame.height);
}

}  // namespace placard
