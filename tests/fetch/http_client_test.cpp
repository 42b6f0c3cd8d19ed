#include "fetch/http_client.hpp"

#include <doctest/doctest.h>

#include "fetch/fault_server.hpp"
#include "fetch/reply.hpp"

using namespace placard;
using namespace placard::test;

namespace {

HttpRequest request_to(const std::string& url) {
  HttpRequest request;
  request.url = url;
  return request;
}

const std::string old_date = "Mon, 03 Nov 2025 08:00:00 GMT";
const std::string new_date = "Mon, 03 Nov 2025 12:00:00 GMT";

}  // namespace

TEST_CASE("a whole answer is handed over with its date, its address and what to ask with next time") {
  const FaultServer server(
      answer("200 OK", {"Date: " + new_date, "ETag: \"7\"", "Last-Modified: " + old_date}, "feed"));
  HttpClient client;
  const HttpResponse reply = client.get(request_to(server.url()));
  CHECK(said(reply) == "body feed");
  CHECK(reply.validators.url == server.url());
  CHECK(reply.validators.etag == "\"7\"");
  CHECK(reply.validators.last_modified == old_date);
  CHECK(reply.date == new_date);
  CHECK(reply.effective_url == server.url());
}

TEST_CASE("Retry-After is a wish of the server's with 429 and 503, and of nobody with anything else") {
  for (const std::string status : {"200 OK", "301 Moved", "404 Not Found", "429 Too Many", "500 Error", "503 No"}) {
    CAPTURE(status);
    const FaultServer server(answer(status, {"Retry-After: 30"}, "feed"));
    HttpClient client;
    const bool counts = status.starts_with("429") || status.starts_with("503");
    CHECK(client.get(request_to(server.url())).retry_after.has_value() == counts);
  }
}

TEST_CASE("a plain request says who asks and offers gzip, and nothing more") {
  const FaultServer server(answer("200 OK", {}, "feed"));
  HttpClient client;
  client.get(request_to(server.url("/feed.json?day=1")));
  REQUIRE(server.seen().size() == 1);
  const SeenRequest seen = server.seen()[0];
  CHECK(seen.head.starts_with("GET /feed.json?day=1 HTTP/1.1\r\n"));
  CHECK(seen.header("User-Agent").starts_with("Placard/"));
  CHECK(seen.header("Accept-Encoding") == "gzip");
  CHECK(seen.header("Authorization") == "");
  CHECK(seen.header("If-None-Match") == "");
  CHECK(seen.header("If-Modified-Since") == "");
}

TEST_CASE("validators are sent to where they came from, and the answer may be: not modified") {
  const FaultServer server([](Conversation& talk) {
    const bool known = talk.request.header("If-None-Match") == "\"7\"";
    talk.send(known ? "HTTP/1.1 304 Not Modified\r\n\r\n" : answer("200 OK", {"ETag: \"7\""}, "feed"));
  });
  HttpClient client;
  HttpRequest request = request_to(server.url());
  request.validators = client.get(request).validators;
  const HttpResponse second = client.get(request);
  CHECK(said(second) == "not modified");
  CHECK(second.validators.etag == "\"7\"");

  SUBCASE("over the same connection") {
    CHECK(server.connections() == 1);
  }
  SUBCASE("but they are not sent to another address") {
    request.url = server.url("/other.json");
    CHECK(said(client.get(request)) == "body feed");
    CHECK(server.seen().back().header("If-None-Match") == "");
  }
}

TEST_CASE("a document changed just before it was sent is asked for whole again") {
  const FaultServer server(
      answer("200 OK", {"Date: " + new_date, "ETag: \"7\"", "Last-Modified: " + new_date}, "feed"));
  HttpClient client;
  CHECK(client.get(request_to(server.url())).validators.empty());
}

TEST_CASE("a validator too long to be honest is not kept") {
  const FaultServer server(answer("200 OK", {"ETag: \"" + std::string(2000, 'x') + "\""}, "feed"));
  HttpClient client;
  CHECK(client.get(request_to(server.url())).validators.empty());
}

TEST_CASE("a 304 nobody asked for is a failure, and what is remembered is dropped") {
  const FaultServer server(std::string("HTTP/1.1 304 Not Modified\r\n\r\n"));
  HttpClient client;
  HttpRequest request = request_to(server.url());
  request.validators = {server.url("/elsewhere.json"), "\"7\"", ""};
  const HttpResponse reply = client.get(request);
  CHECK(failure(reply).http_status == 304);
  CHECK(reply.validators.empty());
}

TEST_CASE("after any other failure the validators are kept") {
  const FaultServer server(answer("503 Service Unavailable", {}, "sorry"));
  HttpClient client;
  HttpRequest request = request_to(server.url());
  request.validators = {server.url(), "\"7\"", ""};
  CHECK(client.get(request).validators.etag == "\"7\"");
}

TEST_CASE("only a 200 with a body is good; every other status is a sentence that says what to do") {
  struct Row {
    const char* status;
    const char* body;
    const char* advice;
  };
  constexpr Row rows[] = {
      {"200 OK", "", "the answer is empty: look at the server."},
      {"201 Created", "feed", "HTTP 201: the answer is not a whole document: is the address right?"},
      {"206 Partial Content", "feed", "HTTP 206: the answer is not a whole document: is the address right?"},
      {"300 Multiple Choices", "",
       "HTTP 300: the server sends us on, but not to a place: correct the address or the server."},
      {"302 Found", "", "HTTP 302: the server sends us on, but not to a place: correct the address or the server."},
      {"400 Bad Request", "x", "HTTP 400: the server does not accept the request: is the address right?"},
      {"401 Unauthorized", "x", "HTTP 401: access is refused: is the token in token_file right?"},
      {"404 Not Found", "x", "HTTP 404: there is nothing at this address: is it spelled right?"},
      {"429 Too Many Requests", "x", "HTTP 429: the server is asked too often: raise poll_seconds."},
      {"500 Internal Server Error", "x",
       "HTTP 500: the server is in trouble: it is asked again, look into its log if this lasts."},
      {"511 Network Authentication Required", "x",
       "HTTP 511: this network asks for a login first: ask the venue for one without."},
  };
  HttpClient client;
  for (const Row& row : rows) {
    CAPTURE(row.status);
    const FaultServer server(answer(row.status, {}, row.body));
    const HttpResponse reply = client.get(request_to(server.url("/feed.json?key=secret")));
    CHECK(said(reply) == server.url() + ": " + row.advice);
    CHECK(failure(reply).cause == ErrorKind::answer);
  }
  const FaultServer nothing(std::string("HTTP/1.1 204 No Content\r\n\r\n"));
  CHECK(failure(client.get(request_to(nothing.url()))).http_status == 204);
}

TEST_CASE("Retry-After is read from a refusal, as seconds and as a date") {
  HttpClient client;
  const FaultServer seconds(answer("429 Too Many Requests", {"Retry-After: 120"}, "slow down"));
  CHECK(client.get(request_to(seconds.url())).retry_after == std::chrono::seconds(120));
  const FaultServer date(
      answer("503 Service Unavailable", {"Date: " + new_date, "Retry-After: Mon, 03 Nov 2025 12:01:30 GMT"}, "sorry"));
  CHECK(client.get(request_to(date.url())).retry_after == std::chrono::seconds(90));
  const FaultServer none(answer("503 Service Unavailable", {}, "sorry"));
  CHECK_FALSE(client.get(request_to(none.url())).retry_after.has_value());
}

TEST_CASE("a login page with status 200 is handed over: only the parser can tell") {
  const FaultServer server(answer("200 OK", {"Content-Type: text/html"}, "<html>Welcome! Please log in</html>"));
  HttpClient client;
  CHECK(said(client.get(request_to(server.url()))) == "body <html>Welcome! Please log in</html>");
}
