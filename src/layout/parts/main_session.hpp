// SPDX-License-Identifier: MIT
// The middle of a room sign: the session it is about, or a sentence where there is none.
#pragma once

#include "layout/frame/panel.hpp"
#include "layout/parts/block.hpp"
#include "view/view.hpp"

namespace placard {

/// What may be left out for the title to stand whole.
enum class Concession {
  details,     ///< speakers, labels, the bar of progress
  all_beside,  ///< nothing else can give way: also what is cancelled or elsewhere, the note, at last the title itself
};

struct MainRequest {
  int width = 0;
  int height = 0;  ///< px it may take
  Orientation orientation = Orientation::landscape;
  Concession concession = Concession::details;
};

/// The main session as large as the request allows. It may come out higher than asked when even the least does not fit.
Block main_block(const LayoutContext& context, const SignTexts& texts, const MainRequest& request);

/// Whether a main session fits its request with its whole title.
bool fits_whole(const Block& main, const MainRequest& request);

}  // namespace placard
