// SPDX-License-Identifier: MIT
#include "screen/burn_in.hpp"

#include <doctest/doctest.h>

#include <set>
#include <utility>

#include "look/theme.hpp"

using namespace placard;

TEST_CASE("the orbit begins in place, goes one pixel a minute, stays in the margin and comes round within the hour") {
  for (const auto& size : {std::pair{320, 240}, {480, 320}, {800, 480}, {1920, 1080}, {1080, 1920}, {3840, 2160}}) {
    CAPTURE(size.first);
    const auto [width, height] = size;
    const int most = std::min(width, height) / 100;  // layouts keep 5 %, safe are 4 %
    CHECK(orbit_at(0, width, height) == Offset{});
    std::set<std::pair<int, int>> seen;
    long sum_x = 0;
    long sum_y = 0;
    for (int minute = 1; minute <= 3 * 60; ++minute) {
      const Offset before = orbit_at(minute - 1, width, height);
      const Offset now = orbit_at(minute, width, height);
      CHECK(std::abs(now.x - before.x) + std::abs(now.y - before.y) == 1);
      CHECK(std::max(std::abs(now.x), std::abs(now.y)) <= std::max(1, most));
      seen.insert({now.x, now.y});
      if (minute > 60) {
        sum_x += now.x;
        sum_y += now.y;
      }
    }
    const Offset after = orbit_at(60, width, height);
    bool came_round = false;
    for (int minute = 61; minute <= 120; ++minute) came_round = came_round || orbit_at(minute, width, height) == after;
    CHECK(came_round);
    CHECK(std::abs(sum_x) < 120 * 2);
    CHECK(std::abs(sum_y) < 120 * 2);
    CHECK(seen.size() >= 8);
  }
}

TEST_CASE("a moved picture is the same picture, elsewhere, and background around it") {
  Pixels picture(6, 4, kBlack);
  for (int y = 0; y < 4; ++y) {
    for (int x = 0; x < 6; ++x) picture.row(y)[x] = static_cast<std::uint32_t>(100 + y * 10 + x);
  }
  const Color background{9, 9, 9};
  for (int dx = -7; dx <= 7; ++dx) {
    for (int dy = -5; dy <= 5; ++dy) {
      const Pixels moved = moved_picture(picture, {dx, dy}, background);
      for (int y = 0; y < 4; ++y) {
        for (int x = 0; x < 6; ++x) {
          const bool inside = x - dx >= 0 && x - dx < 6 && y - dy >= 0 && y - dy < 4;
          CHECK(moved.row(y)[x] == (inside ? picture.row(y - dy)[x - dx] : pack(background)));
        }
      }
    }
  }
}

TEST_CASE("areas move along, and are cut at the edge") {
  CHECK(moved_areas({{0, 0, 10, 10}, {95, 40, 5, 5}}, {3, -2}, 100, 50) ==
        std::vector<Rect>{{3, 0, 10, 8}, {98, 38, 2, 5}});
  CHECK(moved_areas({{0, 0, 2, 2}}, {-3, 0}, 100, 50).empty());
}
