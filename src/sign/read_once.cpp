// SPDX-License-Identifier: MIT
#include "sign/read_once.hpp"

#include <algorithm>

#include "schedule/merge.hpp"

namespace placard {

std::vector<FeedNews> read_feeds_once(const Settings& settings, std::chrono::seconds timeout) {
  std::vector<FeedNews> all;
  const auto sources = feed_sources(settings);
  for (std::size_t i = 0; i < sources.size(); ++i) {
    all.push_back(to_feed_news(i, fetch_once(sources[i], timeout), settings));
  }
  return all;
}

std::optional<Schedule> merged_schedule(const std::vector<FeedNews>& all) {
  std::vector<const Schedule*> parts;
  for (const FeedNews& news : all) {
    if (news.schedule) parts.push_back(news.schedule.get());
  }
  if (parts.empty()) return std::nullopt;
  return merged(parts);
}

bool all_read(const std::vector<FeedNews>& all) {
  return std::all_of(all.begin(), all.end(), [](const FeedNews& news) { return news.schedule != nullptr; });
}

}  // namespace placard
