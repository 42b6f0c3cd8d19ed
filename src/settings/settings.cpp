// SPDX-License-Identifier: MIT
#include "settings/settings.hpp"

#include <algorithm>
#include <charconv>

namespace placard {

const SignSettings* find_sign(const Settings& settings, const std::string& name) {
  for (const SignSettings& sign : settings.signs) {
    if (sign.name == name) return &sign;
  }
  return nullptr;
}

std::vector<std::string> sign_names(const Settings& settings) {
  std::vector<std::string> names;
  for (const SignSettings& sign : settings.signs) names.push_back(sign.name);
  return names;
}

std::optional<PixelSize> parse_size(std::string_view text) {
  PixelSize size;
  const char* end = text.data() + text.size();
  const auto width = std::from_chars(text.data(), end, size.width);
  if (width.ec != std::errc{} || width.ptr == end || *width.ptr != 'x') return std::nullopt;
  const auto height = std::from_chars(width.ptr + 1, end, size.height);
  if (height.ec != std::errc{} || height.ptr != end) return std::nullopt;
  const bool sane = std::min(size.width, size.height) >= kLeastSide && std::max(size.width, size.height) <= kMostSide;
  return sane ? std::optional(size) : std::nullopt;
}

std::string small_screen_sentence(PixelSize screen) {
  if (std::min(screen.width, screen.height) >= kLeastSide) return "";
  return "This screen has " + std::to_string(screen.width) + "x" + std::to_string(screen.height) +
         " px, and a sign needs " + std::to_string(kLeastSide) + "x" + std::to_string(kLeastSide) +
         ": texts are cut short or left out. Use a larger one.";
}

std::vector<std::string> layout_names() {
  std::vector<std::string> names;
  for (const Layout layout : kLayouts) names.emplace_back(name_of(layout));
  return names;
}

std::optional<Layout> parse_layout(std::string_view text) {
  for (const Layout layout : kLayouts) {
    if (name_of(layout) == text) return layout;
  }
  return std::nullopt;
}

std::optional<ThemeName> parse_theme(std::string_view text) {
  if (text == "dark") return ThemeName::dark;
  if (text == "light") return ThemeName::light;
  return std::nullopt;
}

std::optional<int> parse_rotation(std::int64_t degrees) {
  const bool known = degrees == 0 || degrees == 90 || degrees == 180 || degrees == 270;
  return known ? std::optional(static_cast<int>(degrees)) : std::nullopt;
}

}  // namespace placard
