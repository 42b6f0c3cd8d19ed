// SPDX-License-Identifier: MIT
// Makes the document of what a server sends, within a budget: header line by header line, body piece by piece.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "fetch/transfer/gzip_decoder.hpp"
#include "fetch/transfer/transfer_budget.hpp"

namespace placard {

/// One answer, or several of which the last counts. One thread. Nothing here throws; `false` ends the transfer.
class DocumentReader {
 public:
  enum class Trouble { none, over_budget, damaged, out_of_memory };

  explicit DocumentReader(TransferBudget& budget) : budget_(budget) {}

  /// A line of a header, status line and trailers too. `damaged`: a packing other than gzip, which nobody asked for.
  bool take_header(std::string_view line) noexcept;
  /// A piece of the body, packed as the header says.
  bool take_body(std::string_view bytes) noexcept;

  /// No more comes. False, and `damaged`: what came is cut.
  bool end() noexcept;

  Trouble trouble() const { return trouble_; }
  /// Hands over what was read.
  std::string document() noexcept;

 private:
  bool fail(Trouble trouble) noexcept;
  bool note_packing(std::string_view line);
  bool unpack(std::string_view packed);
  bool append(std::string_view bytes);

  TransferBudget& budget_;
  GzipDecoder decoder_;
  std::string document_;
  bool gzip_ = false;
  bool begun_ = false;  // the body: what comes as a header now is a trailer
  Trouble trouble_ = Trouble::none;
};

}  // namespace placard
