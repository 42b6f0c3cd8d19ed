// SPDX-License-Identifier: MIT
#include "layout/message_room.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace placard {
namespace {

constexpr double kStep = 0.05;
constexpr double kLargestShare = 0.85;

std::size_t count_of(const Frame& frame, Role role) {
  return static_cast<std::size_t>(
      std::count_if(frame.items.begin(), frame.items.end(), [role](const Item& item) { return item.role == role; }));
}

int title_px(const Frame& frame) {
  const auto title =
      std::find_if(frame.items.begin(), frame.items.end(), [](const Item& item) { return item.role == Role::title; });
  return title == frame.items.end() ? 0 : title->font.px;
}

// Who says it is left out rather than words, but not where a little more room for it costs nothing else.
bool adds_sources_alone(const Attempt& more, const Attempt& than) {
  return more.said == than.said && more.keeps_main && more.frame.items.size() > than.frame.items.size() &&
         title_px(more.frame) == title_px(than.frame);
}

}  // namespace

Frame laid_out_for_messages(const SignTexts& texts, const StripLimits& usual,
                            const std::function<Attempt(const StripLimits&)>& lay_out) {
  Attempt best = lay_out(usual);
  StripLimits limits = usual;
  for (const MessageType type : {MessageType::usual, MessageType::small}) {
    for (double share = usual.share; share < kLargestShare && !says_all(texts, best.said); share += kStep) {
      Attempt next = lay_out({share, type});
      // At the usual share smaller type takes nothing from what the sign is about.
      if (!next.keeps_main && share > usual.share) break;
      if (next.said <= best.said) continue;
      best = std::move(next);
      limits = {share, type};
    }
  }
  if (count_of(best.frame, Role::message_source) < best.said.whole) {
    Attempt with_sources = lay_out({limits.share + kStep, limits.type});
    if (adds_sources_alone(with_sources, best)) best = std::move(with_sources);
  }
  return std::move(best.frame);
}

}  // namespace placard
