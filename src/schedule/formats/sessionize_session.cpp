// SPDX-License-Identifier: MIT
#include "schedule/formats/sessionize_session.hpp"

#include "base/text/fold.hpp"
#include "schedule/formats/reading/session_times.hpp"
#include "schedule/formats/reading/words.hpp"

namespace placard {

void read_sessionize_session(FeedReading& reading, const SessionObject& object, Session& session) {
  read_title(reading, object, "title", session);
  read_start(reading, object.needed, "startsAt", session);
  read_end(reading, object, "endsAt", session);
  session.id = read_id(object.details, "id");
  session.is_break = object.details.boolean("isServiceSession").value_or(false);
  // Stored under one room, meant for all of them.
  session.every_room = object.details.boolean("isPlenumSession").value_or(false);
}

bool is_track_category(const std::string& title) {
  return fold_name(title).find("track") != std::string::npos;
}

}  // namespace placard
