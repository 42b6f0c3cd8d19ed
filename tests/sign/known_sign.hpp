// SPDX-License-Identifier: MIT
// A sign without a display: what it knows, what it keeps and what it logs, put together as the running sign does.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "sign/apply_event.hpp"
#include "sign/conditions.hpp"
#include "sign/sources/polled_sources.hpp"
#include "view/view_at.hpp"

namespace placard::test {

class KnownSign {
 public:
  using Lines = std::vector<std::string>;

  KnownSign(const Venue& venue, KnowledgeRules rules, CacheSync::Write store)
      : cache_(std::move(store)), knowledge_(std::make_shared<const Venue>(venue), std::move(rules)) {}

  Lines restore(const CacheFolder& folder, const Moment& moment) {
    const auto may_read = [](const std::string&, const std::string&) { return true; };
    return cache_.restore(knowledge_, folder, may_read, moment, SourceSet::feeds_and_overrides, [] {});
  }
  /// Goes on where a sign with another config was.
  void adopt(const KnownSign& before, const Moment& moment) { knowledge_.adopt(before.knowledge_, moment); }
  Lines apply(const Event& event, const Moment& moment) {
    Knowledge next = knowledge_;
    placard::apply(event, next, moment);
    Lines lines = record(event, next, cache_, log_, moment, moment.uptime);
    knowledge_ = std::move(next);
    return lines;
  }
  View view(const Moment& moment) {
    knowledge_.apply_clock(moment);
    log_.note(clock_condition(knowledge_, moment), moment.uptime);
    return view_at(knowledge_.at(moment), knowledge_.now(moment));
  }
  Instant now(const Moment& moment) const { return knowledge_.now(moment); }
  bool knows_time(const Moment& moment) const { return knowledge_.clock_state(moment) == ClockState::known; }
  const SignSettings& sign() const { return knowledge_.sign(); }
  const Knowledge& knowledge() const { return knowledge_; }

 private:
  CacheSync cache_;
  ConditionLog log_;
  Knowledge knowledge_;
};

}  // namespace placard::test
