// SPDX-License-Identifier: MIT
// What a main session shows, from everything to its times alone.
#pragma once

#include <cstddef>

namespace placard {

/// What a main session can do without.
enum class Part : unsigned {
  speakers,
  labels,
  progress,
  more_alternatives,  ///< all but the first
  elsewhere,
  absent,
  alternative,  ///< the first
  note,
  track,
  time_left,
  title,
};

class VisibleParts {
 public:
  constexpr bool shows(Part part) const { return (left_out_ & bit(part)) == 0; }
  constexpr VisibleParts without(Part part) const {
    VisibleParts fewer = *this;
    fewer.left_out_ |= bit(part);
    return fewer;
  }

 private:
  static constexpr unsigned bit(Part part) { return 1U << static_cast<unsigned>(part); }

  unsigned left_out_ = 0;
};

// What is left out step by step, least important first.
inline constexpr VisibleParts kEverything;
inline constexpr VisibleParts kWithoutSpeakers = kEverything.without(Part::speakers);
inline constexpr VisibleParts kWithoutLabels = kWithoutSpeakers.without(Part::labels);
inline constexpr VisibleParts kWithoutProgress = kWithoutLabels.without(Part::progress);
inline constexpr VisibleParts kOneAlternative = kWithoutProgress.without(Part::more_alternatives);
inline constexpr VisibleParts kWithoutElsewhere = kOneAlternative.without(Part::elsewhere);
inline constexpr VisibleParts kWithoutAbsent = kWithoutElsewhere.without(Part::absent);
inline constexpr VisibleParts kSessionAlone = kWithoutAbsent.without(Part::alternative);

// The session itself, with less.
inline constexpr VisibleParts kSessionWithoutTrack = kSessionAlone.without(Part::track);
inline constexpr VisibleParts kSessionWithoutNote = kSessionAlone.without(Part::note);
inline constexpr VisibleParts kTitleAndTime = kSessionWithoutNote.without(Part::track).without(Part::time_left);
inline constexpr VisibleParts kTimeAlone = kTitleAndTime.without(Part::title);

/// How many places where something else begins are named.
constexpr std::size_t alternatives_in(VisibleParts parts) {
  if (!parts.shows(Part::alternative)) return 0;
  return parts.shows(Part::more_alternatives) ? 3 : 1;
}

}  // namespace placard
