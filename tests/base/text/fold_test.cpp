// SPDX-License-Identifier: MIT
#include "base/text/fold.hpp"

#include <doctest/doctest.h>

using namespace placard;

namespace {

struct Row {
  std::string a, b;
};

}  // namespace

TEST_CASE("these names are the same name to a person") {
  const Row rows[] = {
      {"Golden Gate A", "golden gate a"},
      {"Golden Gate A", "  GOLDEN   GATE\tA "},
      {"Golden Gate A", "Golden\u00A0Gate\u2003A"},
      {"Golden Gate A", "Golden\u200B Gate A\uFEFF"},
      {"GRÜNER SAAL", "grüner saal"},
      {"Gru\u0308ner Saal", "Grüner Saal"},
      {"STRASSE", "Straße"},
      {"ΣΊΣΥΦΟΣ", "σίσυφος"},
      {"ΖΑΛ Й", "ζαλ И\u0306"},
      {"\uFB01rst", "First"},
      {"Å", "\u212B"},
      {"", "  "},
  };
  for (const Row& row : rows) {
    CAPTURE(row.a);
    CAPTURE(row.b);
    CHECK(fold_name(row.a) == fold_name(row.b));
  }
}

TEST_CASE("these names are different") {
  const Row rows[] = {
      {"Golden Gate A", "Golden Gate B"},
      {"Golden Gate A", "GoldenGateA"},
      {"Saal 1", "Saal I"},
      {"Cafe", "Café"},
      {"2.04-B", "2.04\u2011B"},
      {"A", "\u0410"},
      {"Yerba Buena 2-3", "Yerba Buena 2–3"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.a);
    CAPTURE(row.b);
    CHECK(fold_name(row.a) != fold_name(row.b));
  }
}

TEST_CASE("a folded name stays what it is when folded again") {
  for (const char* name :
       {"Golden Gate C1", "İSTANBUL", "Straße", "ΣΊΣΥΦΟΣ", "e\u0301\u0323", "日本語 会議室", "\xFF"}) {
    CAPTURE(name);
    CHECK(fold_name(fold_name(name)) == fold_name(name));
  }
}

TEST_CASE("a folded name reads as lower case with single spaces") {
  CHECK(fold_name(" Yerba  Buena\nSalon 4-6 ") == "yerba buena salon 4-6");
  CHECK(fold_name("\xFF") == "\uFFFD");
  CHECK(fold_name(std::string(1200, 'A')) == std::string(1000, 'a'));
}
