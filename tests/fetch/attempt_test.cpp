#include "fetch/attempt.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <csignal>

#include "base/os/temp_folder.hpp"
#include "fetch/fault_server.hpp"
#include "fetch/result_log.hpp"

using namespace placard;
using namespace placard::test;
using namespace std::chrono_literals;

namespace {

Source source_at(const std::string& address) {
  Source source;
  source.id = "feed";
  source.address = address;
  return source;
}

// Old enough for its identity to be trusted; every system has it.
const std::string old_file = "/etc/passwd";

}  // namespace

TEST_CASE("fetch_once reads a URL, a path, or says why not") {
  const TempFolder folder;
  const FaultServer server(answer("200 OK", {"Date: Mon, 03 Nov 2025 12:00:00 GMT"}, "feed"));

  const FetchResult by_url = fetch_once(source_at(server.url("/feed.json?key=secret")), 5s);
  CHECK(summary(by_url) == "fetched feed");
  CHECK(std::get<Fetched>(by_url.outcome).digest == sha256("feed"));
  CHECK(by_url.source == "feed");
  CHECK(by_url.where == server.url());
  CHECK(by_url.date == "Mon, 03 Nov 2025 12:00:00 GMT");

  const std::string path = folder.write("feed.json", "{}");
  const FetchResult by_path = fetch_once(source_at(path), 5s);
  CHECK(summary(by_path) == "fetched {}");
  CHECK(std::get<Fetched>(by_path.outcome).digest == sha256("{}"));
  CHECK(by_path.where == path);

  CHECK(sentence(fetch_once(source_at("file:///etc/passwd"), 5s)) ==
        "file:///etc/passwd: this kind of address is not read: give http://, https:// or a path.");
  CHECK(sentence(fetch_once(source_at("ftp://user:secret@127.0.0.1/x"), 5s)) ==
        "ftp://127.0.0.1/x: this kind of address is not read: give http://, https:// or a path.");
}

TEST_CASE("fetch_once gives up when its time is over") {
  const FaultServer server([](Conversation& talk) { talk.hang(); });
  const auto start = std::chrono::steady_clock::now();
  CHECK(sentence(fetch_once(source_at(server.url()), 200ms)).find("no complete answer in 0.") != std::string::npos);
  CHECK(std::chrono::steady_clock::now() - start < 2s);
}

TEST_CASE("fetch_once leaves the signals of its caller as they were") {
  sigset_t before, after;
  pthread_sigmask(SIG_SETMASK, nullptr, &before);
  fetch_once(source_at("/nowhere"), 1s);
  pthread_sigmask(SIG_SETMASK, nullptr, &after);
  CHECK(sigismember(&before, SIGTERM) == sigismember(&after, SIGTERM));
  CHECK(sigismember(&after, SIGPIPE) == sigismember(&before, SIGPIPE));
}

TEST_CASE("a token file is read at every attempt, and without a good one nothing is asked") {
  const TempFolder folder;
  const FaultServer server(answer("200 OK", {}, "feed"));
  Source source = source_at(server.url());
  source.token_file = folder.write("token", "first\n");
  HttpClient client;
  SourceMemory memory;

  CHECK(summary(attempt(source, memory, client)) == "fetched feed");
  folder.write("token", "second\n");
  CHECK(summary(attempt(source, memory, client)) == "fetched feed");
  ::chmod(source.token_file.c_str(), 0644);
  const FetchResult refused = attempt(source, memory, client);
  CHECK(sentence(refused).starts_with("token_file " + source.token_file + ": other users can read it"));
  CHECK(std::get<FetchError>(refused.outcome).cause == ErrorKind::local);

  REQUIRE(server.seen().size() == 2);
  CHECK(server.seen()[0].header("Authorization") == "Bearer first");
  CHECK(server.seen()[1].header("Authorization") == "Bearer second");
}

TEST_CASE("an unchanged URL is not read again, for ten minutes") {
  const FaultServer server([](Conversation& talk) {
    const bool known = !talk.request.header("If-None-Match").empty();
    talk.send(known ? "HTTP/1.1 304 Not Modified\r\n\r\n" : answer("200 OK", {"ETag: \"7\""}, "feed"));
  });
  const Source source = source_at(server.url());
  HttpClient client;
  SourceMemory memory;
  CHECK(summary(attempt(source, memory, client)) == "fetched feed");
  CHECK(summary(attempt(source, memory, client)) == "unchanged");
  memory.validators_since -= 9min;
  CHECK(summary(attempt(source, memory, client)) == "unchanged");
  memory.validators_since -= 2min;
  CHECK(summary(attempt(source, memory, client)) == "fetched feed");
}

TEST_CASE("by the time of its last change a URL counts as unchanged for less than a minute") {
  // As Python's http.server and mini_httpd do: without ETag, and only what is newer is news.
  const FaultServer server([](Conversation& talk) {
    const bool conditional = !talk.request.header("If-Modified-Since").empty();
    const bool put_back = talk.request.number > 0;
    talk.send(conditional ? "HTTP/1.1 304 Not Modified\r\n\r\n"
                          : answer("200 OK", {"Last-Modified: Mon, 03 Nov 2025 08:00:00 GMT"},
                                   put_back ? "older copy" : "feed"));
  });
  Source source = source_at(server.url());
  HttpClient client;
  for (const auto interval : {2s, 15s, 60s}) {
    CAPTURE(interval.count());
    source.interval = interval;
    SourceMemory memory;
    attempt(source, memory, client);
    auto age = 0s;
    for (std::string said = "unchanged"; said == "unchanged"; said = summary(attempt(source, memory, client))) {
      memory.validators_since -= interval;
      age += interval;
    }
    CHECK(age <= 60s);
    CHECK((age > interval || interval == 60s));
    CHECK(summary(attempt(source, memory, client)) != "failed");
  }
}

TEST_CASE("an unchanged file is not read again") {
  HttpClient client;
  SourceMemory memory;
  CHECK(summary(attempt(source_at(old_file), memory, client)).starts_with("fetched root:"));
  CHECK(summary(attempt(source_at(old_file), memory, client)) == "unchanged");
  memory = {};
  CHECK(summary(attempt(source_at(old_file), memory, client)).starts_with("fetched root:"));
}

TEST_CASE("a file that was just written is read again, for it may have changed within the same tick") {
  const TempFolder folder;
  const Source source = source_at(folder.write("overrides.json", "{}"));
  HttpClient client;
  SourceMemory memory;
  CHECK(summary(attempt(source, memory, client)) == "fetched {}");
  CHECK(summary(attempt(source, memory, client)) == "fetched {}");
}

TEST_CASE("a file that was away is read when it is back") {
  HttpClient client;
  SourceMemory memory;
  attempt(source_at(old_file), memory, client);
  CHECK(summary(attempt(source_at("/nowhere"), memory, client)) == "failed");
  CHECK(summary(attempt(source_at(old_file), memory, client)).starts_with("fetched root:"));
}
