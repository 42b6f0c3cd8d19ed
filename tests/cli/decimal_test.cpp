// SPDX-License-Identifier: MIT
#include "cli/decimal.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace placard;

TEST_CASE("whole numbers are decimal, whatever they begin with") {
  struct Row {
    std::string text;
    std::optional<int> number;
  };
  const Row rows[] = {{"0", 0},
                      {"8", 8},
                      {"08", 8},
                      {"010", 10},
                      {"0090", 90},
                      {"1440", 1440},
                      {"", {}},
                      {" 5", {}},
                      {"5 ", {}},
                      {"+5", {}},
                      {"-5", {}},
                      {"0x10", {}},
                      {"0b1", {}},
                      {"0o10", {}},
                      {"1_000", {}},
                      {"1'000", {}},
                      {"\"5\"", {}},
                      {"1e3", {}},
                      {"5.0", {}},
                      {"٥", {}},
                      {"[5]", {}},
                      {"5,6", {}},
                      {"2147483647", 2147483647},
                      {"2147483648", {}}};
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(parse_whole(row.text) == row.number);
  }
}

TEST_CASE("decimal fractions, too") {
  struct Row {
    std::string text;
    std::optional<double> number;
  };
  const Row rows[] = {{"60", 60},    {"060", 60},  {"0.5", 0.5},  {"00.50", 0.5}, {"1e3", 1000}, {"-1", -1},
                      {"", {}},      {"0x10", {}}, {"0x1p3", {}}, {"1_0", {}},    {"inf", {}},   {"nan", {}},
                      {"1e999", {}}, {" 1", {}},   {"1 ", {}},    {"1,5", {}},    {"1.5.2", {}}, {"e", {}}};
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(parse_decimal(row.text).has_value() == row.number.has_value());
    CHECK(parse_decimal(row.text).value_or(0) == doctest::Approx(row.number.value_or(0)));
  }
}
