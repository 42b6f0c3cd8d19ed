// SPDX-License-Identifier: MIT
#include "commands/staff/new_entry.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text/clean.hpp"
#include "base/text/fold.hpp"
#include "base/text/overloaded.hpp"
#include "commands/staff/delay_times.hpp"
#include "commands/staff/session_change.hpp"
#include "commands/staff/typed_time.hpp"
#include "schedule/room_plan.hpp"

namespace placard {
namespace {

constexpr std::chrono::minutes kUsualSpan{60};
constexpr std::size_t kWordsOfId = 3;

// As the file will be read: on one line, without blanks at the ends.
SayOptions cleaned(SayOptions options) {
  if (options.message.text) options.message.text = clean_line(*options.message.text);
  for (std::string* text : {&options.id, &options.by, &options.session.id, &options.session.title, &options.move_to,
                            &options.set.title, &options.set.track, &options.replace.title, &options.replace.text}) {
    *text = clean_line(*text);
  }
  for (auto* names : {&options.targets.signs, &options.targets.rooms, &options.set.speakers}) {
    for (std::string& name : *names) name = clean_line(name);
  }
  return options;
}

// An empty name would be read as none, and a message for one sign would stand on all of them.
Expected<void> check_texts(const SayOptions& typed, const SayOptions& options) {
  const auto& message = options.message;
  if (message.text && message.text->empty()) return failed("The message is empty.");
  for (const auto* names : {&options.targets.signs, &options.targets.rooms, &options.set.speakers}) {
    if (std::find(names->begin(), names->end(), "") != names->end()) return failed("A name is empty.");
  }
  for (const std::string& text : {typed.message.text.value_or(""), typed.replace.title, typed.replace.text}) {
    if (code_points(clean_line(text, kMaxShownCodePoints + 1)).size() <= kMaxShownCodePoints) continue;
    return failed(fmt::format("The text is longer than {} characters.", kMaxShownCodePoints));
  }
  if (!options.replace.text.empty() && options.replace.title.empty()) return failed("--text goes with --replace.");
  if (message.level != MessageLevel::notice && !message.text) return failed("--level goes with a message.");
  return {};
}

Expected<OverrideKind> kind_of(const SayOptions& options, const StaffFile& file) {
  const bool of_session = changes_session(options);
  const bool room_full = options.full && !of_session;
  const bool late = options.delay_minutes > 0;
  const bool replaced = !options.replace.title.empty();
  const int kinds = options.message.text.has_value() + of_session + late + room_full + replaced;
  if (kinds == 0) return failed("Say what: a message, or one change.");
  if (options.message.text && of_session && options.session == SaySession{}) {
    return failed(fmt::format("Name the session with --title: --title \"{}\".", *options.message.text));
  }
  if (kinds > 1) return failed("Say one thing at a time: a message, or one change.");
  if (of_session) return session_change(options, file);
  if (replaced) return ReplaceOverride{options.replace.title, options.replace.text};
  if (options.message.text) return MessageOverride{*options.message.text, options.message.level};
  if (options.targets.rooms.empty()) return failed("Name the room with --room.");
  if (late) return DelayOverride{std::chrono::minutes(options.delay_minutes)};
  return FullOverride{};
}

// When what is on in the rooms ends, or what comes next there; an hour where nothing does soon.
Instant end_of_full_room(const Override& entry, const StaffFile& file, Instant from) {
  std::vector<std::size_t> rooms;
  for (std::size_t i = 0; file.schedule && i < file.schedule->rooms.size(); ++i) {
    if (names_room(entry.rooms, file.schedule->rooms[i])) rooms.push_back(i);
  }
  for (const PlannedSession& planned : rooms.empty() ? RoomPlan{} : plan_own_sessions(*file.schedule, rooms)) {
    const bool near = planned.end > from && planned.start <= from + kUsualSpan;
    if (near && takes_place(*planned.session)) return planned.end;
  }
  return from + kUsualSpan;
}

Instant usual_end(const Override& entry, const StaffFile& file, Instant from) {
  return std::visit(overloaded{
                        [&](const SessionOverride& session) { return end_of_change(session, file, from); },
                        [&](const DelayOverride&) { return end_of_delay(file, entry, from); },
                        [&](const FullOverride&) { return end_of_full_room(entry, file, from); },
                        [&](const ChangesTexts auto&) { return from + kUsualSpan; },
                    },
                    entry.what);
}

Expected<void> fill_times(Override& entry, const SaySpan& span, const StaffFile& file) {
  entry.from = span.from.empty() ? file.now : typed_after(file, span.from, file.now);
  if (!entry.from) return tl::unexpected(not_a_time("--from", span.from));
  entry.until = span.length ? *entry.from + *span.length : usual_end(entry, file, *entry.from);
  if (!span.until.empty()) entry.until = typed_after(file, span.until, *entry.from);
  if (!entry.until) return tl::unexpected(not_a_time("--until", span.until));
  if (*entry.until <= *entry.from) return failed("It would end before it begins.");
  if (*entry.until <= file.now) return failed("It would be over already.");
  return {};
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
  return is_local_time(options.span.from) || is_local_time(options.span.until) ||
         is_local_time(options.session.start) || is_local_time(options.set.start) || is_local_time(options.set.end);
}

Expected<Override> new_entry(const SayOptions& typed, const StaffFile& file) {
  const SayOptions options = cleaned(typed);
  if (const auto checked = check_texts(typed, options); !checked) return tl::unexpected(checked.error());
  auto kind = kind_of(options, file);
  if (!kind) return tl::unexpected(kind.error());
  Override entry;
  entry.id = options.id;
  entry.by = options.by;
  entry.signs = options.targets.signs;
  // With a session they only say which one.
  if (!std::holds_alternative<SessionOverride>(*kind)) entry.rooms = options.targets.rooms;
  entry.what = std::move(*kind);
  if (const auto filled = fill_times(entry, options.span, file); !filled) return tl::unexpected(filled.error());
  return entry;
}

std::string free_id(const Override& entry, const std::vector<std::string>& taken) {
  std::string base = slug_of(summary_of(entry));
  if (base.empty()) base = "message";
  std::string id = base;
  for (int i = 2; std::find(taken.begin(), taken.end(), id) != taken.end(); ++i) id = fmt::format("{}-{}", base, i);
  return id;
}

}  // namespace placard
