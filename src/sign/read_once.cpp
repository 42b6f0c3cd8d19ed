// SPDX-License-Identifier: MIT
#include "sign/read_once.hpp"

#include <algorithm>

#include "schedule/merge.hpp"

namespace placard {

std::vector<FeedUpdate> read_feeds_once(const Settings& settings, std::chrono::seconds timeout) {
  std::vector<FeedUpdate> all;
  const auto sources = feed_sources(settings);
  for (std::size_t i = 0; i < sources.size(); ++i) {
    all.push_back(to_feed_update(i, fetch_once(sources[i], timeout), settings));
  }
  return all;
}

std::optional<Schedule> merged_schedule(const std::vector<FeedUpdate>& all) {
  std::vector<const Schedule*> parts;
  for (const FeedUpdate& update : all) {
    if (update.schedule) parts.push_back(update.schedule.get());
  }
  if (parts.empty()) return std::nullopt;
  return merged(parts);
}

bool all_read(const std::vector<FeedUpdate>& all) {
  return std::all_of(all.begin(), all.end(), [](const FeedUpdate& update) { return update.schedule != nullptr; });
}

}  // namespace placard
