// SPDX-License-Identifier: MIT
#include "base/text/entities.hpp"

#include <string_view>

namespace placard {
namespace {

struct Entity {
  std::string_view name;
  char character;
};

constexpr Entity kEntities[] = {{"&amp;", '&'}, {"&quot;", '"'}, {"&lt;", '<'},
                                {"&gt;", '>'},  {"&#39;", '\''}, {"&apos;", '\''}};

}  // namespace

std::string without_entities(const std::string& text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view rest = std::string_view(text).substr(at);
    std::size_t length = 1;
    char character = text[at];
    for (const Entity& entity : kEntities) {
      if (!rest.starts_with(entity.name)) continue;
      character = entity.character;
      length = entity.name.size();
    }
    out += character;
    at += length;
  }
  return out;
}

}  // namespace placard
