// SPDX-License-Identifier: MIT
#include "layout/parts/head.hpp"

#include <algorithm>
#include <utility>

namespace placard {
namespace {

Block clock_block(const LayoutContext& context, const std::string& time) {
  return line_block(context, {Role::clock, time, context.theme.quiet}, {FontStyle::plain, context.scale.clock},
                    Digits::in_cells);
}

// Room is kept for the longest time of day, so that ten o'clock does not move the room's name.
int widest_clock(const LayoutContext& context, const std::string& time) {
  const bool short_hour = time.find(':') == 1;
  return clock_block(context, short_hour ? "0" + time : time).width;
}

// One line somewhat smaller looks better than two.
Block room_block(const LayoutContext& context, const std::string& room, int width) {
  const int largest = context.scale.room;
  FitRequest request{.text = room,
                     .style = FontStyle::display,
                     .width = width,
                     .height = 10 * largest,
                     .max_lines = 2,
                     .pitch = 1.12,
                     .easy_lines = 1,
                     .line_cost = 0.25};
  const auto sizes = [largest](int to) {
    std::vector<int> steps;
    for (int px = largest; px >= std::max(kSmallestPx, to); px -= std::max(1, px / 16)) steps.push_back(px);
    return steps;
  };
  request.sizes = sizes(largest / 2);
  FittedText fitted = fit_text(context.measure, request);
  // A name that is cut is another room's.
  if (fitted.truncated) {
    request.sizes = sizes(0);
    fitted = fit_text(context.measure, request);
  }
  return text_block(context, {Role::room, room, context.theme.text}, fitted);
}

// The room's name at the left, whole in one or two lines; the clock at the right.
Block header_block(const LayoutContext& context, const SignTexts& texts, int width) {
  const int rest = width - widest_clock(context, texts.header.clock) - context.scale.gap(4);
  Block block = room_block(context, texts.header.room, rest);
  Block clock = clock_block(context, texts.header.clock);
  const int left = width - clock.width;
  if (block.empty()) move_block(clock, left, 0);
  put_beside(block, std::move(clock), left - block.width);
  block.width = width;
  return block;
}

Strip strip_within(const LayoutContext& context, const SignTexts& texts, const Area& frame, const StripLimits& limits) {
  const int width = frame.width - 2 * context.scale.margin_x;
  return strip_of(context, texts, {width, static_cast<int>(limits.share * frame.height)}, limits.type);
}

}  // namespace

Said said_within(const LayoutContext& context, const SignTexts& texts, const Area& frame, const StripLimits& limits) {
  return strip_within(context, texts, frame, limits).said;
}

Head place_head(Frame& frame, const LayoutContext& context, const SignTexts& texts, const HeadRequest& request) {
  const int left = context.scale.margin_x;
  const int width = frame.width - 2 * left;
  Block header = header_block(context, texts, width);
  const int top = context.scale.margin_y + header.height + request.below_header;
  place(frame, std::move(header), left, context.scale.margin_y);
  Strip strip = strip_within(context, texts, {frame.width, frame.height}, request.strip);
  if (strip.block.empty()) return {top, {}};
  const int below = top + strip.block.height + request.below_strip;
  place(frame, std::move(strip.block), left, top);
  return {below, strip.said};
}

}  // namespace placard
