// SPDX-License-Identifier: MIT
// Row B22: memory runs out while a frame is laid out and painted with the real fonts. The picture before stays; the
// next attempt shows the very same as if nothing had failed.
#include <doctest/doctest.h>

#include "layout/layout.hpp"
#include "memory/failing_memory.hpp"
#include "screen/painter.hpp"
#include "screen/presenter.hpp"

using namespace placard;
using namespace placard::test;

namespace {

constexpr PixelSize kSize{320, 200};

// Shows as a window does: only what is said to have changed.
class PaintedDisplay : public Display {
 public:
  int width() const override { return kSize.width; }
  int height() const override { return kSize.height; }
  bool present(const Pixels& panel, const std::vector<Rect>& changed) override {
    if (fails) throw std::bad_alloc();
    if (shown.data.empty()) shown = panel;
    for (const Rect& area : changed) {
      for (int y = std::max(0, area.y); y < std::min(panel.height, area.y + area.h); ++y) {
        for (int x = std::max(0, area.x); x < std::min(panel.width, area.x + area.w); ++x) {
          const auto at =
              static_cast<std::size_t>(y) * static_cast<std::size_t>(panel.width) + static_cast<std::size_t>(x);
          shown.data[at] = panel.data[at];
        }
      }
    }
    return true;
  }
  DisplayEvents take_events() override { return {}; }
  int descriptor() const override { return -1; }
  bool resize(PixelSize) override { return false; }

  Pixels shown;
  bool fails = false;
};

View view_of(const std::string& title, const std::string& clock) {
  View view;
  view.texts.header.room = "Room 5";
  view.texts.header.clock = clock;
  view.texts.main.status = "Now";
  view.texts.main.shows_session = true;
  view.texts.main.headline = title;
  return view;
}

const View kViews[] = {view_of("Keynote", "12:05"), view_of("שלום 東京", "12:06")};

Frame frame_of(const View& view, const FontBook& fonts) {
  return lay_out(view, Panel{kSize.width, kSize.height, std::nullopt}, dark_theme(), fonts);
}

}  // namespace

TEST_CASE("B22: any allocation fails while a frame is laid out and shown: the next attempt shows it as if none had") {
  const auto fonts = FontBook::open(PLACARD_FONTS);
  REQUIRE(fonts != nullptr);
  Pixels wanted[2];
  for (int i = 0; i < 2; ++i) wanted[i] = paint(frame_of(kViews[i], *fonts), *fonts);
  const SignSettings sign;
  const std::size_t tried = fail_each_allocation([&](Fails fails, std::size_t index) {
    CAPTURE(index);
    PaintedDisplay display;
    Presenter presenter(display, *fonts);
    presenter.show(frame_of(kViews[0], *fonts), Repaint::changes, sign, Instant());
    bool failed = false;
    {
      const FailingMemory memory(fails, index);
      try {
        presenter.show(frame_of(kViews[1], *fonts), Repaint::changes, sign, Instant());
      } catch (const std::bad_alloc&) {
      }
      failed = memory.failed();
    }
    const bool stays = display.shown == wanted[0] || display.shown == wanted[1];
    if (!stays) FAIL("a half painted picture was shown");
    presenter.show(frame_of(kViews[1], *fonts), Repaint::changes, sign, Instant());
    if (display.shown != wanted[1]) FAIL("another picture is shown");
    presenter.show(frame_of(kViews[0], *fonts), Repaint::changes, sign, Instant());
    if (display.shown != wanted[0]) FAIL("the way back shows another picture");
    return failed;
  });
  MESSAGE(tried << " failed allocations");
  CHECK(tried > 100);
}

TEST_CASE("B22: any allocation fails while fonts and glyphs are read for the first time") {
  const auto known = FontBook::open(PLACARD_FONTS);
  REQUIRE(known != nullptr);
  const Frame frame = frame_of(kViews[0], *known);
  const Pixels wanted = paint(frame, *known);
  const std::size_t tried = fail_each_allocation([&](Fails fails, std::size_t index) {
    CAPTURE(index);
    const auto fonts = FontBook::open(PLACARD_FONTS);
    bool failed = false;
    {
      const FailingMemory memory(fails, index);
      try {
        paint(frame_of(kViews[0], *fonts), *fonts);
      } catch (const std::bad_alloc&) {
      }
      failed = memory.failed();
    }
    if (frame_of(kViews[0], *fonts) != frame) FAIL("laid out otherwise");
    if (paint(frame, *fonts) != wanted) FAIL("painted otherwise");
    return failed;
  });
  MESSAGE(tried << " failed allocations");
  CHECK(tried > 100);
}

TEST_CASE("B22: a picture of another size that could not be shown does not spoil the next") {
  const auto fonts = FontBook::open(PLACARD_FONTS);
  REQUIRE(fonts != nullptr);
  const SignSettings sign;
  PaintedDisplay display;
  Presenter presenter(display, *fonts);
  presenter.show(frame_of(kViews[0], *fonts), Repaint::changes, sign, Instant());
  const Frame small = lay_out(kViews[1], Panel{240, 160, std::nullopt}, dark_theme(), *fonts);
  display.fails = true;
  CHECK_THROWS_AS(presenter.show(small, Repaint::changes, sign, Instant()), std::bad_alloc);
  display.fails = false;
  const Frame next = frame_of(kViews[1], *fonts);
  presenter.show(next, Repaint::changes, sign, Instant());
  CHECK((display.shown == paint(next, *fonts)));
}
