// SPDX-License-Identifier: MIT
// The picture of a view as a sign's panel takes it.
#pragma once

#include "layout/layout.hpp"
#include "settings/settings.hpp"
#include "view/view_at.hpp"

namespace placard {

/// A panel of `size` pixels as it stands upright, turned by the sign's rotation.
Panel panel_of(const SignSettings& sign, PixelSize size);

Frame frame_of(const View& view, const SignSettings& sign, PixelSize size, const TextMeasure& measure);

}  // namespace placard
