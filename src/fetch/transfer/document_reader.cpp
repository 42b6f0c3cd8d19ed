// SPDX-License-Identifier: MIT
#include "fetch/transfer/document_reader.hpp"

#include <algorithm>
#include <exception>
#include <optional>
#include <utility>

namespace placard {
namespace {

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view space = " \t\r\n";
  const auto first = text.find_first_not_of(space);
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(space) - first + 1);
}

bool equal_but_for_case(std::string_view text, std::string_view lowered) {
  return std::equal(text.begin(), text.end(), lowered.begin(), lowered.end(),
                    [](char a, char b) { return lower(a) == b; });
}

bool is_any(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [text](std::string_view word) { return equal_but_for_case(text, word); });
}

// Nothing: the line is of another header.
std::optional<std::string_view> value_of(std::string_view line, std::string_view name) {
  const auto colon = line.find(':');
  if (colon == line.npos || !equal_but_for_case(trimmed(line.substr(0, colon)), name)) return std::nullopt;
  return trimmed(line.substr(colon + 1));
}

}  // namespace

bool DocumentReader::fail(Trouble trouble) noexcept {
  trouble_ = trouble;
  return false;
}

bool DocumentReader::take_header(std::string_view line) noexcept {
  if (!budget_.charge_header(line)) return fail(Trouble::over_budget);
  if (line.starts_with("HTTP/")) gzip_ = begun_ = false;
  return begun_ || note_packing(line) || fail(Trouble::damaged);
}

// libcurl would unpack the one layer on layer, each a thousand times its size; the other it leaves to us.
bool DocumentReader::note_packing(std::string_view line) {
  if (const auto transfer = value_of(line, "transfer-encoding")) return is_any(*transfer, {"", "chunked", "identity"});
  const auto content = value_of(line, "content-encoding");
  if (!content || is_any(*content, {"", "identity"})) return true;
  if (gzip_ || !is_any(*content, {"gzip", "x-gzip"})) return false;
  gzip_ = true;
  return true;
}

bool DocumentReader::take_body(std::string_view bytes) noexcept try {
  begun_ = true;
  if (budget_.overrun() != Overrun::none) return fail(Trouble::over_budget);
  return gzip_ ? unpack(bytes) : append(bytes);
} catch (const std::exception&) {
  return fail(Trouble::out_of_memory);
}

bool DocumentReader::unpack(std::string_view packed) {
  switch (decoder_.unpack(packed, [this](std::string_view piece) { return append(piece); })) {
    case GzipDecoder::Result::more:
      return true;
    case GzipDecoder::Result::stopped:
      return false;
    case GzipDecoder::Result::damaged:
      return fail(Trouble::damaged);
    case GzipDecoder::Result::out_of_memory:
      break;
  }
  return fail(Trouble::out_of_memory);
}

// A string that grows by doubling holds three times its bytes while it does. Room for all costs nothing until it is
// used.
bool DocumentReader::append(std::string_view bytes) {
  if (!budget_.charge_document(bytes.size())) return fail(Trouble::over_budget);
  if (document_.empty()) document_.reserve(budget_.limits().body_bytes);
  document_.append(bytes);
  return true;
}

bool DocumentReader::end() noexcept {
  return trouble_ != Trouble::none || !gzip_ || decoder_.whole() || fail(Trouble::damaged);
}

std::string DocumentReader::document() noexcept {
  if (document_.size() < document_.capacity() / 2) document_.shrink_to_fit();
  return std::move(document_);
}

}  // namespace placard
