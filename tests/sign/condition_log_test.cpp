// SPDX-License-Identifier: MIT
#include "sign/condition_log.hpp"

#include <doctest/doctest.h>

using namespace placard;
using namespace std::chrono_literals;

TEST_CASE("a line for each change of health, and at most one in ten minutes") {
  struct Step {
    std::chrono::milliseconds at;
    std::string sentence;
    std::string line;  // "": none
  };
  const Step steps[] = {
      {0s, "", ""},
      {1s, "The disk is full.", "The disk is full."},
      {2s, "The disk is full.", ""},
      {3s, "", ""},
      {601s, "The disk is full.", ""},  // as it was told
      {602s, "", "Well again: keeping the last good copy."},
      {603s, "The disk is full.", ""},
      {1201s, "The disk is full.", ""},
      {1202s, "The disk is full.", "The disk is full."},
  };
  ConditionLog log;
  for (const Step& step : steps) {
    CAPTURE(step.at.count());
    const auto lines = log.note({Topic::cache, 0, step.sentence, ""}, step.at);
    CHECK(lines == (step.line.empty() ? std::vector<std::string>{} : std::vector<std::string>{step.line}));
  }
}

TEST_CASE("topics, and the feeds among each other, do not silence each other") {
  ConditionLog log;
  CHECK(log.note({Topic::cache, 0, "Trouble.", ""}, 0s).size() == 1);
  CHECK(log.note({Topic::picture, 0, "Trouble.", ""}, 0s).size() == 1);
  CHECK(log.note({Topic::feed, 0, "Trouble.", ""}, 0s).size() == 1);
  CHECK(log.note({Topic::feed, 1, "Trouble.", ""}, 0s).size() == 1);
  CHECK(log.note({Topic::feed, 0, "Trouble.", ""}, 1s).empty());
  CHECK(log.note({Topic::cache, 0, "Other trouble.", ""}, 1s).empty());
}

TEST_CASE("what is said once all is well again") {
  struct Row {
    Topic topic;
    std::vector<std::string> lines;
  };
  const Row rows[] = {
      {Topic::feed, {"The feed is read well again."}},
      {Topic::overrides, {"The staff messages are read well again."}},
      {Topic::room, {}},
      {Topic::clock, {"This device's clock is right."}},
      {Topic::cache, {"Well again: keeping the last good copy."}},
      {Topic::picture, {"Well again: showing the sign."}},
  };
  for (const Row& row : rows) {
    ConditionLog log;
    CHECK(log.note({row.topic, 0, "", ""}, 0s).empty());
    CHECK(log.note({row.topic, 0, "Trouble.", ""}, 0s) == std::vector<std::string>{"Trouble."});
    CHECK(log.note({row.topic, 0, "", ""}, 700s) == row.lines);
  }
}

TEST_CASE("figures that waver are no change, several problems are a line each") {
  ConditionLog log;
  CHECK(log.note({Topic::clock, 0, "41 s behind.", "differs"}, 0s).size() == 1);
  CHECK(log.note({Topic::clock, 0, "42 s behind.", "differs"}, 1s).empty());
  CHECK(log.note({Topic::overrides, 0, "One.\nTwo.\n", ""}, 1s) == std::vector<std::string>{"One.", "Two."});
}

TEST_CASE(
    "what goes back and forth at every poll is a few lines in ten minutes, and told as it is when they are over") {
  ConditionLog log;
  std::size_t lines = 0;
  const auto at = [](int poll) { return poll * 2s; };
  int poll = 0;
  for (; poll < 299; ++poll) lines += log.note({Topic::feed, 0, poll % 2 == 0 ? "Trouble." : "", ""}, at(poll)).size();
  CHECK(lines == kMostChanges);
  for (; lines == kMostChanges; ++poll) lines += log.note({Topic::feed, 0, "Trouble.", ""}, at(poll)).size();
  CHECK(at(poll - 1) == kBetweenLines);
}
