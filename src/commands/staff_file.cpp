// SPDX-License-Identifier: MIT
#include "commands/staff_file.hpp"

#include <fmt/format.h>

#include "base/os/clock.hpp"
#include "base/os/local_file.hpp"
#include "base/text/address.hpp"
#include "cli/load_venue.hpp"
#include "cli/print.hpp"
#include "commands/time_words.hpp"
#include "fetch/url.hpp"
#include "overrides/read_overrides.hpp"
#include "sign/read_once.hpp"
#include "sign/sign_input.hpp"
#include "sign/sources/override_state.hpp"
#include "sign/sources/polled_sources.hpp"

namespace placard {
namespace {

constexpr std::chrono::seconds kPatience{5};

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

void read_feeds(StaffFile& file, FeedNeed need) {
  const auto feeds = read_sources_once(file.settings, SourceSet::feeds, kPatience).feeds;
  file.schedule = merged_schedule(feeds);
  file.coverage = coverage_of(feeds);
  if (file.coverage == Coverage::complete || feeds.empty() || need == FeedNeed::names) return;
  print_error(fmt::format("{} could not be read, so rooms and sessions are not checked.",
                          file.schedule ? "Part of the schedule" : "The schedule"));
}

bool knows_zone(const StaffFile& file) {
  if (file.settings.zone) return true;
  return file.schedule && (TimeZone::find(file.schedule->time_zone) || file.schedule->utc_offset);
}

// None when there is no file, or none that can be read.
Overrides good_entries(const StaffFile& file) {
  const auto read = read_local_file(file.path, kMaxOverridesBytes);
  const auto* bytes = std::get_if<FileBytes>(&read);
  if (bytes == nullptr) return {};
  return read_overrides(file.path, bytes->bytes, file.zone).overrides.value_or(Overrides{});
}

}  // namespace

Expected<StaffFile> open_staff_file(const Options& options, FeedNeed need) {
  LoadedVenue loaded = load_venue(options, host_name());
  if (auto error = unusable(loaded)) return failed(std::move(error->sentence));
  StaffFile file;
  file.settings = std::move(loaded.venue->settings);
  file.path = file.settings.overrides;
  if (need != FeedNeed::zone || !file.settings.zone) read_feeds(file, need);
  file.zone = venue_zone(file.settings, file.schedule.get());
  file.zone_known = knows_zone(file);
  file.now = options.at ? file.zone.instant(*options.at) : Clock().now();
  file.said = good_entries(file);
  return file;
}

KnownTargets known_targets(const Settings& settings, const Schedule* schedule, Coverage coverage) {
  KnownTargets known;
  known.schedule = coverage == Coverage::complete ? schedule : nullptr;
  known.zone = venue_zone(settings, schedule);
  known.when = [style = time_style(settings, schedule)](Instant instant) { return time_and_date(style, instant); };
  known.signs = sign_names(settings);
  for (const SignSettings& sign : settings.signs) {
    known.rooms.insert(known.rooms.end(), sign.rooms.begin(), sign.rooms.end());
  }
  if (schedule == nullptr) return known;
  const auto names = all_room_names(*schedule);
  known.rooms.insert(known.rooms.end(), names.begin(), names.end());
  for (const Room& room : schedule->rooms) {
    if (!room.id.empty()) known.rooms.push_back(room.id);
    known.rooms.insert(known.rooms.end(), room.other_ids.begin(), room.other_ids.end());
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

}  // namespace placard
