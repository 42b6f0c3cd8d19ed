// SPDX-License-Identifier: MIT
#include "base/text/language.hpp"

#include <string>

namespace placard {
namespace {

constexpr std::size_t kEnglish = 1000;
constexpr std::size_t kAnyOther = kEnglish + 2;
constexpr std::size_t kLongestTag = 64;  // bytes that are looked at

std::string normalized(std::string_view tag) {
  std::string out(tag.substr(0, kLongestTag));
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (c == '_') c = '-';
  }
  return out;
}

// 0: the same, 1: a longer one of it, 2: another.
std::size_t step_from(const std::string& range, const std::string& tag) {
  if (tag == range) return 0;
  return tag.starts_with(range + "-") ? 1 : 2;
}

}  // namespace

std::size_t language_distance(std::string_view wanted, std::string_view tag) {
  const std::string found = normalized(tag);
  std::size_t distance = 0;
  for (std::string range = normalized(wanted); !range.empty(); distance += 2) {
    const std::size_t step = step_from(range, found);
    if (step < 2) return distance + step;
    const auto last = range.rfind('-');
    range.resize(last == std::string::npos ? 0 : last);
  }
  const std::size_t english = step_from("en", found);
  return english < 2 ? kEnglish + english : kAnyOther;
}

}  // namespace placard
