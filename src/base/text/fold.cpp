// SPDX-License-Identifier: MIT
#include "base/text/fold.hpp"

#include <unicase.h>
#include <unictype.h>
#include <uninorm.h>

#include <cstdint>
#include <cstdlib>
#include <memory>

#include "base/text/clean.hpp"

namespace placard {
namespace {

std::string collapse_spaces(std::string_view text) {
  std::u32string out;
  for (const char32_t c : code_points(text)) {
    const bool space = uc_is_property_white_space(c);
    if (!space) out.push_back(c);
    if (space && !out.empty() && out.back() != U' ') out.push_back(U' ');
  }
  if (!out.empty() && out.back() == U' ') out.pop_back();
  return to_utf8(out);
}

}  // namespace

std::string fold_name(std::string_view name) {
  const std::string line = collapse_spaces(clean_line(name));
  std::size_t length = 0;
  const std::unique_ptr<std::uint8_t, decltype(&std::free)> folded(
      u8_casefold(reinterpret_cast<const std::uint8_t*>(line.data()), line.size(), nullptr, UNINORM_NFC, nullptr,
                  &length),
      &std::free);
  if (!folded) return line;
  return {reinterpret_cast<const char*>(folded.get()), length};
}

std::string letters_only(std::string_view name) {
  std::u32string kept;
  for (const char32_t c : code_points(fold_name(name))) {
    if (uc_is_alnum(c)) kept.push_back(c);
  }
  return to_utf8(kept);
}

std::string hyphenated(std::string_view name, std::size_t max_bytes) {
  constexpr std::uint32_t kOfWords = UC_CATEGORY_MASK_L | UC_CATEGORY_MASK_M | UC_CATEGORY_MASK_N;
  std::u32string kept;
  for (const char32_t c : code_points(fold_name(name))) {
    const bool of_word = uc_is_general_category_withtable(c, kOfWords);
    if (of_word) kept.push_back(c);
    if (!of_word && !kept.empty() && kept.back() != U'-') kept.push_back(U'-');
  }
  std::string out(cut_bytes(to_utf8(kept), max_bytes));
  while (out.ends_with('-')) out.pop_back();
  return out;
}

}  // namespace placard
