// SPDX-License-Identifier: MIT
// A value that was read, as JSON again, for another parser to compare.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <variant>

#include "base/json/document.hpp"
#include "base/json/unreadable.hpp"
#include "base/json/write.hpp"

namespace placard::json {

/// A number out of range is written as its stand-in, 0.
inline std::string written(const Value& value) {
  if (value.text() != nullptr) return string_literal(*value.text());
  std::string out;
  if (const auto* array = value.array()) {
    for (const Value& item : *array) out += (out.empty() ? "" : ",") + written(item);
    return "[" + out + "]";
  }
  if (const auto* object = value.object()) {
    for (const Member& member : *object) {
      out += (out.empty() ? "" : ",") + string_literal(member.key) + ":" + written(member.value);
    }
    return "{" + out + "}";
  }
  if (const auto* whole = std::get_if<std::int64_t>(&value.data)) return std::to_string(*whole);
  if (const auto* real = std::get_if<double>(&value.data)) return nlohmann::json(*real).dump();
  if (const auto* flag = std::get_if<bool>(&value.data)) return *flag ? "true" : "false";
  return std::holds_alternative<OutOfRange>(value.data) ? "0" : "null";
}

/// The text with the stand-ins of what can't be read: the same to the byte where there is nothing of the kind.
inline std::string with_stand_ins(std::string text, bool comments) {
  const std::string original = text;
  UnreadableFinder finder(original, comments);
  while (const auto found = finder.next()) {
    for (std::size_t at = found->begin; at < found->end; ++at) text[at] = stand_in(*found, at);
  }
  return text;
}

}  // namespace placard::json
