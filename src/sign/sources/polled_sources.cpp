// SPDX-License-Identifier: MIT
#include "sign/sources/polled_sources.hpp"

#include <charconv>

#include "base/text/address.hpp"
#include "overrides/override.hpp"

namespace placard {
namespace {

// A file is looked at so often that a change is on the glass within a second, whatever file system it lies on and
// however it was saved; that costs a stat(). Network drives tell nobody of changes anyway.
constexpr std::chrono::milliseconds kOverridesFileInterval{400};

// Whatever its server says or does, a message is asked for so often.
constexpr std::chrono::milliseconds kMessagesMostApart{60'000};

constexpr const char* kOverrides = "overrides";

}  // namespace

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

std::optional<Source> overrides_source(const Settings& settings) {
  if (settings.overrides.empty()) return std::nullopt;
  const bool is_file = address_kind(settings.overrides) == AddressKind::path;
  Source source;
  source.id = kOverrides;
  source.address = settings.overrides;
  source.delivery = Delivery::at_once;
  source.retry = {kMessagesMostApart, kMessagesMostApart, kMessagesMostApart};
  source.max_bytes = kMaxOverridesBytes;
  source.interval = is_file ? kOverridesFileInterval : std::chrono::milliseconds(settings.overrides_poll);
  return source;
}

std::optional<std::size_t> feed_index_of(const std::string& id) {
  std::size_t feed = 0;
  const auto read = std::from_chars(id.data(), id.data() + id.size(), feed);
  return read.ec == std::errc{} ? std::optional(feed) : std::nullopt;
}

}  // namespace placard
