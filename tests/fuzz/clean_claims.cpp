// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <iterator>

#include "base/text/clean.hpp"
#include "fuzz/claims.hpp"

namespace placard::fuzz {
namespace {

constexpr std::size_t kMostSentence = 16'000;  // bytes of a problem: a path of long keys is the worst
constexpr std::size_t kMostProblems = 600;     // of one document: 500, and the last ones that must be told

struct Span {
  char32_t first, last;
};

// C0 and C1 controls, soft hyphen, zero-width and bidi characters, line and paragraph separators, surrogates, the
// byte-order mark, tags.
constexpr Span kNeverShown[] = {{0, 0x1F},        {0x7F, 0x9F},     {0xAD, 0xAD},      {0x61C, 0x61C},
                                {0x200B, 0x200F}, {0x2028, 0x202E}, {0x2060, 0x206F},  {0xD800, 0xDFFF},
                                {0xFEFF, 0xFEFF}, {0xFFF9, 0xFFFB}, {0xE0000, 0xE007F}};

bool is_shown(char32_t c) {
  return std::none_of(std::begin(kNeverShown), std::end(kNeverShown),
                      [c](const Span& span) { return c >= span.first && c <= span.last; });
}

std::string_view line_of(std::string_view document, std::size_t number) {
  std::size_t start = 0;
  for (std::size_t line = 1; line < number; ++line) {
    const auto end = document.find('\n', start);
    claim(end != std::string_view::npos, "a problem's line is one of the document's");
    start = end + 1;
  }
  return document.substr(start, document.find('\n', start) - start);
}

}  // namespace

void claim(bool holds, const char* what, std::string_view text) {
  if (holds) return;
  std::fprintf(stderr, "Claim failed: %s: \"%.*s\"\n", what, static_cast<int>(text.size()), text.data());
  std::abort();
}

void claim_clean(std::string_view text, const char* what) {
  const auto points = code_points(text);
  claim(to_utf8(points) == text, what, text);
  claim(points.size() <= kMaxShownCodePoints, what, text);
  claim(std::all_of(points.begin(), points.end(), is_shown), what, text);
  claim(points.empty() || (points.front() != U' ' && points.back() != U' '), what, text);
}

void claim_problems(const Problems& problems, std::string_view document, const std::string& name) {
  claim(problems.size() <= kMostProblems, "problems stay few");
  for (const Problem& problem : problems) {
    const std::string sentence = to_sentence(problem);
    claim(problem.file == name, "a problem names its file", sentence);
    claim(!problem.what.empty() && sentence.size() < kMostSentence, "a problem is one sentence", sentence);
    const auto points = code_points(sentence);
    claim(to_utf8(points) == sentence, "a problem's sentence is valid UTF-8", sentence);
    claim(std::none_of(points.begin(), points.end(), [](char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0); }),
          "a problem's sentence has no control characters", sentence);
    if (problem.line == 0) continue;
    const std::string_view line = line_of(document, problem.line);
    claim(problem.column >= 1 && problem.column <= code_points(line).size() + 1, "a problem's column is on its line",
          sentence);
  }
}

}  // namespace placard::fuzz
