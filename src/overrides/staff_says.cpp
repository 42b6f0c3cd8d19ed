// SPDX-License-Identifier: MIT
#include "overrides/staff_says.hpp"

#include <utility>

#include "base/text/overloaded.hpp"
#include "overrides/hidden_by.hpp"

namespace placard {
namespace {

StaffMessage message_of(const LoadedOverride& known, const MessageOverride& said, const std::string& hider) {
  StaffMessage message;
  message.id = known.entry.id;
  message.level = said.level;
  message.text = said.text;
  message.since = begin_of(known.entry, known.first_read);
  message.from = known.entry.from;
  message.until = end_of(known.entry, known.first_read);
  message.hidden_by = hider;
  return message;
}

// What the newest replacement says, and since when.
struct NewestReplacement {
  std::optional<Instant> since;
  Replacement says;
};

void note_replacement(NewestReplacement& newest, const LoadedOverride& known, const ReplaceOverride& replace,
                      const std::string& hider) {
  const Instant since = begin_of(known.entry, known.first_read);
  if (newest.since && since < *newest.since) return;
  newest = {since, {replace.title, replace.text, known.entry.until, hider}};
}

}  // namespace

StaffSays staff_says(const LoadedOverrides& known, const SignNames& names, Instant at) {
  StaffSays says;
  NewestReplacement replacement;
  const std::vector<std::string> hiders = hidden_by(known, names, at);
  for (std::size_t i = 0; i < known.size(); ++i) {
    const LoadedOverride& one = known[i];
    if (!in_force(one.entry, at, one.first_read) || !matters_to(one.entry, names)) continue;
    std::visit(
        overloaded{
            [&](const MessageOverride& message) { says.messages.push_back(message_of(one, message, hiders[i])); },
            [&](const FullOverride&) {
              says.full_rooms.insert(says.full_rooms.end(), one.entry.rooms.begin(), one.entry.rooms.end());
              says.room_full |= concerns(one.entry, names);
            },
            [&](const ReplaceOverride& replace) { note_replacement(replacement, one, replace, hiders[i]); },
            [](const ChangesSessions auto&) {},
        },
        one.entry.what);
  }
  if (replacement.since) says.replacement = std::move(replacement.says);
  put_loudest_first(says.messages);
  return says;
}

}  // namespace placard
