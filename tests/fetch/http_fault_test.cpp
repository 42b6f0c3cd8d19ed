// What a broken, hostile or overloaded server does to the HTTP client: nothing but a sentence.
#include <doctest/doctest.h>

#include <chrono>
#include <new>

#include "fetch/fault_server.hpp"
#include "fetch/gzipped.hpp"
#include "fetch/http_client.hpp"
#include "fetch/loopback.hpp"
#include "fetch/reply.hpp"

using namespace placard;
using namespace placard::test;

namespace {

constexpr std::size_t kib = 1024;
const std::string ok = "HTTP/1.1 200 OK\r\n";

// What a client with a limit of 64 KiB says to this script.
std::string said_to(const FaultServer::Script& script) {
  const FaultServer server(script);
  HttpClient client;
  HttpRequest request = impatient(server.url());
  request.max_bytes = 64 * kib;
  std::string sentence = said(client.get(request));
  const std::string where = server.url() + ": ";
  return sentence.starts_with(where) ? sentence.substr(where.size()) : sentence;
}

std::string said_to_text(const std::string& text) {
  return said_to([&](Conversation& talk) {
    talk.send(text);
    talk.close();
  });
}

const std::string broke_off = "the answer broke off before its end: it is asked for again.";
const std::string too_large = "the answer is larger than 64 KiB: is this the right address?";

}  // namespace

TEST_CASE("an answer that ends too early is a failure") {
  CHECK(said_to_text(ok + "Content-Length: 100\r\n\r\nonly this") == broke_off);
  CHECK(said_to_text(ok + "Transfer-Encoding: chunked\r\n\r\n4\r\nonly\r\n4\r\nth") == broke_off);
  CHECK(said_to_text(ok + "Transfer-Encoding: chunked\r\n\r\n4\r\nonly\r\n") == broke_off);
}

TEST_CASE("a body cut where HTTP cannot notice it is handed over as it came: only the parser can tell") {
  CHECK(said_to_text(ok + "\r\n{\"sessions\": [") == "body {\"sessions\": [");
}

TEST_CASE("a gzip body that is cut says so itself, in its first member or a later one") {
  const std::string damaged = "the compression of the answer is damaged: look at the server or proxy.";
  const std::string one = gzipped("{\"sessions\": []}");
  const std::string two = one + gzipped("                ");
  for (const std::size_t left : {std::size_t{12}, std::size_t{20}, one.size() - 5, one.size() - 1}) {
    CHECK(said_to_text(answer("200 OK", {"Content-Encoding: gzip"}, one.substr(0, left))) == damaged);
  }
  CHECK(said_to_text(answer("200 OK", {"Content-Encoding: gzip"}, two.substr(0, two.size() - 9))) == damaged);
}

TEST_CASE("a body of just the limit is taken, one byte more is not") {
  const std::string limit(64 * kib, 'x');
  CHECK(said_to_text(answer("200 OK", {}, limit)) == "body " + limit);
  CHECK(said_to_text(answer("200 OK", {}, limit + "x")) == too_large);
  CHECK(said_to_text(answer("200 OK", {"Content-Encoding: gzip"}, gzipped(limit))) == "body " + limit);
  CHECK(said_to_text(answer("200 OK", {"Content-Encoding: gzip"}, gzipped(limit + "x"))) == too_large);
}

TEST_CASE("an endless body is stopped at the limit, however it is sent") {
  const std::string block(16 * kib, 'x');
  const auto pour = [&](Conversation& talk, const std::string& head, const std::string& piece) {
    std::size_t sent = 0;
    talk.send(ok + head + "\r\n");
    while (talk.send(piece)) sent += piece.size();
    talk.close();
    CHECK(sent < 64 * kib * kib);
  };
  CHECK(said_to([&](Conversation& talk) {
          pour(talk, "Transfer-Encoding: chunked\r\n", "4000\r\n" + block + "\r\n");
        }) == too_large);
  CHECK(said_to([&](Conversation& talk) { pour(talk, "", block); }) == too_large);
  CHECK(said_to([&](Conversation& talk) { pour(talk, "Content-Length: 10000000000\r\n", block); }) == too_large);
}

TEST_CASE("a gzip bomb of 16 MiB in 16 KiB is stopped at the limit") {
  const std::string bomb = gzipped(std::string(16 * kib * kib, '\0'));
  REQUIRE(bomb.size() < 64 * kib);
  CHECK(said_to_text(answer("200 OK", {"Content-Encoding: gzip"}, bomb)) == too_large);
}

TEST_CASE("a damaged or unknown compression is a failure") {
  const std::string damaged = "the compression of the answer is damaged: look at the server or proxy.";
  CHECK(said_to_text(answer("200 OK", {"Content-Encoding: gzip"}, "not gzip at all")) == damaged);
  CHECK(said_to_text(answer("200 OK", {"Content-Encoding: x-unheard-of"}, "feed")) == damaged);
}

TEST_CASE("a gzip body of several members, padded with zeros or followed by something else, is read whole") {
  const std::string packed = gzipped("{\"sessions\":") + gzipped(" []}");
  for (const std::string& tail : {std::string(), std::string(512, '\0'), std::string("garbage")}) {
    CHECK(said_to_text(answer("200 OK", {"Content-Encoding: gzip"}, packed + tail)) == "body {\"sessions\": []}");
  }
}

TEST_CASE("what is packed in a way nobody asked for is not unpacked") {
  const std::string damaged = "the compression of the answer is damaged: look at the server or proxy.";
  CHECK(said_to_text(answer("200 OK", {"Content-Encoding: br"}, "feed")) == damaged);
  CHECK(said_to_text(answer("200 OK", {"Content-Encoding: gzip, gzip"}, gzipped(gzipped("feed")))) == damaged);
  CHECK(said_to_text(ok + "Transfer-Encoding: gzip\r\n\r\n" + gzipped("feed")) == damaged);
  CHECK(said_to_text(answer("200 OK", {"Content-Encoding: identity"}, "feed")) == "body feed");
  CHECK(said_to_text(answer("200 OK", {"content-encoding:X-GZIP "}, gzipped("feed"))) == "body feed");
}

TEST_CASE("an error page without end does not hold us") {
  CHECK(said_to([](Conversation& talk) {
          talk.send("HTTP/1.1 404 Not Found\r\n\r\n");
          while (talk.send(std::string(16 * kib, 'x'))) continue;
          talk.close();
        }).starts_with("HTTP 404: "));
}

TEST_CASE("headers without end are stopped") {
  std::size_t sent = 0;
  const std::string sentence = said_to([&](Conversation& talk) {
    talk.send(ok);
    const std::string header = "X-Filler: " + std::string(8 * kib, 'x') + "\r\n";
    while (sent < 40 * kib * kib && talk.send(header)) sent += header.size();
    talk.close();
  });
  CHECK(sentence.find(": ") != sentence.npos);
  CHECK_FALSE(sentence.starts_with("body"));
  CHECK(sent < 40 * kib * kib);
}

TEST_CASE("what does not speak HTTP is a failure") {
  const std::string no_http = "what answers there does not speak HTTP: is the port right?";
  CHECK(said_to_text("SSH-2.0-OpenSSH_9.2p1 Debian-2\r\n") == no_http);
  CHECK(said_to_text("{\"sessions\": []}") == no_http);
  CHECK(said_to_text("") == "the server hung up without an answer: look into its log.");
}

TEST_CASE("a slow or silent server is given up after the low-speed time") {
  const auto start = std::chrono::steady_clock::now();
  std::string sentence;
  SUBCASE("accepts and never answers") {
    sentence = said_to([](Conversation& talk) { talk.hang(); });
  }
  SUBCASE("a body of a few bytes a second") {
    sentence = said_to([](Conversation& talk) {
      talk.send(ok + "Content-Length: 1000\r\n\r\n");
      while (talk.pause(std::chrono::milliseconds(100)) && talk.send("x")) continue;
      talk.close();
    });
  }
  SUBCASE("headers of a few bytes a second") {
    sentence = said_to([](Conversation& talk) {
      talk.send(ok);
      while (talk.pause(std::chrono::milliseconds(100)) && talk.send("X: y\r\n")) continue;
      talk.close();
    });
  }
  CHECK(sentence.starts_with("no complete answer in "));
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(4));
}

TEST_CASE("a server that is fast enough, but never done, is given up after the total time") {
  const FaultServer server([](Conversation& talk) {
    talk.send(ok + "\r\n");
    while (talk.pause(std::chrono::milliseconds(20)) && talk.send(std::string(1000, 'x'))) continue;
    talk.close();
  });
  HttpClient client;
  HttpRequest request = impatient(server.url());
  request.timeouts.total = std::chrono::milliseconds(300);
  CHECK(said(client.get(request)).find(": no complete answer in 0.") != std::string::npos);
}

TEST_CASE("nobody listens, or nobody accepts") {
  HttpClient client;
  const std::string url = "http://127.0.0.1:" + std::to_string(unused_port()) + "/";
  const HttpResponse refused = client.get(impatient(url));
  CHECK(said(refused) == url + ": the connection was refused: is the server running, and is the port right?");
  CHECK(failure(refused).cause == ErrorKind::network);

  const FullListener full;
  HttpRequest request = impatient(full.url());
  request.timeouts.connect = std::chrono::milliseconds(200);
  CHECK(said(client.get(request)).starts_with(full.url() + ": no complete answer in "));
}

TEST_CASE("an address that is none") {
  HttpClient client;
  CHECK(said(client.get(impatient("http://"))).find("this is not a complete web address") != std::string::npos);
  CHECK(said(client.get(impatient("http://127.0.0.1:99999/"))).find("not a complete web address") != std::string::npos);
}

TEST_CASE("after every failure the same client works again") {
  const FaultServer server([](Conversation& talk) {
    if (talk.request.number == 0) return talk.close();
    talk.send(answer("200 OK", {}, "feed"));
  });
  HttpClient client;
  CHECK(said(client.get(impatient(server.url()))).find("hung up") != std::string::npos);
  CHECK(said(client.get(impatient(server.url()))) == "body feed");
}

TEST_CASE("a failure carries nothing over from the answer before it") {
  const FaultServer server(answer("429 Too Many Requests", {"Date: today", "Retry-After: 120"}, "slow down"));
  HttpClient client;
  CHECK(client.get(impatient(server.url())).retry_after == std::chrono::seconds(120));
  const HttpResponse refused = client.get(impatient("http://127.0.0.1:" + std::to_string(unused_port()) + "/"));
  CHECK_FALSE(refused.retry_after.has_value());
  CHECK(refused.date == "");
  CHECK(failure(refused).http_status == 0);
}

TEST_CASE("a kept connection that the server has closed meanwhile is no failure") {
  const FaultServer server([](Conversation& talk) {
    talk.send(answer("200 OK", {}, "feed"));
    talk.close();
  });
  HttpClient client;
  for (int poll = 0; poll < 5; ++poll) CHECK(said(client.get(impatient(server.url()))) == "body feed");
}
