// SPDX-License-Identifier: MIT
// Feeds in Placard's own format, written for tests.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "schedule/formats/feed_format.hpp"

namespace placard {

inline constexpr const char* kGoodSession =
    R"({"room": "Hall", "title": "Alpha", "start": "2025-11-04T13:00:00-08:00"})";

inline ReadFeed read_text(const std::string& bytes, std::optional<TimeZone> zone = std::nullopt) {
  return read_feed("feed.json", bytes, {zone, ""});
}

// A feed of these sessions.
inline std::string feed_of(const std::vector<std::string>& sessions, const std::string& head = "") {
  std::string text = "{" + head + "\"sessions\": [";
  for (std::size_t i = 0; i < sessions.size(); ++i) text += (i == 0 ? "\n" : ",\n") + sessions[i];
  return text + "\n]}";
}

// A session like kGoodSession in which one key has another value; without a value, the key is missing.
inline std::string session_with(const std::string& key, const std::string& value) {
  const std::pair<const char*, const char*> members[] = {
      {"room", "\"Hall\""}, {"title", "\"Beta\""}, {"start", "\"2025-11-04T14:00:00-08:00\""}};
  std::string text = "{\"only-here\": 0";
  for (const auto& [name, usual] : members) {
    if (name != key) text += ", \"" + std::string(name) + "\": " + usual;
  }
  return text + (value.empty() ? "" : ", \"" + key + "\": " + value) + "}";
}

// The problems of a feed, one a line.
inline std::string told(const ReadFeed& feed) {
  std::string lines;
  for (const Problem& problem : feed.problems) lines += to_sentence(problem) + "\n";
  return lines;
}

}  // namespace placard
