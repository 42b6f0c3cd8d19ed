// SPDX-License-Identifier: MIT
#include "commands/staff/entry_words.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text/overloaded.hpp"
#include "commands/staff/delay_times.hpp"
#include "commands/staff/named_session.hpp"
#include "commands/time_words.hpp"
#include "overrides/effective_schedule.hpp"
#include "overrides/session_target.hpp"

namespace placard {
namespace {

constexpr std::size_t kMostNamed = 4;

std::string when(const StaffFile& file, Instant instant) {
  return time_and_day(style_of(file), instant, file.now);
}

std::string counted(std::size_t count, const char* what) {
  return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s");
}

// As far as the entry itself tells which session it is.
std::string words_of_target(const StaffFile& file, const SessionTarget& target) {
  std::vector<std::string> place;
  if (!target.room.empty()) place.push_back(target.room);
  if (target.start) place.push_back(when(file, *target.start));
  const std::string name = !target.title.empty() ? fmt::format("\"{}\"", target.title) : target.id;
  if (name.empty()) return fmt::format("{}", fmt::join(place, ", "));
  return place.empty() ? name : fmt::format("{} ({})", name, fmt::join(place, ", "));
}

std::string words_of_sessions(const StaffFile& file, const SessionTarget& target) {
  const auto sessions = sessions_named(file, target);
  if (sessions.empty()) return words_of_target(file, target);
  std::vector<std::string> words;
  for (const Session* session : sessions) words.push_back(session_words(file, *session));
  return sessions.size() == 1 ? words.front() : fmt::format("{} sessions: {}", sessions.size(), some_of(words));
}

std::string words_of_details(const StaffFile& file, const SessionDetails& details) {
  std::vector<std::string> words;
  if (details.title) words.push_back(fmt::format("title \"{}\"", *details.title));
  if (details.start) words.push_back("start " + when(file, *details.start));
  if (details.end) words.push_back("end " + when(file, *details.end));
  if (details.track) words.push_back("track " + *details.track);
  if (details.speakers) words.push_back(fmt::format("speakers {}", fmt::join(*details.speakers, ", ")));
  return fmt::format("changed ({})", fmt::join(words, ", "));
}

std::string words_of_change(const StaffFile& file, const SessionOverride& session) {
  const auto* details = std::get_if<SessionDetails>(&session.change);
  return details != nullptr ? words_of_details(file, *details) : std::string(words_of(session.change));
}

// The rooms its patterns name; the patterns, where the feed is not at hand.
std::string rooms_of(const StaffFile& file, const Override& entry) {
  std::vector<std::string> names;
  for (std::size_t i = 0; file.schedule && i < file.schedule->rooms.size(); ++i) {
    if (fits_room(entry, file.schedule->rooms[i])) names.push_back(file.schedule->rooms[i].name);
  }
  return some_of(names.empty() ? entry.rooms : names);
}

std::string words_of_delay(const StaffFile& file, const Override& entry, const DelayOverride& late) {
  const std::string words = fmt::format("{} late: {}", counted(static_cast<std::size_t>(late.delay.count()), "minute"),
                                        rooms_of(file, entry));
  if (!file.schedule) return words;
  const DelayReach reach = reach_now(file, entry, entry.from.value_or(file.now));
  return fmt::format("{} ({})", words, counted(reach.moved.size(), "session"));
}

}  // namespace

TimeStyle style_of(const StaffFile& file) {
  return {file.zone, file.settings.twelve_hours};
}

std::vector<SignNames> signs_of(const StaffFile& file, const Override& entry) {
  std::vector<SignNames> signs;
  for (const SignSettings& sign : file.settings.signs) {
    const SignNames own{sign.name, sign.rooms};
    const SignNames names = file.schedule ? with_feed_names(own, *file.schedule) : own;
    if (concerns(entry, names)) signs.push_back(names);
  }
  return signs;
}

std::string session_words(const StaffFile& file, const Session& session) {
  std::vector<std::string> rooms;
  for (const std::size_t room : session.rooms) rooms.push_back(file.schedule->rooms[room].name);
  return fmt::format("\"{}\" ({}, {})", session.title.empty() ? "Session" : session.title,
                     session.every_room || rooms.empty() ? "every room" : some_of(rooms), when(file, session.start));
}

std::string some_of(const std::vector<std::string>& all) {
  const auto shown = std::min(all.size(), all.size() == kMostNamed + 1 ? all.size() : kMostNamed);
  const std::string words =
      fmt::format("{}", fmt::join(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(shown), ", "));
  return shown == all.size() ? words : fmt::format("{}, +{} more", words, all.size() - shown);
}

std::string what_words(const StaffFile& file, const Override& entry) {
  return std::visit(overloaded{
                        [&](const MessageOverride& message) {
                          return fmt::format("{} {}", name_of(message.level), summary_of(entry));
                        },
                        [&](const SessionOverride& session) {
                          return fmt::format("{}: {}", words_of_change(file, session),
                                             words_of_sessions(file, session.target));
                        },
                        [&](const DelayOverride& late) { return words_of_delay(file, entry, late); },
                        [&](const FullOverride&) { return "full: " + rooms_of(file, entry); },
                        [&](const ReplaceOverride&) { return summary_of(entry); },
                    },
                    entry.what);
}

std::string where_words(const StaffFile& file, const Override& entry) {
  const std::size_t all = file.settings.signs.size();
  std::vector<std::string> names;
  for (const SignNames& sign : signs_of(file, entry)) names.push_back(sign.sign);
  if (entry.signs.empty() && entry.rooms.empty()) {
    return all == 0 ? "on every sign" : fmt::format("on every sign ({})", all);
  }
  if (names.empty()) {
    std::vector<std::string> written = entry.signs;
    written.insert(written.end(), entry.rooms.begin(), entry.rooms.end());
    return all == 0 ? "on " + some_of(written) : fmt::format("on no sign of the config ({})", some_of(written));
  }
  return names.size() == 1 ? "on the sign " + names.front()
                           : fmt::format("on {} signs ({})", names.size(), some_of(names));
}

std::string span_words(const StaffFile& file, const Override& entry) {
  if (entry.from && entry.until) return from_until(style_of(file), *entry.from, *entry.until, file.now);
  if (entry.from && level_of(entry) == MessageLevel::takeover) {
    return from_until(style_of(file), *entry.from, end_of(entry, *entry.from).value_or(*entry.from), file.now);
  }
  const std::string begin = entry.from ? "from " + when(file, *entry.from) + " " : "";
  return begin + (entry.until                                 ? "until " + when(file, *entry.until)
                  : level_of(entry) == MessageLevel::takeover ? "for an hour"
                                                              : "until it is taken back");
}

}  // namespace placard
