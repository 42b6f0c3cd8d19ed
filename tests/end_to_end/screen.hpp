// SPDX-License-Identifier: MIT
// A real X screen that nobody sees, and what is on it.
#pragma once

#include <csignal>
#include <memory>
#include <string>

#include "end_to_end/process.hpp"
#include "screen/pixels.hpp"

namespace placard::end_to_end {

/// An Xvfb of its own. `display` is empty when it did not start.
class Screen {
 public:
  Screen(int width, int height);

  const std::string& display() const { return display_; }
  Environment environment() const { return {{"DISPLAY", display_}, {"WAYLAND_DISPLAY", ""}, {"SDL_VIDEODRIVER", ""}}; }
  /// Has the X server stand still, as a display does whose driver hangs; or go on.
  void freeze(bool still) const { server_->signal(still ? SIGSTOP : SIGCONT); }
  /// What the screen shows.
  Pixels grab() const;

 private:
  std::unique_ptr<Background> server_;
  std::string display_;
};

/// How many pixels differ; -1 when the sizes do.
long differing_pixels(const Pixels& a, const Pixels& b);

}  // namespace placard::end_to_end
