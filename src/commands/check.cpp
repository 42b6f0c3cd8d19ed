// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <set>

#include "base/os/clock.hpp"
#include "base/text/fold.hpp"
#include "base/text/nearest.hpp"
#include "cli/commands.hpp"
#include "cli/exit_status.hpp"
#include "cli/load_venue.hpp"
#include "commands/event_walk.hpp"
#include "commands/findings.hpp"
#include "commands/staff_file.hpp"
#include "overrides/delay_reach.hpp"
#include "overrides/read_overrides.hpp"
#include "screen/fonts/font_book.hpp"
#include "screen/panel_frame.hpp"
#include "sign/read_once.hpp"
#include "sign/sign_input.hpp"
#include "sign/sources/polled_sources.hpp"

namespace placard {
namespace {

Problem at_place(const Place& place, Severity severity, std::string what, std::string remedy) {
  return {severity, place.file, place.line, place.column, std::move(what), std::move(remedy)};
}

// All signs of the config, and the one asked for where options make it another.
std::vector<SignSettings> signs_to_check(const Venue& venue, const Options& options) {
  std::vector<SignSettings> signs = venue.settings.signs;
  if (venue.sign && !options.rooms.empty()) signs.push_back(*venue.sign);
  return signs;
}

void check_rooms(const Venue& venue, const Options& options, const Schedule& schedule, Problems& problems) {
  for (const SignSettings& sign : signs_to_check(venue, options)) {
    const std::string sentence = unknown_room_sentence(schedule, sign.rooms);
    if (sentence.empty()) continue;
    problems.push_back(at_place(sign.rooms_at, Severity::error, sentence, "Write the room as the feed spells it."));
  }
  for (const std::string& room : venue.settings.everywhere) {
    const std::string sentence = unknown_room_sentence(schedule, {room});
    if (sentence.empty()) continue;
    problems.push_back(at_place(venue.settings.everywhere_at, Severity::warning, sentence, "Mend or remove it."));
  }
}

void check_tracks(const Venue& venue, const Schedule& schedule, const std::string& file, Problems& problems) {
  if (venue.settings.tracks.empty()) return;
  std::set<std::string> seen;
  for (const Session& session : schedule.sessions) {
    const std::string folded = fold_name(session.track);
    if (folded.empty() || !seen.insert(folded).second || venue.settings.tracks.contains(folded)) continue;
    problems.push_back({Severity::warning, file, 0, 0,
                        fmt::format("The track \"{}\" has no colour in \"tracks\".", session.track),
                        "Placard chose one; add yours if you like."});
  }
}

void check_zone(const Venue& venue, const Schedule& schedule, Problems& problems) {
  if (venue.settings.zone || !schedule.time_zone.empty()) return;
  if (const std::string sentence = unknown_zone_sentence(venue.settings, schedule); !sentence.empty()) {
    problems.push_back({Severity::warning, "", 0, 0, sentence, ""});
    return;
  }
  problems.push_back({Severity::warning, "", 0, 0, "Neither the config nor the feed names the venue's time zone.",
                      "Set \"time_zone\" in the config, so that the sign's clock is right."});
}

// Two clocks that differ: the sign's would be late or early by as much.
void check_clock(const std::vector<FeedUpdate>& feeds, Instant now, Problems& problems) {
  for (const FeedUpdate& update : feeds) {
    if (!update.date || update.kind == FeedUpdate::Kind::failed) continue;
    const seconds behind = update.date->time - now;
    if (std::chrono::abs(behind) <= kSameTime) continue;
    problems.push_back({Severity::warning, "", 0, 0,
                        fmt::format("This device's clock is {} s {} the feed's server.",
                                    std::chrono::abs(behind).count(), behind > seconds(0) ? "behind" : "ahead of"),
                        "Set it right, or set \"clock\": \"feed\" in the config."});
  }
}

// What a person should look at, in the schedule and on the glass of every sign at every change; each thing once a sign.
void check_looks(const Venue& venue, const Options& options, const SourcesOnce& sources, const Schedule& schedule,
                 Problems& problems) {
  const auto fonts = FontBook::open(staged_fonts_folder());
  const auto span = event_span(schedule);
  if (!fonts || !span) return;
  const auto signs = signs_to_check(venue, options);
  std::vector<std::string> shown;
  for (const SignSettings& sign : signs) shown.insert(shown.end(), sign.rooms.begin(), sign.rooms.end());
  for (const Finding& finding : schedule_findings(schedule, shown, venue.settings.everywhere, *fonts)) {
    problems.push_back({Severity::warning, "", 0, 0, finding.what, ""});
  }
  for (const SignSettings& sign : signs) {
    const Knowledge knowledge = knowledge_for_event(venue.settings, sign, sources, *span);
    std::set<std::string> told;
    const PixelSize size = sign.size.value_or(kDefaultPanel);
    for (const View& view : views_of_event(knowledge, *span)) {
      const Frame frame = frame_of(view, sign, size, *fonts);
      for (const Finding& finding : frame_findings(view, frame, panel_of(sign, size), sign.viewing_distance_m)) {
        if (!told.insert(finding.what).second) continue;
        problems.push_back(at_place(sign.rooms_at, Severity::warning, sign.name + ": " + finding.what, ""));
      }
    }
  }
}

std::string counted(std::size_t count, const std::string& what) {
  return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s");
}

// A missing file means that there are no overrides.
void check_overrides(const Venue& venue, const SourcesOnce& sources, const Schedule* schedule, Problems& problems) {
  if (!sources.overrides) return;
  const OverridesUpdate& update = *sources.overrides;
  if (update.kind == OverridesUpdate::Kind::failed) {
    problems.push_back({Severity::error, "", 0, 0, update.sentence, ""});
  }
  if (update.kind != OverridesUpdate::Kind::fresh) return;
  const ReadOverrides read = read_overrides(update.where, *update.bytes, venue_zone(venue.settings, schedule));
  append(problems, read.problems);
  if (!read.overrides) return;
  const KnownTargets known = known_targets(venue.settings, schedule, coverage_of(sources.feeds));
  append(problems, check_targets(*read.overrides, known, update.where));
  append(problems, check_ambiguous(*read.overrides, known, update.where));
  if (schedule != nullptr) append(problems, check_delays(*read.overrides, *schedule, known.zone, update.where));
}

// "", or how many sessions the feeds list more than once.
std::string counted_once(const std::vector<FeedUpdate>& feeds, const Schedule& schedule) {
  std::size_t listed = 0;
  for (const FeedUpdate& update : feeds) listed += update.schedule ? update.schedule->sessions.size() : 0;
  const std::size_t merged = listed - schedule.sessions.size();
  return merged == 0 ? "" : fmt::format(" ({} more {} listed twice and merged)", merged, merged == 1 ? "was" : "were");
}

// Sessions that wait for their time or place are no fault, and yet somebody may look for them.
std::string not_scheduled(const std::vector<FeedUpdate>& feeds) {
  std::size_t count = 0;
  for (const FeedUpdate& update : feeds) count += update.not_scheduled;
  return count == 0 ? "" : fmt::format(", {} more not scheduled yet", count);
}

int report(const Problems& problems, const std::string& summary) {
  for (const Problem& problem : problems) fmt::print(stderr, "{}\n", to_sentence(problem));
  const auto errors = std::count_if(problems.begin(), problems.end(),
                                    [](const Problem& problem) { return problem.severity == Severity::error; });
  const auto error_count = static_cast<std::size_t>(errors);
  fmt::print("{}{}, {}.\n", summary, counted(error_count, "error"), counted(problems.size() - error_count, "warning"));
  return errors > 0 ? kUnusable : kAllIsWell;
}

}  // namespace

int check(const Options& options) {
  LoadedVenue loaded = load_venue(options, host_name());
  Problems problems = std::move(loaded.problems);
  if (!loaded.venue) return report(problems, "");
  const Venue& venue = *loaded.venue;
  if (!venue.sign && !options.sign.empty()) problems.push_back({Severity::error, "", 0, 0, venue.sentence, ""});
  const SourcesOnce sources = read_sources_once(venue.settings, SourceSet::feeds_and_overrides);
  for (const FeedUpdate& update : sources.feeds) append(problems, update.problems);
  check_clock(sources.feeds, Clock().now(), problems);
  const auto schedule = merged_schedule(sources.feeds);
  check_overrides(venue, sources, schedule.get(), problems);
  if (!schedule) return report(problems, "");
  check_rooms(venue, options, *schedule, problems);
  check_tracks(venue, *schedule, config_path(options).value_or(""), problems);
  check_zone(venue, *schedule, problems);
  check_looks(venue, options, sources, *schedule, problems);
  const std::string summary = counted(venue.settings.signs.size(), "sign") + ", " +
                              counted(schedule->sessions.size(), "session") + " in " +
                              counted(schedule->rooms.size(), "room") + counted_once(sources.feeds, *schedule) +
                              not_scheduled(sources.feeds) + ": ";
  return report(problems, summary);
}

}  // namespace placard
