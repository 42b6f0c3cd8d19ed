// SPDX-License-Identifier: MIT
#include "json/document.hpp"

#include <algorithm>

#include "text/clean.hpp"

namespace placard::json {

const Value* find(const Value& value, std::string_view key) {
  const Object* object = value.object();
  if (object == nullptr) return nullptr;
  for (const Member& member : *object) {
    if (member.key == key) return member.value.is_null() ? nullptr : &member.value;
  }
  return nullptr;
}

std::string_view kind_name(const Value& value) {
  static constexpr std::string_view kNames[] = {"null",     "true or false", "a whole number", "a number",
                                                "a string", "a list",        "an object"};
  return kNames[value.data.index()];
}

Problem Document::problem_at(std::uint32_t offset, Severity severity, const std::string& what,
                             const std::string& remedy) const {
  const std::string_view before = std::string_view(text).substr(0, offset);
  const auto line = static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')) + 1;
  const std::size_t line_start = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
  std::string_view before_on_line = before.substr(line_start);
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";  // no editor counts it
  if (line_start == 0 && before_on_line.starts_with(kByteOrderMark))
    before_on_line.remove_prefix(kByteOrderMark.size());
  const std::size_t column = code_points(before_on_line).size() + 1;
  // A sentence quotes the document, which may hold anything; it goes into logs and onto the glass.
  return {severity, name, line, column, clean_line(what), clean_line(remedy)};
}

}  // namespace placard::json
