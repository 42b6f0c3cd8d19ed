// SPDX-License-Identifier: MIT
#include "fetch/transfer/transfer_budget.hpp"

#include <doctest/doctest.h>

#include <functional>
#include <string>

#include "fetch/transfer/document_reader.hpp"

using namespace placard;
using namespace std::chrono_literals;

namespace {

const TransferBudget::Steady::time_point kStart{};
const TransferLimits kLimits{.body_bytes = 1000, .time = 5s, .header_bytes = 300, .header_lines = 10, .answers = 4};

// How often it may be charged until something goes over.
int charges(const std::function<bool(TransferBudget&)>& charge, Overrun right) {
  TransferBudget budget(kLimits, kStart);
  int times = 0;
  while (times < 1'000'000 && charge(budget)) ++times;
  CHECK(budget.overrun() == right);
  CHECK_FALSE(charge(budget));
  return times;
}

}  // namespace

TEST_CASE("each kind of charge has its limit") {
  CHECK(charges([](TransferBudget& budget) { return budget.charge_header(std::string(50, 'x')); }, Overrun::headers) ==
        6);
  CHECK(charges([](TransferBudget& budget) { return budget.charge_header("a"); }, Overrun::headers) == 10);
  CHECK(charges([](TransferBudget& budget) { return budget.charge_header("HTTP/1.1 100 Continue\r\n"); },
                Overrun::headers) == 4);
  CHECK(charges([](TransferBudget& budget) { return budget.charge_document(100); }, Overrun::body) == 10);
  CHECK(charges([](TransferBudget& budget) { return budget.charge_wire(100); }, Overrun::body) == 20 + 1310);
  CHECK(charges([](TransferBudget& budget) { return budget.charge_document(std::string::npos); }, Overrun::body) == 0);
}

TEST_CASE("once something went over, nothing may be charged any more") {
  TransferBudget budget(kLimits, kStart);
  CHECK(budget.charge_document(1000));
  CHECK_FALSE(budget.charge_document(1));
  CHECK_FALSE(budget.charge_header("X: y\r\n"));
  CHECK_FALSE(budget.charge_wire(1));
  CHECK(budget.overrun() == Overrun::body);
}

TEST_CASE("the time runs from the first question on") {
  const TransferBudget budget(kLimits, kStart);
  CHECK(budget.time_left(kStart + 2s) == 3s);
  CHECK(budget.time_left(kStart + 7s) == -2s);
}

TEST_CASE("a document holds room for its limit and no more, and gives back what it does not need") {
  TransferBudget budget({.body_bytes = std::size_t{1} << 20U, .time = 5s}, kStart);
  DocumentReader reader(budget);
  CHECK(reader.take_header("HTTP/1.1 200 OK\r\n"));
  while (reader.take_body(std::string(1000, 'x'))) continue;
  CHECK(reader.trouble() == DocumentReader::Trouble::over_budget);
  CHECK(reader.document().capacity() == std::size_t{1} << 20U);

  TransferBudget another({.body_bytes = std::size_t{1} << 20U, .time = 5s}, kStart);
  DocumentReader small(another);
  CHECK(small.take_body(std::string(1000, 'x')));
  CHECK(small.document().capacity() < 2000);
}
