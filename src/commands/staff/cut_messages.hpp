// SPDX-License-Identifier: MIT
// Which signs have no room for all that was just said.
#pragma once

#include <string>
#include <vector>

#include "commands/staff_file.hpp"
#include "layout/type/text_measure.hpp"
#include "overrides/for_sign.hpp"

namespace placard {

/// A sentence for each way in which signs cut the message or replacement `entry`, as they would show it at the instant
/// it begins (or now) with all that is `said`, itself among it: which signs, how much of it they show, and what to do;
/// and for each older message that finds no room beside it.
/// Of a sign without a size in the config the usual one counts; no more than a hundred signs are looked at. What
/// another entry hides is not cut. Pure but for the fonts; main thread.
std::vector<std::string> cut_sentences(const StaffFile& file, const LoadedOverrides& said, const Override& entry,
                                       const TextMeasure& measure);

/// Prints them; `all` is what the file says now. Without fonts, nothing.
void print_cut_sentences(const StaffFile& file, const Overrides& all, const Override& entry);

}  // namespace placard
