// SPDX-License-Identifier: MIT
// What the readers of all feed formats share: times, names, languages, ids, and lists of sessions of which bad ones are
// left out and named.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/json/object_reader.hpp"
#include "schedule/formats/read_feed.hpp"

namespace placard {

/// One document on its way to becoming a Schedule. One thread.
struct FeedReading {
  FeedReading(const json::Document& document, const ReadOptions& options);

  const json::Document& document;
  const ReadOptions& options;
  Schedule schedule;
  RoomTable rooms;
  Problems problems;
  std::size_t listed = 0;            // sessions so far, good and bad
  std::size_t skipped = 0;           // bad ones
  std::optional<TimeZone> zone;      // for times without offset: the config's, else the feed's
  std::optional<TimeZone> declared;  // the feed's own
  std::string zone_doubt;            // told once for the document
  bool told_of_clock_change = false;
};

/// The members of one session: what it can't do without, and the details, of which a bad one is left out with a
/// warning.
struct SessionObject {
  const json::Value& value;
  json::ObjectReader& needed;
  json::ObjectReader& details;
};

/// What a reader made of one session. It is bad if `needed` or it says so; left out if it takes no place in a
/// programme.
enum class SessionOutcome { good, left_out };
using ReadSession = std::function<SessionOutcome(const SessionObject& object, Session& session)>;

/// Reads every element of `list`, which stands at `path`, and adds the good ones to the schedule.
void read_session_list(FeedReading& reading, const json::Value& list, const std::string& path, const ReadSession& read);

/// The finished feed: refused when more than half of its sessions are bad. `place` is where that is told.
ReadFeed finished(FeedReading& reading, const json::Value& place);
/// The refusal of a document that lacks what its format must have.
ReadFeed refused(FeedReading& reading, const std::string& format, const std::string& lacks);

/// Takes the feed's own time zone from the member `key`, if this system knows it.
void read_time_zone(FeedReading& reading, json::ObjectReader& object, std::string_view key);

/// A date and time as an instant; nothing when it is absent, or bad (then the object has failed). A time without offset
/// is read in the config's zone, else the feed's; where the clocks change, that is told once for the document.
std::optional<Instant> read_instant(FeedReading& reading, json::ObjectReader& object, std::string_view key);
/// The instant of a local time, told of as read_instant() does.
std::optional<Instant> local_instant(FeedReading& reading, json::ObjectReader& object, std::string_view key,
                                     LocalTime local);
/// The session's start, which must be there.
void read_start(FeedReading& reading, json::ObjectReader& object, std::string_view key, Session& session);
/// The session's end, from an instant that must come after the start to count.
void read_end(FeedReading& reading, const SessionObject& object, std::string_view key, Session& session);

/// The session's end from the member "end", else from its "duration".
void read_end_or_duration(FeedReading& reading, const SessionObject& object, Session& session);

/// A text, or one in several languages ({"en": …, "es": …}): of those in the config's language, else English, else the
/// first.
std::optional<std::string> read_words(const FeedReading& reading, json::ObjectReader& object, std::string_view key);
/// The session's title, which must be there.
void read_title(FeedReading& reading, json::ObjectReader& object, std::string_view key, Session& session);

/// A text or a whole number, as text; "" if there is none.
std::string read_id(json::ObjectReader& object, std::string_view key);

/// At most as many names as a sign could ever show, of a list of strings.
std::vector<std::string> read_names(json::ObjectReader& object, std::string_view key);
inline constexpr std::size_t kMaxNames = 32;

/// Things that sessions refer to by id: rooms, tracks, speakers.
using NamesById = std::unordered_map<std::string, std::string>;

/// The list `key` of a document as names by id. `name_of` gives an element's name.
using NameOf = std::function<std::optional<std::string>(json::ObjectReader& element)>;
NamesById read_names_by_id(FeedReading& reading, json::ObjectReader& object, std::string_view key,
                           std::string_view id_key, const NameOf& name_of);

/// Adds one. An id that stands for two names stands for none, which is told: a wrong name is worse than none.
void add_name(FeedReading& reading, NamesById& names, const json::Value& element, const std::string& id,
              const std::string& name);
/// The name an id stands for; "" for none.
std::string name_of_id(const NamesById& names, const std::string& id);

/// Gives the feed's colour for a track: "#e0b6f3".
void add_track_color(FeedReading& reading, const std::string& track, const std::optional<std::string>& color);

/// Puts the session into the room it refers to by id; a session without one is bad.
void read_room_id(FeedReading& reading, json::ObjectReader& object, std::string_view key, const NamesById& rooms,
                  Session& session);

/// Whether any element of a list is an object with all of `keys`.
bool any_has(const json::Value* list, std::initializer_list<std::string_view> keys);

}  // namespace placard
