// SPDX-License-Identifier: MIT
#include "commands/one_frame.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>

#include "base/os/clock.hpp"
#include "cli/exit_status.hpp"
#include "screen/panel_frame.hpp"
#include "sign/effective_schedule.hpp"
#include "sign/override_state.hpp"
#include "sign/read_once.hpp"
#include "sign/sign_input.hpp"

namespace placard {
namespace {

constexpr PixelSize kDefaultSize{1920, 1080};

void tell(const std::string& sentence) {
  fmt::print(stderr, "placard: {}\n", sentence);
}

// Prints what is wrong with the feeds; whether all of them could be used.
bool tell_of_feeds(const std::vector<FeedUpdate>& all) {
  bool good = true;
  for (const FeedUpdate& update : all) {
    if (update.kind == FeedUpdate::Kind::failed) {
      good = false;
      for (const Problem& problem : update.problems) tell(to_sentence(problem));
    } else if (update.skipped > 0) {
      tell(left_out_sentence(update.skipped));
    }
  }
  return good;
}

// Reads the overrides once, as first read at `at`, and prints what is wrong with them; whether they could be used.
bool read_overrides_once(const Settings& settings, const TimeZone& zone, Instant at, OverrideState& state) {
  const auto source = overrides_source(settings);
  if (!source) return true;
  const OverridesUpdate update = to_overrides_update(fetch_once(*source, std::chrono::seconds(10)));
  if (update.kind == OverridesUpdate::Kind::missing) return true;
  for (const std::string& line : state.apply(update, zone, at)) tell(line);
  return update.kind != OverridesUpdate::Kind::failed && state.readable();
}

// As `run` sees it before any server's date.
bool knows_time(const Settings& settings, const Schedule* schedule, const Moment& moment) {
  ClockTrust clock(settings.clock, build_time());
  if (schedule != nullptr && schedule->generated_at) clock.saw(*schedule->generated_at);
  return clock.trusted(moment);
}

std::optional<Venue> usable_venue(const Options& options) {
  LoadedVenue loaded = load_venue(options, host_name());
  if (!loaded.venue) {
    for (const Problem& problem : loaded.problems) {
      if (problem.severity == Severity::error) tell(to_sentence(problem));
    }
    return std::nullopt;
  }
  if (!loaded.venue->sign) {
    tell(loaded.venue->sentence);
    return std::nullopt;
  }
  return std::move(loaded.venue);
}

}  // namespace

std::optional<OneFrame> make_one_frame(const Options& options) {
  const auto venue = usable_venue(options);
  if (!venue) return std::nullopt;
  const auto feeds = read_feeds_once(venue->settings);
  OneFrame out;
  out.status = tell_of_feeds(feeds) ? kAllIsWell : kUnusable;
  out.sign = *venue->sign;
  const auto schedule = merged_schedule(feeds);
  const Schedule* known = schedule ? &*schedule : nullptr;
  if (known != nullptr) {
    const std::string sentence = unknown_room_sentence(*known, out.sign.rooms);
    if (!sentence.empty()) tell(sentence);
  }
  out.zone = venue_zone(venue->settings, known);
  const Moment moment = Clock().moment();
  const Instant at = options.at ? out.zone.instant(*options.at) : moment.now;
  ViewInput input = view_input(venue->settings, out.sign, known);
  input.tracks = track_colors(venue->settings, known);
  input.incomplete = !all_read(feeds);
  input.read_now = !options.as_of;
  input.clock_trusted = options.at || knows_time(venue->settings, known, moment);
  if (options.as_of) input.as_of = std::min(at, out.zone.instant(*options.as_of));
  OverrideState overrides;
  if (!read_overrides_once(venue->settings, out.zone, input.as_of.value_or(at), overrides)) out.status = kUnusable;
  EffectiveSchedule programme;
  programme.publish(known);
  programme.take_overrides(overrides.known());
  out.fonts = FontBook::open(staged_fonts_folder());
  if (!out.fonts) {
    tell(fmt::format("There are no fonts in {}. Build Placard again.", staged_fonts_folder()));
    return std::nullopt;
  }
  out.view = view_at([&](Instant instant) { return programme.at(input, instant); }, at);
  out.frame = frame_of(out.view, out.sign, out.sign.size.value_or(kDefaultSize), *out.fonts);
  return out;
}

}  // namespace placard
