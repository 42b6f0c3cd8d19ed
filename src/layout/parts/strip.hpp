// SPDX-License-Identifier: MIT
// A strip across the panel: what people must notice beside the programme.
#pragma once

#include <compare>
#include <cstddef>
#include <vector>

#include "layout/parts/block.hpp"
#include "view/sign_texts.hpp"

namespace placard {

/// In which type messages stand.
enum class MessageType {
  usual,
  small,  ///< down to the smallest there is, rather than cut
};

/// The sizes that messages are set in, px, largest first.
std::vector<int> message_sizes(const TypeScale& scale, MessageType type);

/// How much of what staff say stands on a strip: the more, the greater.
struct Said {
  std::size_t whole = 0;   ///< messages that are not cut
  std::size_t of_cut = 0;  ///< bytes of the one that is

  auto operator<=>(const Said&) const = default;
};

struct Strip {
  Block block;  ///< empty when there is nothing to say
  Said said;
};

/// The strip under the header: the newest message from staff and under it the older ones that find room whole, else
/// what of the sessions people are on their way to does not take place here. It fills `place`'s width and at most its
/// height.
Strip strip_of(const LayoutContext& context, const SignTexts& texts, const Area& place, MessageType type);

/// Whether a strip leaves nothing out of what staff say beside a programme.
bool says_all(const SignTexts& texts, const Said& said);

/// Whether the strip says what is absent, so that nothing else needs to.
bool strip_says_absent(const SignTexts& texts);

}  // namespace placard
