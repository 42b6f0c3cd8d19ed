// SPDX-License-Identifier: MIT
// Puts frames on the display: only what differs from the frame before, turned and moved as the sign wants it.
#pragma once

#include <optional>

#include "layout/frame/frame.hpp"
#include "screen/burn_in.hpp"
#include "screen/display.hpp"
#include "screen/fonts/font_book.hpp"
#include "settings/settings.hpp"

namespace placard {

/// Main thread.
class Presenter {
 public:
  Presenter(Display& display, const FontBook& fonts) : display_(display), fonts_(fonts) {}

  enum class Outcome {
    presented,
    unchanged,  ///< the display shows this very frame already
    lost,       ///< there is no display any more
  };
  /// Shows `frame` as of `now`; all of it when the display may have lost its pixels (`redraw`).
  Outcome show(const Frame& frame, bool redraw, const SignSettings& sign, Instant now);

 private:
  bool present(const Frame& frame, bool redraw, const SignSettings& sign, Instant now);
  Offset orbit_of(Instant now, const Frame& frame);

  Display& display_;
  const FontBook& fonts_;
  std::optional<Frame> shown_;
  Pixels canvas_;  // the upright picture of shown_, in its place
  bool canvas_is_whole_ = false;
  Offset orbit_;  // where it was presented
  std::optional<std::chrono::sys_time<std::chrono::minutes>> first_minute_;
};

}  // namespace placard
