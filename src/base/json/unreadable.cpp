// SPDX-License-Identifier: MIT
#include "base/json/unreadable.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "base/json/blanks.hpp"

namespace placard::json {
namespace {

constexpr std::size_t kEscape = 6;        // bytes of \uXXXX
constexpr std::size_t kMostDigits = 308;  // that every double can hold

// The code unit that an escape at `at` names; nothing where none stands.
std::optional<std::uint32_t> code_unit(std::string_view text, std::size_t at) {
  const std::string_view escape = text.substr(std::min(at, text.size()), kEscape);
  if (escape.size() < kEscape || !escape.starts_with("\\u")) return std::nullopt;
  std::uint32_t unit = 0;
  const char* end = escape.data() + escape.size();
  const auto [stop, error] = std::from_chars(escape.data() + 2, end, unit, 16);
  return error == std::errc() && stop == end ? std::optional(unit) : std::nullopt;
}

bool is_high(std::optional<std::uint32_t> unit) {
  return unit && *unit >= 0xD800 && *unit < 0xDC00;
}

bool is_low(std::optional<std::uint32_t> unit) {
  return unit && *unit >= 0xDC00 && *unit < 0xE000;
}

std::size_t after_digits(std::string_view token, std::size_t at) {
  return std::min(token.find_first_not_of("0123456789", at), token.size());
}

// JSON's grammar of numbers: what is none must reach the parser as it is, to be told of.
bool is_number(std::string_view token) {
  std::size_t at = token.starts_with('-') ? 1 : 0;
  const std::size_t whole = after_digits(token, at);
  if (whole == at || (token[at] == '0' && whole > at + 1)) return false;
  at = whole;
  if (at < token.size() && token[at] == '.') {
    const std::size_t end = after_digits(token, at + 1);
    if (end == at + 1) return false;
    at = end;
  }
  if (at < token.size() && (token[at] == 'e' || token[at] == 'E')) {
    ++at;
    if (at < token.size() && (token[at] == '+' || token[at] == '-')) ++at;
    const std::size_t end = after_digits(token, at);
    if (end == at) return false;
    at = end;
  }
  return at == token.size();
}

bool is_out_of_range(std::string_view token) {
  if (token.size() <= kMostDigits && token.find_first_of("eE") == std::string_view::npos) return false;
  return is_number(token) && std::isinf(std::strtod(std::string(token).c_str(), nullptr));
}

}  // namespace

char stand_in(const Unreadable& unreadable, std::size_t at) {
  const std::size_t place = at - unreadable.begin;
  if (unreadable.kind == Unreadable::Kind::half_character) return "\\ufffd"[place];
  return place == 0 ? '0' : ' ';
}

std::optional<Unreadable> UnreadableFinder::next() {
  while (at_ < text_.size()) {
    if (const auto found = in_string_ ? next_in_string() : next_outside()) return found;
  }
  return std::nullopt;
}

// Goes to the end of the string, or behind the first half in it.
std::optional<Unreadable> UnreadableFinder::next_in_string() {
  for (;;) {
    at_ = std::min(text_.find_first_of("\"\\", at_), text_.size());
    if (at_ == text_.size()) return std::nullopt;
    if (text_[at_] == '"') {
      ++at_;
      in_string_ = false;
      return std::nullopt;
    }
    const std::size_t begin = at_;
    const auto unit = code_unit(text_, begin);
    at_ += unit ? kEscape : 2;
    if (is_high(unit) && is_low(code_unit(text_, at_))) {
      at_ += kEscape;
    } else if (is_high(unit) || is_low(unit)) {
      return Unreadable{Unreadable::Kind::half_character, begin, at_};
    }
  }
}

// Goes into the next string, or behind the first number that is out of range.
std::optional<Unreadable> UnreadableFinder::next_outside() {
  for (;;) {
    at_ = std::min(text_.find_first_of("\"/-0123456789", at_), text_.size());
    if (at_ == text_.size()) return std::nullopt;
    const std::size_t begin = at_;
    if (text_[begin] == '"') {
      ++at_;
      in_string_ = true;
      return std::nullopt;
    }
    if (text_[begin] == '/') {
      at_ = std::max(comments_ ? after_comment(text_, begin) : begin, begin + 1);
      continue;
    }
    at_ = std::min(text_.find_first_not_of("+-.0123456789eE", begin), text_.size());
    if (is_out_of_range(text_.substr(begin, at_ - begin))) {
      return Unreadable{Unreadable::Kind::number_out_of_range, begin, at_};
    }
  }
}

}  // namespace placard::json
