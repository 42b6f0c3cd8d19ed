// SPDX-License-Identifier: MIT
#include "look/theme.hpp"

#include <algorithm>
#include <cmath>

namespace placard {
namespace {

int px(double value) {
  return std::max(1, static_cast<int>(std::lround(value)));
}

// What comes second need not be read from as far.
constexpr double kMostForSmall = 1.3;

// As dark as text on black may be for 7:1.
constexpr double kDimLuminance = 0.31;

Color dimmed(Color color) {
  Color out = color;
  for (double share = 0; share < 1 && luminance(out) > kDimLuminance + 0.02; share += 0.02) {
    out = mix(color, kBlack, share);
  }
  return out;
}

}  // namespace

Color Theme::shade(Color color) const {
  return dim ? dimmed(color) : color;
}

Theme dim_theme() {
  const Theme& day = dark_theme();
  Theme theme = day;
  theme.background = kBlack;
  theme.text = dimmed(day.text);
  theme.quiet = dimmed(day.quiet);
  theme.rule = mix(day.rule, kBlack, 0.5);
  theme.warning = dimmed(day.warning);
  theme.danger = dimmed(day.danger);
  theme.dim = true;
  return theme;
}

const Theme& dark_theme() {
  static constexpr Theme kTheme{{0x0E, 0x11, 0x16}, {0xF4, 0xF6, 0xF8}, {0xAA, 0xB4, 0xC0}, {0x33, 0x3B, 0x47},
                                {0xFF, 0xC8, 0x3D}, {0xFF, 0x8F, 0x66}, {0x03, 0x06, 0x0A}, {0xFF, 0xFF, 0xFF}};
  return kTheme;
}

const Theme& light_theme() {
  static constexpr Theme kTheme{{0xF7, 0xF7, 0xF4}, {0x12, 0x16, 0x1B}, {0x47, 0x52, 0x5D}, {0xC9, 0xCD, 0xD1},
                                {0x8A, 0x3B, 0x00}, {0x9B, 0x1C, 0x14}, {0x03, 0x06, 0x0A}, {0xFF, 0xFF, 0xFF}};
  return kTheme;
}

int TypeScale::gap(double units) const {
  return px(unit * units);
}

TypeScale scale_for(int width, int height, double larger) {
  TypeScale scale;
  scale.unit = std::min(width, height) / 100.0;
  scale.margin_x = px(6.0 * scale.unit);
  scale.margin_y = px(5.0 * scale.unit);
  scale.room = std::max(kSmallestPx, px(std::max(7.6, 5.2 * larger) * scale.unit));
  scale.clock = std::max(kSmallestPx, px(6.4 * scale.unit));
  scale.body = std::max(kSmallestPx, px(5.2 * larger * scale.unit));
  scale.small = std::max(kSmallestPx, px(4.2 * std::min(larger, kMostForSmall) * scale.unit));
  // Steps of about 4 %, from the largest that suits the glass down to the size of the room's name.
  const double largest = std::max((height > width ? 12.5 : 14.0) * scale.unit, scale.room * 1.0);
  for (double size = largest; size >= scale.body * 1.12; size *= 0.96) scale.title.push_back(px(size));
  if (scale.title.empty()) scale.title.push_back(scale.body);
  return scale;
}

}  // namespace placard
