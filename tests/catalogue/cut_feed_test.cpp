// SPDX-License-Identifier: MIT
// Row A9: whatever a connection loses, the sign keeps what it had.
#include <doctest/doctest.h>

#include <map>

#include "catalogue/dose.hpp"
#include "fetch/fault_server.hpp"
#include "fetch/http_client.hpp"
#include "fetch/reply.hpp"
#include "schedule/formats/feed_format.hpp"

using namespace placard;
using namespace placard::test;

namespace {

constexpr std::size_t kFeedBytes = 65'536;
constexpr std::size_t kCutsOfAServer = 100;  // it keeps every connection until its end

const std::string& feed() {
  static const std::string text = [] {
    const std::string end = "\"}]}";
    std::string made = R"({"event": "Cut", "sessions": [)";
    for (int i = 0; made.size() < kFeedBytes - 400; ++i) {
      made += R"({"id": "s)" + std::to_string(i) +
              R"(", "room": "Hall", "title": "Ünder the [knife] {again}", "start": "2025-11-04T13:00:00-08:00"},)"
              "\n";
    }
    made += R"({"room": "Hall", "start": "2025-11-04T14:00:00-08:00", "title": ")";
    return made + std::string(kFeedBytes - made.size() - end.size(), 'x') + end;
  }();
  return text;
}

std::string chunked(const std::string& body) {
  std::string out = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
  constexpr std::size_t chunk = 0x1000;
  for (std::size_t at = 0; at < body.size(); at += chunk) {
    const std::string piece = body.substr(at, chunk);
    char size[16];
    std::snprintf(size, sizeof size, "%zx\r\n", piece.size());
    out += size + piece + "\r\n";
  }
  return out;
}

using RawResponse = std::string (*)(const std::string& body);

struct Way {
  std::string name;
  RawResponse whole;  // how an honest server says it
  RawResponse cut;    // how the body's beginning is said
  bool reset = false;
};

std::string with_length(const std::string& body, std::size_t length) {
  return "HTTP/1.1 200 OK\r\nContent-Length: " + std::to_string(length) + "\r\n\r\n" + body;
}
std::string with_own_length(const std::string& body) {
  return with_length(body, body.size());
}
std::string with_full_length(const std::string& body) {
  return with_length(body, kFeedBytes);
}
std::string with_last_chunk(const std::string& body) {
  return chunked(body) + "0\r\n\r\n";
}
std::string without_length(const std::string& body) {
  return "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + body;
}

const Way kWays[] = {
    {"Content-Length, then closed", with_own_length, with_full_length},
    {"Content-Length, then reset", with_own_length, with_full_length, true},
    {"chunked, then closed", with_last_chunk, chunked},
    {"chunked, ended as if all were well", with_last_chunk, with_last_chunk},
    {"no length, then closed", without_length, without_length},
    {"a Content-Length of what is left", with_own_length, with_own_length},
};

// Whether a sign would take up what came.
bool taken(HttpClient& client, const FaultServer& server) {
  const HttpResponse reply = client.get(impatient(server.url()));
  const auto* body = std::get_if<HttpBody>(&reply.result);
  return body != nullptr && read_feed("feed", body->bytes, {}).schedule.has_value();
}

bool whole_is_taken(const Way& way) {
  HttpClient client;
  const FaultServer server([&](Conversation& talk) {
    talk.send(way.whole(feed()));
    talk.close();
  });
  return taken(client, server);
}

// How many of these cuts were taken up.
std::size_t cuts_taken(const Way& way, const std::vector<std::size_t>& cuts) {
  std::size_t accepted = 0;
  HttpClient client;
  for (std::size_t done = 0; done < cuts.size();) {
    const std::size_t first = done;
    const FaultServer server([&](Conversation& talk) {
      const auto number = first + static_cast<std::size_t>(talk.request.number);
      talk.send(way.cut(feed().substr(0, cuts.at(number))));
      if (way.reset) talk.reset();
      talk.close();
    });
    for (; done < cuts.size() && done < first + kCutsOfAServer; ++done) {
      if (!taken(client, server)) continue;
      FAIL_CHECK(way.name << ": taken up after " << cuts[done] << " bytes");
      ++accepted;
    }
    CHECK(server.seen().size() == done - first);
  }
  return accepted;
}

// Evenly over the body, and every one of the last forty bytes. PLACARD_COUNT=65536: all.
std::vector<std::size_t> cuts_to_try() {
  const std::size_t count = std::clamp<std::size_t>(dose("cuts of a body of 65,536 bytes", 200).count, 1, kFeedBytes);
  std::vector<std::size_t> cuts;
  for (std::size_t i = 0; i < count; ++i) cuts.push_back(i * kFeedBytes / count);
  if (count < kFeedBytes) {
    for (std::size_t i = 1; i <= 40; ++i) cuts.push_back(kFeedBytes - i);
  }
  return cuts;
}

}  // namespace

TEST_CASE("A9: a body cut at any byte is never taken up, however it was sent") {
  REQUIRE(feed().size() == kFeedBytes);
  const std::vector<std::size_t> cuts = cuts_to_try();
  for (const Way& way : kWays) {
    CAPTURE(way.name);
    CHECK(whole_is_taken(way));
    CHECK(cuts_taken(way, cuts) == 0);
    MESSAGE(way.name << ": " << cuts.size() << " cuts");
  }
}

TEST_CASE("A9: a Content-Length that is not the body's length") {
  HttpClient client;
  struct Row {
    const char* length;
    bool taken;
  };
  constexpr Row rows[] = {
      {"65537", false}, {"99999999999999999999", false},       {"-1", false},      {"0", false},   {"65535", false},
      {"65536", true},  {"65536\r\nContent-Length: 7", false}, {"0x10000", false}, {"abc", false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.length);
    const FaultServer server([&](Conversation& talk) {
      talk.send("HTTP/1.1 200 OK\r\nContent-Length: " + std::string(row.length) + "\r\n\r\n" + feed());
      talk.close();
    });
    CHECK(taken(client, server) == row.taken);
  }
}
