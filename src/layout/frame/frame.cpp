// SPDX-License-Identifier: MIT
#include "layout/frame/frame.hpp"

#include <iterator>

namespace placard {
namespace {

struct RoleName {
  Role role;
  std::string_view name;
};

constexpr RoleName kNames[] = {
    {Role::room, "room"},
    {Role::clock, "clock"},
    {Role::status, "status"},
    {Role::title, "title"},
    {Role::note, "note"},
    {Role::time, "time"},
    {Role::time_left, "time-left"},
    {Role::track, "track"},
    {Role::label, "label"},
    {Role::also, "also"},
    {Role::speakers, "speakers"},
    {Role::progress, "progress"},
    {Role::elsewhere, "elsewhere"},
    {Role::absent, "absent"},
    {Role::rule, "rule"},
    {Role::next_label, "next-label"},
    {Role::next_track, "next-track"},
    {Role::next_time, "next-time"},
    {Role::next_title, "next-title"},
    {Role::freshness, "freshness"},
    {Role::countdown, "countdown"},
    {Role::countdown_label, "countdown-label"},
    {Role::phase, "phase"},
    {Role::message, "message"},
    {Role::message_source, "message-source"},
    {Role::strip, "strip"},
    {Role::full, "full"},
    {Role::printed, "printed-time"},
    {Role::next_printed, "next-printed-time"},
    {Role::alternative, "alternative"},
    {Role::place, "place"},
    {Role::next_place, "next-place"},
    {Role::technician, "technician"},
};

constexpr bool in_order() {
  for (std::size_t i = 0; i < std::size(kNames); ++i) {
    if (static_cast<std::size_t>(kNames[i].role) != i) return false;
  }
  return true;
}

static_assert(std::size(kNames) == kRoles && in_order(), "every role has its name, in the order of the roles");

}  // namespace

std::string_view name_of(Role role) {
  return kNames[static_cast<std::size_t>(role)].name;
}

}  // namespace placard
