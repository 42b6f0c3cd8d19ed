// SPDX-License-Identifier: MIT
#include "look/track_colors.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "look/theme.hpp"

using namespace placard;

namespace {

std::vector<std::string> names(int count) {
  std::vector<std::string> all;
  for (int i = 0; i < count; ++i) all.push_back("track " + std::to_string(i));
  return all;
}

double nearest_pair(const std::map<std::string, Color>& colors) {
  double least = 1000;
  for (const auto& [a, first] : colors) {
    for (const auto& [b, second] : colors) {
      if (a < b) least = std::min(least, least_difference(first, second));
    }
  }
  return least;
}

}  // namespace

TEST_CASE("differences are those of CIE 1976, for the eye that sees least of them") {
  CHECK(least_difference({0, 0, 0}, {0, 0, 0}) == doctest::Approx(0));
  CHECK(least_difference({0, 0, 0}, {255, 255, 255}) == doctest::Approx(100).epsilon(0.001));
  // Red and green of one lightness: far apart for most people, near for those who lack a cone.
  CHECK(least_difference({0xC0, 0x40, 0x40}, {0x60, 0x80, 0x30}) < 30);
  CHECK(least_difference({0xE6, 0x9F, 0x00}, {0x56, 0xB4, 0xE9}) > 40);
}

TEST_CASE("given colours stay; others get one that follows from the name") {
  const std::map<std::string, Color> given = {{"llms", {1, 2, 3}}};
  const auto colors = colors_for_tracks(given, {"vllm", "llms", ""});
  CHECK(colors.size() == 2);
  CHECK((colors.at("llms") == Color{1, 2, 3}));
  CHECK((colors.at("vllm") == colors_for_tracks({}, {"vllm"}).at("vllm")));
}

TEST_CASE("the same tracks get the same colours in whatever order they come") {
  auto tracks = names(9);
  const auto colors = colors_for_tracks({}, tracks);
  std::reverse(tracks.begin(), tracks.end());
  CHECK((colors_for_tracks({}, tracks) == colors));
}

TEST_CASE("up to ten tracks are told apart with any kind of colour vision, whatever they are called") {
  for (int from = 0; from < 60; ++from) {
    std::vector<std::string> tracks;
    for (int i = 0; i < 10; ++i) tracks.push_back("name " + std::to_string(from * 10 + i));
    CAPTURE(from);
    CHECK(nearest_pair(colors_for_tracks({}, tracks)) >= 15);
  }
}

TEST_CASE("text on every colour of ours reads at 7 to 1") {
  for (const auto& [name, color] : colors_for_tracks({}, names(40))) {
    CHECK(contrast(color, readable_on(color, dark_theme().chip_dark, dark_theme().chip_light)) >= 7);
  }
}
