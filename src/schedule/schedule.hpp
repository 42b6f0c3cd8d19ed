// SPDX-License-Identifier: MIT
// What is planned: rooms and sessions, as plain values. Every feed format is read into this.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/time/time.hpp"

namespace placard {

struct Room {
  std::string name;
  std::string id;                             ///< the feed's own id; "" if it has none
  std::vector<std::string> other_names = {};  ///< in other languages
  std::vector<std::string> other_ids = {};    ///< those of other feeds of the event

  bool operator==(const Room&) const = default;
};

/// Whether `id` is a room's own, in one of the feeds.
bool has_id(const Room& room, const std::string& id);

/// One session as the feed tells it. Texts are cleaned (base/text/clean.hpp).
struct Session {
  std::string id;        ///< "" if the feed has none
  std::string other_id;  ///< by which another feed of the event knows it; "" if the feed has no second one
  std::string title;
  Instant start;
  std::optional<Instant> end;      ///< as written; rule 4 (schedule/room_plan.hpp) decides the end that counts
  std::vector<std::size_t> rooms;  ///< indexes into Schedule::rooms
  bool every_room = false;         ///< concerns every sign
  bool broadcast = false;          ///< takes place in the first of its rooms and is shown in the others
  std::string track;               ///< "" if none
  std::vector<std::string> labels;
  std::vector<std::string> speakers;
  bool cancelled = false;
  bool delayed = false;   ///< the feed says that it runs late, and not by how much
  bool is_break = false;  ///< a break or a service session, no talk
  // What staff changed (overrides/); a feed leaves these as they are, but for `full`.
  std::string moved_to;                  ///< the room it takes place in instead; "": it was not moved away
  bool full = false;                     ///< no seats are left
  std::optional<Instant> printed_start;  ///< the published times, where they are no longer the true ones
  std::optional<Instant> printed_end;
  bool printed_end_assumed = false;  ///< `printed_end` is the one of rule 4: none was published
  bool end_assumed = false;          ///< `end` is the one of rule 4, kept where what decides it has changed
  // What an update of the feed changed (schedule/feed_changes.hpp):
  bool announced = false;  ///< no session, but a note where one stood: it was cancelled, moved, or is at `now_at`
  bool retimed = false;    ///< the printed times are those of the feed before, told shortly before it begins
  std::optional<Instant> now_at;  ///< of a note: when it takes place instead, where that is another time

  bool operator==(const Session&) const = default;
};

/// Whether a session takes place where and when it was planned: rule 5's cancelled and moved-away ones do not.
inline bool takes_place(const Session& session) {
  return !session.cancelled && session.moved_to.empty() && !session.now_at;
}

/// Whether a session was written with an end that can count (rule 4).
inline bool has_written_end(const Session& session) {
  return session.end && *session.end > session.start && !session.end_assumed;
}

/// A colour the feed gives a track.
struct TrackColor {
  std::string track;
  std::uint32_t rgb = 0;  ///< 0xRRGGBB

  bool operator==(const TrackColor&) const = default;
};

/// A whole programme, sessions in feed order.
struct Schedule {
  std::string event;
  std::string time_zone;              ///< IANA name from the feed; "" if none
  std::optional<seconds> utc_offset;  ///< the first offset a session was written with, one that is not UTC's before it
  std::optional<Instant> generated_at;
  std::vector<Room> rooms;
  std::vector<Session> sessions;
  std::vector<TrackColor> track_colors;

  bool operator==(const Schedule&) const = default;
};

/// Gives rooms their indexes while a schedule is made. It must not outlive the schedule.
class RoomTable {
 public:
  explicit RoomTable(Schedule& schedule);
  /// The index of the room named `name` (folded, in any of its languages) with id `id`, added when it is new.
  std::size_t index(const std::string& name, const std::string& id = "");
  /// The index of the first room of this name, whatever its id: by the name it has, else by one in another language;
  /// added when there is none.
  std::size_t index_by_name(const std::string& name);
  /// Adds names that the room has in other languages; as many as a sign could want.
  void add_names(std::size_t room, const std::vector<std::string>& names);

 private:
  struct Named {
    std::size_t room = 0;
    bool in_another_language = false;
  };
  void add_key(const std::string& name, std::size_t room, bool in_another_language);

  Schedule& schedule_;
  std::unordered_map<std::string, std::size_t> index_of_;
  std::unordered_map<std::string, Named> first_named_;
};

/// Rule 7: the rooms any of `names` stands for: an id equal to the letter, or a name equal when folded; a name in
/// another language where no room has it as its first.
std::vector<std::size_t> rooms_named(const Schedule& schedule, const std::vector<std::string>& names);

/// The names of all rooms, in feed order.
std::vector<std::string> room_names(const Schedule& schedule);
/// The same with their names in other languages.
std::vector<std::string> all_room_names(const Schedule& schedule);

}  // namespace placard
