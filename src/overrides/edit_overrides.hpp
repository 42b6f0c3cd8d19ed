// SPDX-License-Identifier: MIT
// Adds entries to the text of an overrides file and removes them, leaving all else as people wrote it: comments, order,
// blanks.
#pragma once

#include <string>
#include <vector>

#include "base/json/problem.hpp"
#include "base/text/error.hpp"
#include "base/time/time_zone.hpp"
#include "overrides/override.hpp"

namespace placard {

/// What a new overrides file begins with.
std::string empty_overrides_file();

/// An entry as it stands in the list.
struct ListedEntry {
  std::string id;          ///< "" if it has none, or none that is a text
  std::size_t line = 0;    ///< where it begins, from 1
  std::size_t column = 0;  ///< in characters, from 1
};

/// All entries of the list, good and bad, in order; a problem where the file can't be parsed. `name` stands in it.
tl::expected<std::vector<ListedEntry>, Problem> listed_entries(const std::string& name, const std::string& text);

/// `written` with one more entry, at the end of its list. The text must be one that listed_entries() can read;
/// it comes back in UTF-8.
std::string with_entry(const std::string& written, const std::string& entry);

/// `written` without the entry at `index` of its list. Comments stay.
std::string without_entry(const std::string& written, std::size_t index);

/// An entry as JSON on one line, its times with the venue's offset.
std::string entry_text(const Override& entry, const TimeZone& zone);

}  // namespace placard
