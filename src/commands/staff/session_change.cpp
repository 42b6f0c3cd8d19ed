// SPDX-License-Identifier: MIT
#include "commands/staff/session_change.hpp"

#include <algorithm>

#include "commands/staff/named_session.hpp"
#include "commands/staff/typed_time.hpp"

namespace placard {
namespace {

constexpr std::chrono::hours kLongestByClock{12};  // a session whose end is a time of day

bool sets_something(const SayOptions& options) {
  return options.set != SayDetails{};
}

// A time of day is the first one after the start; one so long after it that it must lie before is told as such.
Expected<std::optional<Instant>> end_set(const SayDetails& set, const StaffFile& file, Instant start) {
  if (set.end.empty()) return std::nullopt;
  const auto end = typed_after(file, set.end, start);
  if (!end) return tl::unexpected(not_a_time("--set-end", set.end));
  if (*end > start && (*end - start <= kLongestByClock || parse_time(set.end))) return end;
  return failed(
      "The session would end before it starts. Give both --set-start and --set-end, with the day if it is another.");
}

Expected<SessionDetails> details_of(const SayDetails& set, const StaffFile& file, const SessionTarget& target) {
  SessionDetails details;
  if (!set.title.empty()) details.title = set.title;
  if (!set.track.empty()) details.track = set.track;
  if (!set.speakers.empty()) details.speakers = set.speakers;
  const auto sessions = sessions_named(file, target);
  const Instant start = sessions.empty() ? target.start.value_or(file.now) : sessions.front()->start;
  if (!set.start.empty()) {
    details.start = typed_near(file, set.start, start);
    if (!details.start) return tl::unexpected(not_a_time("--set-start", set.start));
  }
  const auto end = end_set(set, file, details.start.value_or(start));
  if (!end) return tl::unexpected(end.error());
  details.end = *end;
  return details;
}

}  // namespace

bool changes_session(const SayOptions& options) {
  return options.session != SaySession{} || options.cancelled || !options.move_to.empty() || sets_something(options);
}

Expected<SessionOverride> session_change(const SayOptions& options, const StaffFile& file) {
  const int changes = options.cancelled + !options.move_to.empty() + options.full + sets_something(options);
  if (changes != 1) return failed("Say one thing of the session: --cancel, --move-to, --full or --set-….");
  const auto target = named_session(options, file);
  if (!target) return tl::unexpected(target.error());
  if (options.cancelled) return SessionOverride{*target, Cancellation{}};
  if (!options.move_to.empty()) return SessionOverride{*target, RoomChange{options.move_to}};
  if (options.full) return SessionOverride{*target, SessionFull{}};
  auto details = details_of(options.set, file, *target);
  if (!details) return tl::unexpected(details.error());
  return SessionOverride{*target, std::move(*details)};
}

Instant end_of_change(const SessionOverride& session, const StaffFile& file, Instant from) {
  Instant end = from;
  seconds length{0};
  for (const Session* one : sessions_named(file, session.target)) {
    end = std::max(end, printed_end(*one));
    length = printed_end(*one) - one->start;
  }
  if (session.target.start) end = std::max(end, *session.target.start);
  if (const auto* details = std::get_if<SessionDetails>(&session.change)) {
    if (details->start) end = std::max(end, *details->start + length);
    if (details->end) end = std::max(end, *details->end);
  }
  return night_after(file, end);
}

}  // namespace placard
