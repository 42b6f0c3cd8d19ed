#include "fetch/poller.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
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

TEST_CASE("Retry-After is obeyed, also when all is well") {
  const FaultServer server(answer("200 OK", {"Retry-After: 3600"}, "feed"));
  ResultLog log;
  const Poller poller({source_at(server.url(), 20ms)}, log.listener());
  CHECK(log.first(1).size() == 1);
  std::this_thread::sleep_for(100ms);
  CHECK(server.seen().size() == 1);
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
