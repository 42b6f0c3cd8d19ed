// SPDX-License-Identifier: MIT
// What a server said of late: whether its answers go back and forth between versions, as those of a cache's edges do.
#pragma once

#include <cstddef>
#include <deque>
#include <optional>
#include <string>

#include "base/time/time.hpp"

namespace placard {

/// The last ten good answers, by their meanings. A value.
class RecentAnswers {
 public:
  static constexpr std::size_t kMost = 10;

  /// `made`: when, as it or its server says.
  void add(const std::string& meaning, std::optional<Instant> made);
  /// The same as the last time came again.
  void add_same();

  std::size_t count(const std::string& meaning) const;
  /// Whether what was answered last was answered before, with something else in between.
  bool last_came_before() const;
  /// Whether more than one answer came back that something else had taken the place of: one alone is somebody who takes
  /// a change back.
  bool alternate() const;
  /// Whether what says the same said different times: then they are those of the answers, and prove nothing.
  bool tell_their_own_time() const;

 private:
  bool came_back(std::size_t place) const;

  struct Answer {
    std::string meaning;
    std::optional<Instant> made;
  };
  std::deque<Answer> answers_;  // the last one last
};

}  // namespace placard
