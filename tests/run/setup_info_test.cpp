// SPDX-License-Identifier: MIT
#include "run/setup_info.hpp"

#include <doctest/doctest.h>

using namespace placard;

namespace {

SetupFacts facts() {
  return {
      "golden-gate-b", "sign-07", {"10.0.0.17", "fd00::2"}, "/etc/placard/venue.json", "https://example.org/f.json", "",
      Freshness::live, ""};
}

}  // namespace

TEST_CASE("who hangs the sign reads its name, host, addresses, config and feed") {
  CHECK(setup_lines(facts()) == std::vector<std::string>{"Sign golden-gate-b · host sign-07 · 10.0.0.17, fd00::2",
                                                         "Config /etc/placard/venue.json",
                                                         "Feed https://example.org/f.json: live"});
}

TEST_CASE("how old the messages are is said where there are any to be read") {
  SetupFacts with_messages = facts();
  with_messages.messages = "as of 09:41";
  CHECK(setup_lines(with_messages).back() == "Messages as of 09:41");
}

TEST_CASE("what is missing is said, and what is wrong with the feed comes in place of its state") {
  SetupFacts bare = facts();
  bare.sign.clear();
  bare.addresses.clear();
  bare.config.clear();
  bare.feed.clear();
  CHECK(setup_lines(bare) ==
        std::vector<std::string>{"No sign of this name · host sign-07 · no network address", "No feed"});
  SetupFacts sick = facts();
  sick.health = "error: https://example.org/f.json: HTTP 404: there is nothing at this address";
  CHECK(setup_lines(sick).back() == "Feed https://example.org/f.json: HTTP 404: there is nothing at this address");
}

TEST_CASE("lines are fit to be shown, however long or hostile their parts") {
  SetupFacts hostile = facts();
  hostile.host = "a\nb\x1b[2J" + std::string(1000, 'x');
  for (const std::string& line : setup_lines(hostile)) {
    CHECK(line.size() <= 4 * 121);
    CHECK(line.find('\n') == std::string::npos);
    CHECK(line.find('\x1b') == std::string::npos);
  }
}

TEST_CASE("this device's addresses are no loopback's") {
  for (const std::string& address : device_addresses()) {
    CHECK(address.rfind("127.", 0) != 0);
    CHECK(address != "::1");
  }
}
