// SPDX-License-Identifier: MIT
#include "base/text/script.hpp"

#include <unictype.h>

#include <algorithm>
#include <iterator>

namespace placard {
namespace {

struct Script {
  std::string_view name;  // as the Unicode Character Database calls it
  std::string_view code;
};

constexpr Script kShaped[] = {
    {"Arabic", "Arab"},  {"Bengali", "Beng"}, {"Devanagari", "Deva"}, {"Gujarati", "Gujr"},  {"Gurmukhi", "Guru"},
    {"Hebrew", "Hebr"},  {"Kannada", "Knda"}, {"Khmer", "Khmr"},      {"Lao", "Laoo"},       {"Malayalam", "Mlym"},
    {"Myanmar", "Mymr"}, {"Sinhala", "Sinh"}, {"Syriac", "Syrc"},     {"Tamil", "Taml"},     {"Telugu", "Telu"},
    {"Thaana", "Thaa"},  {"Thai", "Thai"},    {"Tibetan", "Tibt"},    {"Mongolian", "Mong"},
};

}  // namespace

std::string_view shaping_script(char32_t c) {
  if (c < 0x0590) return "";
  const uc_script_t* script = uc_script(c);
  if (script == nullptr) return "";
  const auto* found = std::find_if(std::begin(kShaped), std::end(kShaped),
                                   [script](const Script& shaped) { return shaped.name == script->name; });
  return found != std::end(kShaped) ? found->code : "";
}

}  // namespace placard
