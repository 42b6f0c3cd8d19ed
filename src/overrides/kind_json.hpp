// SPDX-License-Identifier: MIT
// The kinds of entries as they stand in overrides.json: a table of their keys, how each is read and how it is written.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json/object_reader.hpp"
#include "base/json/write.hpp"
#include "base/time/time_zone.hpp"
#include "overrides/override.hpp"

namespace placard {

/// What is needed to read an entry; local times are read in `zone`.
struct EntryReading {
  const json::Document& document;
  const TimeZone& zone;
  Problems& problems;
};

/// The time under `key`; nothing: there is none, or it is a problem of `object`.
std::optional<Instant> read_instant(const EntryReading& reading, json::ObjectReader& object, std::string_view key);

/// Reads into `entry`, whose rooms are known, what it says or does. That it is of no kind, or of several, is a problem
/// of `object`.
void read_kind(const EntryReading& reading, json::ObjectReader& object, Override& entry);

/// The keys of all kinds.
std::vector<std::string> keys_of_kinds();

/// Adds the members that read_kind() reads.
void write_kind(json::ObjectWriter& members, const OverrideKind& what, const TimeZone& zone);

/// An instant as a JSON text with the venue's offset.
std::optional<std::string> time_literal(const std::optional<Instant>& instant, const TimeZone& zone);

}  // namespace placard
