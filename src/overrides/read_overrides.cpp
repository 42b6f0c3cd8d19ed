// SPDX-License-Identifier: MIT
#include "overrides/read_overrides.hpp"

#include <fmt/format.h>

#include "base/json/object_reader.hpp"
#include "base/json/parse.hpp"
#include "overrides/kind_json.hpp"

namespace placard {
namespace {

constexpr std::size_t kMaxEntries = 1000;

std::optional<Override> read_entry(const EntryReading& reading, const json::Value& value, std::size_t index) {
  const std::string path = fmt::format("overrides[{}]", index);
  json::ObjectReader object(reading.document, value, path, Severity::error, reading.problems);
  if (value.object() == nullptr) {
    object.complain_at(value, fmt::format("\"{}\" is {} where an object belongs.", path, json::kind_name(value)));
    return std::nullopt;
  }
  Override entry;
  const Problem place = reading.document.problem_at(value.offset, Severity::error, "");
  entry.line = place.line;
  entry.column = place.column;
  entry.id = object.text("id").value_or("");
  entry.by = object.text("by").value_or("");
  entry.signs = object.texts("signs").value_or(std::vector<std::string>{});
  entry.rooms = object.texts("rooms").value_or(std::vector<std::string>{});
  entry.from = read_instant(reading, object, "from");
  entry.until = read_instant(reading, object, "until");
  read_kind(reading, object, entry);
  object.warn_of_unknown_keys(keys_of_kinds());
  if (object.failed()) return std::nullopt;
  if (level_of(entry) == MessageLevel::takeover && !entry.until) {
    object.complain("message", fmt::format("\"{}\" takes the whole glass and has no \"until\".", path),
                    "Say when it ends; without, it ends an hour after a sign first reads it.");
  }
  return entry;
}

}  // namespace

ReadOverrides read_overrides(const std::string& name, std::string bytes, const TimeZone& zone) {
  json::Limits limits;
  limits.max_bytes = kMaxOverridesBytes;
  limits.comments = true;
  auto parsed = json::parse(name, std::move(bytes), limits);
  if (auto* problem = std::get_if<Problem>(&parsed)) return {std::nullopt, {std::move(*problem)}};
  const auto& document = std::get<json::Document>(parsed);
  ReadOverrides out{std::nullopt, document.warnings};
  const EntryReading reading{document, zone, out.problems};
  json::ObjectReader top(document, document.root, "", Severity::error, out.problems);
  const json::Value* list = top.list("overrides");
  top.raw_text("$schema");
  if (list == nullptr) {
    if (!top.failed()) top.complain("", "This file has no list \"overrides\".", "Write {\"overrides\": []}.");
    return out;
  }
  top.warn_of_unknown_keys();
  out.overrides.emplace();
  for (std::size_t i = 0; i < list->array()->size() && i < kMaxEntries; ++i) {
    if (auto entry = read_entry(reading, (*list->array())[i], i)) out.overrides->push_back(std::move(*entry));
  }
  if (list->array()->size() > kMaxEntries) {
    top.complain("overrides", fmt::format("Only the first {} entries count.", kMaxEntries), "Remove what is over.");
  }
  return out;
}

}  // namespace placard
