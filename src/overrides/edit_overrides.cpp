// SPDX-License-Identifier: MIT
#include "overrides/edit_overrides.hpp"

#include <algorithm>

#include "base/json/blanks.hpp"
#include "base/json/encoding.hpp"
#include "base/json/parse.hpp"
#include "base/json/write.hpp"
#include "overrides/kind_json.hpp"

namespace placard {
namespace {

std::variant<json::Document, Problem> parse_file(const std::string& name, const std::string& text) {
  json::Limits limits;
  limits.max_bytes = kMaxOverridesBytes;
  limits.comments = true;
  return json::parse(name, text, limits);
}

// Line feeds left out: the line's own end.
std::size_t after_spaces(const std::string& text, std::size_t at) {
  return std::min(text.find_first_not_of(" \t\r", at), text.size());
}

std::size_t line_start(const std::string& text, std::size_t at) {
  const std::size_t newline = at == 0 ? std::string::npos : text.rfind('\n', at - 1);
  return newline == std::string::npos ? 0 : newline + 1;
}

std::string indent_at(const std::string& text, std::size_t at) {
  const std::size_t start = line_start(text, at);
  return text.substr(start, std::min(after_spaces(text, start), at) - start);
}

bool begins_its_line(const std::string& text, std::size_t at) {
  return line_start(text, at) + indent_at(text, at).size() == at;
}

// From the first byte to before `end`.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// Where the list stands, from [ to after ], and its entries.
struct ListPlace {
  Span list;
  std::vector<Span> entries;
};

ListPlace find_list(const std::string& text) {
  const auto parsed = parse_file("", text);
  ListPlace place;
  const auto* document = std::get_if<json::Document>(&parsed);
  const json::Value* list = document != nullptr ? json::find(document->root, "overrides") : nullptr;
  if (list == nullptr || list->array() == nullptr) return place;
  place.list = {list->offset, list->end};
  for (const json::Value& entry : *list->array()) place.entries.push_back({entry.offset, entry.end});
  return place;
}

// A comment at the end of an entry's line stays with that entry.
std::size_t after_comment_on_line(const std::string& text, std::size_t at) {
  const std::size_t next = after_spaces(text, at);
  const std::size_t after = json::after_comment(text, next);
  return after != next && text.substr(next, after - next).find('\n') == std::string::npos ? after : at;
}

std::string into_empty_list(const std::string& text, const Span& list, const std::string& entry) {
  const std::string indent = indent_at(text, list.begin);
  const std::size_t bracket = list.end - 1;
  const std::size_t last = text.find_last_not_of(" \t\r\n", bracket - 1) + 1;
  return text.substr(0, last) + "\n" + indent + "  " + entry + "\n" + indent + text.substr(bracket);
}

}  // namespace

std::string empty_overrides_file() {
  return "// Staff messages for the signs.\n{\n  \"overrides\": []\n}\n";
}

tl::expected<std::vector<ListedEntry>, Problem> listed_entries(const std::string& name, const std::string& text) {
  const auto parsed = parse_file(name, text);
  if (const auto* problem = std::get_if<Problem>(&parsed)) return tl::unexpected(*problem);
  const auto& document = std::get<json::Document>(parsed);
  const json::Value* list = json::find(document.root, "overrides");
  if (list == nullptr || list->array() == nullptr) {
    return tl::unexpected(
        Problem{Severity::error, name, 0, 0, "This file has no list \"overrides\".", "Write {\"overrides\": []}."});
  }
  std::vector<ListedEntry> entries;
  json::PlaceCounter place(document.text);
  for (const json::Value& value : *list->array()) {
    const json::Value* id = json::find(value, "id");
    place.go_to(value.offset);
    entries.push_back({id != nullptr && id->text() != nullptr ? *id->text() : "", place.line(), place.column()});
  }
  return entries;
}

std::string with_entry(const std::string& written, const std::string& entry) {
  const std::string text = json::as_utf8(written);
  const ListPlace place = find_list(text);
  if (place.entries.empty()) return into_empty_list(text, place.list, entry);
  const Span& last = place.entries.back();
  const std::size_t behind = after_comment_on_line(text, last.end);
  const std::string indent =
      begins_its_line(text, last.begin) ? indent_at(text, last.begin) : indent_at(text, place.list.begin) + "  ";
  return text.substr(0, last.end) + "," + text.substr(last.end, behind - last.end) + "\n" + indent + entry +
         text.substr(behind);
}

std::string without_entry(const std::string& written, std::size_t index) {
  const std::string text = json::as_utf8(written);
  const ListPlace place = find_list(text);
  const auto& entries = place.entries;
  if (index >= entries.size()) return text;
  std::string out = text;
  // From the back to the front, so that places before stay where they are.
  const Span& entry = entries[index];
  const bool is_last = index + 1 == entries.size();
  if (!is_last) out.erase(json::after_blanks(text, entry.end), 1);
  const std::size_t line_end = after_spaces(out, entry.end);
  const bool whole_lines = begins_its_line(out, entry.begin) && line_end < out.size() && out[line_end] == '\n';
  const std::size_t from = whole_lines ? line_start(out, entry.begin) : entry.begin;
  out.erase(from, (whole_lines ? line_end + 1 : entry.end) - from);
  // The last entry takes the comma before it away with it.
  if (is_last && index > 0) out.erase(json::after_blanks(text, entries[index - 1].end), 1);
  const std::size_t inside = out.find_first_not_of(" \t\r\n", place.list.begin + 1);
  if (entries.size() == 1 && out[inside] == ']') out.erase(place.list.begin + 1, inside - place.list.begin - 1);
  return out;
}

std::string entry_text(const Override& entry, const TimeZone& zone) {
  json::ObjectWriter members;
  members.add_text("id", entry.id);
  members.add_text("by", entry.by);
  members.add_texts("signs", entry.signs);
  members.add_texts("rooms", entry.rooms);
  write_kind(members, entry.what, zone);
  members.add_optional("from", time_literal(entry.from, zone));
  members.add_optional("until", time_literal(entry.until, zone));
  return members.object();
}

}  // namespace placard
