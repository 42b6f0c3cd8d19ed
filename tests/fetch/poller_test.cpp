#include "fetch/poller.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <filesystem>
#include <set>
#include <stdexcept>
#include <thread>

#include "base/os/temp_folder.hpp"
#include "fetch/fault_server.hpp"
#include "fetch/hanging_lookup.hpp"
#include "fetch/loopback.hpp"
#include "fetch/result_log.hpp"

using namespace placard;
using namespace placard::test;
using namespace std::chrono_literals;

namespace {

using Lines = std::vector<std::string>;

Source source_at(const std::string& address, std::chrono::milliseconds interval = 20ms) {
  Source source;
  source.id = address;
  source.address = address;
  source.interval = interval;
  return source;
}

std::int64_t steady_ms() {
  return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

// 200 with an ETag, and 304 to whoever knows it.
void validating(Conversation& talk) {
  const bool known = !talk.request.header("If-None-Match").empty();
  talk.send(known ? "HTTP/1.1 304 Not Modified\r\n\r\n" : answer("200 OK", {"ETag: \"7\""}, "feed"));
}

std::chrono::milliseconds time_to_end(const Source& source, const std::function<bool()>& hangs) {
  ResultLog log;
  auto poller = std::make_unique<Poller>(std::vector{source}, log.listener());
  CHECK(hangs());
  const auto start = std::chrono::steady_clock::now();
  poller.reset();
  CHECK(log.count() == 0);
  return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - start);
}

}  // namespace

TEST_CASE("every attempt is told: fetched, unchanged, failed, and good again") {
  const FaultServer server([](Conversation& talk) {
    if (talk.request.number == 2) {
      talk.send(answer("503 Service Unavailable", {}, "sorry"));
    } else {
      validating(talk);
    }
  });
  ResultLog log;
  const Poller poller({source_at(server.url())}, log.listener());
  CHECK(summaries(log.first(4)) == Lines{"fetched feed", "unchanged", "failed", "unchanged"});
}

TEST_CASE("bytes that are rejected are asked for whole again, not answered by a 304 as if all were well") {
  const FaultServer server(validating);
  int taken = 0;
  ResultLog log([&](const FetchResult&) { return ++taken == 1 ? Acceptance::rejected : Acceptance::accepted; });
  const Poller poller({source_at(server.url())}, log.listener());
  CHECK(summaries(log.first(3)) == Lines{"fetched feed", "fetched feed", "unchanged"});
}

TEST_CASE("a login page that is rejected leaves no validators behind") {
  const FaultServer server(answer("200 OK", {"ETag: \"login\""}, "<html>"));
  ResultLog log([](const FetchResult&) { return Acceptance::rejected; });
  const Poller poller({source_at(server.url())}, log.listener());
  log.first(3);
  for (const SeenRequest& request : server.seen()) CHECK(request.header("If-None-Match") == "");
}

TEST_CASE("rejected bytes count as failures: the next attempts come later and later") {
  const FaultServer server(answer("200 OK", {}, "<html>"));
  ResultLog log([](const FetchResult&) { return Acceptance::rejected; });
  const auto start = std::chrono::steady_clock::now();
  const Poller poller({source_at(server.url(), 20ms)}, log.listener());
  log.first(6);
  CHECK(std::chrono::steady_clock::now() - start >= (20ms + 40ms + 80ms + 160ms + 320ms) * 8 / 10);
}

TEST_CASE("a rejected file is read again at its own interval, so that an edit heals it") {
  const TempFolder folder;
  const std::string path = folder.write("overrides.json", "brok");
  ResultLog log([](const FetchResult& result) {
    return summary(result) == "fetched good" ? Acceptance::accepted : Acceptance::rejected;
  });
  const Poller poller({source_at(path, 20ms)}, log.listener());
  log.first(12);  // a doubling back-off would by now be at 20 s
  folder.write("overrides.json.new", "good");
  std::filesystem::rename(folder.path("overrides.json.new"), path);
  const auto later = summaries(log.first(log.count() + 3));
  CHECK(later.back() == "fetched good");
}

TEST_CASE("an exception from the consumer is told as a failure, and the polling goes on") {
  const FaultServer server(validating);
  int taken = 0;
  ResultLog log([&](const FetchResult&) -> Acceptance {
    if (++taken == 1) throw std::bad_alloc();
    if (taken == 2) throw 42;
    return Acceptance::accepted;
  });
  const Poller poller({source_at(server.url())}, log.listener());
  const auto result = log.first(4);
  CHECK(summaries(result) == Lines{"fetched feed", "failed", "fetched feed", "unchanged"});
  CHECK(sentence(result.at(1)) == server.url() + ": it was read, but could not be taken in: it is read again.");
}

TEST_CASE("sources are polled side by side, each on its own schedule") {
  const TempFolder folder;
  const FaultServer server(answer("200 OK", {}, "feed"));
  const std::string path = folder.write("overrides.json", "{}");
  ResultLog log;
  const Poller poller({source_at(server.url(), 1h), source_at(path, 20ms), source_at("file:///x", 1h)}, log.listener());
  const auto result = log.first(6);
  CHECK(std::count_if(result.begin(), result.end(),
                      [&](const FetchResult& one) { return one.source == server.url(); }) == 1);
  CHECK(std::count_if(result.begin(), result.end(),
                      [&](const FetchResult& one) { return one.source == "file:///x"; }) == 1);
  CHECK(std::count_if(result.begin(), result.end(), [&](const FetchResult& one) { return one.source == path; }) == 4);
}

TEST_CASE("a dead server does not keep a file from being read") {
  const TempFolder folder;
  const FaultServer server([](Conversation& talk) { talk.hang(); });
  const std::string path = folder.write("overrides.json", "{}");
  ResultLog log;
  const Poller poller({source_at(server.url(), 1h), source_at(path, 20ms)}, log.listener());
  const auto result = log.first(3);
  CHECK(summaries(result) == Lines(3, "fetched {}"));
}

TEST_CASE("poll_now reads every source at once") {
  const FaultServer server(answer("200 OK", {}, "feed"));
  ResultLog log;
  Poller poller({source_at(server.url(), 1h)}, log.listener());
  CHECK(log.first(1).size() == 1);
  poller.poll_now();
  CHECK(log.first(2).size() == 2);
}

TEST_CASE("Retry-After is obeyed when the server cannot answer, and not when it does") {
  for (const bool can_answer : {true, false}) {
    CAPTURE(can_answer);
    const FaultServer server(answer(can_answer ? "200 OK" : "503 No", {"Retry-After: 3600"}, "feed"));
    ResultLog log;
    const Poller poller({source_at(server.url(), 20ms)}, log.listener());
    if (can_answer) {
      CHECK(log.first(4).size() == 4);
    } else {
      CHECK(log.first(1).size() == 1);
      std::this_thread::sleep_for(100ms);
      CHECK(server.seen().size() == 1);
    }
  }
}

TEST_CASE("no source waits for the server of another, and a message for none") {
  const FaultServer dripping([](Conversation& talk) {
    talk.send("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n");
    while (talk.pause(20ms) && talk.send("drip")) continue;
    talk.close();
  });
  const FaultServer good(answer("200 OK", {}, "feed"));
  const FaultServer messages(answer("200 OK", {}, "{}"));
  Source message = source_at(messages.url());
  message.delivery = Delivery::at_once;
  ResultLog log;
  const Poller poller({source_at(dripping.url("/1")), source_at(dripping.url("/2")), source_at(dripping.url("/3")),
                       source_at(good.url()), message},
                      log.listener());
  REQUIRE(dripping.wait_for_bytes());
  const auto start = std::chrono::steady_clock::now();
  const auto results = log.first(40);
  CHECK(std::chrono::steady_clock::now() - start < 3s);
  const auto of = [&results](const std::string& source) {
    return std::count_if(results.begin(), results.end(), [&](const FetchResult& one) { return one.source == source; });
  };
  CHECK(of(good.url()) >= 10);
  CHECK(of(messages.url()) >= 10);
  CHECK(of(good.url()) + of(messages.url()) == 40);
}

TEST_CASE("a message is told while a feed is being taken in; feeds are told one at a time") {
  const FaultServer server([](Conversation& talk) { talk.send(answer("200 OK", {}, talk.request.target)); });
  Source message = source_at(server.url("/message"));
  message.delivery = Delivery::at_once;
  std::atomic<int> taken_in = 0, together = 0, messages = 0;
  ResultLog log([&](const FetchResult& result) {
    if (result.source == message.id) {
      ++messages;
      return Acceptance::accepted;
    }
    if (++taken_in > 1) ++together;
    const int before = messages;
    for (int tries = 0; tries < 500 && messages < before + 2; ++tries) std::this_thread::sleep_for(10ms);
    --taken_in;
    return messages >= before + 2 ? Acceptance::accepted : Acceptance::rejected;
  });
  {
    const Poller poller({source_at(server.url("/1")), source_at(server.url("/2")), message}, log.listener());
    CHECK(log.first(20).size() == 20);
  }
  CHECK(together == 0);
  CHECK(messages >= 10);
}

TEST_CASE("many sources share what threads there are, and all are read") {
  const FaultServer server(answer("200 OK", {}, "feed"));
  std::vector<Source> sources;
  for (int i = 0; i < 30; ++i) sources.push_back(source_at(server.url("/" + std::to_string(i)), 1h));
  ResultLog log;
  const Poller poller(sources, log.listener());
  std::set<std::string> read;
  for (const FetchResult& result : log.first(30)) read.insert(result.source);
  CHECK(read.size() == 30);
  CHECK(server.connections() <= 8);
}

TEST_CASE("the heart beats, also while a server hangs") {
  const FaultServer server([](Conversation& talk) { talk.hang(); });
  ResultLog log;
  const auto start = steady_ms();
  const Poller poller({source_at(server.url())}, log.listener());
  REQUIRE(server.wait_for_bytes());
  const auto first = poller.last_beat();
  CHECK(first >= start);
  for (int tries = 0; tries < 500 && poller.last_beat() == first; ++tries) std::this_thread::sleep_for(10ms);
  CHECK(poller.last_beat() > first);
}

TEST_CASE("a poller without sources rests, beats and ends") {
  ResultLog log;
  const Poller poller({}, log.listener());
  for (int tries = 0; tries < 500 && poller.last_beat() == 0; ++tries) std::this_thread::sleep_for(10ms);
  CHECK(poller.last_beat() > 0);
}

TEST_CASE("a poller ends within milliseconds, whatever it hangs in, and tells nothing more") {
  const FaultServer silent([](Conversation& talk) { talk.hang(); });
  SUBCASE("the lookup of a name") {
    const HangingLookup lookup;
    CHECK(time_to_end(source_at(lookup.url()), [&] { return lookup.wait_for_lookup(); }) < 300ms);
  }
  SUBCASE("a connection that is not accepted") {
    const FullListener full;
    CHECK(time_to_end(source_at(full.url()), [] { return true; }) < 300ms);
  }
  SUBCASE("an answer that never comes") {
    CHECK(time_to_end(source_at(silent.url()), [&] { return silent.wait_for_bytes(); }) < 300ms);
  }
  SUBCASE("the rest between two polls") {
    ResultLog log;
    auto poller = std::make_unique<Poller>(std::vector{source_at("/etc/passwd", 1h)}, log.listener());
    log.first(1);
    const auto start = std::chrono::steady_clock::now();
    poller.reset();
    CHECK(std::chrono::steady_clock::now() - start < 300ms);
  }
}

TEST_CASE("many pollers begun and ended at once leave nothing behind") {
  const FaultServer server(answer("200 OK", {}, "feed"));
  for (int round = 0; round < 50; ++round) {
    ResultLog log;
    const Poller poller({source_at(server.url()), source_at("/etc/passwd")}, log.listener());
  }
  ResultLog log;
  const Poller poller({source_at(server.url())}, log.listener());
  CHECK(log.first(1).size() == 1);
}
