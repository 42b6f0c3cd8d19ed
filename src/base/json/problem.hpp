// SPDX-License-Identifier: MIT
// What is wrong with a file, where, and what to do about it.
#pragma once

#include <string>
#include <vector>

namespace placard {

enum class Severity { warning, error };

/// One problem, told so that a tired person can act on it. `line` and `column` count from 1; 0: the whole file.
struct Problem {
  Severity severity = Severity::error;
  std::string file;
  std::size_t line = 0;
  std::size_t column = 0;
  std::string what;    ///< one sentence: what is wrong
  std::string remedy;  ///< one sentence: what to do; may be empty

  bool operator==(const Problem&) const = default;
};

using Problems = std::vector<Problem>;

/// As many of one document are told; more would help nobody.
inline constexpr std::size_t kMaxProblems = 500;

/// "venue.json:12:5: error: what is wrong. What to do." On one line and fit for a terminal, whatever the file holds.
std::string to_sentence(const Problem& problem);

bool has_errors(const Problems& problems);

void append(Problems& to, const Problems& more);

}  // namespace placard
