// SPDX-License-Identifier: MIT
#include "layout/parts/block.hpp"

#include <doctest/doctest.h>

#include "layout/type/fake_measure.hpp"

using namespace placard;
using namespace placard::test;

namespace {

// The lines' ink, as "first x-last x" each, of a text set in a place of that width.
std::vector<std::pair<int, int>> edges(const std::string& text, int width) {
  const FakeMeasure measure;
  const LayoutContext context{measure, dark_theme(), scale_for(800, 480)};
  const FitRequest request{text, FontStyle::display, {40}, width, 1000, 6};
  const Block block = text_block(context, {Role::title, text, kWhite}, fit_text(measure, request));
  std::vector<std::pair<int, int>> out;
  for (const PlacedLine& placed : block.items.at(0).lines) {
    const Rect ink = moved(placed.line.ink, placed.x, placed.baseline);
    out.emplace_back(ink.x, ink.right());
  }
  CHECK(block.items[0].ink.x == 0);  // on the left edge that a sign's texts share
  return out;
}

using Edges = std::vector<std::pair<int, int>>;

}  // namespace

TEST_CASE("lines begin at the left edge; those of a text read from right to left at the right edge of its block") {
  struct Row {
    std::string text;
    int width;
    Edges edges;
  };
  // A letter is 20 px wide.
  const Row rows[] = {
      {"Scaling Ray", 1000, {{0, 220}}},
      {"Scaling Ray", 150, {{0, 140}, {0, 60}}},
      {"שלום עולם", 1000, {{0, 180}}},
      {"להתראות היום", 170, {{0, 140}, {60, 140}}},
      {"היום להתראות", 170, {{60, 140}, {0, 140}}},
      {"להתראות Ray", 150, {{0, 140}, {80, 140}}},  // the first letter decides
      {"Scaling היום", 150, {{0, 140}, {0, 80}}},
      {"2025 להתראות", 150, {{60, 140}, {0, 140}}},
      {"مرحبا بكم", 110, {{0, 100}, {40, 100}}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(edges(row.text, row.width) == row.edges);
  }
}

TEST_CASE("a right-to-left title that is cut still ends at the right") {
  const FakeMeasure measure;
  const FitRequest request{"להתראות היום בערב", FontStyle::display, {40}, 150, 1000, 2};
  const FittedText fitted = fit_text(measure, request);
  CHECK(fitted.direction == Direction::right_to_left);
  CHECK(fit_text(measure, {"Scaling", FontStyle::display, {40}, 150, 1000, 2}).direction == Direction::left_to_right);
}
