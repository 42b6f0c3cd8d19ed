// SPDX-License-Identifier: MIT
#include "screen/panel_frame.hpp"

#include <utility>

namespace placard {

Panel panel_of(const SignSettings& sign, PixelSize size) {
  if (sign.rotate == 90 || sign.rotate == 270) std::swap(size.width, size.height);
  Panel panel;
  panel.width = size.width;
  panel.height = size.height;
  panel.viewing_distance_m = sign.viewing_distance_m;
  if (sign.panel_width_mm) {
    // The config tells the panel's width before turning; its pixels are square.
    const int panel_width = sign.rotate == 90 || sign.rotate == 270 ? size.height : size.width;
    panel.panel_width_mm = *sign.panel_width_mm * size.width / panel_width;
  }
  return panel;
}

Frame frame_of(const View& view, const SignSettings& sign, PixelSize size, const TextMeasure& measure) {
  const Theme& theme = sign.theme == ThemeName::light ? light_theme() : dark_theme();
  return lay_out(view, panel_of(sign, size), theme, measure);
}

}  // namespace placard
