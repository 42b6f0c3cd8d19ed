// SPDX-License-Identifier: MIT
// The middle of a room sign: the session on stage, or a sentence where nothing is.
#pragma once

#include "layout/parts/block.hpp"
#include "view/view.hpp"

namespace placard {

struct MainRequest {
  int width = 0;
  int height = 0;            ///< px it may take
  bool tall = false;         ///< a portrait glass: more lines, larger gaps
  bool last_resort = false;  ///< nothing else can give way: what is cancelled or elsewhere may be left out
};

/// The stage as large as the request allows. It may come out higher than asked when even the least does not fit.
Block main_block(const LayoutContext& context, const SignTexts& texts, const MainRequest& request);

/// Whether a stage fits its request with its whole title.
bool good(const Block& stage, const MainRequest& request);

}  // namespace placard
