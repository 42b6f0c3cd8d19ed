// SPDX-License-Identifier: MIT
#include "base/json/problem.hpp"

#include <doctest/doctest.h>

#include "base/json/document.hpp"

using namespace placard;

TEST_CASE("a problem is one sentence: where, how bad, what, and what to do") {
  struct Row {
    Problem problem;
    const char* sentence;
  };
  const Row rows[] = {
      {{Severity::error, "venue.json", 12, 5, "What is wrong.", "What to do."},
       "venue.json:12:5: error: What is wrong. What to do."},
      {{Severity::warning, "venue.json", 1, 1, "What is odd.", ""}, "venue.json:1:1: warning: What is odd."},
      {{Severity::error, "venue.json", 0, 0, "It is too large.", ""}, "venue.json: error: It is too large."},
      {{Severity::error, "", 0, 0, "There is none.", "Write one."}, "error: There is none. Write one."},
  };
  for (const Row& row : rows) CHECK(to_sentence(row.problem) == row.sentence);
}

TEST_CASE("a sentence that quotes a document stays on its line and shows nothing but text") {
  const json::Document document{"f", "{}", {}};
  const Problem problem = document.problem_at(0, Severity::error, "No \"\x1b[2J\n\u202E\u200Bzone\".", "Write\r\none.");
  CHECK(problem.what == "No \"[2J zone\".");
  CHECK(problem.remedy == "Write  one.");
}

TEST_CASE("warnings alone are no errors") {
  const Problem warning{Severity::warning, "f", 1, 1, "Odd.", ""};
  const Problem error{Severity::error, "f", 1, 1, "Wrong.", ""};
  CHECK_FALSE(has_errors({}));
  CHECK_FALSE(has_errors({warning, warning}));
  CHECK(has_errors({warning, error}));
}

TEST_CASE("problems are appended in order") {
  const Problem first{Severity::warning, "f", 1, 1, "First.", ""};
  const Problem second{Severity::error, "f", 2, 1, "Second.", ""};
  Problems all{first};
  append(all, {second, first});
  CHECK(all == Problems{first, second, first});
}

TEST_CASE("a sentence is one line of text, whatever was in the file") {
  const Problem problem{Severity::error, "a\x1b[31m.json", 1, 2, "The key \"x\ny\u009b\u202e\xff\" is bad.",
                        "Remove\r it."};
  CHECK(to_sentence(problem) == "a[31m.json:1:2: error: The key \"x y\uFFFD\" is bad. Remove  it.");
}
