// SPDX-License-Identifier: MIT
#include "screen/x11_screen.hpp"

#include <xcb/xcb.h>

#include <cstdlib>
#include <string_view>
#include <utility>

namespace placard {
namespace {

struct Free {
  void operator()(void* memory) const { std::free(memory); }
};
template <typename T>
using Reply = std::unique_ptr<T, Free>;

struct Disconnect {
  void operator()(xcb_connection_t* server) const { xcb_disconnect(server); }
};
using ServerHandle = std::unique_ptr<xcb_connection_t, Disconnect>;

constexpr int kSentByClient = 0x80;  // set in an event's type

const xcb_screen_t* screen_of(xcb_connection_t* server, int number) {
  auto screens = xcb_setup_roots_iterator(xcb_get_setup(server));
  for (; screens.rem > 1 && number > 0; --number) xcb_screen_next(&screens);
  return screens.data;
}

xcb_atom_t atom(xcb_connection_t* server, std::string_view name) {
  const auto asked = xcb_intern_atom(server, 1, static_cast<std::uint16_t>(name.size()), name.data());
  const Reply<xcb_intern_atom_reply_t> reply(xcb_intern_atom_reply(server, asked, nullptr));
  return reply ? reply->atom : xcb_atom_t{XCB_ATOM_NONE};
}

// The window that a property of another names; XCB_NONE: it names none.
xcb_window_t named_window(xcb_connection_t* server, xcb_window_t of, xcb_atom_t property) {
  const auto asked = xcb_get_property(server, 0, of, property, XCB_ATOM_WINDOW, 0, 1);
  const Reply<xcb_get_property_reply_t> reply(xcb_get_property_reply(server, asked, nullptr));
  if (!reply || xcb_get_property_value_length(reply.get()) != sizeof(xcb_window_t)) return XCB_NONE;
  return *static_cast<const xcb_window_t*>(xcb_get_property_value(reply.get()));
}

void listen_to(xcb_connection_t* server, xcb_window_t window) {
  const std::uint32_t mask = XCB_EVENT_MASK_STRUCTURE_NOTIFY;
  xcb_change_window_attributes(server, window, XCB_CW_EVENT_MASK, &mask);
}

}  // namespace

struct X11Screen::Connection {
  ServerHandle handle;
  xcb_window_t window = XCB_NONE;
  xcb_window_t root = XCB_NONE;
  PixelSize size;

  xcb_connection_t* server() const { return handle.get(); }
};

X11Screen::X11Screen(std::unique_ptr<Connection> connection) : connection_(std::move(connection)) {}
X11Screen::~X11Screen() = default;

std::unique_ptr<X11Screen> X11Screen::watch(std::uint32_t window) {
  int number = 0;
  ServerHandle server(xcb_connect(nullptr, &number));
  if (xcb_connection_has_error(server.get()) != 0) return nullptr;
  const xcb_screen_t* screen = screen_of(server.get(), number);
  listen_to(server.get(), window);
  listen_to(server.get(), screen->root);
  xcb_flush(server.get());
  auto connection = std::make_unique<Connection>();
  connection->handle = std::move(server);
  connection->window = window;
  connection->root = screen->root;
  connection->size = {screen->width_in_pixels, screen->height_in_pixels};
  return std::unique_ptr<X11Screen>(new X11Screen(std::move(connection)));
}

PixelSize X11Screen::size() const {
  return connection_->size;
}

int X11Screen::descriptor() const {
  return xcb_get_file_descriptor(connection_->server());
}

X11News X11Screen::take_news() {
  X11News news;
  while (const Reply<xcb_generic_event_t> event{xcb_poll_for_event(connection_->server())}) {
    news.any = true;
    const int type = event->response_type & ~kSentByClient;
    if (type == XCB_DESTROY_NOTIFY) {
      const auto* gone = reinterpret_cast<const xcb_destroy_notify_event_t*>(event.get());
      news.window_gone = news.window_gone || gone->window == connection_->window;
    } else if (type == XCB_CONFIGURE_NOTIFY) {
      const auto* changed = reinterpret_cast<const xcb_configure_notify_event_t*>(event.get());
      if (changed->window == connection_->root) news.size = PixelSize{changed->width, changed->height};
    }
  }
  news.server_gone = xcb_connection_has_error(connection_->server()) != 0;
  return news;
}

// Who looks after windows names a window of its own, which names itself: else that manager is gone.
bool X11Screen::is_managed() const {
  xcb_connection_t* server = connection_->server();
  const xcb_atom_t check = atom(server, "_NET_SUPPORTING_WM_CHECK");
  if (check == XCB_ATOM_NONE) return false;
  const xcb_window_t manager = named_window(server, connection_->root, check);
  return manager != XCB_NONE && named_window(server, manager, check) == manager;
}

void X11Screen::cover(PixelSize size) {
  constexpr std::uint16_t kPlace =
      XCB_CONFIG_WINDOW_X | XCB_CONFIG_WINDOW_Y | XCB_CONFIG_WINDOW_WIDTH | XCB_CONFIG_WINDOW_HEIGHT;
  const std::uint32_t place[] = {0, 0, static_cast<std::uint32_t>(size.width), static_cast<std::uint32_t>(size.height)};
  xcb_configure_window(connection_->server(), connection_->window, kPlace, place);
  xcb_flush(connection_->server());
}

}  // namespace placard
