// SPDX-License-Identifier: MIT
#include "overrides/for_sign.hpp"

#include <algorithm>

#include "base/text/overloaded.hpp"

namespace placard {
namespace {

bool fits_any(const std::string& name, const std::vector<std::string>& patterns) {
  return std::any_of(patterns.begin(), patterns.end(),
                     [&name](const std::string& pattern) { return fits_pattern(name, pattern); });
}

Changes changes_of(const Override& entry) {
  return std::visit([](const auto& kind) { return kind.kChanges; }, entry.what);
}

bool matters_to(const Override& entry, const SignNames& names) {
  return changes_of(entry) == Changes::sessions_of_all || concerns(entry, names);
}

bool holds(const LoadedOverride& known, Instant at) {
  return in_force(known.entry, at, known.first_read);
}

StaffMessage message_of(const LoadedOverride& known, const MessageOverride& said) {
  StaffMessage message;
  message.id = known.entry.id;
  message.level = said.level;
  message.text = said.text;
  message.since = begin_of(known.entry, known.first_read);
  message.from = known.entry.from;
  message.until = end_of(known.entry, known.first_read);
  return message;
}

void add_to(StaffSays& says, const LoadedOverride& known) {
  std::visit(overloaded{
                 [&](const MessageOverride& message) { says.messages.push_back(message_of(known, message)); },
                 [&](const FullOverride&) { says.room_full = true; },
                 [&](const ReplaceOverride& replace) {
                   if (!says.replacement) says.replacement = {replace.title, replace.text, known.entry.until};
                 },
                 [](const ChangesSessions auto&) {},
             },
             known.entry.what);
}

}  // namespace

bool concerns(const Override& entry, const SignNames& names) {
  if (entry.signs.empty() && entry.rooms.empty()) return true;
  if (!names.sign.empty() && fits_any(names.sign, entry.signs)) return true;
  return std::any_of(names.rooms.begin(), names.rooms.end(),
                     [&entry](const std::string& room) { return fits_any(room, entry.rooms); });
}

StaffSays staff_says(const LoadedOverrides& known, const SignNames& names, Instant at) {
  StaffSays says;
  for (const LoadedOverride& one : known) {
    if (holds(one, at) && concerns(one.entry, names)) add_to(says, one);
  }
  return says;
}

std::vector<std::size_t> changes_in_force(const LoadedOverrides& known, const SignNames& names, Instant at) {
  std::vector<std::size_t> indexes;
  for (std::size_t i = 0; i < known.size(); ++i) {
    if (changes_of(known[i].entry) == Changes::texts) continue;
    if (holds(known[i], at) && matters_to(known[i].entry, names)) indexes.push_back(i);
  }
  return indexes;
}

std::optional<Instant> next_begin_or_end(const LoadedOverrides& known, const SignNames& names, Instant at) {
  std::optional<Instant> next;
  const auto add = [&](const std::optional<Instant>& instant) {
    if (instant && *instant > at && (!next || *instant < *next)) next = instant;
  };
  for (const LoadedOverride& one : known) {
    if (!matters_to(one.entry, names)) continue;
    add(one.entry.from);
    add(end_of(one.entry, one.first_read));
  }
  return next;
}

}  // namespace placard
