// SPDX-License-Identifier: MIT
// Which slot of a talk that is given more than once became which.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/time/time.hpp"

namespace placard {

/// When and where a talk is given.
struct Slot {
  Instant start;
  std::string room;  ///< a folded name
};

/// Whether the slots are surely of one talk, or only of one title.
enum class SlotsOf { one_talk, one_title };

/// The index in `now` of what each of `before` became; nothing: it is gone, or cannot be told. The only one becomes the
/// only one; else the same start goes before the same room. What is left in a room goes in order of time, the nearest
/// where there are more on one side; so does then what is left of one talk, and what is left of one title stays open.
/// Takes n log n. Pure; any thread.
std::vector<std::optional<std::size_t>> pair_slots(const std::vector<Slot>& before, const std::vector<Slot>& now,
                                                   SlotsOf what);

}  // namespace placard
