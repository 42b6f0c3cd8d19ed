// SPDX-License-Identifier: MIT
#include "look/color.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace placard {
double linear_light(std::uint8_t channel) {
  const double value = channel / 255.0;
  return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

std::optional<Color> parse_color(std::string_view text) {
  if (text.size() != 7 || text.front() != '#') return std::nullopt;
  unsigned value = 0;
  const auto result = std::from_chars(text.data() + 1, text.data() + 7, value, 16);
  if (result.ec != std::errc{} || result.ptr != text.data() + 7) return std::nullopt;
  return Color{static_cast<std::uint8_t>(value >> 16U), static_cast<std::uint8_t>((value >> 8U) & 0xFFU),
               static_cast<std::uint8_t>(value & 0xFFU)};
}

std::string to_text(Color color) {
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string out = "#";
  for (const std::uint8_t channel : {color.r, color.g, color.b}) {
    out.push_back(kDigits[channel >> 4U]);
    out.push_back(kDigits[channel & 0xFU]);
  }
  return out;
}

double luminance(Color color) {
  return 0.2126 * linear_light(color.r) + 0.7152 * linear_light(color.g) + 0.0722 * linear_light(color.b);
}

double contrast(Color a, Color b) {
  const double brighter = std::max(luminance(a), luminance(b));
  const double darker = std::min(luminance(a), luminance(b));
  return (brighter + 0.05) / (darker + 0.05);
}

Color mix(Color a, Color b, double share) {
  const auto channel = [share](std::uint8_t from, std::uint8_t to) {
    return static_cast<std::uint8_t>(std::lround(from + (to - from) * std::clamp(share, 0.0, 1.0)));
  };
  return {channel(a.r, b.r), channel(a.g, b.g), channel(a.b, b.b)};
}

Color readable_on(Color background, Color dark, Color light) {
  return contrast(background, dark) >= contrast(background, light) ? dark : light;
}

Color standing_out(Color color, Color background, Color text, double ratio) {
  for (double share = 0; share < 1; share += 0.05) {
    const Color mixed = mix(color, text, share);
    if (contrast(mixed, background) >= ratio) return mixed;
  }
  return text;
}

Color readable_chip(Color color, Color dark, Color light) {
  const Color ink = readable_on(color, dark, light);
  const Color away = ink == dark ? light : dark;
  for (double share = 0; share < 1; share += 0.02) {
    const Color mixed = mix(color, away, share);
    if (contrast(mixed, ink) >= 4.5) return mixed;
  }
  return away;
}

}  // namespace placard
