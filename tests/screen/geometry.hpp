// SPDX-License-Identifier: MIT
// How boxes lie to each other and on the glass.
#pragma once

#include <algorithm>

#include "layout/frame/frame.hpp"

namespace placard::test {

inline bool is_text(const Item& item) {
  return !item.lines.empty();
}

inline bool contains(const Rect& outer, const Rect& inner) {
  return inner.x >= outer.x && inner.y >= outer.y && inner.right() <= outer.right() && inner.bottom() <= outer.bottom();
}

inline bool overlap(const Rect& a, const Rect& b) {
  return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

/// All of the frame but 4 % of its shorter side at each edge.
inline Rect safe_area(const Frame& frame) {
  const int margin = (std::min(frame.width, frame.height) * 4 + 99) / 100;
  return {margin, margin, frame.width - 2 * margin, frame.height - 2 * margin};
}

}  // namespace placard::test
