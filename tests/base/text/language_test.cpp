// SPDX-License-Identifier: MIT
#include "base/text/language.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace placard;

TEST_CASE("of several languages the one nearest to what is wanted, the first of equals") {
  struct Row {
    std::string wanted;
    std::vector<std::string> tags;
    std::string nearest;
  };
  const Row rows[] = {
      {"de", {"en", "de"}, "de"},
      {"de", {"en", "de-formal"}, "de-formal"},
      {"de", {"en", "de_CH", "de"}, "de"},
      {"DE", {"en", "de-AT"}, "de-AT"},
      {"de-AT", {"en", "de-DE", "de"}, "de"},
      {"de-AT", {"en", "de-DE"}, "de-DE"},
      {"de-at", {"de", "de_AT"}, "de_AT"},
      {"zh", {"en", "zh-Hant"}, "zh-Hant"},
      {"zh-Hant-TW", {"zh-Hans", "zh-Hant"}, "zh-Hant"},
      {"nl", {"den", "nld", "en-GB"}, "en-GB"},
      {"d", {"fr", "de"}, "fr"},
      {"fr", {"de", "es"}, "de"},
      {"", {"de", "en"}, "en"},
      {"", {"de", "en-US"}, "en-US"},
      {"", {"de", "es"}, "de"},
      {"-", {"de", "en"}, "en"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.wanted);
    CHECK(*std::min_element(row.tags.begin(), row.tags.end(), [&row](const std::string& a, const std::string& b) {
      return language_distance(row.wanted, a) < language_distance(row.wanted, b);
    }) == row.nearest);
  }
}
