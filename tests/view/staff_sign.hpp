// SPDX-License-Identifier: MIT
// A sign of the shipped config with overrides in force, read at ten to one.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "overrides/known.hpp"
#include "view/sign_input.hpp"
#include "view/view_at.hpp"

namespace placard::test {

class Sign {
 public:
  Sign(const std::string& room, const std::vector<std::string>& entries, Layout layout = Layout::room)
      : published_(ray_summit()),
        loaded_(std::make_shared<const LoadedOverrides>(known(entries, moment("12:50")))),
        input_(shipped_sign(room)) {
    input_.layout = layout;
    publish();
  }

  View at(Instant instant) { return view_at(input_, instant); }
  View at(const char* time) { return at(moment(time)); }

  // A feed update: all titles of the room Golden Gate B get a mark; the overrides stay.
  void update_feed() {
    for (Session& session : published_.sessions) session.title += " (2nd edition)";
    publish();
  }
  const Schedule& published() const { return published_; }

 private:
  void publish() {
    input_.schedule = std::make_shared<const Schedule>(published_);
    input_.staff = std::make_shared<const EffectiveSchedule>(input_.schedule, loaded_);
  }

  Schedule published_;
  std::shared_ptr<const LoadedOverrides> loaded_;
  ViewInput input_;
};

}  // namespace placard::test
