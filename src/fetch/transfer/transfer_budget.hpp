// SPDX-License-Identifier: MIT
// All that one peer may cost us for one document, redirects included, counted in one place. Pure.
#pragma once

#include <chrono>
#include <cstddef>
#include <string_view>

namespace placard {

/// Honest servers need a few hundred bytes in a few dozen lines, and one answer for each redirect.
struct TransferLimits {
  std::size_t body_bytes = 0;         ///< of the document, unpacked
  std::chrono::milliseconds time{0};  ///< from the first question to the last byte
  std::size_t header_bytes = std::size_t{128} << 10;
  std::size_t header_lines = 1000;  ///< trailers and interim answers included
  std::size_t answers = 16;         ///< interim ones included
};

/// What went over first.
enum class Overrun { none, headers, body };

/// One thread. Every charge gives whether all is still within the limits.
class TransferBudget {
 public:
  using Steady = std::chrono::steady_clock;

  TransferBudget(const TransferLimits& limits, Steady::time_point start) : limits_(limits), end_(start + limits.time) {}

  /// A line of a header or trailer; one that begins an answer counts it.
  bool charge_header(std::string_view line);
  /// Bytes of a body as they came: packed, with all that frames them, of whatever answer. Twice the document's.
  bool charge_wire(std::size_t bytes);
  /// Bytes of the document.
  bool charge_document(std::size_t bytes);

  Overrun overrun() const { return overrun_; }
  const TransferLimits& limits() const { return limits_; }
  /// Below zero when it is over.
  std::chrono::milliseconds time_left(Steady::time_point now) const;

 private:
  bool charge(std::size_t& spent, std::size_t more, std::size_t limit, Overrun overrun);

  TransferLimits limits_;
  Steady::time_point end_;
  std::size_t header_bytes_ = 0, header_lines_ = 0, answers_ = 0, wire_bytes_ = 0, document_bytes_ = 0;
  Overrun overrun_ = Overrun::none;
};

}  // namespace placard
