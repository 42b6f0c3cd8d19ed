// SPDX-License-Identifier: MIT
#include "base/json/write.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

namespace placard::json {

std::string string_literal(std::string_view text) {
  return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string list_literal(const std::vector<std::string>& texts) {
  std::string out;
  for (const std::string& text : texts) out += (out.empty() ? "" : ", ") + string_literal(text);
  return "[" + out + "]";
}

void ObjectWriter::add(const char* key, const std::string& value) {
  members_ += fmt::format("{}\"{}\": {}", members_.empty() ? "" : ", ", key, value);
}

void ObjectWriter::add_text(const char* key, const std::string& text) {
  if (!text.empty()) add(key, string_literal(text));
}

void ObjectWriter::add_texts(const char* key, const std::vector<std::string>& texts) {
  if (!texts.empty()) add(key, list_literal(texts));
}

void ObjectWriter::add_optional(const char* key, const std::optional<std::string>& value) {
  if (value) add(key, *value);
}

}  // namespace placard::json
