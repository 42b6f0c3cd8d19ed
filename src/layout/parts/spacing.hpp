// SPDX-License-Identifier: MIT
// Distances that several layouts share.
#pragma once

namespace placard {

// For TypeScale::gap(), in its units.
inline constexpr double kSectionGap = 3.4;     ///< between the head, the middle and the foot of a frame
inline constexpr double kParagraphGap = 2;     ///< between texts one below the other
inline constexpr double kRowGap = 2.2;         ///< between the pieces of a row in the small size
inline constexpr double kUnderLabelGap = 0.4;  ///< between a label and what it is the label of

/// Baseline to baseline of running text, in ems.
inline constexpr double kTextPitch = 1.25;

}  // namespace placard
