// SPDX-License-Identifier: MIT
#include "layout/parts/block.hpp"

#include <algorithm>
#include <cmath>

#include "base/text/clean.hpp"

namespace placard {
namespace {

// What the lines of an item share.
enum class LineAlign { pen_at_left, ink_at_left, ink_at_right };

void move_item(Item& item, int dx, int dy) {
  for (Fill& fill : item.fills) fill.rect = moved(fill.rect, dx, dy);
  for (PlacedLine& line : item.lines) {
    line.x += dx;
    line.baseline += dy;
  }
  item.box = moved(item.box, dx, dy);
  if (!item.ink.empty()) item.ink = moved(item.ink, dx, dy);
}

Rect ink_of(const std::vector<PlacedLine>& lines) {
  Rect ink;
  for (const PlacedLine& line : lines) ink = united(ink, moved(line.line.ink, line.x, line.baseline));
  return ink;
}

Item make_item(const LayoutContext& context, const TextPart& part, Font font) {
  Item item;
  item.role = part.role;
  item.text = part.text;
  item.font = font;
  item.color = part.color;
  item.background = context.theme.background;
  item.cap_px = context.measure.cap_height(font);
  return item;
}

Block block_of(Item item) {
  Block block;
  block.width = item.box.right();
  block.height = item.box.bottom();
  block.items.push_back(std::move(item));
  return block;
}

// Lines of a text that is read from the right end at the right edge of the widest of them.
void align_ink_at_right(Item& item) {
  const int right = ink_of(item.lines).right();
  for (PlacedLine& line : item.lines) {
    if (!line.line.ink.empty()) line.x = right - line.line.ink.right();
  }
}

struct LinesToPlace {
  const std::vector<Line>& lines;
  int pitch = 0;  // px
  LineAlign align = LineAlign::ink_at_left;
};

// Boxes hold all ink: stacked accents may rise above the room a line claims.
Block place_lines(const LayoutContext& context, Item item, const LinesToPlace& text) {
  const int px = item.font.px;
  int baseline = ascent_px(px);
  int width = 0;
  for (std::size_t i = 0; i < text.lines.size(); ++i) {
    const Line& line = text.lines[i];
    if (i > 0) {
      const Rect above = text.lines[i - 1].ink;
      baseline += std::max(text.pitch, above.bottom() - line.ink.y + 1);
    }
    const int x = text.align == LineAlign::pen_at_left ? std::max(0, -line.ink.x) : -line.ink.x;
    item.lines.push_back({x, baseline, line});
    width = std::max(width, x + line.width);
  }
  if (text.align == LineAlign::ink_at_right) align_ink_at_right(item);
  if (!text.lines.empty() && !text.lines.front().runs.empty()) {
    item.face = context.measure.face_name(item.font.style, text.lines.front().runs.front().face);
  }
  item.ink = ink_of(item.lines);
  item.box = united(Rect{0, 0, width, baseline + descent_px(px)}, item.ink);
  if (item.box.y < 0) move_item(item, 0, -item.box.y);
  return block_of(std::move(item));
}

}  // namespace

void move_block(Block& block, int dx, int dy) {
  for (Item& item : block.items) move_item(item, dx, dy);
}

void place(Frame& frame, Block block, int x, int y) {
  move_block(block, x, y);
  for (Item& item : block.items) frame.items.push_back(std::move(item));
}

void stack(Block& to, Block more, int gap) {
  if (more.empty()) return;
  const int top = to.empty() ? 0 : to.height + gap;
  move_block(more, 0, top);
  to.height = top + more.height;
  to.width = std::max(to.width, more.width);
  for (Item& item : more.items) to.items.push_back(std::move(item));
}

void put_beside(Block& to, Block more, int gap) {
  if (more.empty()) return;
  const int dx = to.empty() ? 0 : to.width + gap;
  int dy = to.empty() ? 0 : first_baseline(to) - first_baseline(more);
  if (dy < 0) {
    move_block(to, 0, -dy);
    to.height -= dy;
    dy = 0;
  }
  move_block(more, dx, dy);
  to.width = dx + more.width;
  to.height = std::max(to.height, dy + more.height);
  for (Item& item : more.items) to.items.push_back(std::move(item));
}

std::string showable_title(const LayoutContext& context, const std::string& title) {
  for (const char32_t c : code_points(title)) {
    if (c != U' ' && context.measure.face_for(FontStyle::display, c) >= 0) return title;
  }
  return "Title not available here";
}

Block text_block(const LayoutContext& context, const TextPart& part, const FittedText& fitted) {
  if (fitted.lines.empty()) return {};
  Item item = make_item(context, part, fitted.font);
  item.truncated = fitted.truncated;
  const bool from_right = fitted.direction == Direction::right_to_left;
  return place_lines(context, std::move(item),
                     {fitted.lines, fitted.pitch, from_right ? LineAlign::ink_at_right : LineAlign::ink_at_left});
}

Block fitted_block(const LayoutContext& context, const TextPart& part, FitRequest request) {
  for (;;) {
    const FittedText fitted = fit_text(context.measure, request);
    Block block = text_block(context, part, fitted);
    if (block.height <= request.height || (request.sizes.size() <= 1 && request.max_lines <= 1)) return block;
    if (request.sizes.size() > 1) {
      const auto smaller = std::find_if(request.sizes.begin(), request.sizes.end() - 1,
                                        [&fitted](int px) { return px < fitted.font.px; });
      request.sizes.erase(request.sizes.begin(), std::max(smaller, request.sizes.begin() + 1));
    } else {
      request.max_lines = std::max<std::size_t>(fitted.lines.size(), 2) - 1;
    }
  }
}

Block line_block(const LayoutContext& context, const TextPart& part, Font font, Digits digits) {
  const std::vector<Line> lines{set_line(context.measure, font, part.text, {.digits = digits})};
  if (lines.front().runs.empty()) return {};
  // What ticks keeps its cells where they are; all else begins at the left edge to the pixel.
  const bool ticks = part.role == Role::clock || part.role == Role::time_left;
  return place_lines(context, make_item(context, part, font),
                     {lines, 0, ticks ? LineAlign::pen_at_left : LineAlign::ink_at_left});
}

Block small_line(const LayoutContext& context, const TextPart& part, int width) {
  const FitRequest request{
      .text = part.text, .style = FontStyle::strong, .sizes = {context.scale.small}, .width = width};
  return text_block(context, part, fit_text(context.measure, request));
}

Block chip_block(const LayoutContext& context, const TextPart& part, int width) {
  const int pad_x = std::max(7, context.scale.gap(2.0));
  const Theme& theme = context.theme;
  const Color color = readable_chip(theme.shade(part.color), theme.chip_dark, theme.chip_light);
  const Color ink = readable_on(color, theme.chip_dark, theme.chip_light);
  Block block = small_line(context, {part.role, part.text, ink}, width - 2 * pad_x);
  if (block.empty()) return block;
  Item& item = block.items.front();
  const int height = static_cast<int>(std::lround(item.font.px * 1.7));
  const int baseline = (height + item.cap_px) / 2;
  move_item(item, pad_x, baseline - item.lines.front().baseline);
  if (item.ink.y < 0) move_item(item, 0, -item.ink.y);
  const Rect chip = united(Rect{0, 0, item.box.right() + pad_x, height}, item.ink);
  item.fills.push_back({chip, color, std::max(2, height / 5)});
  item.box = chip;
  item.background = color;
  block.width = chip.right();
  block.height = chip.bottom();
  return block;
}

Color mark_color(const LayoutContext& context, Color track) {
  return standing_out(context.theme.shade(track), context.theme.background, context.theme.text, 3.0);
}

Block shape_block(Role role, std::vector<Fill> fills) {
  Item item;
  item.role = role;
  item.fills = std::move(fills);
  for (const Fill& fill : item.fills) item.box = united(item.box, fill.rect);
  item.ink = item.box;
  if (!item.fills.empty()) item.color = item.fills.back().color;
  return block_of(std::move(item));
}

int first_baseline(const Block& block) {
  for (const Item& item : block.items) {
    if (!item.lines.empty()) return item.lines.front().baseline;
  }
  return block.height;
}

}  // namespace placard
