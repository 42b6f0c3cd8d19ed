// SPDX-License-Identifier: MIT
// What no single session shows: entries and titles that stand twice, and two sessions in one room at one time.
#pragma once

#include "agenda2feed/agenda.hpp"

namespace placard::agenda {

/// Removes later copies of a session (same room, start, end and title), naming each.
void drop_copies(Agenda& agenda);

/// Names titles used twice and sessions that overlap in their room; removes nothing, as both may be meant.
void name_conflicts(Agenda& agenda);

}  // namespace placard::agenda
