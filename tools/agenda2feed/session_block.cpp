// SPDX-License-Identifier: MIT
#include "agenda2feed/session_block.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "agenda2feed/title.hpp"

namespace placard::agenda {
namespace {

using Lines = std::span<const Line>;
using Minutes = std::chrono::minutes;

// The page sets labels and title alike, so only their words tell them apart.
constexpr std::array<std::string_view, 7> kTracks{"Agentic AI", "Reinforcement Learning", "Machine Learning", "LLMs",
                                                  "vLLM",       "Ray Deep Dives",         "Lightning Talk"};
constexpr std::array<std::string_view, 8> kTopics{"Text / Docs", "Structured Data", "Image",          "Video",
                                                  "Physical AI", "Finance",         "Media & Gaming", "Research"};

template <typename List>
bool has(const List& list, std::string_view text) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

bool is_known_label(std::string_view text) {
  return has(kTracks, text) || has(kTopics, text);
}

bool looks_like_label(std::string_view text) {
  return text.size() <= 30 && std::count(text.begin(), text.end(), ' ') <= 3 && !text.ends_with('.');
}

// What the page shows before its first "Read more": labels, title, description.
Lines shown_part(const Block& block) {
  const auto end =
      std::find_if(block.lines.begin(), block.lines.end(), [](const Line& l) { return l.text == kReadMore; });
  return {block.lines.begin(), end};
}

// Where the description begins, by its copy that follows "Read more"; nothing where there is no such copy.
std::optional<std::size_t> find_description(const Block& block, Lines shown, std::size_t from) {
  if (shown.size() + 1 >= block.lines.size()) return std::nullopt;
  const std::string& copy = block.lines[shown.size() + 1].text;
  for (std::size_t i = from; i < shown.size(); ++i) {
    if (shown[i].text == copy) return i;
  }
  return std::nullopt;
}

// Known labels, and unknown ones that have a known one behind them.
std::size_t leading_labels(Lines shown) {
  const auto known = [&](std::size_t i) { return i < shown.size() && is_known_label(shown[i].text); };
  std::size_t count = 0;
  while (known(count) || (known(count + 1) && looks_like_label(shown[count].text))) ++count;
  return count;
}

// How many labels stand before the title. The vocabulary says it; the line before the description corrects it, where a
// label is new or the title happens to be a label's word.
std::size_t count_labels(const Block& block, Lines shown) {
  const std::size_t labels = leading_labels(shown);
  auto description = find_description(block, shown, labels + 1);
  if (!description) description = find_description(block, shown, 1);
  if (!description) return labels;
  const std::size_t title = *description - 1;
  for (std::size_t i = labels; i < title; ++i) {
    if (!looks_like_label(shown[i].text)) return labels;
  }
  return title;
}

void read_labels(Lines labels, Session& session, std::vector<Oddity>& oddities) {
  for (const Line& line : labels) {
    if (!is_known_label(line.text)) {
      oddities.push_back({line.number, fmt::format("\"{}\" is no label this tool knows; taken as one", line.text)});
    }
    if (session.track == line.text || has(session.labels, line.text)) {
      oddities.push_back({line.number, fmt::format("the label \"{}\" is repeated; kept once", line.text)});
    } else if (!session.track) {
      session.track = line.text;
      if (has(kTopics, line.text)) {
        oddities.push_back({line.number, fmt::format("the first label, \"{}\", is not one of the tracks", line.text)});
      }
    } else {
      session.labels.push_back(line.text);
    }
  }
}

// "Name, Organisation" lines after a "… Keynote Speakers:" line, to the end of what is shown.
void read_speakers(const Block& block, Lines description, Session& session, std::vector<Oddity>& oddities) {
  const auto is_heading = [](const Line& l) { return l.text.ends_with("Keynote Speakers:"); };
  auto line = std::find_if(description.begin(), description.end(), is_heading);
  if (line == description.end()) return;
  const auto lists = std::count_if(block.lines.begin(), block.lines.end(), is_heading);
  if (lists > 1) {
    oddities.push_back({line->number, fmt::format("the list of speakers stands {} times; kept once", lists)});
  }
  for (++line; line != description.end(); ++line) {
    if (line->text.find(", ") == std::string::npos || line->text.size() > 80) {
      oddities.push_back({line->number, "a line among the speakers is not \"Name, Organisation\"; left out"});
    } else {
      session.speakers.push_back(line->text);
    }
  }
}

// The page has a second "Read more" behind a description of one paragraph, and only one behind a longer one.
void check_read_more(const Block& block, std::size_t paragraphs, std::vector<Oddity>& oddities) {
  if (paragraphs == 0) return;
  const auto is_read_more = [](const Line& l) { return l.text == kReadMore; };
  const auto count = std::count_if(block.lines.begin(), block.lines.end(), is_read_more);
  const int usual = paragraphs == 1 ? 2 : 1;
  if (count == usual) return;
  oddities.push_back(
      {block.number, fmt::format("\"Read more\" comes {} times in this session where others like it have {}; "
                                 "a start line may be lost",
                                 count, usual)});
}

// The end that makes sense: past midnight from an evening, none where it is a slip.
std::optional<Minutes> read_end(const Block& block, std::vector<Oddity>& oddities) {
  constexpr Minutes kNoon{12 * 60};
  const auto [start, end] = std::pair{block.opening.start, block.opening.end};
  if (end > start) return end;
  const bool past_midnight = start >= kNoon && end < kNoon;
  oddities.push_back({block.number, past_midnight ? "the end lies before the start; taken as past midnight"
                                                  : "the end is not after the start; the end is left out"});
  return past_midnight ? std::optional(end + Minutes{24 * 60}) : std::nullopt;
}

void check_title(Lines from_title, std::vector<Oddity>& oddities) {
  const Line& title = from_title.front();
  for (std::string& sentence : title_oddities(title.published)) oddities.push_back({title.number, std::move(sentence)});
  if (from_title.size() > 1 && from_title[1].text == title.text) {
    oddities.push_back({from_title[1].number, "the title is repeated in place of a description"});
  }
}

}  // namespace

std::optional<Session> read_block(const Block& block, std::vector<Oddity>& oddities) {
  const Lines shown = shown_part(block);
  const std::size_t labels = count_labels(block, shown);
  if (block.opening.room.empty()) {
    oddities.push_back({block.number, "the start line names no room; entry dropped"});
    return std::nullopt;
  }
  if (labels >= shown.size()) {
    oddities.push_back({block.number, "entry without a title dropped"});
    return std::nullopt;
  }
  Session session;
  session.line = block.number;
  session.room = block.opening.room;
  session.title = shown[labels].text;
  session.start = block.opening.start;
  session.end = read_end(block, oddities);
  check_title(shown.subspan(labels), oddities);
  check_read_more(block, shown.size() - labels - 1, oddities);
  read_labels(shown.first(labels), session, oddities);
  read_speakers(block, shown.subspan(labels + 1), session, oddities);
  return session;
}

}  // namespace placard::agenda
