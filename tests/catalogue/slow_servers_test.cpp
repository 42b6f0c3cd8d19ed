// SPDX-License-Identifier: MIT
// Row B24: servers that never come to an end. A fetch of each ends in time, and so does the poller, at once.
#include <doctest/doctest.h>

#include <chrono>
#include <functional>
#include <memory>
#include <thread>
#include <vector>

#include "catalogue/dose.hpp"
#include "fetch/fault_server.hpp"
#include "fetch/http_client.hpp"
#include "fetch/poller.hpp"
#include "fetch/reply.hpp"
#include "fetch/result_log.hpp"

using namespace placard;
using namespace placard::test;
using namespace std::chrono_literals;

namespace {

using Clock = std::chrono::steady_clock;

// Sends `piece` again and again until the other side is gone.
FaultServer::Script dripping(std::string head, std::string piece, std::chrono::milliseconds pause) {
  return [=](Conversation& talk) {
    talk.send(head);
    while (talk.pause(pause) && talk.send(piece)) continue;
    talk.close();
  };
}

struct Slow {
  std::string what;
  FaultServer::Script script;
  bool tls = false;
};

std::vector<Slow> slow_servers() {
  const std::string ok = "HTTP/1.1 200 OK\r\n";
  return {
      {"no reply", [](Conversation& talk) { talk.hang(); }},
      {"no TLS handshake", [](Conversation& talk) { talk.hang(); }, true},
      {"a status line, byte by byte", dripping("HTTP/1.1 200 ", "O", 100ms)},
      {"headers, byte by byte", dripping(ok, "X", 100ms)},
      {"headers, line by line", dripping(ok, "X: y\r\n", 200ms)},
      {"a body, byte by byte", dripping(ok + "Content-Length: 100000\r\n\r\n", "x", 100ms)},
      {"a chunk's size, digit by digit", dripping(ok + "Transfer-Encoding: chunked\r\n\r\n", "0", 100ms)},
      {"chunks of one byte", dripping(ok + "Transfer-Encoding: chunked\r\n\r\n", "1\r\nx\r\n", 200ms)},
      {"the trailer of a chunked body", dripping(ok + "Transfer-Encoding: chunked\r\n\r\n0\r\n", "X: y\r\n", 200ms)},
      {"interim answers without end", dripping("", "HTTP/1.1 100 Continue\r\n\r\n", 300ms)},
      {"a body that stops",
       [ok](Conversation& talk) {
         talk.send(ok + "Content-Length: 10\r\n\r\n12345");
         talk.hang();
       }},
      {"an error page, byte by byte", dripping("HTTP/1.1 503 No\r\nContent-Length: 9000\r\n\r\n", "x", 100ms)},
      {"a login page after a redirect",
       dripping("HTTP/1.1 302 Found\r\nLocation: /\r\nContent-Length: 9000\r\n\r\n", "x", 100ms)},
  };
}

std::string address(const FaultServer& server, const Slow& slow) {
  return slow.tls ? "https" + server.url().substr(4) : server.url();
}

struct Ending {
  std::string what;
  std::string said;
  Clock::duration spent{};
};

Ending fetch(const Slow& slow, const Timeouts& timeouts) {
  const FaultServer server(slow.script);
  HttpClient client;
  HttpRequest request;
  request.url = address(server, slow);
  request.timeouts = timeouts;
  const auto start = Clock::now();
  const std::string sentence = said(client.get(request));
  return {slow.what, sentence, Clock::now() - start};
}

// All at once, so that the whole takes no longer than one.
std::vector<Ending> fetch_all(const Timeouts& timeouts) {
  const std::vector<Slow> servers = slow_servers();
  std::vector<Ending> endings(servers.size());
  std::vector<std::jthread> threads;
  for (std::size_t i = 0; i < servers.size(); ++i) {
    threads.emplace_back([&, i] { endings[i] = fetch(servers[i], timeouts); });
  }
  threads.clear();
  return endings;
}

}  // namespace

TEST_CASE("B24: a fetch that gets nowhere is given up, in whatever way it does not") {
  const bool as_shipped = dose("of 1 wanted with the time-outs as shipped", 0).count > 0;
  Timeouts timeouts = impatient("").timeouts;
  timeouts.connect = 3s;
  if (as_shipped) timeouts = Timeouts{};
  // A handshake has its own limit; all else is too slow for too long. As much again for a machine that is busy.
  const auto longest = timeouts.connect + 2 * timeouts.low_speed_time;
  CHECK(Timeouts{}.low_speed_time <= 10s);
  CHECK(Timeouts{}.connect <= 10s);
  CHECK(Timeouts{}.total <= 30s);
  for (const Ending& ending : fetch_all(timeouts)) {
    CAPTURE(ending.what);
    CAPTURE(ending.said);
    CHECK_FALSE(ending.said.starts_with("body"));
    CHECK(ending.spent < longest);
    if (as_shipped) MESSAGE(ending.what << ": " << std::chrono::duration<double>(ending.spent).count() << " s");
  }
}

TEST_CASE("B24: a poller that hangs in any of them ends at once, and tells nothing more") {
  for (const Slow& slow : slow_servers()) {
    CAPTURE(slow.what);
    const FaultServer server(slow.script);
    Source source;
    source.id = "feed";
    source.address = address(server, slow);
    ResultLog log;
    auto poller = std::make_unique<Poller>(std::vector{source}, log.listener());
    REQUIRE(server.wait_for_bytes());
    std::this_thread::sleep_for(30ms);
    const auto start = Clock::now();
    poller.reset();
    CHECK(Clock::now() - start < 1s);
    CHECK(log.count() == 0);
  }
}
