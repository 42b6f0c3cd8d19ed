// SPDX-License-Identifier: MIT
#include "screen/x11_screen.hpp"

#include <xcb/xcb.h>

#include <cstdlib>
#include <utility>

namespace placard {
namespace {

struct Free {
  void operator()(void* memory) const { std::free(memory); }
};
using EventHandle = std::unique_ptr<xcb_generic_event_t, Free>;

struct Disconnect {
  void operator()(xcb_connection_t* server) const { xcb_disconnect(server); }
};

constexpr std::uint8_t kSentByClient = 0x80;  // set in an event's type

}  // namespace

struct X11Screen::Connection {
  std::unique_ptr<xcb_connection_t, Disconnect> handle;
  xcb_window_t window;

  xcb_connection_t* server() const { return handle.get(); }

  void listen_to(xcb_window_t which) const {
    const std::uint32_t mask = XCB_EVENT_MASK_STRUCTURE_NOTIFY;
    xcb_change_window_attributes(server(), which, XCB_CW_EVENT_MASK, &mask);
  }
};

X11Screen::X11Screen(std::unique_ptr<Connection> connection) : connection_(std::move(connection)) {}
X11Screen::~X11Screen() = default;

std::unique_ptr<X11Screen> X11Screen::watch(std::uint32_t window) {
  auto connection =
      std::unique_ptr<Connection>(new Connection{decltype(Connection::handle)(xcb_connect(nullptr, nullptr)), window});
  if (xcb_connection_has_error(connection->server()) != 0) return nullptr;
  connection->listen_to(window);
  xcb_flush(connection->server());
  return std::unique_ptr<X11Screen>(new X11Screen(std::move(connection)));
}

int X11Screen::descriptor() const {
  return xcb_get_file_descriptor(connection_->server());
}

X11News X11Screen::take_news() {
  X11News news;
  while (const EventHandle event{xcb_poll_for_event(connection_->server())}) {
    news.any = true;
    if ((event->response_type & ~kSentByClient) != XCB_DESTROY_NOTIFY) continue;
    const auto* gone = reinterpret_cast<const xcb_destroy_notify_event_t*>(event.get());
    news.window_gone = news.window_gone || gone->window == connection_->window;
  }
  news.server_gone = xcb_connection_has_error(connection_->server()) != 0;
  return news;
}

}  // namespace placard
