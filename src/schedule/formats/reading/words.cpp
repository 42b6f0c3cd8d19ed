// SPDX-License-Identifier: MIT
#include "schedule/formats/reading/words.hpp"

#include <fmt/format.h>

#include "base/text/clean.hpp"
#include "base/text/language.hpp"

namespace placard {
namespace {

bool is_words(const json::Value& value) {
  return value.text() != nullptr && !clean_line(*value.text()).empty();
}

std::vector<std::string> all_languages(const json::Value* words) {
  std::vector<std::string> texts;
  if (words == nullptr || words->object() == nullptr) return texts;
  for (const json::Member& member : *words->object()) {
    if (is_words(member.value) && texts.size() < kMaxNames) texts.push_back(clean_line(*member.value.text()));
  }
  return texts;
}

// What was typed into a sheet as 1984 is a title.
std::string digits_of(const json::Value* value) {
  if (value == nullptr) return "";
  if (const auto* whole = std::get_if<std::int64_t>(&value->data)) return std::to_string(*whole);
  const auto* real = std::get_if<double>(&value->data);
  return real != nullptr ? fmt::format("{}", *real) : "";
}

std::string first_of(const FeedReading& reading, json::ObjectReader& object,
                     std::initializer_list<std::string_view> keys) {
  for (const std::string_view key : keys) {
    if (auto words = read_words(reading, object, key)) return *words;
  }
  return "";
}

std::string stand_in(const Session& session, const StandIns& stand_ins) {
  if (!stand_ins.subtitle.empty()) return stand_ins.subtitle;
  if (!session.speakers.empty()) return clean_line(fmt::format("{}", fmt::join(session.speakers, ", ")));
  return stand_ins.kind.empty() ? "Session" : stand_ins.kind;
}

}  // namespace

const json::Member* nearest_language(const FeedReading& reading, const json::Object& texts,
                                     const std::function<bool(const json::Value& value)>& counts) {
  const json::Member* nearest = nullptr;
  std::size_t least = 0;
  for (const json::Member& member : texts) {
    if (!counts(member.value)) continue;
    const std::size_t distance = language_distance(reading.options.language, member.key);
    if (nearest != nullptr && distance >= least) continue;
    nearest = &member;
    least = distance;
  }
  return nearest;
}

std::optional<std::string> read_words(const FeedReading& reading, json::ObjectReader& object, std::string_view key) {
  const json::Value* value = object.any(key);
  if (value == nullptr || value->object() == nullptr) return object.text(key);
  const json::Member* nearest = nearest_language(reading, *value->object(), is_words);
  return nearest == nullptr ? std::nullopt : std::optional(clean_line(*nearest->value.text()));
}

std::optional<std::size_t> read_room(FeedReading& reading, json::ObjectReader& room, std::string_view id_key) {
  const auto name = read_words(reading, room, "name");
  if (!name) return std::nullopt;
  const std::size_t index = reading.rooms.index(*name, read_id(room, id_key));
  reading.rooms.add_names(index, all_languages(room.any("name")));
  return index;
}

void read_title(const FeedReading& reading, const SessionObject& object, std::string_view key, Session& session) {
  session.title = read_words(reading, object.details, key).value_or(digits_of(json::find(object.value, key)));
}

void name_untitled(const SessionObject& object, std::string_view key, Session& session, const StandIns& stand_ins) {
  if (!session.title.empty()) return;
  session.title = stand_in(session, stand_ins);
  const json::Value* value = json::find(object.value, key);
  const bool told = value != nullptr && value->text() == nullptr && value->object() == nullptr;
  if (told) return;
  object.details.complain(
      key, key.empty() ? "A session has no title." : fmt::format("\"{}\" is missing.", object.details.path_of(key)),
      fmt::format("Give the session a title; until then \"{}\" is shown.", clean_line(session.title, 60)));
}

void name_untitled(const FeedReading& reading, const SessionObject& object, std::string_view key, Session& session) {
  if (!session.title.empty()) return;
  StandIns stand_ins;
  stand_ins.subtitle = first_of(reading, object.details, {"subtitle"});
  if (stand_ins.subtitle.empty() && session.speakers.empty())
    stand_ins.kind = first_of(reading, object.details, {"type", "kind"});
  name_untitled(object, key, session, stand_ins);
}

}  // namespace placard
