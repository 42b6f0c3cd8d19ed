// SPDX-License-Identifier: MIT
// Row A7: what comes with a 200 and is no feed: login pages, error pages, other people's JSON.
#include <doctest/doctest.h>

#include <filesystem>
#include <set>

#include "fetch/fault_server.hpp"
#include "fetch/http_client.hpp"
#include "fetch/reply.hpp"
#include "real_feeds/sample.hpp"
#include "schedule/formats/placard_feed_text.hpp"

using namespace placard;
using namespace placard::test;
using namespace std::string_literals;

namespace {

// Whole bodies, as networks and servers send them.
const std::string kBodies[] = {
    // Pages.
    "<!DOCTYPE html><html><head><title>Welcome to the hotel Wi-Fi</title></head><body><form method=post>"
    "<input name=room><input type=submit value=Connect></form></body></html>",
    "<html><head><meta http-equiv='refresh' content='0; "
    "url=http://login.example.net/?continue=feed.json'></head></html>",
    "<HTML><BODY onload=\"location='/portal'\"></BODY></HTML>",
    "<html><body><h1>It works!</h1></body></html>",
    "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body><center><h1>502 Bad "
    "Gateway</h1></center></body></html>",
    "<html><head><title>Index of /</title></head><body><a href=\"feed.json\">feed.json</a></body></html>",
    "<html><script>var schedule = {\"sessions\": [{\"room\": \"Hall\", \"title\": \"A\", \"start\": "
    "\"2025-11-04T13:00:00-08:00\"}]};</script></html>",
    "<p>Your session has expired. Please log in.</p>",
    "<noscript>You need to enable JavaScript to run this app.</noscript><div id=root></div>",
    "404 page not found\n",
    "OK",
    "Success\n",
    "Not modified",
    "Please wait...",
    "# Schedule\n\n- 13:00 Alpha, Hall\n",
    // Other kinds of documents.
    "<?xml version=\"1.0\"?><schedule><day date=\"2025-11-04\"><room name=\"Hall\"><event "
    "id=\"1\"/></room></day></schedule>",
    "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>News</title></channel></rss>",
    "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Alpha\r\nDTSTART:20251104T210000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
    "room,title,start,end\nHall,Alpha,2025-11-04T13:00:00-08:00,2025-11-04T13:30:00-08:00\n",
    "sessions:\n  - room: Hall\n    title: Alpha\n    start: 2025-11-04T13:00:00-08:00\n",
    "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n",
    "\x89PNG\r\n\x1a\n\0\0\0\rIHDR"s,
    "PK\x03\x04\x14\0\0\0\x08\0"s,
    "\x1f\x8b\x08\0\0\0\0\0\0\x03"s,
    "%PDF-1.7\n",
    "\0\0\0\0\0\0\0\0"s,
    "\xff\xfe{\0\"\0s\0e\0s\0s\0i\0o\0n\0s\0\"\0:\0[\0"s,
    // JSON of no kind. (An empty list is a GridSmart schedule without days.)
    "null",
    "true",
    "false",
    "0",
    "-1",
    "1e400",
    "\"\"",
    "\"feed\"",
    "{}",
    "[]",
    "[[]]",
    "[null]",
    "[{}]",
    "[1, 2, 3]",
    "{\"sessions\"}",
    "{'sessions': []}",
    "{sessions: []}",
    "{\"sessions\": [],}",
    "{\"sessions\": NaN}",
    // JSON of other services.
    R"({"error": "unauthorized"})",
    R"({"error": {"code": 403, "message": "Forbidden"}})",
    R"({"message": "Not Found"})",
    R"({"errors": [{"message": "Cannot query field"}], "data": null})",
    R"({"status": "ok"})",
    R"({"ok": true})",
    R"({"success": true, "data": []})",
    R"({"data": {"sessions": [{"room": "Hall", "title": "A"}]}})",
    R"({"count": 0, "next": null, "previous": null, "results": []})",
    R"({"type": "FeatureCollection", "features": []})",
    R"({"@context": "https://schema.org", "@type": "Event", "name": "Summit", "startDate": "2025-11-04"})",
    R"({"version": "https://jsonfeed.org/version/1.1", "title": "News", "items": []})",
    R"({"name": "site", "version": "1.0.0", "scripts": {}})",
    R"({"openapi": "3.0.0", "paths": {}})",
    R"({"portal": true, "user-portal-url": "https://login.example.net/", "captive": true})",
    R"({"maintenance": true, "retry": 120})",
    R"({"token": null, "login": "/login"})",
    R"([{"id": 1, "name": "Ada"}, {"id": 2, "name": "Grace"}])",
    R"([["room", "title"], ["Hall", "A"]])",
    R"({"events": [{"location": "Hall", "summary": "A", "when": "noon"}]})",
    // JSON that has our words and not our meaning.
    R"({"sessions": null})",
    R"({"sessions": {}})",
    R"({"sessions": 12})",
    R"({"sessions": "none"})",
    R"({"sessions": [null]})",
    R"({"sessions": [1, 2]})",
    R"({"sessions": ["Alpha"]})",
    R"({"sessions": [[]]})",
    R"({"sessions": [{}]})",
    R"({"sessions": [{"user": "ada", "expires": "2025-11-04T13:00:00Z"}]})",
    R"({"sessions": [{"start": "2025-11-04T13:00:00-08:00"}]})",
    R"({"sessions": [{"room": "Hall", "title": "Alpha", "start": "tomorrow"}]})",
    R"({"sessions": [{"room": "Hall", "title": "Alpha", "start": 1762290000}]})",
    R"({"sessions": [{"title": "Alpha", "start": "2025-11-04T13:00:00-08:00"}]})",
    R"({"Sessions": []})",
    R"({"schedule": null})",
    R"({"schedule": {}})",
    R"({"schedule": {"conference": {}}})",
    R"({"schedule": []})",
    R"({"talks": []})",
    R"({"talks": {}, "rooms": {}})",
    R"({"rooms": []})",
    R"({"speakers": []})",
    R"([{"date": 5}])",
};

// The same as careless networks and servers pass it on.
std::vector<std::string> ways_to_send(const std::string& body) {
  const std::string good = feed_of({kGoodSession});
  return {body,
          "\xef\xbb\xbf" + body,
          "\n\n  " + body + "\n",
          "callback(" + body + ");",
          ")]}',\n" + body,
          body + good,
          good + body + "<!-- inserted by the network -->"};
}

std::vector<std::string> all_bodies() {
  std::vector<std::string> all;
  for (const std::string& body : kBodies) {
    for (std::string& sent : ways_to_send(body)) all.push_back(std::move(sent));
  }
  for (const char* nothing : {" ", "\r\n\r\n", "\xef\xbb\xbf", "\xef\xbb\xbf\n"}) all.emplace_back(nothing);
  if (have_samples()) {
    for (const auto& entry : std::filesystem::directory_iterator(PLACARD_SAMPLES "/feeds")) {
      const std::string name = entry.path().filename().string();
      const bool unknown = name.starts_with("custom--") || name.starts_with("hoverboard--");
      if (unknown) all.push_back(file_text(entry.path().string()));
    }
  }
  return all;
}

// Each with other headers: servers lie about these too.
std::string sent_as(std::size_t number, const std::string& body) {
  static const std::vector<std::string> kTypes[] = {{"Content-Type: text/html; charset=utf-8"},
                                                    {"Content-Type: application/json"},
                                                    {},
                                                    {"Content-Type: application/json", "ETag: \"feed\""}};
  return answer("200 OK", kTypes[number % std::size(kTypes)], body);
}

}  // namespace

TEST_CASE("A7: of all that comes with a 200 and is no feed, nothing is taken up") {
  const std::vector<std::string> bodies = all_bodies();
  CHECK(std::set(bodies.begin(), bodies.end()).size() == bodies.size());
  const FaultServer server([&](Conversation& talk) {
    const auto number = static_cast<std::size_t>(talk.request.number);
    talk.send(sent_as(number, bodies.at(number)));
  });
  HttpClient client;
  std::size_t accepted = 0;
  for (const std::string& body : bodies) {
    CAPTURE(body.substr(0, 200));
    const HttpResponse reply = client.get(impatient(server.url()));
    const auto* came = std::get_if<HttpBody>(&reply.result);
    REQUIRE(came != nullptr);
    CHECK(came->bytes == body);
    const ReadFeed read = read_feed(server.url(), came->bytes, {los_angeles(), ""});
    CHECK_FALSE(read.schedule.has_value());
    CHECK_FALSE(read.problems.empty());
    if (read.schedule) ++accepted;
  }
  MESSAGE(accepted << " of " << bodies.size() << " were taken up");
  CHECK(bodies.size() >= 500);
}
