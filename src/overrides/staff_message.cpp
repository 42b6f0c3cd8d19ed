// SPDX-License-Identifier: MIT
#include "overrides/staff_message.hpp"

#include <algorithm>

namespace placard {

std::string_view name_of(MessageLevel level) {
  switch (level) {
    case MessageLevel::takeover:
      return "takeover";
    case MessageLevel::warning:
      return "warning";
    case MessageLevel::notice:
      break;
  }
  return "notice";
}

void put_loudest_first(std::vector<StaffMessage>& messages) {
  std::reverse(messages.begin(), messages.end());
  std::stable_sort(messages.begin(), messages.end(), [](const StaffMessage& a, const StaffMessage& b) {
    return a.level != b.level ? a.level > b.level : a.since > b.since;
  });
}

}  // namespace placard
