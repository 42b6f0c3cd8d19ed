// SPDX-License-Identifier: MIT
#include "overrides/edit_overrides.hpp"

#include <algorithm>

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

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\r';
}

// The place after a comment that begins at `at`; `at` itself where none does.
std::size_t after_comment(const std::string& text, std::size_t at) {
  if (text.compare(at, 2, "//") == 0) return std::min(text.find_first_of("\r\n", at), text.size());
  if (text.compare(at, 2, "/*") == 0) return std::min(text.find("*/", at + 2), text.size() - 2) + 2;
  return at;
}

std::size_t after_string(const std::string& text, std::size_t at) {
  for (++at; at < text.size() && text[at] != '"'; ++at) {
    if (text[at] == '\\') ++at;
  }
  return at + 1;
}

// The place after the value that begins at `at`. The text was parsed before, so it is well formed.
std::size_t after_value(const std::string& text, std::size_t at) {
  if (text[at] == '"') return after_string(text, at);
  if (text[at] != '[' && text[at] != '{') return std::min(text.find_first_of(" \t\r\n,]}/", at), text.size());
  int depth = 0;
  while (at < text.size()) {
    if (const std::size_t after = after_comment(text, at); after != at) {
      at = after;
      continue;
    }
    const char c = text[at];
    if (c == '"') {
      at = after_string(text, at);
      continue;
    }
    if (c == '[' || c == '{') ++depth;
    if (c == ']' || c == '}') --depth;
    ++at;
    if (depth == 0) return at;
  }
  return at;
}

// The next character that is neither blank, line break nor comment.
std::size_t next_token(const std::string& text, std::size_t at) {
  while (at < text.size()) {
    if (const std::size_t after = after_comment(text, at); after != at) {
      at = after;
    } else if (is_blank(text[at]) || text[at] == '\n') {
      ++at;
    } else {
      return at;
    }
  }
  return at;
}

std::size_t line_start(const std::string& text, std::size_t at) {
  const std::size_t newline = at == 0 ? std::string::npos : text.rfind('\n', at - 1);
  return newline == std::string::npos ? 0 : newline + 1;
}

std::string indent_at(const std::string& text, std::size_t at) {
  const std::size_t start = line_start(text, at);
  std::size_t end = start;
  while (end < at && is_blank(text[end])) ++end;
  return text.substr(start, end - start);
}

bool begins_its_line(const std::string& text, std::size_t at) {
  return line_start(text, at) + indent_at(text, at).size() == at;
}

// Where the list stands, and its entries; offsets into the text.
struct ListPlace {
  std::size_t begin = 0;  // of [
  std::size_t end = 0;    // of ]
  std::vector<std::size_t> entries;
};

ListPlace find_list(const std::string& text) {
  const auto parsed = parse_file("", text);
  ListPlace place;
  const auto* document = std::get_if<json::Document>(&parsed);
  const json::Value* list = document != nullptr ? json::find(document->root, "overrides") : nullptr;
  if (list == nullptr || list->array() == nullptr) return place;
  place.begin = list->offset;
  place.end = after_value(text, list->offset) - 1;
  for (const json::Value& entry : *list->array()) place.entries.push_back(entry.offset);
  return place;
}

// A comment at the end of an entry's line stays with that entry.
std::size_t after_comment_on_line(const std::string& text, std::size_t at) {
  std::size_t next = at;
  while (next < text.size() && is_blank(text[next])) ++next;
  const std::size_t after = next < text.size() ? after_comment(text, next) : next;
  return after != next && text.substr(next, after - next).find('\n') == std::string::npos ? after : at;
}

std::string into_empty_list(const std::string& text, const ListPlace& list, const std::string& entry) {
  const std::string indent = indent_at(text, list.begin);
  std::size_t last = list.end;
  while (last > list.begin + 1 && (is_blank(text[last - 1]) || text[last - 1] == '\n')) --last;
  return text.substr(0, last) + "\n" + indent + "  " + entry + "\n" + indent + text.substr(list.end);
}

}  // namespace

std::string empty_overrides_file() {
  return "// Staff messages for the signs.\n{\n  \"overrides\": []\n}\n";
}

std::variant<std::vector<ListedEntry>, Problem> listed_entries(const std::string& name, const std::string& text) {
  const auto parsed = parse_file(name, text);
  if (const auto* problem = std::get_if<Problem>(&parsed)) return *problem;
  const auto& document = std::get<json::Document>(parsed);
  const json::Value* list = json::find(document.root, "overrides");
  if (list == nullptr || list->array() == nullptr) {
    return Problem{Severity::error, name, 0, 0, "This file has no list \"overrides\".", "Write {\"overrides\": []}."};
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

std::string with_entry(const std::string& text, const std::string& entry) {
  const ListPlace list = find_list(text);
  if (list.entries.empty()) return into_empty_list(text, list, entry);
  const std::size_t last = list.entries.back();
  const std::size_t end = after_value(text, last);
  const std::size_t place = after_comment_on_line(text, end);
  const std::string indent = begins_its_line(text, last) ? indent_at(text, last) : indent_at(text, list.begin) + "  ";
  return text.substr(0, end) + "," + text.substr(end, place - end) + "\n" + indent + entry + text.substr(place);
}

std::string without_entry(const std::string& text, std::size_t index) {
  const ListPlace list = find_list(text);
  if (index >= list.entries.size()) return text;
  std::string out = text;
  // From the back to the front, so that places before stay where they are.
  const std::size_t begin = list.entries[index];
  const std::size_t end = after_value(text, begin);
  const std::size_t comma = next_token(text, end);
  const bool comma_follows = comma < text.size() && text[comma] == ',';
  if (comma_follows) out.erase(comma, 1);
  std::size_t blank_end = end;
  while (blank_end < out.size() && is_blank(out[blank_end])) ++blank_end;
  const bool whole_lines = begins_its_line(out, begin) && blank_end < out.size() && out[blank_end] == '\n';
  const std::size_t from = whole_lines ? line_start(out, begin) : begin;
  out.erase(from, (whole_lines ? blank_end + 1 : end) - from);
  // The last entry takes the comma before it away with it.
  if (!comma_follows && index > 0) out.erase(next_token(text, after_value(text, list.entries[index - 1])), 1);
  const std::size_t inside = out.find_first_not_of(" \t\r\n", list.begin + 1);
  if (list.entries.size() == 1 && out[inside] == ']') out.erase(list.begin + 1, inside - list.begin - 1);
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
