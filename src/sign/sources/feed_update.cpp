// SPDX-License-Identifier: MIT
#include "sign/sources/feed_update.hpp"

#include <fmt/format.h>

#include "base/os/digest.hpp"
#include "fetch/http_date.hpp"
#include "schedule/canonical.hpp"

namespace placard {
namespace {

std::optional<ServerDate> server_date(const FetchResult& update) {
  const auto time = http_date(update.date);
  if (!time) return std::nullopt;
  return ServerDate{*time, update.verified};
}

}  // namespace

std::string left_out_sentence(std::size_t skipped) {
  if (skipped == 0) return "";
  return fmt::format("{} of the feed's sessions can't be read and are left out; `placard check` names them.", skipped);
}

FeedUpdate to_feed_update(std::size_t feed, const FetchResult& update, const Settings& settings) {
  FeedUpdate out;
  out.feed = feed;
  out.date = server_date(update);
  if (const auto* failed = std::get_if<FetchError>(&update.outcome)) {
    out.problems.push_back({Severity::error, "", 0, 0, failed->sentence, ""});
    return out;
  }
  if (std::holds_alternative<Unchanged>(update.outcome)) {
    out.kind = FeedUpdate::Kind::unchanged;
    return out;
  }
  const auto& fetched = std::get<Fetched>(update.outcome);
  const ReadOptions options{settings.zone, settings.feeds[feed].format, settings.language};
  ReadFeed read = read_feed(update.where, *fetched.bytes, options);
  out.problems = std::move(read.problems);
  out.skipped = read.skipped;
  out.not_scheduled = read.not_scheduled;
  out.zone_doubt = std::move(read.zone_doubt);
  if (!read.schedule) return out;
  out.kind = FeedUpdate::Kind::fresh;
  out.meaning = sha256(canonical_bytes(*read.schedule));
  out.made = read.schedule->generated_at ? read.schedule->generated_at : http_date(update.last_modified);
  out.schedule = std::make_shared<const Schedule>(std::move(*read.schedule));
  out.bytes = fetched.bytes;
  out.digest = fetched.digest;
  return out;
}

}  // namespace placard
