// SPDX-License-Identifier: MIT
// What a sign is doing at this moment, and how its lives ended: a value of fixed layout that lies in a file, so that
// the next start can say what ended the last one.
#pragma once

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>

namespace placard {

/// Text in a room of its own; what is longer is cut between characters.
template <std::size_t Size>
class FixedText {
 public:
  FixedText() = default;
  explicit FixedText(std::string_view text) {
    std::size_t end = std::min(Size, text.size());
    const auto goes_on = [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; };
    while (end > 0 && end < text.size() && goes_on(text[end])) --end;
    std::copy_n(text.begin(), end, bytes_.begin());
  }
  std::string_view view() const {
    return {bytes_.data(), static_cast<std::size_t>(std::find(bytes_.begin(), bytes_.end(), '\0') - bytes_.begin())};
  }
  bool empty() const { return bytes_.front() == '\0'; }
  bool operator==(const FixedText&) const = default;

 private:
  std::array<char, Size> bytes_{};
};
using DigestText = FixedText<64>;     // SHA-256 in hexadecimal
using DocumentText = FixedText<240>;  // "the feed https://…"

/// What is done with bytes.
enum class Doing : std::uint8_t {
  nothing,
  reading,    ///< parsed and taken in, as they came
  restoring,  ///< the same of a copy on the disk
  painting,   ///< laid out and painted: all that is in use
};

/// How a life ended.
enum class Ending : std::uint8_t {
  none,           ///< without a word, or not yet
  signal,         ///< asked for
  window_closed,  ///< by somebody
  display_lost,
  nothing_shown,  ///< given up: nothing could be shown for too long
  never_begun,    ///< there was none yet
  no_resources,   ///< the system had no thread or descriptor to give
};

struct CrashRecord {
  struct Mark {
    DigestText digest;  ///< none while painting
    DocumentText document;
    Doing doing = Doing::nothing;
  };
  /// A document of which something may be on the glass.
  struct InUse {
    DigestText digest;
    DocumentText document;
    std::uint8_t painted = 0;  ///< a whole frame was painted with it in this life
  };
  /// Lives in a row that ended while a document was read or painted.
  struct Deaths {
    DigestText digest;
    std::uint8_t lives = 0;
    std::uint8_t guessed = 0;     ///< others may have been at fault
    std::uint8_t given_back = 0;  ///< it was passed over on a guess, and that was no help
    std::array<std::uint8_t, 5> unused{};
    std::int64_t passed_over_at = 0;  ///< uptime in ms of the start that first passed it over
  };

  FixedText<24> format;
  FixedText<40> boot;             ///< the kernel's id of the boot whose uptimes these are
  DigestText owner;               ///< of which folder of copies
  std::array<Deaths, 64> deaths;  ///< the newest last
  Ending ending = Ending::none;
  /// 1: a life before ended while something was marked, so what is new is painted one by one, with one mark at a time,
  /// until all has proven harmless.
  std::uint8_t careful = 0;
  std::array<Mark, 8> marks;          ///< one for each thread
  std::array<InUse, 32> in_use;       ///< what arrived last comes last
  std::array<DigestText, 64> proven;  ///< did no harm in this boot; the newest last
  std::array<std::uint8_t, 6> unused{};
};
static_assert(std::is_trivially_copyable_v<CrashRecord> && std::has_unique_object_representations_v<CrashRecord>);

/// The format of this version.
inline constexpr std::string_view kCrashRecordFormat = "placard crash record 1";

/// Puts `one` behind the last of a row that ends at its first free place; a full row loses its first.
template <typename Row, typename Free>
void push_last(Row& row, const typename Row::value_type& one, Free is_free) {
  auto at = std::find_if(row.begin(), row.end(), is_free);
  if (at == row.end()) at = std::move(row.begin() + 1, row.end(), row.begin());
  *at = one;
}

/// Takes those out of such a row of which `is_out` is true.
template <typename Row, typename Out>
void take_out(Row& row, Out is_out) {
  std::fill(std::remove_if(row.begin(), row.end(), is_out), row.end(), typename Row::value_type{});
}

}  // namespace placard
