// SPDX-License-Identifier: MIT
// Colours for tracks that nobody gave one.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "look/color.hpp"

namespace placard {

/// How far apart two colours look (CIE 1976 ΔE), to the eye that tells them apart worst: normal vision, or one of the
/// three common deficiencies (Machado, Oliveira and Fernandes 2009, severity 1).
double least_difference(Color a, Color b);

/// Colours by folded name: the `given` ones, and one for each of `tracks` (folded names) without. A track's colour
/// follows from its name, unless another track has one too like it (ΔE below 15): then from what is farthest from all.
/// The same tracks always get the same colours, on every sign. Pure; any thread.
std::map<std::string, Color> colors_for_tracks(const std::map<std::string, Color>& given,
                                               std::vector<std::string> tracks);

}  // namespace placard
