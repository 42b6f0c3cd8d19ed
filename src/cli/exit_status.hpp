// SPDX-License-Identifier: MIT
// What the program's exit status means.
#pragma once

namespace placard {

inline constexpr int kAllIsWell = 0;
inline constexpr int kUnusable = 1;         ///< config or feed could not be used, or `check` found an error
inline constexpr int kMalformedOption = 2;  ///< the command line is at fault
inline constexpr int kTryAgain = 75;        ///< no display (EX_TEMPFAIL): a supervisor should start us again

}  // namespace placard
