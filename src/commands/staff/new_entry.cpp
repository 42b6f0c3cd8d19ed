// SPDX-License-Identifier: MIT
#include "commands/staff/new_entry.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text/clean.hpp"
#include "base/text/fold.hpp"
#include "base/text/overloaded.hpp"
#include "commands/staff/session_change.hpp"

namespace placard {
namespace {

constexpr std::chrono::minutes kUsualSpan{60};
constexpr std::size_t kWordsOfId = 3;

// As the file will be read: on one line, without blanks at the ends.
SayOptions cleaned(SayOptions options) {
  if (options.text) options.text = clean_line(*options.text);
  for (std::string* text : {&options.id, &options.by, &options.session, &options.title, &options.move_to,
                            &options.set_title, &options.set_track, &options.replace, &options.replace_text}) {
    *text = clean_line(*text);
  }
  for (auto* names : {&options.signs, &options.rooms, &options.set_speakers}) {
    for (std::string& name : *names) name = clean_line(name);
  }
  return options;
}

// An empty name would be read as none, and a message for one sign would stand on all of them.
std::optional<Malformed> bad_text(const SayOptions& typed, const SayOptions& options) {
  if (options.text && options.text->empty()) return Malformed{"The message is empty"};
  for (const auto* names : {&options.signs, &options.rooms, &options.set_speakers}) {
    if (std::find(names->begin(), names->end(), "") != names->end()) return Malformed{"A name is empty"};
  }
  for (const std::string& text : {typed.text.value_or(""), typed.replace, typed.replace_text}) {
    if (code_points(clean_line(text, kMaxShownCodePoints + 1)).size() <= kMaxShownCodePoints) continue;
    return Malformed{fmt::format("The text is longer than {} characters", kMaxShownCodePoints)};
  }
  if (!options.replace_text.empty() && options.replace.empty()) return Malformed{"--text goes with --replace"};
  if (options.level != MessageLevel::notice && !options.text) return Malformed{"--level goes with a message"};
  return std::nullopt;
}

std::optional<Malformed> fill_kind(Override& entry, const SayOptions& options, const StaffFile& file) {
  const bool room_full = options.full && !changes_session(options);
  const int kinds = (options.text ? 1 : 0) + (changes_session(options) ? 1 : 0) + (options.delay_minutes > 0 ? 1 : 0) +
                    (room_full ? 1 : 0) + (options.replace.empty() ? 0 : 1);
  if (kinds == 0) return Malformed{"Say what: a message, or one change"};
  if (kinds > 1) return Malformed{"Say one thing at a time: a message, or one change"};
  if (changes_session(options)) {
    const auto change = session_change(options, file);
    if (const auto* malformed = std::get_if<Malformed>(&change)) return *malformed;
    entry.what = std::get<SessionOverride>(change);
    entry.rooms.clear();  // they name the session
    return std::nullopt;
  }
  if ((room_full || options.delay_minutes > 0) && options.rooms.empty()) return Malformed{"Name the room with --room"};
  if (room_full) {
    entry.what = FullOverride{};
  } else if (options.delay_minutes > 0) {
    entry.what = DelayOverride{std::chrono::minutes(options.delay_minutes)};
  } else if (!options.replace.empty()) {
    entry.what = ReplaceOverride{options.replace, options.replace_text};
  } else {
    entry.what = MessageOverride{*options.text, options.level};
  }
  return std::nullopt;
}

Instant usual_end(const Override& entry, const StaffFile& file, Instant from) {
  return std::visit(overloaded{
                        [&](const SessionOverride& session) { return end_of_change(session, file, from); },
                        [&](const DelayOverride&) { return from + kUsualSpan; },
                        [&](const ChangesTexts auto&) { return from + kUsualSpan; },
                    },
                    entry.what);
}

std::optional<Malformed> fill_times(Override& entry, const SayOptions& options, const StaffFile& file) {
  entry.from = file.now;
  if (!options.from.empty()) entry.from = instant_after(file.zone, options.from, file.now);
  if (!entry.from) return not_a_time("--from", options.from);
  entry.until = options.span ? *entry.from + *options.span : usual_end(entry, file, *entry.from);
  if (!options.until.empty()) entry.until = instant_after(file.zone, options.until, *entry.from);
  if (!entry.until) return not_a_time("--until", options.until);
  if (*entry.until <= *entry.from) return Malformed{"It would end before it begins"};
  if (*entry.until <= file.now) return Malformed{"It would be over already"};
  return std::nullopt;
}

bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

// The first words as people can type them: "lunch-is-served".
std::string slug_of(const std::string& text) {
  std::string slug;
  std::size_t words = 1;
  for (const char c : fold_name(text)) {
    if (is_letter_or_digit(c)) {
      slug += c;
    } else if (!slug.empty() && slug.back() != '-' && c != '\'') {
      if (words++ == kWordsOfId) break;
      slug += '-';
    }
  }
  while (!slug.empty() && slug.back() == '-') slug.pop_back();
  return slug.substr(0, 40);
}

}  // namespace

bool has_local_times(const SayOptions& options) {
  const auto is_local = [](const std::string& text) {
    const auto written = parse_time(text);
    return !text.empty() && !(written && written->offset);
  };
  return is_local(options.from) || is_local(options.until) || is_local(options.start) || is_local(options.set_start) ||
         is_local(options.set_end);
}

std::variant<Override, Malformed> new_entry(const SayOptions& typed, const StaffFile& file) {
  const SayOptions options = cleaned(typed);
  if (const auto malformed = bad_text(typed, options)) return *malformed;
  Override entry;
  entry.id = options.id;
  entry.by = options.by;
  entry.signs = options.signs;
  entry.rooms = options.rooms;
  if (const auto malformed = fill_kind(entry, options, file)) return *malformed;
  if (const auto malformed = fill_times(entry, options, file)) return *malformed;
  return entry;
}

std::string free_id(const Override& entry, const std::vector<std::string>& taken) {
  std::string base = slug_of(summary_of(entry));
  if (base.empty()) base = "message";
  std::string id = base;
  for (int i = 2; std::find(taken.begin(), taken.end(), id) != taken.end(); ++i) id = fmt::format("{}-{}", base, i);
  return id;
}

std::string targets_of(const Override& entry) {
  std::vector<std::string> all = entry.signs;
  all.insert(all.end(), entry.rooms.begin(), entry.rooms.end());
  return all.empty() ? "every sign" : fmt::format("{}", fmt::join(all, ", "));
}

}  // namespace placard
