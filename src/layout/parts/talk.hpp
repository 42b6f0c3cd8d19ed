// SPDX-License-Identifier: MIT
// The session that a countdown is of, beside its number.
#pragma once

#include "layout/parts/block.hpp"
#include "view/sign_texts.hpp"

namespace placard {

/// How much is said of a talk.
enum class TalkDetail {
  title,    ///< title and times
  track,    ///< and its track
  notices,  ///< and what else people on their way here should know
};

/// The talk, its title as large as the place allows; it may come out larger than its place.
Block talk_block(const LayoutContext& context, const SignTexts& texts, const Area& place, TalkDetail detail);

/// How many lines the title in a block has; 0 where there is none.
std::size_t title_lines(const Block& block);

/// Whether a talk stands in its place with its title, none of its texts cut or broken.
bool talk_is_whole(const LayoutContext& context, const SignTexts& texts, const Block& talk, const Area& place);

}  // namespace placard
