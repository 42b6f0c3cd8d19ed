// SPDX-License-Identifier: MIT
// A JSON text read into plain values that remember where they stood.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/json/problem.hpp"

namespace placard::json {

struct Value;
struct Member;
using Array = std::vector<Value>;
using Object = std::vector<Member>;  ///< in the order of the file: it is the organiser's order of rooms

/// A number that no float can hold (1e400): JSON, but no value anybody can use.
struct OutOfRange {};

/// One JSON value. It stands in the text from byte `offset` to before byte `end`.
struct Value {
  std::variant<std::nullptr_t, bool, std::int64_t, double, std::string, Array, Object, OutOfRange> data;
  std::uint32_t offset = 0;
  std::uint32_t end = 0;

  bool is_null() const { return std::holds_alternative<std::nullptr_t>(data); }
  const std::string* text() const { return std::get_if<std::string>(&data); }
  const Array* array() const { return std::get_if<Array>(&data); }
  const Object* object() const { return std::get_if<Object>(&data); }
};

struct Member {
  std::string key;
  std::uint32_t key_offset = 0;
  Value value;
};

/// The member `key` of an object; null when absent, when it is a JSON null, or when `value` is no object.
const Value* find(const Value& value, std::string_view key);
/// Whether an object has a member `key`, be it null.
bool has(const Value& value, std::string_view key);

/// What a value is, for sentences: "a string", "null", "a list", …
std::string_view kind_name(const Value& value);

/// The line and column of places in a text, both from 1, the column in characters. Asked for in ascending order it
/// reads the text but once. Points at the text.
class PlaceCounter {
 public:
  explicit PlaceCounter(std::string_view text);
  /// Goes to the byte at `offset`, not before the last one asked for.
  void go_to(std::size_t offset);
  std::size_t line() const { return line_; }
  std::size_t column() const { return column_; }

 private:
  std::string_view text_;
  std::size_t offset_ = 0;
  std::size_t line_ = 1;
  std::size_t column_ = 1;
};

/// A parsed text. `name` is what people know it by (a path, or a URL without its query).
struct Document {
  std::string name;
  std::string text;
  Value root;
  Problems warnings = {};  ///< of what is no good and was read all the same, the first of each kind

  /// A problem at the value or key that begins at `offset`, with its line and column (in characters, from 1). Its
  /// sentences are cleaned (base/text/clean.hpp).
  Problem problem_at(std::uint32_t offset, Severity severity, const std::string& what,
                     const std::string& remedy = "") const;
};

}  // namespace placard::json
