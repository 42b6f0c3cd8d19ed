// SPDX-License-Identifier: MIT
#include "sign/documents.hpp"

#include <fmt/format.h>

#include "base/os/digest.hpp"
#include "base/text/address.hpp"
#include "fetch/url.hpp"

namespace placard {
namespace {

std::string printable(const std::string& address) {
  return address_kind(address) == AddressKind::path ? address : printable_url(address);
}

}  // namespace

std::string name_of_feed(const Settings& settings, std::size_t feed) {
  return fmt::format("the feed {}", printable(settings.feeds[feed].url));
}

std::string name_of_overrides(const Settings& settings) {
  return fmt::format("the messages {}", printable(settings.overrides));
}

std::optional<Document> document_of(const Event& event, const Settings& settings) {
  if (const auto* feed = std::get_if<FeedUpdate>(&event)) {
    if (feed->kind != FeedUpdate::Kind::fresh || feed->feed >= settings.feeds.size()) return std::nullopt;
    return Document{feed->digest, name_of_feed(settings, feed->feed)};
  }
  const auto* overrides = std::get_if<OverridesUpdate>(&event);
  if (overrides == nullptr || !overrides->bytes) return std::nullopt;
  return Document{sha256(*overrides->bytes), name_of_overrides(settings)};
}

std::vector<Document> documents_in_use(const Knowledge& knowledge) {
  const Settings& settings = knowledge.venue()->settings;
  std::vector<Document> documents;
  for (std::size_t feed = 0; feed < settings.feeds.size(); ++feed) {
    if (const auto copy = knowledge.feeds().copy(feed))
      documents.push_back({copy->digest, name_of_feed(settings, feed)});
  }
  const auto overrides = knowledge.overrides().bytes();
  if (overrides) documents.push_back({sha256(*overrides), name_of_overrides(settings)});
  return documents;
}

}  // namespace placard
