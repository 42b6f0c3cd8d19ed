// SPDX-License-Identifier: MIT
#include "layout/frame/frame.hpp"

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
  return kNames[static_cast<std::size_t>(role)];
}

}  // namespace placard
