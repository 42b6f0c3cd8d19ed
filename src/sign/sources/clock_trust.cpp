// SPDX-License-Identifier: MIT
#include "sign/sources/clock_trust.hpp"

#include <algorithm>

namespace placard {
namespace {

template <typename A, typename B>
bool same(A a, B b) {
  return std::chrono::abs(a - b) <= kSameTime;
}

}  // namespace

void ClockTrust::note_lower_bound(Instant instant) {
  newest_ = std::max(newest_, instant);
}

void ClockTrust::note_seen(Instant instant, const std::string& boot) {
  if (boot.empty()) return;
  for (const auto& [other, seen] : seen_) {
    if (other != boot) note_lower_bound(std::min(seen, instant));
  }
  Instant& latest = seen_.try_emplace(boot, instant).first->second;
  latest = std::max(latest, instant);
}

void ClockTrust::adopt(const ClockTrust& other) {
  newest_ = std::max(newest_, other.newest_);
  seen_ = other.seen_;
  synchronisation_ = other.synchronisation_;
  any_ = other.any_;
  verified_ = other.verified_;
}

void ClockTrust::add(Estimate& estimate, Instant time, const Moment& moment) {
  const Exact at_boot = time - moment.uptime;
  if (estimate.time && time <= *estimate.time && same(*estimate.at_boot, at_boot)) return;
  const bool moved_on = estimate.time && time > *estimate.time;
  if (moved_on && same(at_boot, *estimate.at_boot)) {
    estimate.agreed = at_boot;
  } else if (estimate.agreed && !same(at_boot, *estimate.agreed)) {
    estimate.agreed.reset();
  }
  estimate.time = time;
  estimate.at_boot = at_boot;
}

std::optional<ClockTrust::Exact> ClockTrust::agreed_now(const Estimate& estimate, const Moment& moment) {
  if (!estimate.agreed) return std::nullopt;
  return *estimate.agreed + moment.uptime;
}

void ClockTrust::add_server_date(const ServerDate& date, const Moment& moment) {
  add(any_, date.time, moment);
  if (date.verified) add(verified_, date.time, moment);
}

// Whether a second source agrees with the device's clock. Whoever watches over it is one.
bool ClockTrust::seconded(const Moment& moment) const {
  if (mode_ == ClockMode::system) return true;
  const auto agreed = agreed_now(any_, moment);
  return agreed && same(*agreed, moment.now + moment.part);
}

void ClockTrust::look(const Moment& moment) {
  synchronisation_.look(moment, seconded(moment));
}

void ClockTrust::restore_synchronised(Synchronisation::AtBoot about, std::chrono::milliseconds heard,
                                      const Moment& moment) {
  synchronisation_.restore(about, heard, moment);
}

std::optional<std::chrono::milliseconds> ClockTrust::synchronised_at(const Moment& moment) const {
  if (corrected_by_server(moment)) return std::nullopt;
  return synchronisation_.heard(moment, seconded(moment));
}

bool ClockTrust::vouched(const Moment& moment) const {
  if (moment.synchronised || synchronised_at(moment)) return true;
  if (mode_ == ClockMode::feed && any_.agreed) return true;
  const auto verified = agreed_now(verified_, moment);
  return verified && same(*verified, moment.now + moment.part);
}

bool ClockTrust::trusted(const Moment& moment) const {
  if (mode_ == ClockMode::system || vouched(moment)) return true;
  const bool has_chip = moment.chip == ClockChip::agrees || moment.chip == ClockChip::unknown;
  return mode_ == ClockMode::rtc && has_chip && moment.now > newest_;
}

std::optional<ClockTrust::Exact> ClockTrust::corrected_by_server(const Moment& moment) const {
  const auto agreed = mode_ == ClockMode::feed ? agreed_now(any_, moment) : std::nullopt;
  return agreed && !same(*agreed, moment.now + moment.part) ? agreed : std::nullopt;
}

Moment ClockTrust::corrected(Moment moment) const {
  auto exact = corrected_by_server(moment);
  const auto held = synchronisation_.held(moment, seconded(moment));
  if (!exact && held) exact = *held + moment.uptime;
  if (!exact) return moment;
  moment.now = std::chrono::floor<seconds>(*exact);
  moment.part = *exact - moment.now;
  return moment;
}

Instant ClockTrust::now(const Moment& moment) const {
  return corrected(moment).now;
}

std::optional<seconds> ClockTrust::behind(const Moment& moment) const {
  if (!any_.at_boot) return std::nullopt;
  return std::chrono::round<seconds>(*any_.at_boot + moment.uptime - (moment.now + moment.part));
}

}  // namespace placard
