// SPDX-License-Identifier: MIT
// What the readers of all feed formats share: lists of sessions of which bad ones are left out and named, names by id.
// Times stand in session_times.hpp, texts in words.hpp.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/json/object_reader.hpp"
#include "schedule/formats/reading/read_feed.hpp"
#include "schedule/formats/reading/three_part_lengths.hpp"

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
  std::size_t not_scheduled = 0;     // without a time or a place yet, counted nowhere else
  ThreePartLengths lengths;          // those that the whole document decides about
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

/// What a reader made of one session. It is bad if `needed` says so, left out if it takes no place in a programme, and
/// not scheduled if it has no time or no place yet.
enum class SessionOutcome { good, left_out, not_scheduled };
using ReadSession = std::function<SessionOutcome(const SessionObject& object, Session& session)>;

/// Reads every element of `list`, which stands at `path`, and adds the good ones to the schedule.
void read_session_list(FeedReading& reading, const json::Value& list, const std::string& path, const ReadSession& read);

/// The finished feed: refused when more than half of its sessions are bad. `place` is where that is told.
ReadFeed finished(FeedReading& reading, const json::Value& place);
/// The refusal of a document that lacks what its format must have.
ReadFeed refused(FeedReading& reading, const std::string& format, const std::string& lacks);

/// Takes the feed's own time zone from the member `key`, if this system knows it.
void read_time_zone(FeedReading& reading, json::ObjectReader& object, std::string_view key);

/// Whether a member says nothing: absent, null, an empty text or list, or a list of such.
bool is_blank(const json::Value& object, std::string_view key);
bool is_blank(const json::Value* value);

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

/// Puts the session into the room it refers to by id; one that the feed does not list makes it bad.
void read_room_id(FeedReading& reading, json::ObjectReader& object, std::string_view key, const NamesById& rooms,
                  Session& session);

/// Whether any element of a list is an object with all of `keys`, be they null.
bool any_has(const json::Value* list, std::initializer_list<std::string_view> keys);

}  // namespace placard
