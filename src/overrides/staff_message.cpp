// SPDX-License-Identifier: MIT
#include "overrides/staff_message.hpp"

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

}  // namespace placard
