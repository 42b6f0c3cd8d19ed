// SPDX-License-Identifier: MIT
// What is measured on a frame.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "glass/font_book.hpp"
#include "sign/frame.hpp"

namespace placard::test {

/// The staged fonts.
inline const FontBook& fonts() {
  static const auto book = FontBook::open(PLACARD_FONTS);
  REQUIRE(book != nullptr);
  return *book;
}

inline bool is_text(const Item& item) {
  return !item.lines.empty();
}

inline bool contains(const Rect& outer, const Rect& inner) {
  return inner.x >= outer.x && inner.y >= outer.y && inner.right() <= outer.right() && inner.bottom() <= outer.bottom();
}

inline bool overlap(const Rect& a, const Rect& b) {
  return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

/// All of the frame but 4 % of its shorter side at each edge.
inline Rect safe_area(const Frame& frame) {
  const int margin = (std::min(frame.width, frame.height) * 4 + 99) / 100;
  return {margin, margin, frame.width - 2 * margin, frame.height - 2 * margin};
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
