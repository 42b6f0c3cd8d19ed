// SPDX-License-Identifier: MIT
// What is measured on a frame.
#pragma once

#include <doctest/doctest.h>

#include <map>
#include <string>
#include <utility>

#include "glass/font_book.hpp"
#include "glass/geometry.hpp"

namespace placard::test {

/// The staged fonts.
inline const FontBook& fonts() {
  static const auto book = FontBook::open(PLACARD_FONTS);
  REQUIRE(book != nullptr);
  return *book;
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
