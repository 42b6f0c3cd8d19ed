// SPDX-License-Identifier: MIT
// What shows pixels, behind one small interface: a window today, the bare display another day.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "layout/type/text_measure.hpp"
#include "screen/pixels.hpp"
#include "settings/settings.hpp"

namespace placard {

/// What happened to a display since it was last asked.
struct DisplayEvents {
  bool close = false;   ///< someone closed the window
  bool redraw = false;  ///< what was presented may be gone, or the size changed
  bool any = false;     ///< anything at all: more may follow soon
  bool lost = false;    ///< the display, or our window on it, is gone: nothing will be seen any more
};

/// Main thread only.
class Display {
 public:
  Display() = default;
  Display(const Display&) = delete;
  Display& operator=(const Display&) = delete;
  virtual ~Display() = default;

  /// The panel's pixels, before turning.
  virtual int width() const = 0;
  virtual int height() const = 0;
  /// Shows a picture of exactly that size, of which only `changed` may differ from the one shown before. False: the
  /// display is lost.
  virtual bool present(const Pixels& panel, const std::vector<Rect>& changed) = 0;
  /// Takes all waiting events. Keys, pointers and touches do nothing.
  virtual DisplayEvents take_events() = 0;
  /// What to wait for with poll(2): becomes readable when take_events() has what cannot wait. Of the rest, and of all
  /// where there is none (-1), it must be asked from time to time.
  virtual int descriptor() const = 0;
  /// Asks for another size, in pixels before turning. False: the display can only have the size it has. After true,
  /// width() and height() tell the size it has got, now or once take_events() reports `redraw`: what is shown then is
  /// one whole picture of that size.
  virtual bool resize(PixelSize size) = 0;
};

/// A window under X11 or Wayland: of the given size, or the whole screen. A sentence when there is none to be had;
/// SDL's invisible drivers are refused, because a sign nobody can see looks healthy to a supervisor.
std::variant<std::unique_ptr<Display>, std::string> open_window(const std::string& title, std::optional<int> width,
                                                                std::optional<int> height);

}  // namespace placard
