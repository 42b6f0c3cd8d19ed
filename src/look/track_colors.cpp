// SPDX-License-Identifier: MIT
#include "look/track_colors.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>

namespace placard {
namespace {

constexpr double kApart = 15;

using Triple = std::array<double, 3>;
using Matrix = std::array<Triple, 3>;

// What reaches the eye, in linear RGB: all of it, then with protanopia, deuteranopia and tritanopia.
constexpr std::array<Matrix, 4> kVisions = {{
    {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}},
    {{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}},
    {{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}},
    {{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}},
}};

// sRGB to XYZ, white point D65 (IEC 61966-2-1).
constexpr Matrix kToXyz = {
    {{0.4124564, 0.3575761, 0.1804375}, {0.2126729, 0.7151522, 0.0721750}, {0.0193339, 0.1191920, 0.9503041}}};
constexpr Triple kWhite = {0.95047, 1.0, 1.08883};

// Found by a search for colours that stay apart for everyone (ΔE 18 and more) and light enough for black text (7:1).
constexpr std::array<Color, 10> kPalette{{{0xAA, 0xEE, 0xFF},
                                          {0xFF, 0x99, 0x22},
                                          {0xAA, 0x88, 0xFF},
                                          {0xFF, 0xFF, 0xAA},
                                          {0xBB, 0x99, 0x66},
                                          {0x55, 0xAA, 0xAA},
                                          {0x00, 0xFF, 0xCC},
                                          {0xAA, 0xBB, 0xFF},
                                          {0xFF, 0xDD, 0x00},
                                          {0xBB, 0xEE, 0x66}}};

Triple times(const Matrix& matrix, const Triple& vector) {
  Triple out{};
  for (std::size_t row = 0; row < 3; ++row) {
    for (std::size_t column = 0; column < 3; ++column) out[row] += matrix[row][column] * vector[column];
  }
  return out;
}

Triple lab_of(Color color, const Matrix& vision) {
  Triple seen = times(vision, {linear_light(color.r), linear_light(color.g), linear_light(color.b)});
  for (double& channel : seen) channel = std::clamp(channel, 0.0, 1.0);
  Triple f = times(kToXyz, seen);
  for (std::size_t i = 0; i < 3; ++i) {
    const double t = f[i] / kWhite[i];
    f[i] = t > 216.0 / 24389 ? std::cbrt(t) : (24389.0 / 27 * t + 16) / 116;
  }
  return {116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])};
}

double distance_to(Color color, const std::vector<Color>& used) {
  double least = std::numeric_limits<double>::infinity();
  for (const Color other : used) least = std::min(least, least_difference(color, other));
  return least;
}

std::uint32_t hash_of(const std::string& text) {
  std::uint32_t hash = 2166136261U;  // FNV-1a
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return hash;
}

Color color_of(const std::string& track, const std::vector<Color>& used) {
  const Color own = kPalette[hash_of(track) % kPalette.size()];
  if (distance_to(own, used) >= kApart) return own;
  return *std::max_element(kPalette.begin(), kPalette.end(),
                           [&used](Color a, Color b) { return distance_to(a, used) < distance_to(b, used); });
}

}  // namespace

double least_difference(Color a, Color b) {
  double least = std::numeric_limits<double>::infinity();
  for (const Matrix& vision : kVisions) {
    const Triple first = lab_of(a, vision);
    const Triple second = lab_of(b, vision);
    least = std::min(least, std::hypot(first[0] - second[0], first[1] - second[1], first[2] - second[2]));
  }
  return least;
}

std::map<std::string, Color> colors_for_tracks(const std::map<std::string, Color>& given,
                                               std::vector<std::string> tracks) {
  std::map<std::string, Color> colors = given;
  std::vector<Color> used;
  for (const auto& [name, color] : given) used.push_back(color);
  std::sort(tracks.begin(), tracks.end());
  for (const std::string& track : tracks) {
    if (track.empty() || colors.count(track) > 0) continue;
    colors[track] = color_of(track, used);
    used.push_back(colors[track]);
  }
  return colors;
}

}  // namespace placard
