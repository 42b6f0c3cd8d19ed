// SPDX-License-Identifier: MIT
// Holds every view of a simulated sign to what the sign may know: "no frame claims more than was known".
#pragma once

#include <string>
#include <vector>

#include "settings/settings.hpp"
#include "simulator/known_clock.hpp"
#include "simulator/known_feed.hpp"
#include "simulator/known_staff.hpp"
#include "view/plain_rules.hpp"

namespace placard::test {

class Judge {
 public:
  explicit Judge(const Settings& settings) : feeds(settings.feeds.size()) { use(settings); }
  /// Another config of the same feeds.
  void use(const Settings& settings) {
    settings_ = &settings;
    clock.mode = settings.clock;
  }

  KnownClock clock;
  std::vector<KnownFeed> feeds;
  KnownStaff staff;

  /// What is wrong with a view asked for now; "" if nothing.
  std::string fault_of(const View& view, const Device& device) const;
  /// What is wrong with the glass when `view` is still on it and the sign takes `at` for the time; a second late is
  /// not.
  std::string fault_of_glass(const View& view, Instant at, const Device& device) const;

 private:
  struct Age {
    seconds least{0};   // no fresher than this
    bool exact = true;  // … and no older
    bool known = true;  // nobody can tell: then it must count as old
  };
  Schedule schedule_at(Instant at, const Device& device) const;
  Age age_of(const KnownFeed& feed, Instant at, const Device& device) const;
  Age age(Instant at, const Device& device) const;
  Freshness step(seconds age) const;
  std::string fault_in_clock(const View& view, const Device& device) const;
  std::string fault_in_freshness(const View& view, Instant at, const Device& device, seconds late) const;
  std::string fault_in_facts(const View& view, Instant at, const Device& device) const;
  std::string fault_in_absent(const View& view, const Facts& facts, const Schedule& schedule, Instant at) const;
  std::string fault_in_countdown(const View& view) const;
  std::string fault_in_messages(const View& view, Instant at, const Device& device) const;
  std::string fault_of_both(const View& view, Instant at, const Device& device, seconds late) const;
  bool part_is_missing() const;
  bool has_notes_here() const;

  const Settings* settings_ = nullptr;
};

}  // namespace placard::test
