// SPDX-License-Identifier: MIT
#include "end_to_end/screen.hpp"

#include <X11/Xlib.h>
#include <X11/Xutil.h>

#include <functional>
#include <numeric>

namespace placard::end_to_end {
namespace {

using namespace std::chrono_literals;

struct CloseDisplay {
  void operator()(::Display* display) const { XCloseDisplay(display); }
};

}  // namespace

Screen::Screen(int width, int height) {
  const std::string size = std::to_string(width) + "x" + std::to_string(height) + "x24";
  // Else the server resets when its last client goes, and throws out whoever connects in that moment.
  server_ = std::make_unique<Background>(
      std::vector<std::string>{"Xvfb", "-displayfd", "1", "-screen", "0", size, "-nolisten", "tcp", "-noreset"});
  eventually(10s, [this] { return server_->out().find('\n') != std::string::npos; });
  const std::string number = server_->out().substr(0, server_->out().find('\n'));
  if (!number.empty()) display_ = ":" + number;
}

Pixels Screen::grab() const {
  const std::unique_ptr<::Display, CloseDisplay> connection(XOpenDisplay(display_.c_str()));
  if (!connection) return {};
  const int screen = DefaultScreen(connection.get());
  Pixels pixels(DisplayWidth(connection.get(), screen), DisplayHeight(connection.get(), screen), kBlack);
  XImage* image =
      XGetImage(connection.get(), RootWindow(connection.get(), screen), 0, 0, static_cast<unsigned>(pixels.width),
                static_cast<unsigned>(pixels.height), AllPlanes, ZPixmap);
  if (image == nullptr) return {};
  for (int y = 0; y < pixels.height; ++y) {
    for (int x = 0; x < pixels.width; ++x) {
      pixels.row(y)[x] = 0xFF000000U | static_cast<std::uint32_t>(XGetPixel(image, x, y) & 0xFFFFFFU);
    }
  }
  XDestroyImage(image);
  return pixels;
}

long differing_pixels(const Pixels& a, const Pixels& b) {
  if (a.width != b.width || a.height != b.height) return -1;
  return static_cast<long>(std::inner_product(a.data.begin(), a.data.end(), b.data.begin(), std::size_t{0},
                                              std::plus<>(), std::not_equal_to<>()));
}

}  // namespace placard::end_to_end
