// SPDX-License-Identifier: MIT
// What SDL does not tell of an X server: that it went away, or that somebody destroyed our window. A connection of our
// own hears it.
#pragma once

#include <cstdint>
#include <memory>

namespace placard {

/// What happened since it was last asked.
struct X11News {
  bool any = false;
  bool window_gone = false;
  bool server_gone = false;
};

/// Main thread.
class X11Screen {
 public:
  /// Watches our window, on the server that DISPLAY names; nullptr: it takes no second connection.
  static std::unique_ptr<X11Screen> watch(std::uint32_t window);
  ~X11Screen();
  X11Screen(const X11Screen&) = delete;
  X11Screen& operator=(const X11Screen&) = delete;

  /// Readable when there is news.
  int descriptor() const;
  X11News take_news();

 private:
  struct Connection;
  explicit X11Screen(std::unique_ptr<Connection> connection);
  std::unique_ptr<Connection> connection_;
};

}  // namespace placard
