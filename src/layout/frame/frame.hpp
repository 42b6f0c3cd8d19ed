// SPDX-License-Identifier: MIT
// A finished picture as a value: boxes with fitted text. Two equal frames are the same pixels.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "layout/type/fit_text.hpp"
#include "look/color.hpp"

namespace placard {

/// What an item of a frame is for.
enum class Role {
  room,
  clock,
  status,
  title,
  note,
  time,
  time_left,
  track,
  label,
  also,
  speakers,
  progress,
  elsewhere,
  absent,
  rule,
  next_label,
  next_track,
  next_time,
  next_title,
  freshness,
  countdown,
  countdown_label,
  phase,
  message,
  message_source,
  strip,
  full,
  printed,
  next_printed,
  alternative,
  place,
  next_place,
  technician,  ///< stays the last one, so that kRoles counts them all
};

inline constexpr std::size_t kRoles = static_cast<std::size_t>(Role::technician) + 1;

std::string_view name_of(Role role);

/// A filled rectangle with round corners.
struct Fill {
  Rect rect;
  Color color;
  int radius = 0;  ///< px

  bool operator==(const Fill&) const = default;
};

/// A line of text in its place: the pen starts at `x` on `baseline`, in px of the frame.
struct PlacedLine {
  int x = 0;
  int baseline = 0;
  Line line;

  bool operator==(const PlacedLine&) const = default;
};

/// One thing on the glass: its fills are painted first, then its lines.
struct Item {
  Role role = Role::title;
  std::string text;  ///< the whole text, before fitting
  std::vector<Fill> fills;
  std::vector<PlacedLine> lines;
  bool truncated = false;
  Rect box;
  Rect ink;  ///< the pixels really touched
  Font font;
  std::string face;  ///< name of the first face
  int cap_px = 0;
  Color color;
  Color background;

  bool operator==(const Item&) const = default;
};

/// The whole picture, upright.
struct Frame {
  int width = 0;
  int height = 0;
  Color background;
  double declared_distance_m = 0;  ///< as far away as its least essential text reads
  std::vector<Item> items;

  bool operator==(const Frame&) const = default;
};

}  // namespace placard
