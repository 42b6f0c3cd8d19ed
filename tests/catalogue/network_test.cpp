// SPDX-License-Identifier: MIT
// Row B40: the network goes and comes, and polling recovers alone. In a network namespace of the test's own, whose only
// device is the loopback; made by root only.
#include <doctest/doctest.h>
#include <net/if.h>
#include <netinet/in.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstring>
#include <functional>
#include <thread>

#include "catalogue/dose.hpp"
#include "fetch/attempt.hpp"
#include "fetch/fault_server.hpp"
#include "fetch/result_log.hpp"

using namespace placard;
using namespace placard::test;
using namespace std::chrono_literals;

namespace {

void set_network(bool up) {
  const int socket = ::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
  ifreq request{};
  std::strcpy(request.ifr_name, "lo");
  ::ioctl(socket, SIOCGIFFLAGS, &request);
  request.ifr_flags = static_cast<short>(up ? request.ifr_flags | IFF_UP : request.ifr_flags & ~IFF_UP);
  ::ioctl(socket, SIOCSIFFLAGS, &request);
  ::close(socket);
}

// Runs on a thread that has a network of its own, and so have the threads it starts. False: that is not allowed here.
bool in_own_network(const std::function<void()>& work) {
  bool allowed = false;
  std::thread([&] {
    allowed = ::unshare(CLONE_NEWNET) == 0;
    if (allowed) work();
  }).join();
  if (!allowed) MESSAGE("Skipped: only root may make a network namespace.");
  return allowed;
}

Source source_at(const std::string& address) {
  Source source;
  source.id = "feed";
  source.address = address;
  source.timeouts.total = 3s;
  source.timeouts.connect = 3s;
  return source;
}

}  // namespace

TEST_CASE("B40: a link that flaps: every attempt ends, and the first one after it is back is good") {
  const Dose flaps = dose("flaps of the network", 10);
  in_own_network([&] {
    set_network(true);
    const FaultServer server([](Conversation& talk) {
      talk.send(answer("200 OK", {}, "feed"));
      if (talk.request.number % 3 == 0) talk.close();  // else the connection is kept, and dies with the link
    });
    Source source = source_at(server.url());
    HttpClient client;
    SourceMemory memory;
    for (std::uint64_t i = 0; i < flaps.count; ++i) {
      CAPTURE(i);
      set_network(false);
      source.timeouts.total = 100ms;
      CHECK(summary(attempt(source, memory, client)) == "failed");
      set_network(true);
      source.timeouts.total = 10s;
      CHECK(summary(attempt(source, memory, client)) == "fetched feed");
    }
  });
}

TEST_CASE("B40: without any network a name and an address fail at once, in a sentence") {
  in_own_network([] {
    for (const char* url :
         {"http://feed.example.org/", "http://192.0.2.1/", "http://[2001:db8::1]/", "https://192.0.2.1/"}) {
      CAPTURE(url);
      HttpClient client;
      SourceMemory memory;
      const auto start = std::chrono::steady_clock::now();
      const FetchResult result = attempt(source_at(url), memory, client);
      CHECK(sentence(result).starts_with(std::string(url).substr(0, 10)));
      CHECK(std::chrono::steady_clock::now() - start < 10s);
    }
  });
}
