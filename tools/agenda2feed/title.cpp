// SPDX-License-Identifier: MIT
#include "agenda2feed/title.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text/clean.hpp"

namespace placard::agenda {
namespace {

constexpr std::size_t kLongestParagraph =
    100'000;  // code points; beyond it a line is cut, which only descriptions reach

// Spaces with a width or a rule of their own; alone they are kept, as somebody may have meant them.
bool is_special_space(char32_t c) {
  return c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F || c == 0x3000;
}

bool is_space(char32_t c) {
  return c == U' ' || is_special_space(c);
}

// Nothing for a character that needs no mention.
std::string odd_name(char32_t c) {
  if (c == 0x2011) return "a non-breaking hyphen";
  if (c == 0xA0 || c == 0x202F) return "a no-break space";
  if (is_special_space(c)) return "a space of unusual width";
  if (c == 0xFFFD) return "a character that could not be read";
  if (c >= 0xE000 && c <= 0xF8FF) return "a character of one font only";
  return {};
}

bool is_removed(char32_t c) {
  constexpr std::u32string_view kLineSpaces = U"\t\n\v\f\r\u0085\u2028\u2029";
  const bool space = is_space(c) || kLineSpaces.find(c) != kLineSpaces.npos;
  return !space && clean_line(to_utf8({&c, 1})).empty();
}

void add_once(std::vector<std::string>& sentences, std::string sentence) {
  const auto found = std::find(sentences.begin(), sentences.end(), sentence);
  if (found == sentences.end()) sentences.push_back(std::move(sentence));
}

void name_characters(std::u32string_view title, std::vector<std::string>& sentences) {
  for (const char32_t c : title) {
    const std::string name = odd_name(c);
    const auto code = static_cast<unsigned>(c);
    if (!name.empty()) add_once(sentences, fmt::format("the title holds {} (U+{:04X})", name, code));
    if (is_removed(c)) {
      add_once(sentences, fmt::format("the title held an invisible character (U+{:04X}); removed", code));
    }
  }
}

}  // namespace

std::string tidy_line(std::string_view published) {
  const std::u32string cleaned = code_points(clean_line(published, kLongestParagraph));
  std::u32string tidy;
  for (const char32_t c : cleaned) {
    const bool in_run = !tidy.empty() && is_space(c) && is_space(tidy.back());
    if (in_run) {
      tidy.back() = U' ';
    } else {
      tidy.push_back(c);
    }
  }
  return to_utf8(tidy);
}

std::vector<std::string> title_oddities(std::string_view published) {
  std::vector<std::string> sentences;
  name_characters(code_points(published), sentences);
  const std::string title = tidy_line(published);
  if (clean_line(published, kLongestParagraph) != title)
    sentences.push_back("the title held a run of spaces; collapsed");
  if (title.find(" :") != title.npos) sentences.push_back("the title has a space before its colon");
  if (title.ends_with('.') && !title.ends_with("..")) sentences.push_back("the title ends in a full stop");
  return sentences;
}

}  // namespace placard::agenda
