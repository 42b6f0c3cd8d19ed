// SPDX-License-Identifier: MIT
// One frame at one instant, for `shot` and `describe`: everything read once, no display, no cache.
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <vector>

#include "app/feed_news.hpp"
#include "app/options.hpp"
#include "app/venue.hpp"
#include "glass/font_book.hpp"
#include "sign/frame.hpp"
#include "sign/view.hpp"

namespace placard {

struct OneFrame {
  int status = 0;  ///< exit status so far; the sentences were printed on stderr
  SignSettings sign;
  TimeZone zone = TimeZone::fixed(seconds(0));
  View view;
  Frame frame;
  std::unique_ptr<FontBook> fonts;
};

/// Reads config and feeds and lays the frame out; nullopt when there is none to show (the sentences were printed), then
/// the exit status is kUnusable.
std::optional<OneFrame> make_one_frame(const Options& options);

/// Reads every feed once, in the order of the config; waits at most `timeout` for each.
std::vector<FeedNews> read_feeds_once(const Settings& settings,
                                      std::chrono::seconds timeout = std::chrono::seconds(30));

/// All that could be read as one schedule; nullopt when nothing could.
std::optional<Schedule> merged_schedule(const std::vector<FeedNews>& all);

/// Whether every feed could be read: part of a programme proves nothing about a room it does not name.
bool all_read(const std::vector<FeedNews>& all);

}  // namespace placard
