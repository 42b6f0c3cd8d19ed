// SPDX-License-Identifier: MIT
#include "base/json/document.hpp"

#include <algorithm>

#include "base/text/clean.hpp"
#include "base/text/overloaded.hpp"

namespace placard::json {

const Value* find(const Value& value, std::string_view key) {
  const Object* object = value.object();
  if (object == nullptr) return nullptr;
  for (const Member& member : *object) {
    if (member.key == key) return member.value.is_null() ? nullptr : &member.value;
  }
  return nullptr;
}

bool has(const Value& value, std::string_view key) {
  const Object* object = value.object();
  return object != nullptr &&
         std::any_of(object->begin(), object->end(), [key](const Member& member) { return member.key == key; });
}

std::string_view kind_name(const Value& value) {
  return std::visit(overloaded{
                        [](std::nullptr_t) { return "null"; },
                        [](bool) { return "true or false"; },
                        [](std::int64_t) { return "a whole number"; },
                        [](double) { return "a number"; },
                        [](const std::string&) { return "a string"; },
                        [](const Array&) { return "a list"; },
                        [](const Object&) { return "an object"; },
                        [](OutOfRange) { return "a number out of range"; },
                    },
                    value.data);
}

PlaceCounter::PlaceCounter(std::string_view text) : text_(text) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";  // no editor counts it
  if (text_.starts_with(kByteOrderMark)) offset_ = kByteOrderMark.size();
}

void PlaceCounter::go_to(std::size_t offset) {
  if (offset <= offset_) return;
  std::string_view passed = text_.substr(offset_, offset - offset_);
  offset_ = offset;
  if (const std::size_t last = passed.rfind('\n'); last != std::string_view::npos) {
    line_ += static_cast<std::size_t>(std::count(passed.begin(), passed.end(), '\n'));
    column_ = 1;
    passed.remove_prefix(last + 1);
  }
  column_ += code_points(passed).size();
}

Problem Document::problem_at(std::uint32_t offset, Severity severity, const std::string& what,
                             const std::string& remedy) const {
  PlaceCounter place(text);
  place.go_to(offset);
  // A sentence quotes the document, which may hold anything; it goes into logs and onto the glass.
  return {severity, name, place.line(), place.column(), clean_line(what), clean_line(remedy)};
}

}  // namespace placard::json
