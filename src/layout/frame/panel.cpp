// SPDX-License-Identifier: MIT
#include "layout/frame/panel.hpp"

#include <algorithm>
#include <cmath>

namespace placard {
namespace {

// The panel's width in mm where nobody says: the commonest one of that many pixels (3.5", 7", 10.1", 24"; a portrait
// panel is one of these turned).
double guessed_width_mm(const Panel& panel) {
  const int longer = std::max(panel.width, panel.height);
  const double length = longer <= 480 ? 74 : longer <= 1024 ? 153 : longer <= 1280 ? 217 : 531;
  return length * panel.width / longer;
}

bool is_essential(Role role) {
  return role == Role::room || role == Role::title || role == Role::time || role == Role::place || role == Role::next_time ||
         role == Role::message;
}

}  // namespace

// DISCAS basic decision making: an element is read from 200 times its height.
double readable_from_m(const Item& item, const Frame& frame, const Panel& panel) {
  const double mm_per_px = panel.panel_width_mm.value_or(guessed_width_mm(panel)) / frame.width;
  return std::round(item.cap_px * mm_per_px * 200 / 100) / 10;
}

double declared_distance_m(const Frame& frame, const Panel& panel) {
  double least = 0;
  for (const Item& item : frame.items) {
    const double distance = readable_from_m(item, frame, panel);
    if (is_essential(item.role) && (least == 0 || distance < least)) least = distance;
  }
  return least;
}

}  // namespace placard
