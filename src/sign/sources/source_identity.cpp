// SPDX-License-Identifier: MIT
#include "sign/sources/source_identity.hpp"

#include <fmt/format.h>

#include "base/os/digest.hpp"

namespace placard {

std::string feed_identity(const Settings& settings, std::size_t feed, bool pretended) {
  const FeedSettings& wanted = settings.feeds[feed];
  return sha256(fmt::format("feed\n{}\n{}\n{}\n{}", wanted.url, wanted.format, settings.event, pretended));
}

std::string overrides_identity(const Settings& settings, bool pretended) {
  return sha256(fmt::format("overrides\n{}\n{}", settings.overrides, pretended));
}

}  // namespace placard
