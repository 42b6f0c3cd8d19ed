// SPDX-License-Identifier: MIT
#include "agenda2feed/feed.hpp"

#include <fmt/format.h>

#include <map>
#include <nlohmann/json.hpp>

#include "base/time/time.hpp"

namespace placard::agenda {
namespace {

using Json = nlohmann::ordered_json;

// Lower case with hyphens; characters beyond ASCII stay, as a room's name may have no others.
std::string slug(std::string_view name) {
  std::string result;
  for (const char c : name) {
    const bool upper = c >= 'A' && c <= 'Z';
    const bool beyond_ascii = static_cast<unsigned char>(c) >= 0x80;
    if (upper || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || beyond_ascii) {
      result += upper ? static_cast<char>(c - 'A' + 'a') : c;
    } else if (!result.empty() && result.back() != '-') {
      result += '-';
    }
  }
  if (result.ends_with('-')) result.pop_back();
  return result;
}

std::string written_time(const Venue& venue, std::chrono::minutes from_midnight) {
  return venue.zone.format(venue.zone.locate(venue.midnight + from_midnight).instant);
}

std::string dump(const Json& value) {
  return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string write_session(const Venue& venue, const Session& session, const std::string& id) {
  Json json = {
      {"id", id}, {"room", session.room}, {"title", session.title}, {"start", written_time(venue, session.start)}};
  if (session.end) json["end"] = written_time(venue, *session.end);
  if (session.track) json["track"] = *session.track;
  if (!session.labels.empty()) json["labels"] = session.labels;
  if (!session.speakers.empty()) json["speakers"] = session.speakers;
  return dump(json);
}

}  // namespace

std::optional<LocalTime> read_day(std::string_view text) {
  if (text.size() != std::string_view("2025-11-04").size()) return std::nullopt;
  const auto written = parse_time(fmt::format("{}T00:00", text));
  return written ? std::optional(written->local) : std::nullopt;
}

std::vector<std::string> session_ids(const std::vector<Session>& sessions) {
  std::vector<std::string> ids;
  std::map<std::string, int> uses;
  for (const Session& session : sessions) {
    const auto minutes = session.start.count();
    const std::string id = fmt::format("{}-{:02}{:02}", slug(session.room), minutes / 60, minutes % 60);
    const int use = ++uses[id];
    ids.push_back(use == 1 ? id : fmt::format("{}-{}", id, use));
  }
  return ids;
}

std::string write_feed(const Venue& venue, const std::vector<Session>& sessions) {
  const std::vector<std::string> ids = session_ids(sessions);
  std::string text = "{\n";
  if (!venue.event.empty()) text += fmt::format("  \"event\": {},\n", dump(venue.event));
  text += fmt::format("  \"time_zone\": {},\n  \"sessions\": [", dump(venue.zone.name()));
  for (std::size_t i = 0; i < sessions.size(); ++i) {
    text += fmt::format("{}\n    {}", i == 0 ? "" : ",", write_session(venue, sessions[i], ids[i]));
  }
  return text + "\n  ]\n}\n";
}

}  // namespace placard::agenda
