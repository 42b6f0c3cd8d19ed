// SPDX-License-Identifier: MIT
#include "sign/read_once.hpp"

#include <algorithm>
#include <utility>

#include "schedule/merge.hpp"
#include "sign/sign_input.hpp"
#include "sign/sources/polled_sources.hpp"

namespace placard {

SourcesOnce read_sources_once(const Settings& settings, SourceSet which, std::chrono::seconds timeout) {
  SourcesOnce once;
  const auto sources = feed_sources(settings);
  for (std::size_t i = 0; i < sources.size(); ++i) {
    once.feeds.push_back(to_feed_update(i, fetch_once(sources[i], timeout), settings));
  }
  const auto source = overrides_source(settings);
  if (source && which == SourceSet::feeds_and_overrides) {
    once.overrides = to_overrides_update(fetch_once(*source, std::chrono::seconds(10)));
  }
  return once;
}

std::shared_ptr<const Schedule> merged_schedule(const std::vector<FeedUpdate>& feeds) {
  std::vector<const Schedule*> parts;
  for (const FeedUpdate& update : feeds) {
    if (update.schedule) parts.push_back(update.schedule.get());
  }
  return parts.empty() ? nullptr : std::make_shared<const Schedule>(merged(parts));
}

TimeZone zone_of(const Settings& settings, const std::vector<FeedUpdate>& feeds) {
  return settings.zone ? *settings.zone : venue_zone(settings, merged_schedule(feeds).get());
}

Coverage coverage_of(const std::vector<FeedUpdate>& feeds) {
  const bool all =
      std::all_of(feeds.begin(), feeds.end(), [](const FeedUpdate& update) { return update.schedule != nullptr; });
  return all && !feeds.empty() ? Coverage::complete : Coverage::partial;
}

Knowledge knowledge_of(std::shared_ptr<const Venue> venue, KnowledgeRules rules, const SourcesOnce& sources,
                       const Moment& moment) {
  rules.reading = Reading::once;
  Knowledge knowledge(std::move(venue), std::move(rules));
  for (const FeedUpdate& update : sources.feeds) knowledge.apply(update, moment);
  if (sources.overrides) knowledge.apply(*sources.overrides, moment);
  return knowledge;
}

}  // namespace placard
