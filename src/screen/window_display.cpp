// SPDX-License-Identifier: MIT
#include <dlfcn.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cstring>
#include <vector>

#include "screen/display.hpp"
#include "screen/fonts/sdl_handles.hpp"
#include "screen/x11_screen.hpp"

// Last, for it brings Xlib's macros.
#include <SDL_syswm.h>

namespace placard {
namespace {

enum class Extent { fixed_size, whole_screen };

class WindowDisplay final : public Display {
 public:
  WindowDisplay(WindowHandle window, Extent extent)
      : window_(std::move(window)), extent_(extent), x11_(x11_screen(window_.get())) {}
  ~WindowDisplay() override {
    // What is gone cannot be given back: to try would end the program in Xlib.
    if (lost_) {
      static_cast<void>(window_.release());
      return;
    }
    window_.reset();
    SDL_Quit();
  }

  int width() const override { return size().first; }
  int height() const override { return size().second; }

  bool present(const Pixels& panel, const std::vector<Rect>& changed) override {
    SDL_Surface* surface = SDL_GetWindowSurface(window_.get());  // another one after each change of size
    if (surface == nullptr) return false;
    // SDL only reads through this surface.
    auto* pixels = const_cast<std::uint32_t*>(panel.data.data());
    const SurfaceHandle picture(SDL_CreateRGBSurfaceWithFormatFrom(pixels, panel.width, panel.height, 32,
                                                                   panel.width * 4, SDL_PIXELFORMAT_RGB888));
    if (!picture) return false;
    std::vector<SDL_Rect> areas;
    for (const Rect& area : changed) {
      SDL_Rect from{area.x, area.y, area.w, area.h};
      SDL_Rect to = from;
      if (SDL_BlitSurface(picture.get(), &from, surface, &to) != 0) return false;
      if (to.w > 0 && to.h > 0) areas.push_back(to);
    }
    return SDL_UpdateWindowSurfaceRects(window_.get(), areas.data(), static_cast<int>(areas.size())) == 0;
  }

  DisplayEvents take_events() override {
    DisplayEvents events;
    take_news_of_server(events);
    SDL_Event event;
    while (!lost_ && SDL_PollEvent(&event) != 0) {
      events.any = true;
      if (event.type == SDL_QUIT) quit(events);
      if (event.type != SDL_WINDOWEVENT) continue;
      if (event.window.event == SDL_WINDOWEVENT_CLOSE) close_asked_ = true;
      if (shows_damage(event.window.event)) events.redraw = true;
    }
    events.lost = lost_;
    return events;
  }

  // SDL tells of no descriptor of its own; X11 and Wayland have one each, which are theirs alone to read.
  int descriptor() const override { return x11_ ? x11_->descriptor() : -1; }

  bool resize(PixelSize size) override {
    if (extent_ == Extent::whole_screen) return false;
    SDL_SetWindowSize(window_.get(), size.width, size.height);
    return true;
  }

 private:
  static std::unique_ptr<X11Screen> x11_screen(SDL_Window* window) {
    SDL_SysWMinfo info;
    SDL_VERSION(&info.version);
    if (SDL_GetWindowWMInfo(window, &info) != SDL_TRUE || info.subsystem != SDL_SYSWM_X11) return nullptr;
    return X11Screen::watch(static_cast<std::uint32_t>(info.info.x11.window));
  }

  void take_news_of_server(DisplayEvents& events) {
    if (!x11_) return;
    const X11News news = x11_->take_news();
    events.any = news.any;
    lost_ = lost_ || news.window_gone || news.server_gone;
    if (news.size && !lost_) follow_screen(*news.size);
  }

  // Where nobody else does. A window that does not cover the screen, as on one monitor of two, stays as it is.
  void follow_screen(PixelSize screen) {
    const auto [w, h] = size();
    const bool covers = PixelSize{w, h} == screen_;
    screen_ = screen;
    if (extent_ == Extent::whole_screen && covers && !x11_->is_managed()) x11_->cover(screen);
  }

  // Whoever closes a window asks it first; of a compositor that died SDL says only that it is over.
  void quit(DisplayEvents& events) {
    if (close_asked_) {
      events.close = true;
    } else {
      lost_ = true;
    }
  }

  static bool shows_damage(std::uint8_t event) {
    return event == SDL_WINDOWEVENT_EXPOSED || event == SDL_WINDOWEVENT_SIZE_CHANGED ||
           event == SDL_WINDOWEVENT_SHOWN || event == SDL_WINDOWEVENT_RESTORED;
  }

  std::pair<int, int> size() const {
    int w = 0;
    int h = 0;
    SDL_GetWindowSize(window_.get(), &w, &h);
    return {w, h};
  }

  WindowHandle window_;
  Extent extent_;
  std::unique_ptr<X11Screen> x11_;
  PixelSize screen_ = x11_ ? x11_->size() : PixelSize{};
  bool close_asked_ = false;
  bool lost_ = false;
};

void set_hints() {
  SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "1");
  SDL_SetHint(SDL_HINT_VIDEODRIVER, "x11,wayland");
  SDL_SetHint(SDL_HINT_VIDEO_X11_NET_WM_BYPASS_COMPOSITOR, "0");
}

constexpr int kTryAgain = 75;  // EX_TEMPFAIL, as where no display is found at the start

// Xlib would end the program with status 1 when its server goes away, and allows no other answer than an end.
int end_without_display(::Display*) {
  static constexpr char kSentence[] = "The display went away.\n";
  static_cast<void>(!write(STDERR_FILENO, kSentence, sizeof kSentence - 1));
  _exit(kTryAgain);
}

// Xlib would end the program with status 1 at any request that fails, as all do for a window that somebody destroyed.
int go_on(::Display*, XErrorEvent*) {
  return 0;
}

// SDL loads Xlib by itself, so it is asked for where SDL put it.
template <typename Handler>
void set_handler(void* xlib, const char* setter, Handler handler) {
  auto* set = reinterpret_cast<Handler (*)(Handler)>(dlsym(xlib, setter));
  if (set != nullptr) set(handler);
}

void watch_for_lost_server() {
  void* xlib = dlopen("libX11.so.6", RTLD_LAZY | RTLD_NOLOAD);
  if (xlib == nullptr) return;
  set_handler(xlib, "XSetIOErrorHandler", end_without_display);
  set_handler(xlib, "XSetErrorHandler", go_on);
}

bool is_visible_driver(const char* driver) {
  return driver != nullptr && (std::strcmp(driver, "x11") == 0 || std::strcmp(driver, "wayland") == 0);
}

// A sentence where SDL has no display that people see, else "".
std::string start_video() {
  set_hints();
  if (SDL_Init(SDL_INIT_VIDEO) != 0) return fmt::format("There is no display ({}).", SDL_GetError());
  const char* driver = SDL_GetCurrentVideoDriver();
  if (!is_visible_driver(driver)) {
    const std::string sentence = fmt::format("There is no display: SDL offers only \"{}\".", driver ? driver : "none");
    SDL_Quit();
    return sentence;
  }
  // On X11 a plain surface is 100 MB smaller and faster than SDL's texture; Wayland has only the texture.
  if (std::strcmp(driver, "x11") == 0) {
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    watch_for_lost_server();
  }
  SDL_ShowCursor(SDL_DISABLE);
  return "";
}

// Where no window manager is there to grow it, the window must be as large as the screen from the start.
PixelSize screen_size() {
  SDL_DisplayMode desktop{};
  if (SDL_GetDesktopDisplayMode(0, &desktop) != 0) return {1280, 720};
  return {desktop.w, desktop.h};
}

WindowHandle create_window(const std::string& title, PixelSize size, Extent extent) {
  const bool fixed = extent == Extent::fixed_size;
  const std::uint32_t flags = fixed ? SDL_WINDOW_RESIZABLE : SDL_WINDOW_FULLSCREEN_DESKTOP;
  const int place = fixed ? static_cast<int>(SDL_WINDOWPOS_CENTERED) : 0;
  return WindowHandle(SDL_CreateWindow(title.c_str(), place, place, size.width, size.height, flags));
}

}  // namespace

std::variant<std::unique_ptr<Display>, std::string> open_window(const std::string& title, std::optional<int> width,
                                                                std::optional<int> height) {
  std::string sentence = start_video();
  if (!sentence.empty()) return sentence;
  const Extent extent = width && height ? Extent::fixed_size : Extent::whole_screen;
  const PixelSize size = extent == Extent::fixed_size ? PixelSize{*width, *height} : screen_size();
  WindowHandle window = create_window(title, size, extent);
  if (!window) {
    sentence = fmt::format("No window could be opened ({}).", SDL_GetError());
    SDL_Quit();
    return sentence;
  }
  return std::make_unique<WindowDisplay>(std::move(window), extent);
}

}  // namespace placard
