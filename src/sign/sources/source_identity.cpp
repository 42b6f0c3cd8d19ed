// SPDX-License-Identifier: MIT
#include "sign/sources/source_identity.hpp"

#include <fmt/format.h>

#include "base/os/digest.hpp"

namespace placard {

std::string feed_identity(const Settings& settings, std::size_t feed, ReadOn clock) {
  const FeedSettings& wanted = settings.feeds[feed];
  return sha256(
      fmt::format("feed\n{}\n{}\n{}\n{}", wanted.url, wanted.format, settings.event, clock == ReadOn::pretended_clock));
}

std::string overrides_identity(const Settings& settings, ReadOn clock) {
  return sha256(fmt::format("overrides\n{}\n{}", settings.overrides, clock == ReadOn::pretended_clock));
}

}  // namespace placard
