// SPDX-License-Identifier: MIT
#include "agenda2feed/agenda.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "agenda2feed/conflicts.hpp"
#include "agenda2feed/session_block.hpp"
#include "agenda2feed/start_line.hpp"
#include "agenda2feed/title.hpp"

namespace placard::agenda {
namespace {

std::vector<Line> split_lines(std::string_view text) {
  std::vector<Line> lines;
  for (std::size_t number = 1; !text.empty(); ++number) {
    const std::string_view published = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), published.size() + 1));
    std::string cleaned = tidy_line(published);
    if (!cleaned.empty()) lines.push_back({number, std::string(published), std::move(cleaned)});
  }
  return lines;
}

// Cuts the text at the start lines; what stands before the first (the page's heading) belongs to no session.
std::vector<Block> split_blocks(std::vector<Line> lines, std::vector<Oddity>& oddities) {
  std::vector<Block> blocks;
  for (Line& line : lines) {
    if (auto opening = read_start_line(line.text)) {
      if (opening->glued && !blocks.empty()) blocks.back().lines.push_back({line.number, {}, std::string(kReadMore)});
      blocks.push_back({line.number, std::move(*opening), {}});
      continue;
    }
    if (opens_with_time(line.text)) {
      oddities.push_back({line.number, "opens with a time but is no start line; a session may be lost here"});
    }
    if (!blocks.empty()) blocks.back().lines.push_back(std::move(line));
  }
  return blocks;
}

// One sentence for all of them: a page has dozens, all of one kind.
void name_glued_lines(const std::vector<Block>& blocks, std::vector<Oddity>& oddities) {
  std::vector<std::size_t> glued;
  for (const Block& block : blocks) {
    if (block.opening.glued) glued.push_back(block.number);
  }
  if (glued.empty()) return;
  std::string others;
  for (std::size_t i = 1; i < glued.size(); ++i) {
    others += fmt::format("{}{}", i == 1 ? "; likewise on " : ", ", glued[i]);
  }
  oddities.push_back({glued.front(), fmt::format("the start line is glued to \"Read more\"{}", others)});
}

bool is_empty(const Block& block) {
  return std::all_of(block.lines.begin(), block.lines.end(), [](const Line& line) { return line.text == kReadMore; });
}

std::string sentence_for_empty(const Block& empty, const std::vector<Block>& blocks) {
  for (const Block& block : blocks) {
    const bool same_slot = block.opening.room == empty.opening.room && block.opening.start == empty.opening.start;
    if (same_slot && !is_empty(block)) {
      return fmt::format("empty entry of {} dropped; the same entry stands filled on line {}", empty.opening.room,
                         block.number);
    }
  }
  return fmt::format("empty entry of {} dropped", empty.opening.room);
}

}  // namespace

Agenda read_agenda(std::string_view text) {
  Agenda agenda;
  const std::vector<Block> blocks = split_blocks(split_lines(text), agenda.oddities);
  name_glued_lines(blocks, agenda.oddities);
  for (const Block& block : blocks) {
    if (is_empty(block) && !block.opening.room.empty()) {
      agenda.oddities.push_back({block.number, sentence_for_empty(block, blocks)});
    } else if (auto session = read_block(block, agenda.oddities)) {
      agenda.sessions.push_back(std::move(*session));
    }
  }
  drop_copies(agenda);
  name_conflicts(agenda);
  std::stable_sort(agenda.oddities.begin(), agenda.oddities.end(),
                   [](const Oddity& a, const Oddity& b) { return a.line < b.line; });
  return agenda;
}

}  // namespace placard::agenda
