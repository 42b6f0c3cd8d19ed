// SPDX-License-Identifier: MIT
// Lengths such as "1:30:00", whose meaning the rest of the document tells.
#pragma once

#include <cstddef>
#include <vector>

#include "base/time/duration.hpp"
#include "schedule/schedule.hpp"

namespace placard {

/// Collects the lengths of one document while it is read. One thread.
class ThreePartLengths {
 public:
  /// Notes the length of the session that will stand at `session` of the schedule.
  void add(std::size_t session, const WrittenDuration& length);
  /// The session that would have stood there is not taken.
  void forget(std::size_t session);
  /// Gives sessions the end they have in hours, minutes and seconds, where that is meant: where one length of the
  /// document can mean nothing else, in all; else where days would last beyond the next start in the session's room,
  /// and if none of the document's lengths has two parts in all of them. Takes n log n.
  void settle(Schedule& schedule) const;

 private:
  struct Length {
    std::size_t session;
    WrittenDuration written;
  };
  std::vector<Length> lengths_;
  bool has_two_parts_ = false;
};

}  // namespace placard
