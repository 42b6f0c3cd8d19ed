// SPDX-License-Identifier: MIT
// A text cleaned, cut into lines and fitted into a place, with the real fonts. The last six bytes are the place.
#include <algorithm>
#include <cstring>

#include "base/text/bidi.hpp"
#include "base/text/clean.hpp"
#include "base/text/fold.hpp"
#include "base/text/nearest.hpp"
#include "fuzz/claims.hpp"
#include "layout/type/break_lines.hpp"
#include "layout/type/fit_text.hpp"
#include "screen/fonts/font_book.hpp"

using namespace placard;
using namespace placard::fuzz;

namespace {

constexpr std::size_t kPlaceBytes = 6;
constexpr std::size_t kMostFitted = 400;  // code points: longer texts only take longer

const FontBook& fonts() {
  static const auto book = FontBook::open(PLACARD_FONTS);
  claim(book != nullptr, "the staged fonts can be opened", PLACARD_FONTS);
  return *book;
}

void claim_cleaned(const std::string& text) {
  const std::string clean = clean_line(text);
  claim_clean(clean, "a cleaned text is clean");
  claim(clean_line(clean) == clean, "a clean text stays as it is", clean);
  const std::string_view cut = cut_bytes(clean, 10);
  claim(cut.size() <= 10 && clean.starts_with(cut) && to_utf8(code_points(cut)) == cut, "bytes are cut at a character",
        clean);
  fold_name(text);
  const std::string half = clean.substr(0, clean.size() / 2);
  claim(edit_distance(clean, half) == edit_distance(half, clean), "being near is mutual", clean);
  const auto points = code_points(clean);
  const auto levels = bidi_levels(points, direction_of(points));
  claim(levels.size() == points.size(), "every character has a level", clean);
  auto order = visual_order(levels);
  std::sort(order.begin(), order.end());
  for (std::size_t i = 0; i < order.size(); ++i) claim(order[i] == i, "every piece stands once on its line", clean);
}

std::string without_spaces(std::string text) {
  std::erase(text, ' ');
  return text;
}

void claim_segments(const std::string& clean) {
  const auto segments = segments_of(clean);
  claim(without_spaces(joined(segments, 0, segments.size())) == without_spaces(clean), "no word is lost", clean);
  for (const Segment& segment : segments) claim(!segment.text.empty(), "no piece is empty", clean);
}

// The widest of a text's characters, which is as narrow as its place may be.
int widest_character(const Font& font, const std::string& text) {
  int widest = line_width(fonts(), font, "……");
  for (const char32_t c : code_points(text)) widest = std::max(widest, line_width(fonts(), font, to_utf8({&c, 1})));
  return widest;
}

void claim_fitted(const std::string& text, const std::uint8_t* place) {
  FitRequest request;
  request.text = text;
  request.style = static_cast<FontStyle>(place[0] % 3);
  const int smallest = 12 + place[1] % 40;
  request.sizes = {smallest * 3, smallest * 2, smallest};
  request.max_lines = std::size_t{1} + place[2] % 6;
  request.width = std::max(widest_character({request.style, smallest}, text) * 2, 20 + place[3] * 8);
  request.height = text_height(smallest, smallest * 2, request.max_lines) + place[4] * 2;
  request.pitch = 1.0 + place[5] / 400.0;
  const FittedText fitted = fit_text(fonts(), request);
  claim(fit_text(fonts(), request) == fitted, "the same request fits the same", text);
  claim(fitted.lines.size() <= request.max_lines, "no more lines than asked", text);
  claim(text_height(fitted.font.px, fitted.pitch, fitted.lines.size()) <= request.height, "not higher than asked",
        text);
  claim(fitted.width() <= request.width, "not wider than asked", text);
  const bool drawable = !drawable_text(fonts(), request.style, text).empty();
  claim(fitted.lines.empty() != drawable, "what can be drawn is shown, in part at least", text);
  for (const Line& line : fitted.lines) {
    for (const Run& run : line.runs) fonts().mask(fitted.font, run.face, run.text, run.shaping);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < kPlaceBytes) return 0;
  const std::string text = text_of(data, size - kPlaceBytes);
  claim_cleaned(text);
  const std::string clean = clean_line(text, kMostFitted);
  claim_segments(clean);
  claim_fitted(clean, data + size - kPlaceBytes);
  return 0;
}
