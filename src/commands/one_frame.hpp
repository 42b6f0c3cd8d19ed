// SPDX-License-Identifier: MIT
// One frame at one instant, for `shot` and `describe`: everything read once, no display, no cache.
#pragma once

#include <memory>
#include <optional>

#include "cli/options.hpp"
#include "layout/frame/frame.hpp"
#include "screen/fonts/font_book.hpp"
#include "settings/venue.hpp"
#include "sign/read_once.hpp"
#include "view/view_at.hpp"

namespace placard {

struct OneFrame {
  int status = 0;  ///< exit status so far; the sentences were printed on stderr
  SignSettings sign;
  TimeZone zone = TimeZone::fixed(seconds(0));
  View view;
  Frame frame;
  std::unique_ptr<FontBook> fonts;
};

/// Reads config, feeds and messages and lays the frame out; nullopt when there is none to show (the sentences were
/// printed), then the exit status is kUnusable.
std::optional<OneFrame> make_one_frame(const Options& options);

/// What a sign knows that read everything once, and the moment it is asked about.
struct Snapshot {
  Knowledge knowledge;
  Moment at;
};

/// What `options` ask about: their instant, else that of `device`, its clock.
Snapshot take_snapshot(std::shared_ptr<const Venue> venue, const SourcesOnce& sources, const Options& options,
                       const Moment& device);

View view_of(const Snapshot& snapshot);

}  // namespace placard
