// SPDX-License-Identifier: MIT
// Rows B24 and B25: all that a peer sends counts, not the body alone. Whatever floods ends at once and in a sentence,
// at most twice the body's limit is held, and what was held is given back.
#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>

#include "catalogue/dose.hpp"
#include "catalogue/flooding_server.hpp"
#include "catalogue/process_memory.hpp"
#include "fetch/http_client.hpp"
#include "fetch/reply.hpp"

using namespace placard;
using namespace placard::test;
using namespace std::chrono_literals;

namespace {

constexpr std::size_t kLimit = std::size_t{1} << 20U;
constexpr std::size_t kSlack = std::size_t{1} << 20U;  // the test's own, and what the C library rounds up

HttpRequest request_to(const FaultServer& server) {
  HttpRequest request = impatient(server.url());
  request.max_bytes = kLimit;
  request.timeouts.total = 3s;
  return request;
}

struct Outcome {
  std::string said;
  std::chrono::milliseconds spent{};
  std::size_t peak = 0, kept = 0;
};

// Three polls by one client, as a sign would.
Outcome polled(const FaultServer::Script& script, int polls) {
  const FaultServer server(script);
  HttpClient client;
  Outcome outcome;
  const MemoryGrowth growth;
  for (int poll = 0; poll < polls; ++poll) {
    const auto start = std::chrono::steady_clock::now();
    const std::string whole = said(client.get(request_to(server)));
    outcome.said = whole.substr(0, 200);
    CHECK(whole.size() <= kLimit + 5);
    outcome.spent = std::max(
        outcome.spent, std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - start));
  }
  outcome.peak = growth.peak();
  outcome.kept = growth.kept();
  return outcome;
}

void check_memory(const Outcome& outcome) {
  if (!kMemoryIsOurs) return;
  CHECK(outcome.peak <= 2 * kLimit + kSlack);
  CHECK(outcome.kept <= kSlack);
}

}  // namespace

TEST_CASE("B25: whatever a server sends without end is stopped long before the time is up, and given back") {
  polled([](Conversation& talk) { talk.send(answer("200 OK", {}, "feed")); }, 1);  // libraries take theirs once
  for (const FloodingServer& server : flooding_servers()) {
    CAPTURE(server.what);
    const Outcome outcome = polled(server.script, 3);
    CAPTURE(outcome.said);
    CHECK_FALSE(outcome.said.starts_with("body"));
    CHECK(outcome.said.find("no complete answer") == std::string::npos);
    check_memory(outcome);
    MESSAGE(server.what << ": peak " << (outcome.peak >> 10U) << " KiB, kept " << (outcome.kept >> 10U) << " KiB, "
                        << outcome.spent.count() << " ms: " << outcome.said.substr(0, 120));
  }
}

TEST_CASE("B25: servers that drip, flood, trail and lie by chance cost no more than their share, and end in time") {
  const Dose servers = dose("servers that drip, flood, trail and lie", 40);
  Outcome worst;
  for (std::uint64_t number = servers.first; number < servers.first + servers.count; ++number) {
    const FloodingServer server = random_server(number);
    CAPTURE(number);
    CAPTURE(server.what);
    const Outcome outcome = polled(server.script, 1);
    CAPTURE(outcome.said);
    CHECK(outcome.spent < 5s);
    check_memory(outcome);
    worst.peak = std::max(worst.peak, outcome.peak);
    worst.kept = std::max(worst.kept, outcome.kept);
    worst.spent = std::max(worst.spent, outcome.spent);
  }
  MESSAGE("worst: peak " << (worst.peak >> 10U) << " KiB, kept " << (worst.kept >> 10U) << " KiB, "
                         << worst.spent.count() << " ms");
}
