// SPDX-License-Identifier: MIT
#include "fetch/transfer/transfer_budget.hpp"

namespace placard {
namespace {

// For small documents: an error page, or a login page before it.
constexpr std::size_t kSpareWireBytes = std::size_t{128} << 10;

}  // namespace

bool TransferBudget::charge(std::size_t& spent, std::size_t more, std::size_t limit, Overrun overrun) {
  const bool over = more > limit - spent;
  spent = over ? limit : spent + more;
  if (over && overrun_ == Overrun::none) overrun_ = overrun;
  return overrun_ == Overrun::none;
}

bool TransferBudget::charge_header(std::string_view line) {
  charge(header_bytes_, line.size(), limits_.header_bytes, Overrun::headers);
  charge(header_lines_, 1, limits_.header_lines, Overrun::headers);
  return charge(answers_, line.starts_with("HTTP/") ? 1 : 0, limits_.answers, Overrun::headers);
}

bool TransferBudget::charge_wire(std::size_t bytes) {
  return charge(wire_bytes_, bytes, 2 * limits_.body_bytes + kSpareWireBytes, Overrun::body);
}

bool TransferBudget::charge_document(std::size_t bytes) {
  return charge(document_bytes_, bytes, limits_.body_bytes, Overrun::body);
}

std::chrono::milliseconds TransferBudget::time_left(Steady::time_point now) const {
  return std::chrono::duration_cast<std::chrono::milliseconds>(end_ - now);
}

}  // namespace placard
