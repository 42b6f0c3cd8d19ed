// SPDX-License-Identifier: MIT
#include "schedule/formats/scale_feed.hpp"

#include "base/text/clean.hpp"
#include "schedule/formats/reading/session_times.hpp"
#include "schedule/formats/reading/words.hpp"

namespace placard {
namespace {

// "Karen Sandler, Andrew Hall"
std::vector<std::string> names_in(const std::string& text) {
  std::vector<std::string> names;
  for (std::size_t at = 0; at <= text.size() && names.size() < kMaxNames;) {
    const auto comma = std::min(text.find(',', at), text.size());
    std::string name = clean_line(text.substr(at, comma - at));
    if (!name.empty()) names.push_back(std::move(name));
    at = comma + 1;
  }
  return names;
}

SessionOutcome read_session(FeedReading& reading, const SessionObject& object, Session& session) {
  if (is_blank(object.value, "StartTime") || is_blank(object.value, "Location")) return SessionOutcome::not_scheduled;
  read_title(reading, object, "Name", session);
  read_start(reading, object.needed, "StartTime", session);
  read_end(reading, object, "EndTime", session);
  if (const auto room = object.needed.text("Location")) session.rooms.push_back(reading.rooms.index(*room));
  session.track = object.details.text("Topic").value_or("");
  session.speakers = names_in(object.details.text("Speakers").value_or(""));
  name_untitled(reading, object, "Name", session);
  return SessionOutcome::good;
}

}  // namespace

bool is_scale_feed(const json::Value& root) {
  return any_has(&root, {"StartTime", "Location"});
}

ReadFeed read_scale_feed(const json::Document& document, const ReadOptions& options) {
  FeedReading reading(document, options);
  if (document.root.array() == nullptr) return refused(reading, "scale", "list of sessions");
  read_session_list(reading, document.root, "", [&reading](const SessionObject& one, Session& session) {
    return read_session(reading, one, session);
  });
  return finished(reading, document.root);
}

}  // namespace placard
