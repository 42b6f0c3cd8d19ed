// SPDX-License-Identifier: MIT
#include "view/message_texts.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace placard {
namespace {

// "Staff notice, 2:05 PM".
std::string source_text(const ViewInput& input, const StaffMessage& message, const TrackedInstant& at) {
  return fmt::format("{}, {}", message.level == MessageLevel::warning ? "Staff warning" : "Staff notice",
                     day_and_time(input.times, message.since, at));
}

bool is_said(const MessageTexts& said, const std::string& text) {
  return said.text == text || std::any_of(said.older.begin(), said.older.end(),
                                          [&text](const OlderMessage& older) { return older.text == text; });
}

void write_older(SignTexts& texts, const ViewInput& input, const View& view, const TrackedInstant& at) {
  for (const StaffMessage& message : view.messages) {
    if (texts.message.older.size() + 1 == kMostMessages) return;
    if (message.level != texts.message.level || is_said(texts.message, message.text)) continue;
    texts.message.older.push_back({message.text, source_text(input, message, at)});
  }
}

}  // namespace

void write_message(SignTexts& texts, const ViewInput& input, const View& view, const TrackedInstant& at) {
  if (view.messages.empty()) return;
  const StaffMessage& loudest = view.messages.front();
  texts.message.text = loudest.text;
  texts.message.level = loudest.level;
  texts.message.source = source_text(input, loudest, at);
  if (loudest.level != MessageLevel::takeover) write_older(texts, input, view, at);
}

bool shows_programme(const View& view) {
  return !view.replacement && (view.messages.empty() || view.messages.front().level != MessageLevel::takeover);
}

void write_replacement(SignTexts& texts, const View& view) {
  if (texts.message.level == MessageLevel::takeover || !view.replacement) return;
  texts.message.replacement = view.replacement->title.empty() ? view.replacement->text : view.replacement->title;
  if (!view.replacement->title.empty()) texts.main.note = view.replacement->text;
}

}  // namespace placard
