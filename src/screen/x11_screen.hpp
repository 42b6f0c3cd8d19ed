// SPDX-License-Identifier: MIT
// What SDL does not tell of an X server: that it went away, that somebody destroyed our window, or that the screen has
// another size. A connection of our own hears it.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>

#include "settings/settings.hpp"

namespace placard {

/// What happened since it was last asked.
struct X11News {
  bool any = false;
  bool window_gone = false;
  bool server_gone = false;
  std::optional<PixelSize> size;  ///< the screen has another one
};

/// Main thread.
class X11Screen {
 public:
  /// Watches our window and its screen, on the server that DISPLAY names; nullptr: it takes no second connection.
  static std::unique_ptr<X11Screen> watch(std::uint32_t window);
  ~X11Screen();
  X11Screen(const X11Screen&) = delete;
  X11Screen& operator=(const X11Screen&) = delete;

  /// The screen's size when the watch began.
  PixelSize size() const;
  /// Readable when there is news.
  int descriptor() const;
  X11News take_news();
  /// Whether a window manager looks after windows, which then follow the screen by themselves.
  bool is_managed() const;
  /// Has our window cover a screen of that size. SDL hears of it as of any other change of size.
  void cover(PixelSize size);

 private:
  struct Connection;
  explicit X11Screen(std::unique_ptr<Connection> connection);
  std::unique_ptr<Connection> connection_;
};

}  // namespace placard
