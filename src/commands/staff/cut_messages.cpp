// SPDX-License-Identifier: MIT
#include "commands/staff/cut_messages.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <utility>

#include "base/text/clean.hpp"
#include "overrides/effective_schedule.hpp"
#include "overrides/hidden_by.hpp"
#include "screen/fonts/font_book.hpp"
#include "screen/panel_frame.hpp"
#include "sign/sign_input.hpp"
#include "view/view_at.hpp"

namespace placard {
namespace {

constexpr std::size_t kMostSigns = 100;
constexpr std::size_t kMostNamed = 3;

using Signs = std::vector<std::string>;

// What an entry puts on the glass in its own words.
std::vector<std::string> words_of(const Override& entry) {
  if (const auto* message = std::get_if<MessageOverride>(&entry.what)) return {message->text};
  if (const auto* replace = std::get_if<ReplaceOverride>(&entry.what)) return {replace->title, replace->text};
  return {};
}

// What a sign shows, and of what.
struct Shown {
  View view;
  Frame frame;
};

Shown shown_at(const StaffFile& file, const SignSettings& sign, std::shared_ptr<const EffectiveSchedule> staff,
               Instant at, const TextMeasure& measure) {
  ViewInput input =
      view_input(file.settings, sign, file.schedule, Evidence(AsAsked{}, file.coverage, ClockState::known));
  input.tracks = track_colors(file.settings, file.schedule.get());
  input.staff = std::move(staff);
  View view = view_at(input, at);
  Frame frame = frame_of(view, sign, sign.size.value_or(kDefaultPanel), measure);
  return {std::move(view), std::move(frame)};
}

// The older messages that would stand under the newest, and find no room there.
std::vector<std::string> left_out(const Shown& shown) {
  std::vector<std::string> ids;
  for (const StaffMessage& message : shown.view.messages) {
    const bool stands = std::any_of(shown.frame.items.begin(), shown.frame.items.end(), [&message](const Item& item) {
      return item.role == Role::message && item.text == message.text;
    });
    if (message.hidden_by.empty() && !stands) ids.push_back(hider_name(message.id, "\"" + message.text + "\""));
  }
  return ids;
}

// What is left of a text that an item cuts; nothing where it stands whole.
std::optional<std::string> rest_of(const Item& item, const std::string& text) {
  const bool said = item.role == Role::message || item.role == Role::note;
  if (!said || item.text != text || !item.truncated) return std::nullopt;
  std::string shown;
  for (const PlacedLine& line : item.lines) shown += (shown.empty() ? "" : " ") + line.line.text;
  return shown;
}

std::string names_of(const Signs& signs) {
  if (signs.size() <= kMostNamed) return fmt::format("{}", fmt::join(signs, ", "));
  return fmt::format("{} and {} more signs", fmt::join(signs.begin(), signs.begin() + kMostNamed, ", "),
                     signs.size() - kMostNamed);
}

std::string sentence(const Signs& signs, const std::string& shown, const std::string& text) {
  const std::size_t fits = code_points(shown).size() - (shown.ends_with("…") ? 1 : 0);
  return fmt::format("{} {} only the first {} of {} characters: \"{}\". Shorten it, so that people read all of it.",
                     names_of(signs), signs.size() == 1 ? "shows" : "show", fits, code_points(text).size(), shown);
}

}  // namespace

std::vector<std::string> cut_sentences(const StaffFile& file, const LoadedOverrides& said, const Override& entry,
                                       const TextMeasure& measure) {
  const auto staff =
      std::make_shared<const EffectiveSchedule>(file.schedule, std::make_shared<const LoadedOverrides>(said));
  const Instant at = std::max(file.now, entry.from.value_or(file.now));
  std::map<std::pair<std::string, std::string>, Signs> cut;  // by the whole text and what is shown of it
  std::map<std::string, Signs> without;                      // by the older message
  std::size_t looked_at = 0;
  for (const SignSettings& sign : file.settings.signs) {
    SignNames names{sign.name, sign.rooms};
    if (file.schedule) names = with_feed_names(std::move(names), *file.schedule);
    if (!concerns(entry, names) || looked_at == kMostSigns) continue;
    ++looked_at;
    const auto [view, frame] = shown_at(file, sign, staff, at, measure);
    for (const std::string& id : left_out({view, frame})) without[id].push_back(sign.name);
    for (const std::string& text : words_of(entry)) {
      for (const Item& item : frame.items) {
        if (const auto shown = rest_of(item, text)) cut[{text, *shown}].push_back(sign.name);
      }
    }
  }
  std::vector<std::string> sentences;
  for (const auto& [texts, signs] : cut) sentences.push_back(sentence(signs, texts.second, texts.first));
  for (const auto& [id, signs] : without) {
    sentences.push_back(
        fmt::format("{} {} no room for {} beside it.", names_of(signs), signs.size() == 1 ? "has" : "have", id));
  }
  return sentences;
}

void print_cut_sentences(const StaffFile& file, const Overrides& all, const Override& entry) {
  if (words_of(entry).empty()) return;
  const auto fonts = FontBook::open(staged_fonts_folder());
  if (!fonts) return;
  LoadedOverrides said;
  for (const Override& one : all) said.push_back({one, file.now});
  for (const std::string& text : cut_sentences(file, said, entry, *fonts)) fmt::print("{}\n", text);
}

}  // namespace placard
