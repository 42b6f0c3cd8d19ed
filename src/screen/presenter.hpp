// SPDX-License-Identifier: MIT
// Puts frames on the display: only what differs from the frame before, turned and moved as the sign wants it.
#pragma once

#include <functional>
#include <optional>

#include "layout/frame/frame.hpp"
#include "screen/burn_in.hpp"
#include "screen/display.hpp"
#include "screen/fonts/font_book.hpp"
#include "settings/settings.hpp"

namespace placard {

/// How much of a picture must reach the display: what changed, or all, for it may have lost its pixels.
enum class Repaint { changes, everything };

/// Main thread.
class Presenter {
 public:
  Presenter(Display& display, const FontBook& fonts) : display_(display), fonts_(fonts) {}

  enum class Outcome {
    presented,
    unchanged,  ///< the display shows this very frame already
    lost,       ///< there is no display any more
  };
  /// Shows `frame` as of `now`. `painted` is called in between: all that is left is the display's.
  Outcome show(
      const Frame& frame, Repaint needed, const SignSettings& sign, Instant now,
      const std::function<void()>& painted = [] {});

 private:
  bool present(const Frame& frame, Repaint needed, const SignSettings& sign, Instant now,
               const std::function<void()>& painted);
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
