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

}  // namespace placard
