// SPDX-License-Identifier: MIT
// What staff have said, as they wrote it, and what of it a sign may show.
#pragma once

#include <fmt/chrono.h>

#include <optional>
#include <string>
#include <vector>

#include "simulator/device.hpp"

namespace placard::test {

struct StaffEntry {
  std::string text;   // a message; or of a cancellation the session's title
  std::string level;  // "" of a cancellation
  std::optional<Instant> from;
  std::optional<Instant> until;
  // What the sign knows of it:
  TrueTime first_read{};
  bool restored = false;        // it comes from an earlier life
  bool clock_was_right = true;  // when it was kept for this life

  bool cancels() const { return level.empty(); }
  bool same_words(const StaffEntry& other) const {
    return text == other.text && level == other.level && from == other.from && until == other.until;
  }
  bool timeless() const { return !from && !until; }
};

using StaffEntries = std::vector<StaffEntry>;

inline std::string written(const StaffEntries& entries) {
  const auto time = [](const char* name, const std::optional<Instant>& instant) -> std::string {
    if (!instant) return "";
    const auto utc = fmt::gmtime(std::chrono::system_clock::to_time_t(*instant));
    return fmt::format(R"("{}": "{:%Y-%m-%dT%H:%M:%SZ}", )", name, utc);
  };
  std::string text = R"({"overrides": [)";
  for (const StaffEntry& entry : entries) {
    if (&entry != entries.data()) text += ", ";
    text += "{" + time("from", entry.from) + time("until", entry.until);
    text += entry.cancels() ? fmt::format(R"("session": {{"title": "{}"}}, "cancelled": true}})", entry.text)
                            : fmt::format(R"("message": "{}", "level": "{}"}})", entry.text, entry.level);
  }
  return text + "]}";
}

class KnownStaff {
 public:
  void read(const StaffEntries& entries, const Device& device) {
    missed_ = false;
    StaffEntries known;
    for (StaffEntry entry : entries) {
      entry.first_read = device.now;
      for (const StaffEntry& before : known_) {
        if (before.same_words(entry)) entry = before;
      }
      known.push_back(entry);
    }
    known_ = std::move(known);
  }
  /// The file was not there; only the second time in a row does that count.
  void missing() {
    if (missed_) known_.clear();
    missed_ = true;
  }
  void unchanged_or_failed() { missed_ = false; }
  void restore(StaffEntries entries) { known_ = std::move(entries); }
  const StaffEntries& known() const { return known_; }

 private:
  StaffEntries known_;
  bool missed_ = false;
};

enum class Shown { no, yes, either };

/// Whether an entry may be in force on a sign that takes `at` for the time, or does not know the time.
inline Shown may_show(const StaffEntry& entry, Instant at, bool time_known, const Device& device) {
  if (!time_known && !entry.timeless()) return Shown::no;
  if (entry.from && at < *entry.from) return Shown::no;
  if (entry.until) return at < *entry.until ? Shown::yes : Shown::no;
  if (entry.level != "takeover") return Shown::yes;
  // Without an end it ends an hour after it began. Carried over a restart that needs clocks that were and are right.
  const bool sign_is_right = time_known && std::chrono::abs(at - device.now) < std::chrono::seconds(3);
  if (entry.restored && !(entry.clock_was_right && sign_is_right)) return Shown::either;
  const auto left = entry.first_read + std::chrono::hours(1) - device.now;
  if (std::chrono::abs(left) < std::chrono::seconds(30)) return Shown::either;
  return left > std::chrono::seconds(0) ? Shown::yes : Shown::no;
}

}  // namespace placard::test
