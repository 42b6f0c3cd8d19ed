// SPDX-License-Identifier: MIT
// A tick paints only what changed, and ends with the very pixels of painting everything.
#include <doctest/doctest.h>

#include <set>

#include "layout/layout.hpp"
#include "screen/painter.hpp"
#include "screen/ruler.hpp"
#include "view/sign_input.hpp"

using namespace placard;
using namespace placard::test;
using namespace std::chrono_literals;

namespace {

Frame theater_at(Instant at, const Panel& panel) {
  ViewInput input = shipped_sign("Lightning Theater");
  input.layout = Layout::countdown;
  return lay_out(view_at(input, at), panel, dark_theme(), fonts());
}

const Item& number_of(const Frame& frame) {
  for (const Item& item : frame.items) {
    if (item.role == Role::countdown) return item;
  }
  FAIL("no number");
  return frame.items.front();
}

}  // namespace

TEST_CASE("repainting what changed gives the same picture as painting all of it") {
  const Panel panel{800, 480, std::nullopt};
  for (const char* from : {"13:36:57", "13:41:58", "13:43:58", "13:44:57", "12:59:57", "18:44:58", "10:44:58"}) {
    CAPTURE(from);
    Frame before = theater_at(moment(from), panel);
    Pixels pixels = paint(before, fonts());
    for (int tick = 1; tick <= 5; ++tick) {
      CAPTURE(tick);
      const Frame after = theater_at(moment(from) + seconds(tick), panel);
      repaint(pixels, after, changed_areas(before, after), fonts());
      CHECK(pixels == paint(after, fonts()));
      before = after;
    }
  }
}

TEST_CASE("a tick of the countdown touches the number's area alone") {
  const Panel panel{1920, 1080, std::nullopt};
  const Frame before = theater_at(moment("13:37:17"), panel);
  const Frame after = theater_at(moment("13:37:18"), panel);
  const auto areas = changed_areas(before, after);
  CHECK(areas.size() <= 2);
  for (const Rect& area : areas) CHECK(area.w * area.h < 1920 * 1080 / 4);
  CHECK(changed_areas(after, after).empty());
}

TEST_CASE("another size is another picture") {
  const Frame small = theater_at(moment("13:37:17"), {800, 480, std::nullopt});
  const Frame large = theater_at(moment("13:37:17"), {1920, 1080, std::nullopt});
  CHECK(changed_areas(small, large) == std::vector<Rect>{{0, 0, 1920, 1080}});
}

TEST_CASE("through a whole talk no digit leaves its cell and the number keeps its size") {
  for (const Panel& panel : {Panel{800, 480, std::nullopt}, Panel{1080, 1920, std::nullopt}}) {
    std::set<int> sizes;
    std::set<std::pair<int, int>> colons;
    std::set<int> right_edges;
    for (Instant at = moment("13:30:00"); at < moment("13:45:00"); at += 1s) {
      const Frame frame = theater_at(at, panel);
      const Item& number = number_of(frame);
      sizes.insert(number.font.px);
      const PlacedLine& line = number.lines.at(0);
      right_edges.insert(line.x + line.line.width);
      for (const Run& run : line.line.runs) {
        if (run.text == ":") colons.insert({line.x + run.x, line.baseline});
      }
    }
    CHECK(sizes.size() == 1);
    CHECK(colons.size() == 1);
    CHECK(right_edges.size() == 1);
  }
}

TEST_CASE("a phase moves nothing: before, in and after it number, title and what comes next stand where they stood") {
  for (const Panel& panel :
       {Panel{320, 240, std::nullopt}, Panel{480, 320, std::nullopt}, Panel{800, 480, std::nullopt},
        Panel{1024, 600, std::nullopt}, Panel{1280, 800, std::nullopt}, Panel{1920, 1080, std::nullopt},
        Panel{480, 800, std::nullopt}, Panel{1080, 1920, std::nullopt}}) {
    CAPTURE(panel.width);
    CAPTURE(panel.height);
    std::set<std::vector<int>> places;
    for (const char* time : {"13:30:00", "13:41:59", "13:42:00", "13:43:59", "13:44:00", "13:44:59"}) {
      std::vector<int> place;
      for (const Item& item : theater_at(moment(time), panel).items) {
        if (item.role != Role::countdown && item.role != Role::title && item.role != Role::next_title) continue;
        place.insert(place.end(), {item.font.px, item.box.y, item.lines.front().baseline});
      }
      places.insert(place);
    }
    CHECK(places.size() == 1);
  }
}
