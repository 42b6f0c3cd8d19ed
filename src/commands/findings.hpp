// SPDX-License-Identifier: MIT
// What needs a person's eye before the doors open: in a schedule, and in the frames made of it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "layout/frame/panel.hpp"
#include "schedule/schedule.hpp"
#include "view/view_at.hpp"

namespace placard {

/// One thing to look at, as a sentence.
struct Finding {
  std::string what;
  std::optional<Instant> at;  ///< when it is to be seen

  bool operator==(const Finding&) const = default;
};

/// Of a schedule: sessions of one room at the same time, those that outlast several later ones, hours without any
/// between two of a day, names that nearly match (rooms, tracks), characters no installed face has, and rooms that no
/// sign shows. `shown` are all names of the signs' rooms; `everywhere` rooms, where lunch and keynotes are, may stand
/// empty for long. Main thread (fonts).
std::vector<Finding> schedule_findings(const Schedule& schedule, const std::vector<std::string>& shown,
                                       const std::vector<std::string>& everywhere, const TextMeasure& measure);

/// Of a frame: a title cut short, and what of title, room, times and message is too small to be read from
/// `wanted_distance_m`.
std::vector<Finding> frame_findings(const View& view, const Frame& frame, const Panel& panel,
                                    std::optional<double> wanted_distance_m);

/// Whether a person may have meant the same with two different names: one letter of a longer word, or only blanks and
/// marks, tell them apart. Numbers and single letters are meant to differ.
bool nearly_match(const std::string& a, const std::string& b);

}  // namespace placard
