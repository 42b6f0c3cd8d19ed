// SPDX-License-Identifier: MIT
// Texts of a feed, which may be there in several languages, and the titles made of them.
#pragma once

#include "schedule/formats/reading/feed_reading.hpp"

namespace placard {

/// The member of `texts` in the language nearest to the config's (base/text/language.hpp) whose value `counts`; null:
/// none does.
const json::Member* nearest_language(const FeedReading& reading, const json::Object& texts,
                                     const std::function<bool(const json::Value& value)>& counts);

/// A text, or one in several languages ({"en": …, "es": …}): the nearest one.
std::optional<std::string> read_words(const FeedReading& reading, json::ObjectReader& object, std::string_view key);

/// The room that an element of the document's list of rooms tells of: its index, after adding it by its name, with
/// its id from `id_key` and its names in other languages. Nothing: it has no name.
std::optional<std::size_t> read_room(FeedReading& reading, json::ObjectReader& room, std::string_view id_key);

/// The session's title, which may be missing: name_untitled() comes later.
void read_title(const FeedReading& reading, const SessionObject& object, std::string_view key, Session& session);

/// What is shown of a session without a title before its speakers are, and after them.
struct StandIns {
  std::string subtitle;
  std::string kind;
};

/// Gives a session without a title its subtitle for one, else its speakers, else its kind, else "Session", and tells.
/// `key` is where its title belongs. Comes after all else of it is read.
void name_untitled(const SessionObject& object, std::string_view key, Session& session, const StandIns& stand_ins);
/// The same, with the members "subtitle" and "type" or "kind" of the session.
void name_untitled(const FeedReading& reading, const SessionObject& object, std::string_view key, Session& session);

}  // namespace placard
