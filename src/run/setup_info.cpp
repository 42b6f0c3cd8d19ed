// SPDX-License-Identifier: MIT
#include "run/setup_info.hpp"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <ifaddrs.h>
#include <net/if.h>

#include <array>
#include <memory>

#include "base/text/clean.hpp"

namespace placard {
namespace {

constexpr std::size_t kMostAddresses = 3;
constexpr std::size_t kMostLetters = 120;

struct AddressesDeleter {
  void operator()(ifaddrs* list) const { freeifaddrs(list); }
};

std::string text_of(const sockaddr* address) {
  std::array<char, INET6_ADDRSTRLEN> text{};
  const void* bytes = nullptr;
  if (address->sa_family == AF_INET) bytes = &reinterpret_cast<const sockaddr_in*>(address)->sin_addr;
  if (address->sa_family == AF_INET6) {
    const in6_addr& six = reinterpret_cast<const sockaddr_in6*>(address)->sin6_addr;
    if (IN6_IS_ADDR_LINKLOCAL(&six)) return "";
    bytes = &six;
  }
  if (bytes == nullptr || inet_ntop(address->sa_family, bytes, text.data(), text.size()) == nullptr) return "";
  return text.data();
}

std::string feed_state(const SetupFacts& facts) {
  if (facts.feed.empty()) return "No feed";
  constexpr std::string_view kError = "error: ";
  if (facts.health.starts_with(kError)) return "Feed " + facts.health.substr(kError.size());
  if (!facts.health.empty()) return facts.health;
  return fmt::format("Feed {}: {}", facts.feed, name_of(facts.freshness));
}

}  // namespace

std::string messages_age(const Knowledge& knowledge, const View& view) {
  const Settings& settings = knowledge.venue()->settings;
  if (settings.overrides.empty()) return "";
  if (!knowledge.overrides().as_of()) return "not read yet";
  if (!view.messages_as_of) return "read";  // and nobody knows what time it is
  return "as of " + time_of_day({knowledge.zone(), settings.twelve_hours}, *view.messages_as_of);
}

std::vector<std::string> setup_lines(const SetupFacts& facts) {
  const std::string sign = facts.sign.empty() ? "No sign of this name" : "Sign " + facts.sign;
  const std::string addresses =
      facts.addresses.empty() ? "no network address" : fmt::format("{}", fmt::join(facts.addresses, ", "));
  std::vector<std::string> lines = {fmt::format("{} · host {} · {}", sign, facts.host, addresses)};
  if (!facts.config.empty()) lines.push_back("Config " + facts.config);
  lines.push_back(feed_state(facts));
  if (!facts.messages.empty()) lines.push_back("Messages " + facts.messages);
  for (std::string& line : lines) line = clean_line(line, kMostLetters);
  return lines;
}

std::vector<std::string> device_addresses() {
  ifaddrs* first = nullptr;
  if (getifaddrs(&first) != 0) return {};
  const std::unique_ptr<ifaddrs, AddressesDeleter> list(first);
  std::vector<std::string> addresses;
  for (const int family : {AF_INET, AF_INET6}) {
    for (const ifaddrs* one = list.get(); one != nullptr; one = one->ifa_next) {
      if (one->ifa_addr == nullptr || one->ifa_addr->sa_family != family || (one->ifa_flags & IFF_LOOPBACK) != 0)
        continue;
      std::string text = text_of(one->ifa_addr);
      if (!text.empty() && addresses.size() < kMostAddresses) addresses.push_back(std::move(text));
    }
  }
  return addresses;
}

}  // namespace placard
