// SPDX-License-Identifier: MIT
// Colours and whether text can be read on them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace placard {

/// An opaque sRGB colour.
struct Color {
  std::uint8_t r = 0;
  std::uint8_t g = 0;
  std::uint8_t b = 0;

  bool operator==(const Color&) const = default;
};

inline constexpr Color kBlack{0, 0, 0};
inline constexpr Color kWhite{255, 255, 255};

/// "#rrggbb", either case.
std::optional<Color> parse_color(std::string_view text);
/// "#rrggbb", lower case.
std::string to_text(Color color);

/// Relative luminance, 0 to 1 (WCAG 2.2, "relative luminance").
double luminance(Color color);
/// Contrast ratio, 1 to 21 (WCAG 2.2, "contrast ratio").
double contrast(Color a, Color b);
/// `a` mixed with `b`: 0 gives a, 1 gives b.
Color mix(Color a, Color b, double share);
/// Whichever of `dark` and `light` reads better on `background`.
Color readable_on(Color background, Color dark, Color light);

/// `color`, moved towards `text` just as far as it must be to stand out from `background` by `ratio`.
Color standing_out(Color color, Color background, Color text, double ratio);

/// A chip's colour: `color`, moved just far enough away from the text on it (whichever of `dark` and `light` reads
/// better) for 4.5:1.
Color readable_chip(Color color, Color dark, Color light);

/// The light of an sRGB channel, from 0 to 1 (IEC 61966-2-1).
double linear_light(std::uint8_t channel);

}  // namespace placard
