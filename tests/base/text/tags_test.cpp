// SPDX-License-Identifier: MIT
#include "base/text/tags.hpp"

#include <doctest/doctest.h>

using namespace placard;

namespace {

struct Row {
  std::string text;
  std::string plain;
};

void check(std::initializer_list<Row> rows) {
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(without_tags(row.text) == row.plain);
  }
}

}  // namespace

TEST_CASE("tags that dress words go, and leave the words together") {
  check({{"A <em>calm</em> sea", "A calm sea"},
         {"CO<sub>2</sub> and E=mc<SUP>2</SUP>", "CO2 and E=mc2"},
         {"<b>Open", "Open"},
         {"Close</i >", "Close"},
         {"<a href=\"https://example.org/?a>b\" target='_blank'>Link</a> here", "Link here"},
         {"<span class=x>Deep</span>", "Deep"},
         {"<strong><em>Both</em></strong>", "Both"},
         {"<img src=\"x.png\" alt=\"\"/>Sea", "Sea"},
         {"soft<wbr>break", "softbreak"}});
}

TEST_CASE("tags that end a line leave one blank") {
  check({{"Low tide<br>high tide", "Low tide high tide"},
         {"Low tide <BR /> high tide", "Low tide high tide"},
         {"<p>One</p>\n<p>Two</p>", "One Two "},
         {"<ul><li>One<li>Two</ul>", "One Two "},
         {"<div class=\"t\">One</div>Two", "One Two"}});
}

TEST_CASE("comments go; one that never ends stays") {
  check({{"Sea<!-- draft <b> --> bed", "Sea bed"}, {"Sea <!-- bed", "Sea <!-- bed"}, {"a <!---->b", "a b"}});
}

TEST_CASE("what only looks like a tag stays") {
  for (const char* text : {"Vec<T> at sea",
                           "Map<String, List<Object>>",
                           "a < b",
                           "a<b and b>c",
                           "a <b and c> d",
                           "We <3 tides",
                           "A<->B",
                           "#include <vector>",
                           "#include <map>",
                           "<stdio.h>",
                           "x <y> z",
                           "<ada@example.org>",
                           "<https://example.org>",
                           "Option<a>",
                           "VVC<>Arm",
                           "<",
                           "<<",
                           "</",
                           "<b",
                           "The <dialog> element",
                           "Beyond <video> and <canvas>",
                           "</3",
                           "<em",
                           "<e m>",
                           "&lt;em&gt;"}) {
    CHECK(without_tags(text) == text);
  }
}

TEST_CASE("elements that people write about go where they are used: in pairs or with attributes") {
  check({{"<title>Tides</title>", "Tides"},
         {"<section>Sea</section> bed", "Sea bed"},
         {"<iframe src=\"x\">Film", "Film"},
         {"Box<b>es</b>", "Boxes"}});
}

TEST_CASE("a text of nothing but beginnings of tags takes linear time") {
  std::string text;
  for (int i = 0; i < 300'000; ++i) text += i % 2 == 0 ? "<a x=\"" : "<!--<p '";
  CHECK(without_tags(text).size() > 1'000'000);
}
