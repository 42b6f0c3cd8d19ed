// SPDX-License-Identifier: MIT
#include "schedule/formats/reading/session_state.hpp"

#include "base/text/fold.hpp"

namespace placard {

void read_signup_status(json::ObjectReader& object, Session& session) {
  session.full = fold_name(object.text("signup_status").value_or("")) == "full";
}

SessionOutcome read_state(json::ObjectReader& object, std::string_view key, Session& session) {
  const std::string state = fold_name(object.text(key).value_or(""));
  for (const std::string_view off : {"cancelled", "canceled", "withdrawn"}) session.cancelled |= state == off;
  session.delayed |= state == "delayed";
  for (const std::string_view never : {"rejected", "declined", "pending", "submitted", "draft", "deleted"}) {
    if (state == never) return SessionOutcome::left_out;
  }
  return SessionOutcome::good;
}

}  // namespace placard
