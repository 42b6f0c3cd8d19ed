// SPDX-License-Identifier: MIT
#include "overrides/for_sign.hpp"

#include <algorithm>

namespace placard {
namespace {

constexpr std::size_t kMostDelays = 50;  // looked at for what was late before them

bool fits_any(const std::string& name, const std::vector<std::string>& patterns) {
  return std::any_of(patterns.begin(), patterns.end(),
                     [&name](const std::string& pattern) { return fits_pattern(name, pattern); });
}

Changes changes_of(const Override& entry) {
  return std::visit([](const auto& kind) { return kind.kChanges; }, entry.what);
}

bool changes_sessions(const Override& entry) {
  const Changes changes = changes_of(entry);
  return changes == Changes::sessions || changes == Changes::sessions_of_all;
}

bool holds(const LoadedOverride& known, Instant at) {
  return in_force(known.entry, at, known.first_read);
}

bool is_delay(const LoadedOverride& one) {
  return std::holds_alternative<DelayOverride>(one.entry.what);
}

// Whether `later` was said of what already ran late by `earlier`.
bool builds_on(const LoadedOverride& later, const LoadedOverride& earlier) {
  return is_delay(earlier) && holds(earlier, begin_of(later.entry, later.first_read)) &&
         may_name_one_room(later.entry, earlier.entry);
}

// A delay says how late a room is from then on: what was late before it stays so for as long as it counts.
void add_earlier_delays(std::vector<std::size_t>& in_force, const LoadedOverrides& known) {
  for (std::size_t next = 0; next < in_force.size() && next < kMostDelays; ++next) {
    const LoadedOverride& later = known[in_force[next]];
    if (!is_delay(later)) continue;
    for (std::size_t i = 0; i < known.size(); ++i) {
      const bool counts = std::find(in_force.begin(), in_force.end(), i) != in_force.end();
      if (!counts && builds_on(later, known[i])) in_force.push_back(i);
    }
  }
  std::sort(in_force.begin(), in_force.end());
}

}  // namespace

bool may_name_one_room(const Override& a, const Override& b) {
  return std::any_of(a.rooms.begin(), a.rooms.end(), [&b](const std::string& room) {
    return fits_any(room, b.rooms) || std::any_of(b.rooms.begin(), b.rooms.end(), [&room](const std::string& other) {
             return fits_pattern(other, room);
           });
  });
}

bool concerns(const Override& entry, const SignNames& names) {
  if (entry.signs.empty() && entry.rooms.empty()) return true;
  if (!names.sign.empty() && fits_any(names.sign, entry.signs)) return true;
  return std::any_of(names.rooms.begin(), names.rooms.end(),
                     [&entry](const std::string& room) { return fits_any(room, entry.rooms); });
}

bool names_room(const std::vector<std::string>& patterns, const Room& room) {
  return std::any_of(patterns.begin(), patterns.end(), [&room](const std::string& pattern) {
    const auto fits = [&pattern](const std::string& name) { return fits_pattern(name, pattern); };
    return fits(room.name) || std::any_of(room.other_names.begin(), room.other_names.end(), fits) ||
           has_id(room, pattern);
  });
}

std::vector<std::size_t> changes_in_force(const LoadedOverrides& known, const SignNames& names, Instant at) {
  std::vector<std::size_t> indexes;
  for (std::size_t i = 0; i < known.size(); ++i) {
    if (!changes_sessions(known[i].entry)) continue;
    if (holds(known[i], at) && matters_to(known[i].entry, names)) indexes.push_back(i);
  }
  add_earlier_delays(indexes, known);
  return indexes;
}

bool matters_to(const Override& entry, const SignNames& names) {
  const Changes changes = changes_of(entry);
  return changes == Changes::sessions_of_all || changes == Changes::texts_of_all || concerns(entry, names);
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
