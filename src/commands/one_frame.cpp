// SPDX-License-Identifier: MIT
#include "commands/one_frame.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <utility>

#include "base/os/clock.hpp"
#include "cli/exit_status.hpp"
#include "cli/load_venue.hpp"
#include "cli/print.hpp"
#include "screen/panel_frame.hpp"
#include "sign/conditions.hpp"
#include "sign/sign_input.hpp"
#include "sign/sources/polled_sources.hpp"

namespace placard {
namespace {

// Prints what is wrong with the feeds; whether all of them could be used.
bool report_feed_problems(const std::vector<FeedUpdate>& feeds) {
  bool good = true;
  for (const FeedUpdate& update : feeds) {
    if (update.kind == FeedUpdate::Kind::failed) {
      good = false;
      for (const Problem& problem : update.problems) print_error(to_sentence(problem));
    } else if (update.skipped > 0) {
      print_error(left_out_sentence(update.skipped));
    }
  }
  return good;
}

// Prints what is wrong with the messages; whether they could be used.
bool report_override_problems(const std::optional<OverridesUpdate>& update, const OverrideState& state) {
  for (const Problem& problem : state.problems()) print_error(to_sentence(problem));
  return !update || (update->kind != OverridesUpdate::Kind::failed && state.readable());
}

std::shared_ptr<const Venue> usable_venue(const Options& options) {
  LoadedVenue loaded = load_venue(options, host_name());
  if (!loaded.venue) {
    for (const Problem& problem : loaded.problems) {
      if (problem.severity == Severity::error) print_error(to_sentence(problem));
    }
    return nullptr;
  }
  if (!loaded.venue->sign) {
    print_error(loaded.venue->sentence);
    return nullptr;
  }
  return std::make_shared<const Venue>(std::move(*loaded.venue));
}

KnowledgeRules rules_of(const Options& options) {
  KnowledgeRules rules;
  rules.pretended = options.at.has_value();
  rules.as_of = options.as_of;
  rules.built = build_time();
  return rules;
}

}  // namespace

Snapshot take_snapshot(std::shared_ptr<const Venue> venue, const SourcesOnce& sources, const Options& options,
                       const Moment& device) {
  const TimeZone zone = zone_of(venue->settings, sources.feeds);
  Moment at = device;
  if (options.at) at.now = zone.instant(*options.at);
  Moment read = at;
  if (options.as_of) read.now = std::min(at.now, zone.instant(*options.as_of));
  return {knowledge_of(std::move(venue), rules_of(options), sources, read), at};
}

View view_of(const Snapshot& snapshot) {
  return view_at(snapshot.knowledge.at(snapshot.at), snapshot.knowledge.now(snapshot.at));
}

std::optional<OneFrame> make_one_frame(const Options& options) {
  const auto venue = usable_venue(options);
  if (!venue) return std::nullopt;
  const SourcesOnce sources = read_sources_once(venue->settings, SourceSet::feeds_and_overrides);
  OneFrame out;
  out.status = report_feed_problems(sources.feeds) ? kAllIsWell : kUnusable;
  out.sign = *venue->sign;
  const Snapshot snapshot = take_snapshot(venue, sources, options, Clock().moment());
  out.zone = snapshot.knowledge.zone();
  for (const Condition& condition : {no_zone_condition(snapshot.knowledge), room_condition(snapshot.knowledge)}) {
    if (!condition.sentence.empty()) print_error(condition.sentence);
  }
  if (!report_override_problems(sources.overrides, snapshot.knowledge.overrides())) out.status = kUnusable;
  out.fonts = FontBook::open(staged_fonts_folder());
  if (!out.fonts) {
    print_error(no_fonts_sentence(errno));
    return std::nullopt;
  }
  out.view = view_of(snapshot);
  out.frame = frame_of(out.view, out.sign, out.sign.size.value_or(kDefaultPanel), *out.fonts);
  return out;
}

}  // namespace placard
