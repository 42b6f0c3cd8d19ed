// SPDX-License-Identifier: MIT
#include "overrides/override.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text/clean.hpp"
#include "base/text/fold.hpp"
#include "base/text/overloaded.hpp"

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

std::string words_of(const SessionTarget& target) {
  if (!target.title.empty()) return fmt::format("\"{}\"", target.title);
  return target.id.empty() ? target.room : target.id;
}

}  // namespace

std::optional<MessageLevel> level_of(const Override& entry) {
  const auto* message = std::get_if<MessageOverride>(&entry.what);
  return message == nullptr ? std::nullopt : std::optional(message->level);
}

std::string words_of(const SessionChange& change) {
  return std::visit(overloaded{
                        [](const Cancellation&) { return std::string("cancelled"); },
                        [](const RoomChange& move) { return "moved to " + move.room; },
                        [](const SessionFull&) { return std::string("full"); },
                        [](const SessionDetails&) { return std::string("changed"); },
                    },
                    change);
}

std::string summary_of(const Override& entry) {
  return std::visit(overloaded{
                        [](const MessageOverride& message) { return fmt::format("\"{}\"", message.text); },
                        [](const SessionOverride& session) {
                          return fmt::format("{}: {}", words_of(session.change), words_of(session.target));
                        },
                        [](const DelayOverride& delay) { return fmt::format("{} minutes late", delay.delay.count()); },
                        [](const FullOverride&) { return std::string("full"); },
                        [](const ReplaceOverride& replace) {
                          return fmt::format("\"{}\" in place of the programme",
                                             replace.title.empty() ? replace.text : replace.title);
                        },
                    },
                    entry.what);
}

Override without_place(Override entry) {
  entry.line = 0;
  entry.column = 0;
  return entry;
}

Instant begin_of(const Override& entry, Instant first_read) {
  return entry.from.value_or(first_read);
}

std::optional<Instant> end_of(const Override& entry, Instant first_read) {
  if (entry.until) return entry.until;
  if (level_of(entry) != MessageLevel::takeover) return std::nullopt;
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
