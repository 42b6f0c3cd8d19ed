// SPDX-License-Identifier: MIT
// Values → JSON text, for files that people go on editing.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace placard::json {

/// `text` in quotes, escaped. Any thread.
std::string string_literal(std::string_view text);

/// ["a", "b"]
std::string list_literal(const std::vector<std::string>& texts);

/// Writes the members of one object on one line, in the order they are added: { "key": value, "key": value }
class ObjectWriter {
 public:
  /// `value` is JSON.
  void add(const char* key, const std::string& value);
  /// A text; an empty one is left out.
  void add_text(const char* key, const std::string& text);
  /// A list of texts; an empty one is left out.
  void add_texts(const char* key, const std::vector<std::string>& texts);
  void add_optional(const char* key, const std::optional<std::string>& value);
  std::string object() const { return "{ " + members_ + " }"; }

 private:
  std::string members_;
};

}  // namespace placard::json
