// SPDX-License-Identifier: MIT
#include "commands/staff_file.hpp"

#include <fmt/format.h>

#include "base/os/clock.hpp"
#include "base/os/local_file.hpp"
#include "base/text/address.hpp"
#include "cli/load_venue.hpp"
#include "cli/print.hpp"
#include "fetch/url.hpp"
#include "overrides/read_overrides.hpp"
#include "sign/read_once.hpp"
#include "sign/sign_input.hpp"
#include "sign/sources/override_state.hpp"
#include "sign/sources/polled_sources.hpp"

namespace placard {
namespace {

constexpr std::chrono::seconds kPatience{5};

Instant at_time_of_day(const TimeZone& zone, Instant day, seconds time, int days_later) {
  const auto date = std::chrono::floor<std::chrono::days>(zone.local(day)) + std::chrono::days(days_later);
  return zone.locate(LocalTime(date) + time).instant;
}

// As every other command says it.
std::string why_unread(const Settings& settings) {
  return to_overrides_update(fetch_once(*overrides_source(settings), kPatience)).sentence;
}

std::optional<Error> unusable(const LoadedVenue& loaded) {
  if (!loaded.venue) return Error{first_error(loaded)};
  const std::string& path = loaded.venue->settings.overrides;
  if (path.empty()) {
    return Error{
        "The config names no file of staff messages. Add \"overrides\": \"overrides.json\" to it, or name one with "
        "--overrides."};
  }
  const AddressKind kind = address_kind(path);
  if (kind == AddressKind::path) return std::nullopt;
  if (kind == AddressKind::other) return Error{why_unread(loaded.venue->settings)};
  return Error{
      fmt::format("The staff messages come from {}, where only that server can change them. Change the file "
                  "there, or name a file with --overrides.",
                  printable_url(path))};
}

void read_feeds(StaffFile& file) {
  const auto feeds = read_sources_once(file.settings, SourceSet::feeds, kPatience).feeds;
  file.schedule = merged_schedule(feeds);
  file.coverage = coverage_of(feeds);
  if (file.coverage == Coverage::complete || feeds.empty()) return;
  print_error(fmt::format("{} could not be read, so rooms and sessions are not checked.",
                          file.schedule ? "Part of the schedule" : "The schedule"));
}

bool knows_zone(const StaffFile& file) {
  if (file.settings.zone) return true;
  return file.schedule && (TimeZone::find(file.schedule->time_zone) || file.schedule->utc_offset);
}

}  // namespace

Expected<StaffFile> open_staff_file(const Options& options, FeedNeed need) {
  LoadedVenue loaded = load_venue(options, host_name());
  if (auto error = unusable(loaded)) return failed(std::move(error->sentence));
  StaffFile file;
  file.settings = std::move(loaded.venue->settings);
  file.path = file.settings.overrides;
  if (need == FeedNeed::targets || !file.settings.zone) read_feeds(file);
  file.zone = venue_zone(file.settings, file.schedule.get());
  file.zone_known = knows_zone(file);
  file.now = options.at ? file.zone.instant(*options.at) : Clock().now();
  return file;
}

KnownTargets known_targets(const Settings& settings, const Schedule* schedule, Coverage coverage) {
  KnownTargets known;
  known.schedule = coverage == Coverage::complete ? schedule : nullptr;
  known.zone = venue_zone(settings, schedule);
  known.signs = sign_names(settings);
  for (const SignSettings& sign : settings.signs) {
    known.rooms.insert(known.rooms.end(), sign.rooms.begin(), sign.rooms.end());
  }
  if (schedule == nullptr) return known;
  const auto names = all_room_names(*schedule);
  known.rooms.insert(known.rooms.end(), names.begin(), names.end());
  for (const Room& room : schedule->rooms) {
    if (!room.id.empty()) known.rooms.push_back(room.id);
  }
  return known;
}

Expected<Overrides> read_staff_file(const StaffFile& file) {
  auto read = read_local_file(file.path, kMaxOverridesBytes);
  if (const auto* failure = std::get_if<FileFailure>(&read)) {
    if (failure->missing) return Overrides{};
    return failed(failure->sentence);
  }
  const ReadOverrides overrides = read_overrides(file.path, std::get<FileBytes>(read).bytes, file.zone);
  for (const Problem& problem : overrides.problems) print_error(to_sentence(problem));
  if (!overrides.overrides) return failed("So nothing of it can be shown here.");
  return *overrides.overrides;
}

std::optional<Instant> instant_on_day(const TimeZone& zone, const std::string& text, Instant day) {
  if (const auto written = parse_time(text)) return zone.instant(*written);
  const auto time = parse_time_of_day(text);
  return time ? std::optional(at_time_of_day(zone, day, *time, 0)) : std::nullopt;
}

std::optional<Instant> instant_after(const TimeZone& zone, const std::string& text, Instant after) {
  if (const auto written = parse_time(text)) return zone.instant(*written);
  const auto time = parse_time_of_day(text);
  if (!time) return std::nullopt;
  const Instant today = at_time_of_day(zone, after, *time, 0);
  return today > after ? today : at_time_of_day(zone, after, *time, 1);
}

}  // namespace placard
