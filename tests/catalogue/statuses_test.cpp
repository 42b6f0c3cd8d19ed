// SPDX-License-Identifier: MIT
// Row B23: a server in every kind of trouble, in any order.
#include <doctest/doctest.h>

#include <atomic>

#include "catalogue/dose.hpp"
#include "fetch/attempt.hpp"
#include "fetch/fault_server.hpp"
#include "fetch/result_log.hpp"
#include "fetch/retry.hpp"

using namespace placard;
using namespace placard::test;
using namespace std::chrono_literals;

namespace {

constexpr const char* kStatuses[] = {
    "200 OK",        "200 OK",      "200 OK",          "304 Not Modified", "201 Created", "204 No Content",
    "206 Partial",   "300 Choices", "301 Moved",       "400 Bad",          "401 Who",     "403 No",
    "404 Not Found", "407 Proxy",   "408 Timeout",     "410 Gone",         "418 Teapot",  "429 Too Many",
    "500 Error",     "501 Not",     "502 Bad Gateway", "503 Unavailable",  "504 Timeout", "511 Login",
    "599 Unheard",   "999 Unheard", "000 Nothing",
};

enum class Trouble { none, hang_up, half };

struct Step {
  std::string status, body;
  Trouble trouble = Trouble::none;
  std::string retry_after;
};

Step random_step(Chance& chance) {
  static constexpr const char* kRetryAfter[] = {"",    "",      "",   "0",    "5",
                                                "120", "86400", "-3", "soon", "99999999999999999999"};
  Step step;
  step.status = chance.of(kStatuses);
  step.body = "feed " + std::to_string(chance.below(1000));
  if (chance.one_in(6)) step.trouble = chance.one_in(2) ? Trouble::hang_up : Trouble::half;
  step.retry_after = chance.of(kRetryAfter);
  return step;
}

void play(const Step& step, Conversation& talk) {
  std::vector<std::string> headers = {"ETag: \"" + step.body + "\""};
  if (!step.retry_after.empty()) headers.push_back("Retry-After: " + step.retry_after);
  const bool bodiless = step.status.starts_with("204") || step.status.starts_with("304");
  std::string bytes = answer(step.status, headers, bodiless ? "" : step.body);
  if (bodiless) bytes.erase(bytes.find("Content-Length"), 19);
  if (step.trouble == Trouble::half && !bodiless) bytes.resize(bytes.size() - 3);
  if (step.trouble != Trouble::hang_up) talk.send(bytes);
  if (step.trouble != Trouble::none) talk.close();
}

// What a sign may make of it: only a whole 200 is result, and only a 304 it asked for is as good.
std::string right_outcome(const Step& step, bool asked) {
  const bool not_modified = step.status.starts_with("304");  // has no body that could be half
  if (step.trouble == Trouble::hang_up || (step.trouble == Trouble::half && !not_modified)) return "failed";
  if (step.status == "200 OK") return "fetched " + step.body;
  return not_modified && asked ? "unchanged" : "failed";
}

// The bounds that retry.hpp tells people of, stated once more.
void check_delay(unsigned failures, std::optional<std::chrono::seconds> retry_after, double chance_drawn) {
  const RetryState state{60s, failures, retry_after};
  const auto delay = next_delay(state, chance_drawn);
  const auto own_longest = failures == 0 ? 66s : failures == 1 ? 15s : failures == 2 ? 60s : 300s;
  const auto asked_for = std::min<std::chrono::seconds>(retry_after.value_or(0s), 600s);
  CHECK(delay >= (failures == 0 ? 54s : 12s));
  CHECK(delay >= asked_for);
  CHECK(delay <= std::max<std::chrono::milliseconds>(own_longest, asked_for * 11 / 10));
}

constexpr std::uint64_t kStepsOfASequence = 50;

// What stands at the end is the last whole 200, and every wait was in its bounds.
void follow(std::uint64_t number) {
  Chance chance(number);
  std::vector<Step> steps;
  for (std::uint64_t i = 0; i < kStepsOfASequence; ++i) steps.push_back(random_step(chance));
  std::atomic<std::size_t> now = 0;  // a kept connection that hangs up is asked once more by a new one
  const FaultServer server([&](Conversation& talk) { play(steps[now], talk); });
  Source source;
  source.address = server.url();
  HttpClient client;
  SourceMemory memory;
  std::string shown;
  unsigned failures = 0;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    CAPTURE(i);
    CAPTURE(steps[i].status);
    now = i;
    const FetchResult result = attempt(source, memory, client);
    const bool asked = !server.seen().back().header("If-None-Match").empty();
    const std::string right = right_outcome(steps[i], asked);
    CHECK(summary(result) == right);
    if (right.starts_with("fetched")) shown = right;
    if (asked) CHECK(shown != "");
    failures = right == "failed" ? failures + 1 : 0;
    const bool may_ask = steps[i].status.starts_with("429") || steps[i].status.starts_with("503");
    if (!may_ask) CHECK_FALSE(result.retry_after.has_value());
    check_delay(failures, result.retry_after, static_cast<double>(chance.below(1000)) / 1000.0);
  }
}

}  // namespace

TEST_CASE("B23: random statuses, hang-ups and halves: only a whole 200 is news, and every wait keeps its bounds") {
  const Dose sequences = dose("sequences of 50 answers", 20);
  for (std::uint64_t i = 0; i < sequences.count; ++i) {
    CAPTURE(sequences.first + i);
    follow(sequences.first + i);
  }
}
