// SPDX-License-Identifier: MIT
// What staff have a sign say beside, over or in place of the programme.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time/time.hpp"

namespace placard {

enum class MessageLevel {
  notice,    ///< a strip; the programme stays readable
  warning,   ///< a strong strip
  takeover,  ///< the whole glass, no programme
};

std::string_view name_of(MessageLevel level);

/// A text from staff.
struct StaffMessage {
  std::string id;  ///< "" if it has none
  MessageLevel level = MessageLevel::notice;
  std::string text;
  Instant since;                 ///< when it began to hold, as far as this sign knows
  std::optional<Instant> from;   ///< as written
  std::optional<Instant> until;  ///< when it ceases to hold; nothing: when it is removed
  std::string hidden_by = "";    ///< what stands in its place (overrides/hidden_by.hpp); "": nothing does

  bool operator==(const StaffMessage&) const = default;
};

/// A whole display in place of the programme.
struct Replacement {
  std::string title;
  std::string text;
  std::optional<Instant> until;
  std::string hidden_by = "";  ///< the takeover that stands in its place; "": none does

  bool operator==(const Replacement&) const = default;
};

}  // namespace placard
