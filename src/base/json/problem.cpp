// SPDX-License-Identifier: MIT
#include "base/json/problem.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text/clean.hpp"

namespace placard {
namespace {

constexpr std::size_t kMaxSentence = 3000;  // code points

}  // namespace

std::string to_sentence(const Problem& problem) {
  std::string out = problem.file;
  if (problem.line > 0) out += fmt::format(":{}:{}", problem.line, problem.column);
  if (!out.empty()) out += ": ";
  out += problem.severity == Severity::error ? "error: " : "warning: ";
  out += problem.what;
  if (!problem.remedy.empty()) out += " " + problem.remedy;
  return clean_line(out, kMaxSentence);
}

bool has_errors(const Problems& problems) {
  return std::any_of(problems.begin(), problems.end(),
                     [](const Problem& problem) { return problem.severity == Severity::error; });
}

void append(Problems& to, const Problems& more) {
  to.insert(to.end(), more.begin(), more.end());
}

}  // namespace placard
