// SPDX-License-Identifier: MIT
#include "overrides/override.hpp"

#include <algorithm>

#include "base/text/clean.hpp"
#include "base/text/fold.hpp"

namespace placard {
namespace {

constexpr std::chrono::hours kTakeoverWithoutUntil{1};

// The classic greedy match: on a mismatch, let the last * take one character more.
bool fits(std::u32string_view name, std::u32string_view pattern) {
  std::size_t at = 0;
  std::size_t in_pattern = 0;
  std::size_t star = std::u32string_view::npos;
  std::size_t star_took = 0;
  while (at < name.size()) {
    if (in_pattern < pattern.size() && (pattern[in_pattern] == U'?' || pattern[in_pattern] == name[at])) {
      ++at;
      ++in_pattern;
    } else if (in_pattern < pattern.size() && pattern[in_pattern] == U'*') {
      star = in_pattern++;
      star_took = at;
    } else if (star != std::u32string_view::npos) {
      in_pattern = star + 1;
      at = ++star_took;
    } else {
      return false;
    }
  }
  while (in_pattern < pattern.size() && pattern[in_pattern] == U'*') ++in_pattern;
  return in_pattern == pattern.size();
}

}  // namespace

Instant begin_of(const Override& entry, Instant first_read) {
  return entry.from.value_or(first_read);
}

std::optional<Instant> end_of(const Override& entry, Instant first_read) {
  if (entry.until) return entry.until;
  const auto* message = std::get_if<MessageOverride>(&entry.what);
  if (message == nullptr || message->level != MessageLevel::takeover) return std::nullopt;
  return std::max(first_read, begin_of(entry, first_read)) + kTakeoverWithoutUntil;
}

bool in_force(const Override& entry, Instant at, Instant first_read) {
  const auto end = end_of(entry, first_read);
  return (!entry.from || *entry.from <= at) && (!end || at < *end);
}

bool fits_pattern(const std::string& name, const std::string& pattern) {
  return fits(code_points(fold_name(name)), code_points(fold_name(pattern)));
}

}  // namespace placard
