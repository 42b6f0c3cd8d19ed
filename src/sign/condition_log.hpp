// SPDX-License-Identifier: MIT
// Log lines only where something changed: troubles come again with every try.
#pragma once

#include <chrono>
#include <cstddef>
#include <deque>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace placard {

/// What lines are about.
enum class Topic {
  feed,       ///< one of the feeds
  overrides,  ///< the staff messages
  zone,       ///< whether a feed's offsets are those of its zone
  no_zone,    ///< whether the venue's zone is known
  room,       ///< whether the feed knows the sign's room
  clock,      ///< whether the device's clock is right
  cache,      ///< whether copies come onto the disk
  picture,    ///< whether the sign can be brought up to date
};

/// How something is at the moment.
struct Condition {
  Topic topic;
  std::size_t which = 0;  ///< of several feeds
  std::string sentence;   ///< what is wrong, one line each; "": nothing
  std::string state;      ///< tells this condition from another where the sentence holds wavering figures; "": it does
};

/// At most one line in so long for conditions that may come and go with every try (cache, picture) …
inline constexpr std::chrono::minutes kBetweenLines{10};
/// … and so many changes of any other: what goes back and forth is told again when that time is over.
inline constexpr std::size_t kMostChanges = 6;

/// Decides which conditions are worth a line: those that changed, as often as a log can bear. Pure; owned by one
/// thread.
class ConditionLog {
 public:
  /// The lines to write of a condition at `now` on a steady clock.
  std::vector<std::string> note(const Condition& condition, std::chrono::milliseconds now);

 private:
  struct Logged {
    std::string state;
    std::deque<std::chrono::milliseconds> at;  // when lines were written, of late
  };
  std::map<std::pair<Topic, std::size_t>, Logged> logged_;
};

}  // namespace placard
