// SPDX-License-Identifier: MIT
// A window as the program's display, on an X server of the tests' own.
#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>

#include "end_to_end/screen.hpp"
#include "screen/display.hpp"

namespace placard::end_to_end {
namespace {

using namespace std::chrono_literals;

constexpr Color kOrange{255, 128, 0};

std::unique_ptr<Display> opened(const Screen& screen, std::optional<PixelSize> size) {
  for (const auto& [name, value] : screen.environment()) setenv(name.c_str(), value.c_str(), 1);
  auto window = open_window("test", size ? std::optional(size->width) : std::nullopt,
                            size ? std::optional(size->height) : std::nullopt);
  REQUIRE(std::holds_alternative<std::unique_ptr<Display>>(window));
  return std::move(std::get<std::unique_ptr<Display>>(window));
}

PixelSize size_of(const Display& display) {
  return {display.width(), display.height()};
}

bool present_orange(Display& display) {
  const Pixels picture(display.width(), display.height(), kOrange);
  return display.present(picture, {{0, 0, picture.width, picture.height}});
}

long orange_pixels(const Screen& screen) {
  const Pixels grabbed = screen.grab();
  return std::count(grabbed.data.begin(), grabbed.data.end(), pack(kOrange));
}

// Xvfb's one output cannot change with it, which xrandr complains of after it has set the screen's size.
void change_mode(const Screen& screen, PixelSize size) {
  const std::string text = std::to_string(size.width) + "x" + std::to_string(size.height);
  run_program({"xrandr", "--fb", text}, screen.environment());
}

TEST_CASE("a window of a fixed size takes another one that it is asked for, and shows whole pictures of it") {
  const Screen screen(1280, 800);
  if (screen.display().empty()) return;
  const auto display = opened(screen, PixelSize{800, 480});
  CHECK(present_orange(*display));
  CHECK(eventually(5s, [&] { return orange_pixels(screen) == 800L * 480; }));
  for (const PixelSize size : {PixelSize{1024, 600}, PixelSize{400, 640}}) {
    display->take_events();
    CHECK(display->resize(size));
    CHECK(eventually(5s, [&] { return display->take_events().redraw && size_of(*display) == size; }));
    CHECK(present_orange(*display));
    CHECK(eventually(5s, [&] { return orange_pixels(screen) == static_cast<long>(size.width) * size.height; }));
  }
}

TEST_CASE("a window over the whole screen keeps its size") {
  const Screen screen(1280, 800);
  if (screen.display().empty()) return;
  const auto display = opened(screen, std::nullopt);
  CHECK_FALSE(display->resize({800, 480}));
  CHECK(present_orange(*display));
  CHECK(eventually(5s, [&] { return orange_pixels(screen) == 1280L * 800; }));
}

TEST_CASE("without a window manager a window over the whole screen follows its change of mode") {
  if (!installed("xrandr")) {
    MESSAGE("Skipped: xrandr is not installed.");
    return;
  }
  const Screen screen(1280, 800);
  if (screen.display().empty()) return;
  const auto display = opened(screen, std::nullopt);
  CHECK(present_orange(*display));
  for (const PixelSize size : {PixelSize{1024, 600}, PixelSize{800, 480}, PixelSize{1280, 800}}) {
    CAPTURE(size.width);
    change_mode(screen, size);
    CHECK(eventually(5s, [&] { return display->take_events().redraw && size_of(*display) == size; }));
    CHECK(present_orange(*display));
    CHECK(eventually(5s, [&] { return orange_pixels(screen) == static_cast<long>(size.width) * size.height; }));
  }
}

TEST_CASE("a window of a fixed size stays as it is when the screen changes its mode") {
  if (!installed("xrandr")) return;
  const Screen screen(1280, 800);
  if (screen.display().empty()) return;
  const auto display = opened(screen, PixelSize{640, 480});
  change_mode(screen, {1024, 600});
  CHECK_FALSE(eventually(1s, [&] {
    display->take_events();
    return size_of(*display) != PixelSize{640, 480};
  }));
}

TEST_CASE("a window on X11 has a descriptor to wait for, and nothing is lost while all is well") {
  const Screen screen(640, 480);
  if (screen.display().empty()) return;
  const auto display = opened(screen, std::nullopt);
  CHECK(display->descriptor() >= 0);
  CHECK_FALSE(display->take_events().lost);
}

}  // namespace
}  // namespace placard::end_to_end
