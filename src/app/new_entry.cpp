// SPDX-License-Identifier: MIT
#include "app/new_entry.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "overrides/session_target.hpp"
#include "sign/room_plan.hpp"
#include "text/clean.hpp"
#include "text/fold.hpp"

namespace placard {
namespace {

constexpr std::chrono::minutes kUsualSpan{60};
constexpr std::size_t kWordsOfId = 3;

bool sets_something(const SayOptions& options) {
  return !options.set_title.empty() || !options.set_start.empty() || !options.set_end.empty() ||
         !options.set_track.empty() || !options.set_speakers.empty();
}

bool names_session(const SayOptions& options) {
  return !options.session.empty() || !options.title.empty() || !options.start.empty();
}

Malformed not_a_time(const std::string& option, const std::string& text) {
  return {fmt::format("{} {} is not a time. Write 15:30 or 2025-11-04T15:30", option, text)};
}

// Fills `into` from an option that may be empty; false where its text is no time.
bool read_time_option(const StaffFile& file, const std::string& text, std::optional<Instant>& into) {
  if (text.empty()) return true;
  into = instant_on_day(file.zone, text, file.now);
  return into.has_value();
}

std::variant<SessionTarget, Malformed> target_of(const SayOptions& options, const StaffFile& file) {
  SessionTarget target{options.session, "", std::nullopt, options.title};
  const int ways =
      (options.session.empty() ? 0 : 1) + (options.title.empty() ? 0 : 1) + (options.start.empty() ? 0 : 1);
  if (ways != 1 || (options.start.empty() ? 0U : 1U) != options.rooms.size()) {
    return Malformed{"Name the session by --session ID, by --title TITLE, or by one --room and its --start"};
  }
  if (!options.start.empty()) target.room = options.rooms.front();
  if (!read_time_option(file, options.start, target.start)) return not_a_time("--start", options.start);
  return target;
}

std::variant<SessionChanges, Malformed> changes_of(const SayOptions& options, const StaffFile& file) {
  SessionChanges changes;
  if (!options.set_title.empty()) changes.title = options.set_title;
  if (!options.set_track.empty()) changes.track = options.set_track;
  if (!options.set_speakers.empty()) changes.speakers = options.set_speakers;
  if (!read_time_option(file, options.set_start, changes.start)) return not_a_time("--set-start", options.set_start);
  if (!read_time_option(file, options.set_end, changes.end)) return not_a_time("--set-end", options.set_end);
  return changes;
}

std::variant<SessionOverride, Malformed> session_change(const SayOptions& options, const StaffFile& file) {
  const int changes = (options.cancelled ? 1 : 0) + (options.move_to.empty() ? 0 : 1) + (options.full ? 1 : 0) +
                      (sets_something(options) ? 1 : 0);
  if (changes != 1) return Malformed{"Say one thing of the session: --cancel, --move-to, --full or --set-…"};
  const auto target = target_of(options, file);
  if (const auto* malformed = std::get_if<Malformed>(&target)) return *malformed;
  SessionOverride change;
  change.target = std::get<SessionTarget>(target);
  change.cancelled = options.cancelled;
  change.move_to = options.move_to;
  change.full = options.full;
  if (!sets_something(options)) return change;
  const auto set = changes_of(options, file);
  if (const auto* malformed = std::get_if<Malformed>(&set)) return *malformed;
  change.set = std::get<SessionChanges>(set);
  return change;
}

bool changes_session(const SayOptions& options) {
  return names_session(options) || options.cancelled || !options.move_to.empty() || sets_something(options);
}

std::optional<Malformed> fill_kind(Override& entry, const SayOptions& options, const StaffFile& file) {
  const bool room_full = options.full && !changes_session(options);
  const int kinds = (options.text.empty() ? 0 : 1) + (changes_session(options) ? 1 : 0) +
                    (options.delay_minutes > 0 ? 1 : 0) + (room_full ? 1 : 0) + (options.replace.empty() ? 0 : 1);
  if (kinds != 1) return Malformed{"Say one thing at a time: a message, or one change"};
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
    entry.what = MessageOverride{options.text, options.level};
  }
  return std::nullopt;
}

// What is said of a session holds until it is over; were it an hour only, a cancelled one would come back.
Instant usual_end(const Override& entry, const StaffFile& file, Instant from) {
  const auto* change = std::get_if<SessionOverride>(&entry.what);
  if (change == nullptr) return from + kUsualSpan;
  Instant end = from;
  if (file.schedule) {
    for (const std::size_t index : sessions_meant(*file.schedule, change->target)) {
      const Session& session = file.schedule->sessions[index];
      for (const PlannedSession& planned : plan_room(*file.schedule, session.rooms)) {
        if (planned.session == &session) end = std::max(end, planned.end);
      }
    }
  }
  if (change->set && change->set->end) end = std::max(end, *change->set->end);
  return end > from ? end : file.zone.midnight(from, 1);
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

std::string target_words(const SessionTarget& target) {
  if (!target.title.empty()) return fmt::format("\"{}\"", target.title);
  return target.id.empty() ? target.room : target.id;
}

std::string change_words(const SessionOverride& session) {
  if (session.cancelled) return "cancelled";
  if (session.full) return "full";
  return session.move_to.empty() ? "changed" : "moved to " + session.move_to;
}

}  // namespace

bool says_something(const SayOptions& options) {
  return !options.text.empty() || changes_session(options) || options.full || options.delay_minutes > 0 ||
         !options.replace.empty();
}

std::variant<Override, Malformed> new_entry(const SayOptions& options, const StaffFile& file) {
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

std::string summary_of(const Override& entry) {
  if (const auto* message = std::get_if<MessageOverride>(&entry.what)) return fmt::format("\"{}\"", message->text);
  if (const auto* session = std::get_if<SessionOverride>(&entry.what)) {
    return fmt::format("{}: {}", change_words(*session), target_words(session->target));
  }
  if (const auto* delay = std::get_if<DelayOverride>(&entry.what)) {
    return fmt::format("{} minutes late", delay->delay.count());
  }
  if (const auto* replace = std::get_if<ReplaceOverride>(&entry.what)) {
    return fmt::format("\"{}\" in place of the programme", replace->title.empty() ? replace->text : replace->title);
  }
  return "full";
}

std::string targets_of(const Override& entry) {
  std::vector<std::string> all = entry.signs;
  all.insert(all.end(), entry.rooms.begin(), entry.rooms.end());
  return all.empty() ? "every sign" : fmt::format("{}", fmt::join(all, ", "));
}

}  // namespace placard
