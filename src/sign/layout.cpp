// SPDX-License-Identifier: MIT
#include "sign/layout.hpp"

#include "sign/countdown_layout.hpp"
#include "sign/poster_layout.hpp"
#include "sign/room_layout.hpp"

namespace placard {

namespace {

Frame lay_out_by_day(const View& view, const Glass& glass, const Theme& theme, const TextMeasure& measure) {
  if (is_poster(view.words)) return lay_out_poster(view, glass, theme, measure);
  // Without a number to show (after the last talk, without data) a theater says the same as any room.
  if (view.layout == Layout::countdown && !view.words.count.empty()) {
    return lay_out_countdown(view, glass, theme, measure);
  }
  return lay_out_room(view, glass, theme, measure);
}

}  // namespace

Frame lay_out(const View& view, const Glass& glass, const Theme& theme, const TextMeasure& measure) {
  if (view.night == Night::blank) return {glass.width, glass.height, kBlack, 0, {}};
  return lay_out_by_day(view, glass, view.night == Night::dim ? dim_theme() : theme, measure);
}

}  // namespace placard
