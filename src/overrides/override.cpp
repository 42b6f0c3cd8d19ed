// SPDX-License-Identifier: MIT
#include "overrides/override.hpp"

#include "text/clean.hpp"
#include "text/fold.hpp"

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

std::string_view name_of(MessageLevel level) {
  switch (level) {
    case MessageLevel::takeover:
      return "takeover";
    case MessageLevel::warning:
      return "warning";
    case MessageLevel::notice:
      break;
  }
  return "notice";
}

bool in_force(const Override& entry, Instant at, Instant first_read) {
  if (entry.from && at < *entry.from) return false;
  if (entry.until) return at < *entry.until;
  const auto* message = std::get_if<MessageOverride>(&entry.what);
  if (message == nullptr || message->level != MessageLevel::takeover) return true;
  return at < std::max(first_read, entry.from.value_or(first_read)) + kTakeoverWithoutUntil;
}

bool fits_pattern(const std::string& name, const std::string& pattern) {
  return fits(code_points(fold_name(name)), code_points(fold_name(pattern)));
}

}  // namespace placard
