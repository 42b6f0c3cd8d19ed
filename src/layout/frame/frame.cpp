// SPDX-License-Identifier: MIT
#include "layout/frame/frame.hpp"

#include <iterator>

namespace placard {

std::string_view name_of(Role role) {
  static constexpr std::string_view kNames[] = {"room",
                                                "clock",
                                                "status",
                                                "title",
                                                "note",
                                                "time",
                                                "time-left",
                                                "track",
                                                "label",
                                                "also",
                                                "speakers",
                                                "progress",
                                                "elsewhere",
                                                "absent",
                                                "rule",
                                                "next-label",
                                                "next-track",
                                                "next-time",
                                                "next-title",
                                                "freshness",
                                                "countdown",
                                                "countdown-label",
                                                "phase",
                                                "message",
                                                "message-source",
                                                "strip",
                                                "full",
                                                "printed-time",
                                                "next-printed-time",
                                                "alternative",
                                                "technician"};
  static_assert(std::size(kNames) == static_cast<std::size_t>(Role::technician) + 1, "one name for each role");
  return kNames[static_cast<std::size_t>(role)];
}

}  // namespace placard
