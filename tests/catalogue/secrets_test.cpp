// SPDX-License-Identifier: MIT
// Row C51: a token, a password or a query is in nothing that is told, whatever goes wrong.
#include <doctest/doctest.h>
#include <sys/stat.h>

#include "base/os/temp_folder.hpp"
#include "fetch/attempt.hpp"
#include "fetch/fault_server.hpp"
#include "fetch/loopback.hpp"
#include "fetch/result_log.hpp"
#include "schedule/formats/placard_feed_text.hpp"
#include "schedule/programme.hpp"
#include "settings/read_settings.hpp"

using namespace placard;
using namespace placard::test;
using namespace std::chrono_literals;

namespace {

// Every one of them holds this.
const std::string kSecret = "5ecret";

std::string with_secrets(const std::string& url) {
  const auto host = url.find("://") + 3;
  return url.substr(0, host) + "user5ecret:pass5ecret@" + url.substr(host) + "?key=5ecret&token=5ecret#5ecret";
}

bool keeps_secrets(const std::string& text) {
  return text.find(kSecret) == std::string::npos;
}

// All that an attempt tells people, and what the feed's reader says of the same document.
void check_told(const Source& source) {
  HttpClient client;
  SourceMemory memory;
  for (int round = 0; round < 2; ++round) {
    const FetchResult result = attempt(source, memory, client);
    CAPTURE(sentence(result));
    CHECK(keeps_secrets(sentence(result)));
    CHECK(keeps_secrets(result.where));
    if (const auto* fetched = std::get_if<Fetched>(&result.outcome)) {
      for (const Problem& problem : read_feed(result.where, *fetched->bytes, {}).problems) {
        CHECK(keeps_secrets(to_sentence(problem)));
      }
    }
  }
}

Source secret_source(const std::string& url, const TempFolder& folder) {
  Source source;
  source.id = "feed";
  source.address = with_secrets(url);
  source.token_file = folder.write("token", "token-5ecret\n");
  source.timeouts.total = 400ms;
  source.timeouts.connect = 400ms;
  source.timeouts.low_speed_time = 1s;
  return source;
}

// Everything the request held comes back in a header, in the status, in a body.
std::string echo(const SeenRequest& request) {
  return request.header("Authorization") + " " + request.target;
}

const std::vector<FaultServer::Script>& bad_servers() {
  static const std::vector<FaultServer::Script> all = [] {
    std::vector<FaultServer::Script> scripts = {
        [](Conversation& talk) { talk.hang(); },
        [](Conversation& talk) { talk.close(); },
        [](Conversation& talk) { talk.reset(); },
        [](Conversation& talk) { talk.send(echo(talk.request) + "\r\n\r\n"), talk.close(); },
        [](Conversation& talk) { talk.send("HTTP/1.1 200 " + echo(talk.request) + "\r\n\r\n"), talk.close(); },
        [](Conversation& talk) {
          talk.send("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n" + echo(talk.request)), talk.close();
        },
        [](Conversation& talk) { talk.send(answer("200 OK", {"Content-Encoding: " + echo(talk.request)}, "x")); },
        [](Conversation& talk) {
          talk.send(answer("200 OK", {"Content-Length: " + echo(talk.request)}, "x")), talk.close();
        },
        [](Conversation& talk) { talk.send(answer("200 OK", {}, "<html>not a feed</html>")); },
        [](Conversation& talk) { talk.send(answer("200 OK", {}, "")); },
        [](Conversation& talk) { talk.send(answer("302 Found", {"Location: " + talk.request.target}, "")); },
    };
    for (const char* place :
         {"ftp://user5ecret:5ecret@127.0.0.1/?5ecret", "file:///tmp?5ecret", "http://user5ecret:5ecret@[::/?5ecret",
          "http://user5ecret:5ecret@127.0.0.1:1/?q=5ecret#5ecret", "unheard://5ecret@x/?5ecret"}) {
      scripts.push_back(
          [place](Conversation& talk) { talk.send(answer("302 Found", {std::string("Location: ") + place}, "")); });
    }
    for (const char* status :
         {"201", "204", "206", "304", "400", "401", "403", "404", "407", "429", "500", "503", "511"}) {
      scripts.push_back([status](Conversation& talk) {
        talk.send(
            answer(status + std::string(" ") + echo(talk.request), {"WWW-Authenticate: " + echo(talk.request)}, "no"));
        talk.close();
      });
    }
    return scripts;
  }();
  return all;
}

}  // namespace

TEST_CASE("C51: no error of a server gives a token, a password or a query away") {
  const TempFolder folder;
  for (std::size_t i = 0; i < bad_servers().size(); ++i) {
    CAPTURE(i);
    const FaultServer server(bad_servers()[i]);
    check_told(secret_source(server.url(), folder));
    REQUIRE_FALSE(server.seen().empty());
    CHECK_FALSE(keeps_secrets(server.seen().front().head));  // they were really sent
  }
}

TEST_CASE("C51: nor does an address where nobody is, a bad one, or a TLS handshake that fails") {
  const TempFolder folder;
  const FaultServer plain(answer("200 OK", {}, "feed"));
  const std::string nobody = "127.0.0.1:" + std::to_string(unused_port());
  for (const std::string& url :
       {"http://" + nobody + "/", "https://" + nobody + "/", "https" + plain.url().substr(4),
        std::string("http://nowhere.invalid/"), std::string("http://127.0.0.1:99999/"), std::string("http://[::bad/"),
        std::string("ftp://127.0.0.1/"), std::string("http://"), std::string("HTTP://127.0.0.1:x/")}) {
    CAPTURE(url);
    check_told(secret_source(url, folder));
  }
}

TEST_CASE("C51: a token file that can't be used is named, its content never") {
  const TempFolder folder;
  Source source = secret_source("http://127.0.0.1:1/", folder);
  for (const std::string& content : {std::string("5ecret 5ecret"), std::string("5ecret\n5ecret"),
                                     "5ecret\x01" + kSecret, std::string(5000, 'x') + kSecret}) {
    source.token_file = folder.write("token", content);
    check_told(source);
  }
  ::chmod(source.token_file.c_str(), 0644);
  check_told(source);
}

TEST_CASE("C51: a config that is refused does not tell the address it holds beside") {
  for (const char* wrong : {R"("poll_seconds": 0)", R"("format": "ical")", R"("token_file": 5)", R"("nonsense": 1)"}) {
    CAPTURE(wrong);
    const std::string text =
        R"({"feed": {"url": "https://user5ecret:5ecret@example.org/?key=5ecret", )" + std::string(wrong) + "}}";
    const ReadSettings read = read_settings("venue.json", text);
    CHECK_FALSE(read.problems.empty());
    for (const Problem& problem : read.problems) CHECK(keeps_secrets(to_sentence(problem)));
  }
}
