// SPDX-License-Identifier: MIT
// What is measured on a frame.
#pragma once

#include <doctest/doctest.h>

#include <map>
#include <string>
#include <utility>

#include "base/text/clean.hpp"
#include "screen/fonts/font_book.hpp"
#include "screen/geometry.hpp"

namespace placard::test {

/// The staged fonts.
inline const FontBook& fonts() {
  static const auto book = FontBook::open(PLACARD_FONTS);
  REQUIRE(book != nullptr);
  return *book;
}

/// 7 to 1 for text, 4.5 to 1 for the bold names in chips.
inline double least_contrast(const Item& item) {
  return item.role == Role::track || item.role == Role::full ? 4.5 : 7;
}

/// Whether each run's face has a glyph for all that the run draws; joiners and variation selectors need none.
inline bool has_all_glyphs(const Item& item) {
  static std::map<std::string, bool> known;
  for (const PlacedLine& placed : item.lines) {
    for (const Run& run : placed.line.runs) {
      const auto [found, is_new] = known.emplace(
          std::to_string(static_cast<int>(item.font.style)) + " " + std::to_string(run.face) + " " + run.text, true);
      if (is_new) {
        for (const char32_t c : code_points(run.text)) {
          const bool needs_none = c == 0x200C || c == 0x200D;
          found->second = found->second && (needs_none || fonts().covers(item.font.style, run.face, c));
        }
      }
      if (!found->second) return false;
    }
  }
  return true;
}

/// Collects what is wrong with many frames, and at the end fails once for each kind of fault.
class Faults {
 public:
  Faults() = default;
  Faults(const Faults&) = delete;
  Faults& operator=(const Faults&) = delete;
  ~Faults() {
    for (const auto& [kind, fault] : faults_) {
      FAIL_CHECK(kind << ", " << fault.first << " times, first " << fault.second);
    }
    CHECK(faults_.empty());
  }

  /// `where`: the frame and what is in it.
  void add(const std::string& kind, const std::string& where) {
    auto& fault = faults_[kind];
    if (fault.first++ == 0) fault.second = where;
  }

 private:
  std::map<std::string, std::pair<int, std::string>> faults_;
};

}  // namespace placard::test
