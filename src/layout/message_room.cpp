// SPDX-License-Identifier: MIT
#include "layout/message_room.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace placard {
namespace {

constexpr double kStep = 0.05;
constexpr int kSteps = 11;  // from the usual share

StripLimits step_of(const StripLimits& usual, MessageType type, int step) {
  return {usual.share + step * kStep, type};
}

// The first step at which as much is said as at the last one.
int first_full_step(const std::function<Said(int)>& said_at) {
  const Said most = said_at(kSteps);
  int below = -1;
  int full = kSteps;
  while (full - below > 1) {
    const int middle = (below + full) / 2;
    (said_at(middle) < most ? below : full) = middle;
  }
  return full;
}

struct Tried {
  Attempt attempt;
  StripLimits limits;
};

// The largest strip up to a step that keeps what the sign is about, else the usual one.
Tried largest_that_keeps_main(const StripLimits& usual, MessageType type, int full,
                                             const std::function<Attempt(const StripLimits&)>& lay_out) {
  Tried best;
  int kept = -1;
  int lost = full + 1;
  for (int step = full; lost - kept > 1; step = (kept + lost) / 2) {
    const StripLimits limits = step_of(usual, type, step);
    Attempt attempt = lay_out(limits);
    if (attempt.keeps_main || step == 0) {
      kept = step;
      best = {std::move(attempt), limits};
    } else {
      lost = step;
    }
  }
  return best;
}

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

Frame laid_out_for_messages(const LayoutContext& context, const SignTexts& texts, const StripLimits& usual,
                            const std::function<Attempt(const StripLimits&)>& lay_out) {
  Tried best{lay_out(usual), usual};
  const Area glass{best.attempt.frame.width, best.attempt.frame.height};
  for (const MessageType type : {MessageType::usual, MessageType::small}) {
    if (says_all(texts, best.attempt.said)) break;
    const int full = first_full_step(
        [&](int step) { return said_within(context_for(context, type), texts, glass, step_of(usual, type, step)); });
    Tried larger = largest_that_keeps_main(usual, type, full, lay_out);
    if (larger.attempt.said > best.attempt.said) best = std::move(larger);
  }
  if (count_of(best.attempt.frame, Role::message_source) < best.attempt.said.whole) {
    Attempt with_sources = lay_out({best.limits.share + kStep, best.limits.type});
    if (adds_sources_alone(with_sources, best.attempt)) best.attempt = std::move(with_sources);
  }
  return std::move(best.attempt.frame);
}

LayoutContext context_for(LayoutContext context, MessageType type) {
  if (type == MessageType::small) context.scale.room = context.scale.clock = context.scale.body;
  return context;
}

}  // namespace placard
