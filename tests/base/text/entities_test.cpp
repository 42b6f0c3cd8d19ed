// SPDX-License-Identifier: MIT
#include "base/text/entities.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "base/text/entity_table.hpp"

using namespace placard;

TEST_CASE("references are what the HTML standard has them stand for") {
  struct Row {
    std::string text;
    std::string decoded;
  };
  const Row rows[] = {
      // Names; their case counts, and some stand for two characters.
      {"&amp;&quot;&lt;&gt;&apos;", "&\"<>'"},
      {"Caf&eacute; &Eacute;", "Caf\u00E9 \u00C9"},
      {"Rock&nbsp;&ndash;&nbsp;roll", "Rock\u00A0\u2013\u00A0roll"},
      {"&copy; &euro; &hellip; &ldquo;&bdquo;&rsquo;", "\u00A9 \u20AC \u2026 \u201C\u201E\u2019"},
      {"&NotEqualTilde;&bne;", "\u2242\u0338=\u20E5"},
      {"&CounterClockwiseContourIntegral;", "\u2233"},
      {"&AElig;&zwnj;&zwj;", "\u00C6\u200C\u200D"},  // the first and the last
      {"&;&nosuch;&EACUTE;&eacute", "&;&nosuch;&EACUTE;&eacute"},
      {"&CounterClockwiseContourIntegrals;", "&CounterClockwiseContourIntegrals;"},
      // Numbers.
      {"&#39;&#039;&#x27;&#X27;&#0000000000000039;", "'''''"},
      {"&#8217;&#x2192;&#9993;", "\u2019\u2192\u2709"},
      {"&#1087;&#x5927;&#x5BB6;&#x1F600;&#x5d0;", "\u043F\u5927\u5BB6\U0001F600\u05D0"},
      {"&#x10FFFD;", "\U0010FFFD"},
      {"&#39 &#x27t", "' 't"},  // without a semicolon
      {"&#;&#x;&#xg;&#a;&#", "&#;&#x;&#xg;&#a;&#"},
      {"&#0;&#x0;", "\uFFFD\uFFFD"},
      {"&#xD7FF;&#xD800;&#xDFFF;&#xE000;", "\uD7FF\uFFFD\uFFFD\uE000"},
      {"&#x110000;&#99999999999999999999;&#xFFFFFFFFFFFFFFFF;", "\uFFFD\uFFFD\uFFFD"},
      {"&#127;&#10;", "\x7F\n"},
      {"&#128;&#x82;&#146;&#150;&#159;&#160;", "\u20AC\u201A\u2019\u2013\u0178\u00A0"},  // windows-1252
      {"&#x81;&#x8D;&#x8F;&#x90;&#x9D;", "\xC2\x81\xC2\x8D\xC2\x8F\xC2\x90\xC2\x9D"},    // which it leaves free
      // Once, and nothing else.
      {"AT&amp;amp;T &amp;#39; &#38;lt;", "AT&amp;T &#39; &lt;"},
      {"R&D, Q&A; AT&T & ?a=1&copy=2 &amp", "R&D, Q&A; AT&T & ?a=1&copy=2 &amp"},
      {"&&lt;&", "&<&"},
      {"<b>\u5927</b>", "<b>\u5927</b>"},
      {"", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(decode_entities(row.text) == row.decoded);
  }
}

TEST_CASE("the table of names is whole and in order") {
  const auto table = entity_table();
  CHECK(table.size() == 2125);
  CHECK(std::is_sorted(table.begin(), table.end(), [](const Entity& a, const Entity& b) { return a.name < b.name; }));
  for (const Entity& entity : table) {
    CHECK(decode_entities("&" + std::string(entity.name) + ";") == std::string(entity.text));
  }
}
