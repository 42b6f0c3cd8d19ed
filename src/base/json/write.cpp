// SPDX-License-Identifier: MIT
#include "base/json/write.hpp"

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

}  // namespace placard::json
