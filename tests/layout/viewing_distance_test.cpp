// SPDX-License-Identifier: MIT
#include "layout/viewing_distance.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <set>

#include "commands/findings.hpp"
#include "layout/layout.hpp"
#include "layout/type/fake_measure.hpp"
#include "view/sign_input.hpp"

using namespace placard;
using namespace placard::test;

namespace {

struct Row {
  int width, height;
  double panel_mm;
  double usual;  // reads from there without a viewing distance
  double asked;
  double reads;
};

// 7", 10.1", 24" and 43" panels.
const Row kRows[] = {
    {800, 480, 153, 0.7, 0.5, 0.7},   {800, 480, 153, 0.7, 0.7, 0.7}, {800, 480, 153, 0.7, 1, 1.0},
    {800, 480, 217, 1.0, 2, 2.1},     {1280, 800, 217, 1.0, 2, 2.0},  {1920, 1080, 531, 2.2, 2, 2.2},
    {1920, 1080, 531, 2.2, 3, 3.0},   {1920, 1080, 952, 3.9, 5, 5.5}, {1080, 1920, 298, 2.2, 3, 3.0},
    {1920, 1080, 531, 2.2, 100, 4.8},
};

View view_of_now(const std::string& title) {
  const Schedule hall = programme({"Hall | 13:00 - 13:30 | " + title, "Hall | 13:45 - 14:15 | What comes next"});
  return view_at(sign_of(hall), moment("13:05"));
}

Frame frame_of(const View& view, const Row& row, std::optional<double> distance) {
  const FakeMeasure measure;
  return lay_out(view, Panel{row.width, row.height, row.panel_mm, distance}, dark_theme(), measure);
}

}  // namespace

TEST_CASE("type grows until a sign reads from its viewing distance, as far as its glass allows") {
  const View view = view_of_now("Scaling Ray to a thousand nodes");
  for (const Row& row : kRows) {
    CAPTURE(row.width);
    CAPTURE(row.panel_mm);
    CAPTURE(row.asked);
    const Frame usual = frame_of(view, row, std::nullopt);
    CHECK(usual.declared_distance_m == doctest::Approx(row.usual));
    const Frame frame = frame_of(view, row, row.asked);
    CHECK(frame.declared_distance_m == doctest::Approx(row.reads));
    if (row.asked <= row.usual) CHECK(frame == usual);
  }
}

TEST_CASE("what is said beside gives way, never the title, the times, the room or five sizes of type") {
  for (const Row& row : kRows) {
    for (const char* title : {"Alpha", "A title of some more words that has to be set in two or three lines"}) {
      for (const double asked : {1.0, 1.5, 2.0, 3.0, 5.0, 10.0}) {
        CAPTURE(row.width);
        CAPTURE(row.panel_mm);
        CAPTURE(title);
        CAPTURE(asked);
        const Frame frame = frame_of(view_of_now(title), row, asked);
        const int margin = std::min(row.width, row.height) * 4 / 100;
        std::set<Role> roles;
        std::set<int> sizes;
        for (const Item& item : frame.items) {
          roles.insert(item.role);
          if (!item.lines.empty()) sizes.insert(item.font.px);
          if (item.role == Role::title) CHECK(!item.truncated);
          CHECK(item.box.right() <= row.width - margin);
          CHECK(item.box.bottom() <= row.height - margin);
        }
        for (const Role role : {Role::room, Role::clock, Role::title, Role::time}) CHECK(roles.count(role) == 1);
        CHECK(sizes.size() <= 5);
      }
    }
  }
}

TEST_CASE("in the countdown the number gives up only what it can spare") {
  const Schedule talks = programme({"Hall | 13:00 - 13:15 | A lightning talk with a title of several words"});
  ViewInput input = sign_of(talks);
  input.layout = Layout::countdown;
  const View view = view_at(input, moment("13:05"));
  const auto number = [](const Frame& frame) {
    return *std::find_if(frame.items.begin(), frame.items.end(),
                         [](const Item& item) { return item.role == Role::countdown; });
  };
  for (const Row& row : kRows) {
    for (const double asked : {1.0, 2.0, 3.0, 5.0, 10.0, 100.0}) {
      CAPTURE(row.width);
      CAPTURE(row.panel_mm);
      CAPTURE(asked);
      const Frame usual = frame_of(view, row, std::nullopt);
      const Frame frame = frame_of(view, row, asked);
      const Panel panel{row.width, row.height, row.panel_mm};
      const bool can_spare = readable_from_m(number(frame), frame, panel) >= asked;
      CHECK((can_spare || number(frame).cap_px >= number(usual).cap_px));
      CHECK(number(frame).cap_px * 5 >= number(usual).cap_px * 3);
      CHECK(frame.declared_distance_m >= usual.declared_distance_m);
    }
  }
}

namespace {

// A frame of made-up items that reads from farther the larger its scale is.
using Change = std::function<void(Frame& larger)>;
Frame chosen_of(const Change& change) {
  const Panel panel{800, 480, 153, 2.0};
  const int usual = scale_for(800, 480).body;
  return laid_out_for_distance(panel, [&](const TypeScale& scale) {
    Frame frame{800, 480, dark_theme().background, scale.body > usual ? 2.5 : 1.0, {}};
    int y = 40;
    for (const Role role : {Role::room, Role::title, Role::time}) {
      Item item;
      item.role = role;
      item.box = {100, y, 300, 40};
      item.lines = {PlacedLine{}};
      frame.items.push_back(item);
      y += 60;
    }
    if (scale.body > usual) change(frame);
    return frame;
  });
}

}  // namespace

TEST_CASE("of larger frames only those are taken that are sound: on the glass, apart, the main text whole") {
  CHECK(chosen_of([](Frame&) {}).declared_distance_m == 2.5);
  struct Row {
    const char* what;
    Change change;
  };
  const Row rows[] = {
      {"over the left edge", [](Frame& frame) { frame.items[0].box.x = 0; }},
      {"over the right edge", [](Frame& frame) { frame.items[0].box.w = 690; }},
      {"over the top", [](Frame& frame) { frame.items[0].box.y = 0; }},
      {"over the bottom", [](Frame& frame) { frame.items[2].box.y = 430; }},
      {"one on the other", [](Frame& frame) { frame.items[1].box.y = 79; }},
      {"a title cut", [](Frame& frame) { frame.items[1].truncated = true; }},
      {"a title gone", [](Frame& frame) { frame.items.erase(frame.items.begin() + 1); }},
      {"times gone", [](Frame& frame) { frame.items.pop_back(); }},
      {"a number that was not there", [](Frame& frame) { frame.items[0].role = Role::countdown; }},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    CHECK(chosen_of(row.change).declared_distance_m == 1.0);
  }
  // Side by side, touching, and what is drawn under a text do not count as covering.
  CHECK(chosen_of([](Frame& frame) { frame.items[1].box = {400, 40, 300, 40}; }).declared_distance_m == 2.5);
  CHECK(chosen_of([](Frame& frame) { frame.items[1].box.y = 80; }).declared_distance_m == 2.5);
  CHECK(chosen_of([](Frame& frame) {
          frame.items.push_back(frame.items[0]);
          frame.items.back().role = Role::progress;
          frame.items.back().lines.clear();
        }).declared_distance_m == 2.5);
  CHECK(chosen_of([](Frame& frame) { frame.items[0].truncated = true; }).declared_distance_m == 2.5);
}

TEST_CASE("where a glass can't reach the distance, its findings say so") {
  const View view = view_of_now("Alpha");
  const Panel panel{800, 480, 153, 9.0};
  const FakeMeasure measure;
  const Frame frame = lay_out(view, panel, dark_theme(), measure);
  CHECK(frame.declared_distance_m < 9.0);
  CHECK(frame_findings(view, frame, panel, 9.0).size() == 3);
  const Frame near = lay_out(view, Panel{800, 480, 153, 1.0}, dark_theme(), measure);
  CHECK(frame_findings(view, near, panel, 1.0).empty());
}
