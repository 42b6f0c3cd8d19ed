// SPDX-License-Identifier: MIT
#include "sign/sources/recent_answers.hpp"

#include <doctest/doctest.h>

using namespace placard;

namespace {

RecentAnswers answers(const std::string& letters) {
  RecentAnswers recent;
  for (const char letter : letters) recent.add(std::string(1, letter), std::nullopt);
  return recent;
}

}  // namespace

TEST_CASE("answers alternate when more than one came back") {
  struct Row {
    const char* answers;
    bool alternate, last_came_before;
  };
  const Row rows[] = {
      {"", false, false},         {"A", false, false},        {"AAAA", false, false},
      {"AB", false, false},       {"ABCDEFGH", false, false},  // changes at every poll
      {"AAABBBAAA", false, true},                              // somebody takes a change back
      {"ABAB", true, true},       {"AABBAAB", true, true},    {"ABAC", false, false},
      {"ABABC", true, false},     {"ABCA", false, true},      {"ABCABC", true, true},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.answers));
    CHECK(answers(row.answers).alternate() == row.alternate);
    if (*row.answers != '\0') CHECK(answers(row.answers).last_came_before() == row.last_came_before);
  }
}

TEST_CASE("only the last ten count") {
  CHECK(answers("ABAB"
                "BBBBBBB")
            .alternate() == false);
  CHECK(answers("AAAAAAAAAAAA").count("A") == RecentAnswers::kMost);
  CHECK(answers("ABBBBBBBBBB").count("A") == 0);
}

TEST_CASE("no news is the same answer once more") {
  RecentAnswers recent = answers("AB");
  recent.add_same();
  CHECK(recent.count("B") == 2);
  RecentAnswers none;
  none.add_same();
  CHECK(none.count("") == 0);
}

TEST_CASE("the same said at different times tells the times of the answers") {
  RecentAnswers recent;
  recent.add("A", Instant(seconds(1)));
  recent.add("B", Instant(seconds(2)));
  CHECK_FALSE(recent.tell_their_own_time());
  recent.add("A", Instant(seconds(1)));
  CHECK_FALSE(recent.tell_their_own_time());
  recent.add("A", Instant(seconds(3)));
  CHECK(recent.tell_their_own_time());
}
