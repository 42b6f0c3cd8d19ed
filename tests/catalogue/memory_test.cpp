// SPDX-License-Identifier: MIT
// Row B25: bodies without end, and small ones that unpack to large ones, cost no more memory than twice the limit.
// Row B26: nesting without end costs nothing.
#include <doctest/doctest.h>

#include <chrono>

#include "catalogue/process_memory.hpp"
#include "fetch/fault_server.hpp"
#include "fetch/gzipped.hpp"
#include "fetch/http_client.hpp"
#include "fetch/reply.hpp"
#include "overrides/read_overrides.hpp"
#include "schedule/formats/placard_feed_text.hpp"
#include "schedule/programme.hpp"
#include "settings/read_settings.hpp"
#include "sign/sources/polled_sources.hpp"

using namespace placard;
using namespace placard::test;

namespace {

constexpr std::size_t kLimit = std::size_t{4} << 20U;

// How much more memory than before was held at most while this was fetched.
std::size_t peak_of(const FaultServer::Script& script) {
  const FaultServer server(script);
  HttpClient client;
  HttpRequest request = impatient(server.url());
  request.max_bytes = kLimit;
  const MemoryGrowth growth;
  const std::string sentence = said(client.get(request));
  CHECK(sentence.find("larger than 4 MiB") != std::string::npos);
  return growth.peak();
}

std::string repeated(const std::string& text, std::size_t times) {
  std::string out;
  out.reserve(text.size() * times);
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

struct Nesting {
  std::string name;
  std::string open, inner, close;
};

const Nesting kNestings[] = {
    {"lists", "[", "", "]"},
    {"objects", "{\"a\":", "1", "}"},
    {"lists in objects", "{\"sessions\":[", "", "]}"},
    {"lists never closed", "[", "", ""},
    {"objects never closed", "{\"a\":", "", ""},
};

}  // namespace

TEST_CASE("B25: an endless body and a gzip bomb of 1000:1 are stopped with no more than twice the limit in memory") {
  if (!kMemoryIsOurs) return;
  const std::string block(64 << 10, 'x');
  const std::size_t endless = peak_of([&](Conversation& talk) {
    talk.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
    while (talk.send("10000\r\n" + block + "\r\n")) continue;
    talk.close();
  });
  CHECK(endless <= 2 * kLimit + (1 << 20));

  const std::string bomb = gzipped(std::string(std::size_t{256} << 20U, ' '));
  REQUIRE(bomb.size() < (std::size_t{256} << 20U) / 900);
  const std::string whole = answer("200 OK", {"Content-Encoding: gzip"}, bomb);
  const std::size_t unpacked = peak_of([&](Conversation& talk) { talk.send(whole); });
  CHECK(unpacked <= 2 * kLimit + (1 << 20));
  MESSAGE("memory grew by " << (endless >> 10U) << " KiB and " << (unpacked >> 10U) << " KiB; the limit is 4096 KiB");
}

TEST_CASE("B26: a feed, a config or an overrides file nested too deep is refused in a sentence, at once") {
  for (const Nesting& nesting : kNestings) {
    for (const std::size_t depth :
         {std::size_t{33}, std::size_t{64}, std::size_t{65}, std::size_t{100'000}, std::size_t{1'000'000}}) {
      CAPTURE(nesting.name);
      CAPTURE(depth);
      const std::string text = repeated(nesting.open, depth) + nesting.inner + repeated(nesting.close, depth);
      const auto start = std::chrono::steady_clock::now();
      const ReadFeed feed = read_text(text);
      CHECK_FALSE(feed.schedule);
      CHECK_FALSE(feed.problems.empty());
      const ReadSettings settings = read_settings("venue.json", text);
      CHECK_FALSE(settings.settings);
      CHECK_FALSE(settings.problems.empty());
      const ReadOverrides overrides = read_overrides("overrides.json", text, los_angeles());
      CHECK_FALSE(overrides.overrides);
      CHECK_FALSE(overrides.problems.empty());
      CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(5));
    }
  }
}

TEST_CASE("B26: deep nesting in a detail nobody reads refuses the feed too, and says where") {
  const std::string deep = repeated("[", 65) + repeated("]", 65);
  const ReadFeed feed = read_text(feed_of({std::string(kGoodSession), session_with("links", deep)}));
  CHECK_FALSE(feed.schedule);
  CHECK(told(feed).find("nested more than 32 levels deep") != std::string::npos);
}
