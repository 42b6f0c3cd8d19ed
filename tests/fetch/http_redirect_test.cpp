#include <doctest/doctest.h>

#include "fetch/fault_server.hpp"
#include "fetch/http_client.hpp"
#include "fetch/reply.hpp"

using namespace placard;
using namespace placard::test;

namespace {

// /3 leads to /2, /2 to /1, /1 to /0, and there is the feed.
void countdown(Conversation& talk) {
  const int left = std::stoi(talk.request.target.substr(1));
  talk.send(left == 0 ? answer("200 OK", {"ETag: \"end\""}, "feed")
                      : answer("302 Found", {"Location: /" + std::to_string(left - 1)}, "moved"));
}

HttpRequest request_to(const std::string& url) {
  HttpRequest request;
  request.url = url;
  return request;
}

}  // namespace

TEST_CASE("four redirects are followed over one connection, five are not") {
  const FaultServer server(countdown);
  HttpClient client;
  const HttpResponse reply = client.get(request_to(server.url("/4")));
  CHECK(said(reply) == "body feed");
  CHECK(reply.effective_url == server.url("/0"));
  CHECK(server.connections() == 1);
  CHECK(said(client.get(request_to(server.url("/5")))) ==
        server.url("/5") + ": redirected more than 4 times: correct the address or the server.");
}

TEST_CASE("validators belong to the end of a chain, and are sent only there") {
  const FaultServer server(countdown);
  HttpClient client;
  HttpRequest request = request_to(server.url("/1"));
  request.validators = client.get(request).validators;
  CHECK(request.validators.url == server.url("/0"));
  client.get(request);
  const auto seen = server.seen();
  REQUIRE(seen.size() == 4);
  CHECK(seen[2].header("If-None-Match") == "");
  CHECK(seen[3].header("If-None-Match") == "\"end\"");
}

TEST_CASE("all ways of redirecting are followed, a 305 or 306 is not") {
  HttpClient client;
  for (const std::string status : {"301", "302", "303", "305", "306", "307", "308"}) {
    CAPTURE(status);
    const FaultServer server([&](Conversation& talk) {
      talk.send(talk.request.target == "/end" ? answer("200 OK", {}, "feed")
                                              : answer(status + " Moved", {"Location: /end"}, ""));
    });
    const bool followed = said(client.get(request_to(server.url()))) == "body feed";
    CHECK(followed == (status != "305" && status != "306"));
  }
}

TEST_CASE("a redirect out of the web is refused, with the place it led to but no secrets") {
  HttpClient client;
  struct Row {
    const char *location, *shown;
  };
  constexpr Row rows[] = {
      {"file:///etc/passwd", "file:///etc/passwd"},
      {"ftp://127.0.0.1/feed.json", "ftp://127.0.0.1/feed.json"},
      {"gopher://user:secret@127.0.0.1/x?secret", "gopher://127.0.0.1/x"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.location);
    const FaultServer server(answer("302 Found", {std::string("Location: ") + row.location}, ""));
    CHECK(said(client.get(request_to(server.url()))) ==
          server.url() + ": the server sends us on to " + row.shown +
              ", where we do not follow: does this network ask for a login first, or has the feed moved?");
  }
}

TEST_CASE("a token goes to the configured scheme, host and port, and nowhere else") {
  const FaultServer stranger(answer("200 OK", {}, "feed"));
  const FaultServer server([&](Conversation& talk) {
    const std::string target = talk.request.target == "/near" ? "/far" : stranger.url();
    talk.send(answer("302 Found", {"Location: " + target}, ""));
  });
  HttpClient client;
  HttpRequest request = request_to(server.url("/near"));
  request.bearer_token = "token-1";
  CHECK(said(client.get(request)) == "body feed");
  REQUIRE(server.seen().size() == 2);
  CHECK(server.seen()[0].header("Authorization") == "Bearer token-1");
  CHECK(server.seen()[1].header("Authorization") == "Bearer token-1");
  REQUIRE(stranger.seen().size() == 1);
  CHECK(stranger.seen()[0].header("Authorization") == "");

  SUBCASE("another name for the same machine is another host") {
    const FaultServer renamed([](Conversation& talk) {
      const std::string host = talk.request.header("Host");
      const std::string port = host.substr(host.find(':'));
      talk.send(host.starts_with("127") ? answer("302 Found", {"Location: http://localhost" + port + "/"}, "")
                                        : answer("200 OK", {}, "feed"));
    });
    request.url = renamed.url();
    CHECK(said(client.get(request)) == "body feed");
    CHECK(renamed.seen().back().header("Authorization") == "");
  }
}

TEST_CASE("a password in the configured address does not travel with a redirect") {
  const FaultServer stranger(answer("200 OK", {}, "feed"));
  const FaultServer server(answer("302 Found", {"Location: " + stranger.url()}, ""));
  HttpClient client;
  const std::string url = "http://user:secret@127.0.0.1:" + std::to_string(server.port()) + "/";
  CHECK(said(client.get(request_to(url))) == "body feed");
  CHECK(server.seen().at(0).header("Authorization").starts_with("Basic "));
  CHECK(stranger.seen().at(0).header("Authorization") == "");
}

TEST_CASE("the time limit is for the whole chain") {
  const FaultServer server([](Conversation& talk) {
    if (talk.pause(std::chrono::milliseconds(150))) talk.send(answer("302 Found", {"Location: /again"}, ""));
  });
  HttpClient client;
  HttpRequest request = request_to(server.url());
  request.timeouts.total = std::chrono::milliseconds(250);
  const std::string sentence = said(client.get(request));
  CHECK(sentence.ends_with(" s: is the network overloaded, or the server stuck?"));
  CHECK(server.seen().size() <= 2);
}
