// SPDX-License-Identifier: MIT
// The head of every sign: the room's name and the venue's clock, and a strip under them where there is one.
#pragma once

#include "layout/parts/block.hpp"
#include "layout/parts/strip.hpp"
#include "view/sign_texts.hpp"

namespace placard {

/// What a strip may take.
struct StripLimits {
  double share = 0.25;  ///< of the panel's height
  MessageType type = MessageType::usual;
};

struct HeadRequest {
  int below_header = 0;  ///< px left free under the header
  int below_strip = 0;   ///< px left free under the strip
  StripLimits strip;
};

/// What has been placed at the top of a frame.
struct Head {
  int below = 0;  ///< the y at which all else may begin
  Said said;      ///< of what staff say
};

/// What staff say on a strip within `limits` of a frame of that size.
Said said_within(const LayoutContext& context, const SignTexts& texts, const Area& frame, const StripLimits& limits);

/// Places the header and, under it, the strip at the top of a frame.
Head place_head(Frame& frame, const LayoutContext& context, const SignTexts& texts, const HeadRequest& request);

}  // namespace placard
