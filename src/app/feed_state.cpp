// SPDX-License-Identifier: MIT
#include "app/feed_state.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "schedule/merge.hpp"

namespace placard {
namespace {

std::string failure_sentence(const FeedNews& news) {
  return news.problems.empty() ? "The feed could not be read." : to_sentence(news.problems.back());
}

}  // namespace

std::string left_out_sentence(std::size_t skipped) {
  if (skipped == 0) return "";
  return fmt::format("{} of the feed's sessions can't be read and are left out; `placard check` names them.", skipped);
}

FeedNews to_feed_news(std::size_t feed, const News& news, const Settings& settings) {
  FeedNews out;
  out.feed = feed;
  if (const auto* failed = std::get_if<Failed>(&news.outcome)) {
    out.problems.push_back({Severity::error, "", 0, 0, failed->sentence, ""});
    return out;
  }
  if (std::holds_alternative<Unchanged>(news.outcome)) {
    out.kind = FeedNews::Kind::unchanged;
    return out;
  }
  const ReadOptions options{settings.zone, settings.feeds[feed].format, settings.language};
  ReadFeed read = read_feed(news.where, *std::get<Fetched>(news.outcome).bytes, options);
  out.problems = std::move(read.problems);
  out.skipped = read.skipped;
  if (!read.schedule) return out;
  out.kind = FeedNews::Kind::fresh;
  out.schedule = std::make_shared<const Schedule>(std::move(*read.schedule));
  return out;
}

std::vector<Source> feed_sources(const Settings& settings) {
  std::vector<Source> sources;
  for (std::size_t i = 0; i < settings.feeds.size(); ++i) {
    Source source;
    source.id = std::to_string(i);
    source.address = settings.feeds[i].url;
    source.interval = settings.feeds[i].poll;
    source.token_file = settings.feeds[i].token_file;
    sources.push_back(std::move(source));
  }
  return sources;
}

std::vector<std::string> FeedState::apply(const FeedNews& news, Instant now) {
  Feed& feed = feeds_[news.feed];
  const bool changed = news.kind == FeedNews::Kind::fresh && (!feed.schedule || *feed.schedule != *news.schedule);
  if (changed) feed.schedule = news.schedule;
  if (news.kind != FeedNews::Kind::failed) feed.as_of = now;
  if (news.kind == FeedNews::Kind::fresh) feed.document_health = left_out_sentence(news.skipped);
  // Copies every session; for thousands of them that is a few milliseconds, once a change.
  if (changed) merge();
  std::vector<std::string> log;
  const std::string health = news.kind == FeedNews::Kind::failed ? failure_sentence(news) : feed.document_health;
  if (health != feed.health) {
    feed.health = health;
    log.push_back(health.empty() ? "The feed is read well again." : health);
  }
  return log;
}

void FeedState::merge() {
  std::vector<const Schedule*> parts;
  for (const Feed& feed : feeds_) {
    if (feed.schedule) parts.push_back(feed.schedule.get());
  }
  merged_ = merged(parts);
}

bool FeedState::incomplete() const {
  return std::any_of(feeds_.begin(), feeds_.end(), [](const Feed& feed) { return !feed.schedule; });
}

std::optional<Instant> FeedState::as_of() const {
  std::optional<Instant> oldest;
  for (const Feed& feed : feeds_) {
    if (feed.as_of && (!oldest || *feed.as_of < *oldest)) oldest = feed.as_of;
  }
  return oldest;
}

}  // namespace placard
