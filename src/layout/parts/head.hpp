// SPDX-License-Identifier: MIT
// The head of every sign: the room's name and the venue's clock, and a strip under them where there is one.
#pragma once

#include "layout/parts/block.hpp"
#include "view/sign_texts.hpp"

namespace placard {

struct HeadRequest {
  int below_header = 0;     ///< px left free under the header
  int below_strip = 0;      ///< px left free under the strip
  double max_strip = 0.25;  ///< share of the panel's height that the strip may take
};

/// Places the header and, under it, the strip at the top of a frame; gives the y at which all else may begin.
int place_head(Frame& frame, const LayoutContext& context, const SignTexts& texts, const HeadRequest& request);

}  // namespace placard
