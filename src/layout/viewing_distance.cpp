// SPDX-License-Identifier: MIT
#include "layout/viewing_distance.hpp"

#include <algorithm>
#include <utility>

namespace placard {
namespace {

// How much larger than usual: at the last step the times are nearly as large as the largest title.
constexpr double kSteps[] = {1.12, 1.25, 1.4, 1.6, 1.8, 2.0, 2.2};

bool is_inside(const Rect& box, const Frame& frame, const TypeScale& scale) {
  return box.x >= scale.margin_x && box.right() <= frame.width - scale.margin_x && box.y >= scale.margin_y &&
         box.bottom() <= frame.height - scale.margin_y;
}

bool overlap(const Rect& a, const Rect& b) {
  return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

const Item* find_item(const Frame& frame, Role role) {
  const auto found =
      std::find_if(frame.items.begin(), frame.items.end(), [role](const Item& item) { return item.role == role; });
  return found == frame.items.end() ? nullptr : &*found;
}

// Everything on the glass, apart from each other, and the main text whole.
bool is_sound(const Frame& frame, const TypeScale& scale) {
  for (auto item = frame.items.begin(); item != frame.items.end(); ++item) {
    const bool main = item->role == Role::title || item->role == Role::message;
    if ((main && item->truncated) || !is_inside(item->box, frame, scale)) return false;
    const bool covered = std::any_of(frame.items.begin(), item, [&](const Item& other) {
      return !item->lines.empty() && !other.lines.empty() && overlap(item->box, other.box);
    });
    if (covered) return false;
  }
  return true;
}

// Larger type may cost what is said beside, never the title, and the countdown's number only what it can spare.
bool keeps_the_main(const Frame& frame, const Frame& usual, const Panel& panel) {
  for (const Role role : {Role::title, Role::time, Role::place, Role::message}) {
    if (find_item(usual, role) != nullptr && find_item(frame, role) == nullptr) return false;
  }
  const Item* number = find_item(frame, Role::countdown);
  const Item* usual_number = find_item(usual, Role::countdown);
  if (number == nullptr || usual_number == nullptr) return number == usual_number;
  if (number->cap_px >= usual_number->cap_px) return true;
  return number->cap_px * 5 >= usual_number->cap_px * 3 &&
         readable_from_m(*number, frame, panel) >= *panel.viewing_distance_m;
}

}  // namespace

Frame laid_out_for_distance(const Panel& panel, const std::function<Frame(const TypeScale&)>& lay_out) {
  const Frame usual = lay_out(scale_for(panel.width, panel.height));
  if (!panel.viewing_distance_m) return usual;
  Frame best = usual;
  for (const double larger : kSteps) {
    if (best.declared_distance_m >= *panel.viewing_distance_m) break;
    const TypeScale scale = scale_for(panel.width, panel.height, larger);
    Frame frame = lay_out(scale);
    const bool better = frame.declared_distance_m > best.declared_distance_m && is_sound(frame, scale) &&
                        keeps_the_main(frame, usual, panel);
    if (better) best = std::move(frame);
  }
  return best;
}

}  // namespace placard
