// SPDX-License-Identifier: MIT
#include "end_to_end/input.hpp"

#include <X11/Xlib.h>
#include <X11/extensions/XTest.h>

namespace placard::end_to_end {
namespace {

constexpr unsigned kFirstKey = 9;  // Escape
constexpr unsigned kKeys = 240;
constexpr unsigned kButtons = 7;  // four of them are the wheel

}  // namespace

struct Input::Connection {
  ::Display* display = nullptr;
};

Input::Input(const std::string& display) : connection_(std::make_unique<Connection>()) {
  connection_->display = XOpenDisplay(display.c_str());
}

Input::~Input() {
  if (connection_->display != nullptr) XCloseDisplay(connection_->display);
}

bool Input::there() const {
  int event = 0, error = 0, major = 0, minor = 0;
  return connection_->display != nullptr &&
         XTestQueryExtension(connection_->display, &event, &error, &major, &minor) != 0;
}

// Where no window manager gives the focus to anyone.
void Input::focus_window() {
  ::Display* display = connection_->display;
  Window root = 0, parent = 0;
  Window* children = nullptr;
  unsigned count = 0;
  if (XQueryTree(display, DefaultRootWindow(display), &root, &parent, &children, &count) == 0) return;
  if (count > 0) XSetInputFocus(display, children[count - 1], RevertToPointerRoot, CurrentTime);
  XFree(children);
  XSync(display, False);
}

void Input::random_event(test::Chance& chance) {
  ::Display* display = connection_->display;
  const int down = chance.one_in(2) ? True : False;
  const auto key = kFirstKey + static_cast<unsigned>(chance.below(kKeys));
  const auto button = 1 + static_cast<unsigned>(chance.below(kButtons));
  const int x = static_cast<int>(chance.below(800));
  const int y = static_cast<int>(chance.below(480));
  switch (chance.below(3)) {
    case 0:
      XTestFakeKeyEvent(display, key, down, CurrentTime);
      break;
    case 1:
      XTestFakeButtonEvent(display, button, down, CurrentTime);
      break;
    default:
      XTestFakeMotionEvent(display, -1, x, y, CurrentTime);
  }
  if (chance.one_in(50)) XSync(display, False);
}

void Input::let_go() {
  for (unsigned key = kFirstKey; key < kFirstKey + kKeys; ++key) {
    XTestFakeKeyEvent(connection_->display, key, False, CurrentTime);
  }
  for (unsigned button = 1; button <= kButtons; ++button) {
    XTestFakeButtonEvent(connection_->display, button, False, CurrentTime);
  }
  XSync(connection_->display, False);
}

}  // namespace placard::end_to_end
