// SPDX-License-Identifier: MIT
// Row A11: servers that lie about what has changed.
#include <doctest/doctest.h>

#include <optional>

#include "catalogue/dose.hpp"
#include "fetch/attempt.hpp"
#include "fetch/fault_server.hpp"
#include "fetch/result_log.hpp"

using namespace placard;
using namespace placard::test;

namespace {

Source source_at(const std::string& address) {
  Source source;
  source.id = "feed";
  source.address = address;
  return source;
}

const std::string kNotModified = "HTTP/1.1 304 Not Modified\r\n\r\n";

bool conditional(const SeenRequest& request) {
  return !request.header("If-None-Match").empty() || !request.header("If-Modified-Since").empty();
}

// Answers in turn; asks once for each.
std::vector<std::string> outcomes(const std::vector<std::string>& answers, std::vector<SeenRequest>& seen) {
  const FaultServer server(
      [&](Conversation& talk) { talk.send(answers.at(static_cast<std::size_t>(talk.request.number))); });
  HttpClient client;
  SourceMemory memory;
  std::vector<std::string> all;
  for (std::size_t i = 0; i < answers.size(); ++i)
    all.push_back(summary(attempt(source_at(server.url()), memory, client)));
  seen = server.seen();
  CHECK(seen.size() == answers.size());
  return all;
}

// Each kind of validator a server may send along, honest or not; "" for none.
const std::string kValidators[] = {
    "",
    "ETag: \"1\"\r\n",
    "ETag: \"2\"\r\n",
    "ETag: W/\"weak\"\r\n",
    "ETag: no-quotes\r\n",
    "ETag: \"" + std::string(5000, 'x') + "\"\r\n",
    "ETag: \"\"\r\n",
    "Last-Modified: Mon, 03 Nov 2025 12:00:00 GMT\r\n",
    "Last-Modified: Sat, 01 Jan 2095 00:00:00 GMT\r\n",
    "Last-Modified: yesterday\r\n",
    "ETag: \"1\"\r\nLast-Modified: Mon, 03 Nov 2025 12:00:00 GMT\r\n",
};

struct Told {
  bool not_modified = false;
  std::string body, bytes;  // of a 200; all of what is sent
};

Told random_answer(Chance& chance) {
  Told told;
  const std::string validator = chance.of(kValidators);
  told.not_modified = chance.one_in(2);
  if (told.not_modified) {
    told.bytes = "HTTP/1.1 304 Not Modified\r\n" + validator + "\r\n";
  } else {
    told.body = "feed " + std::to_string(chance.below(3));
    told.bytes = "HTTP/1.1 200 OK\r\n" + validator + "Content-Length: 6\r\n\r\n" + told.body;
  }
  return told;
}

// Eight answers without sense. What we make of each follows from what we asked, never from what the server claims.
void follow_random_answers(std::uint64_t number) {
  Chance chance(number);
  std::vector<Told> told;
  std::vector<std::string> answers;
  for (int i = 0; i < 8; ++i) {
    told.push_back(random_answer(chance));
    answers.push_back(told.back().bytes);
  }
  std::vector<SeenRequest> seen;
  const auto all = outcomes(answers, seen);
  bool have_a_body = false;
  for (std::size_t i = 0; i < told.size(); ++i) {
    CAPTURE(i);
    const bool asked = conditional(seen.at(i));
    if (asked) CHECK(have_a_body);
    if (!told[i].not_modified) CHECK(all[i] == "fetched " + told[i].body);
    if (told[i].not_modified) CHECK(all[i] == (asked ? "unchanged" : "failed"));
    have_a_body = have_a_body || !told[i].not_modified;
  }
}

}  // namespace

TEST_CASE("A11: a 304 nobody asked for is a failure, and the next request asks for everything") {
  std::vector<SeenRequest> seen;
  CHECK(outcomes({kNotModified, kNotModified, answer("200 OK", {"ETag: \"1\""}, "feed"), kNotModified}, seen) ==
        std::vector<std::string>{"failed", "failed", "fetched feed", "unchanged"});
  CHECK_FALSE(conditional(seen.at(0)));
  CHECK_FALSE(conditional(seen.at(1)));
  CHECK_FALSE(conditional(seen.at(2)));
  CHECK(conditional(seen.at(3)));
}

TEST_CASE("A11: other bytes under the same validators are other bytes") {
  std::vector<SeenRequest> seen;
  CHECK(outcomes({answer("200 OK", {"ETag: \"1\""}, "one"), answer("200 OK", {"ETag: \"1\""}, "two")}, seen) ==
        std::vector<std::string>{"fetched one", "fetched two"});
}

TEST_CASE("A11: random 200s and 304s with lying validators: one request each, and nothing is believed unasked") {
  const Dose sequences = dose("sequences of 304s and ETags", 60);
  for (std::uint64_t i = 0; i < sequences.count; ++i) {
    CAPTURE(sequences.first + i);
    follow_random_answers(sequences.first + i);
  }
}
