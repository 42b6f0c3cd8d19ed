// SPDX-License-Identifier: MIT
// The line that opens a session: "01:00 PM - 01:30 PMGolden Gate A", often behind a "Read more" that belongs to the
// session before.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace placard::agenda {

inline constexpr std::string_view kReadMore = "Read more";

struct StartLine {
  std::chrono::minutes start{};  ///< from midnight
  std::chrono::minutes end{};    ///< from midnight, as written: may lie before the start
  std::string room;              ///< may be empty
  bool glued = false;            ///< to "Read more"
};

/// Nothing when the line is no start line.
std::optional<StartLine> read_start_line(std::string_view line);

/// Whether a line opens with a clock time, as a start line does that was damaged in copying.
bool opens_with_time(std::string_view line);

}  // namespace placard::agenda
