// SPDX-License-Identifier: MIT
// Row C47: redirects that lead down from TLS, out of the web, or round in circles. (To another host of the same scheme
// we do follow, but the token does not come along: fetch/http_redirect_test.cpp.)
#include <doctest/doctest.h>

#include <set>

#include "fetch/fault_server.hpp"
#include "fetch/http_client.hpp"
#include "fetch/reply.hpp"
#include "fetch/tls_server.hpp"

using namespace placard;
using namespace placard::test;

namespace {

constexpr const char* kSchemes[] = {
    "file", "ftp",   "ftps", "sftp",  "scp",        "tftp",   "gopher", "gophers",     "dict",   "ldap",  "ldaps",
    "imap", "imaps", "pop3", "pop3s", "smtp",       "smtps",  "smb",    "smbs",        "telnet", "rtsp",  "rtmp",
    "mqtt", "ws",    "wss",  "data",  "javascript", "about",  "blob",   "jar",         "news",   "nntp",  "irc",
    "svn",  "git",   "ssh",  "unix",  "http+unix",  "intent", "chrome", "view-source", "httpx",  "xhttp", "h2",
};

// Each scheme in every spelling, towards a place that would answer.
std::vector<std::string> places_out_of_the_web(int port) {
  const std::string place = "127.0.0.1:" + std::to_string(port) + "/feed.json";
  std::vector<std::string> all;
  for (const std::string scheme : kSchemes) {
    std::string upper = scheme;
    for (char& c : upper) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    all.push_back(scheme + "://" + place);
    all.push_back(upper + "://" + place);
    all.push_back(" \t" + scheme + "://user:secret@" + place + "?q#f");
    all.push_back(scheme + ":///etc/passwd");
    all.push_back(scheme + ":/etc/passwd");
  }
  return all;
}

bool got_a_body(const std::string& url, const std::string& ca_file = "") {
  HttpClient client;
  HttpRequest request = impatient(url);
  if (!ca_file.empty()) request.ca_file = ca_file;
  return said(client.get(request)).starts_with("body");
}

}  // namespace

TEST_CASE("C47: of more than 200 redirects out of the web none is followed") {
  const FaultServer trap(answer("200 OK", {}, "feed"));
  const std::vector<std::string> places = places_out_of_the_web(trap.port());
  std::size_t followed = 0;
  for (const std::string& place : places) {
    CAPTURE(place);
    const FaultServer server([&](Conversation& talk) {
      const bool first = talk.request.number == 0;
      talk.send(first ? answer("302 Found", {"Location: " + place}, "") : answer("404 Not Found", {}, ""));
    });
    const bool body = got_a_body(server.url());
    CHECK_FALSE(body);
    if (body) ++followed;
    CHECK(server.seen().size() <= 2);  // "scheme:path" may be read as a path of the same server
  }
  CHECK(trap.connections() == 0);
  MESSAGE(followed << " of " << places.size() << " were followed");
  CHECK(places.size() >= 200);
}

TEST_CASE("C47: from https there is no way down to http, at the first hop or later") {
  const TlsServer server;
  if (!server.trouble().empty()) {
    MESSAGE("Skipped: " << server.trouble());
    return;
  }
  const FaultServer trap(answer("200 OK", {}, "feed"));
  const std::string place = "127.0.0.1:" + std::to_string(trap.port()) + "/feed.json";
  const std::string local = "localhost:" + std::to_string(trap.port()) + "/feed.json";
  const auto by = [&](const std::string& target) { return server.url("good", "/to?place=" + target); };
  REQUIRE(got_a_body(by(server.url("good")), server.ca_file()));
  for (const std::string& down : std::vector<std::string>{
           "http://" + place, "HTTP://" + place, "hTTp://" + place, "http://user:secret@" + place, "http:/" + place,
           "http:///" + place, "http://" + local, "http://" + place + "?a=b", "ftp://" + place, "file:///etc/passwd",
           "//" + place, server.url("expired"), server.url("self-signed"), server.url("wrong-host")}) {
    CAPTURE(down);
    CHECK_FALSE(got_a_body(by(down), server.ca_file()));
    CHECK_FALSE(got_a_body(by(by(down)), server.ca_file()));
  }
  // "//host" stays with TLS, so a connection is made, in which plain http says nothing.
  for (const SeenRequest& request : trap.seen()) CHECK(request.head.find("HTTP/1.1") == std::string::npos);
  CHECK(trap.seen().empty());
}

TEST_CASE("C47: a loop ends after four hops, however long it is") {
  for (int length = 1; length <= 20; ++length) {
    CAPTURE(length);
    const FaultServer server([&](Conversation& talk) {
      const int next = (talk.request.number + 1) % length;
      talk.send(answer("302 Found", {"Location: /" + std::to_string(next)}, ""));
    });
    CHECK_FALSE(got_a_body(server.url("/0")));
    CHECK(server.seen().size() == 5);
  }
}
