// SPDX-License-Identifier: MIT
#include "screen/fonts/font_list.hpp"

#include <sys/stat.h>

#include <fstream>
#include <sstream>

#include "base/json/parse.hpp"

namespace placard {
namespace {

bool is_file(const std::string& path) {
  struct stat info {};
  return stat(path.c_str(), &info) == 0 && S_ISREG(info.st_mode);
}

std::vector<std::string> read_faces(const json::Value& parent, std::string_view name, const std::string& folder) {
  std::vector<std::string> chain;
  const json::Value* list = json::find(parent, name);
  if (list == nullptr || list->array() == nullptr) return chain;
  for (const json::Value& face : *list->array()) {
    if (face.text() != nullptr && is_file(folder + "/" + *face.text())) chain.push_back(*face.text());
  }
  return chain;
}

std::string_view name_of(FontStyle style) {
  switch (style) {
    case FontStyle::display:
      return "display";
    case FontStyle::strong:
      return "strong";
    case FontStyle::plain:
      break;
  }
  return "plain";
}

}  // namespace

std::optional<FontList> read_font_list(const std::string& folder) {
  const std::string path = folder + "/fonts.json";
  std::ifstream file(path);
  std::ostringstream text;
  text << file.rdbuf();
  const auto parsed = json::parse(path, text.str());
  const auto* document = std::get_if<json::Document>(&parsed);
  const json::Value* styles = document == nullptr ? nullptr : json::find(document->root, "styles");
  if (styles == nullptr) return std::nullopt;
  FontList list;
  for (std::size_t i = 0; i < list.styles.size(); ++i) {
    list.styles[i] = read_faces(*styles, name_of(static_cast<FontStyle>(i)), folder);
    if (list.styles[i].empty()) return std::nullopt;
  }
  list.one_weight = read_faces(document->root, "one_weight", folder);
  return list;
}

}  // namespace placard
