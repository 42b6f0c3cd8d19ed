// SPDX-License-Identifier: MIT
#include "app/clock_trust.hpp"

#include <algorithm>

namespace placard {
namespace {

seconds whole_seconds(std::chrono::milliseconds span) {
  return std::chrono::floor<seconds>(span);
}

bool same(Instant a, Instant b) {
  return std::chrono::abs(a - b) <= kSameTime;
}

}  // namespace

void ClockTrust::saw(Instant instant) {
  newest_ = std::max(newest_, instant);
}

void ClockTrust::adopt(const ClockTrust& other) {
  newest_ = std::max(newest_, other.newest_);
  any_ = other.any_;
  verified_ = other.verified_;
}

void ClockTrust::hear(Opinion& opinion, Instant time, const Moment& moment) {
  if (opinion.time && time <= *opinion.time && same(*opinion.at_boot, time - whole_seconds(moment.uptime))) return;
  const Instant at_boot = time - whole_seconds(moment.uptime);
  const bool moved_on = opinion.time && time > *opinion.time;
  if (moved_on && same(at_boot, *opinion.at_boot)) {
    opinion.agreed = at_boot;
  } else if (opinion.agreed && !same(at_boot, *opinion.agreed)) {
    opinion.agreed.reset();
  }
  opinion.time = time;
  opinion.at_boot = at_boot;
}

std::optional<Instant> ClockTrust::agreed_now(const Opinion& opinion, const Moment& moment) {
  if (!opinion.agreed) return std::nullopt;
  return *opinion.agreed + whole_seconds(moment.uptime);
}

void ClockTrust::heard(const ServerDate& date, const Moment& moment) {
  hear(any_, date.time, moment);
  if (date.verified) hear(verified_, date.time, moment);
}

bool ClockTrust::trusted(const Moment& moment) const {
  if (mode_ == ClockMode::system || moment.synchronised) return true;
  if (mode_ == ClockMode::feed && any_.agreed) return true;
  const auto verified = agreed_now(verified_, moment);
  if (verified && same(*verified, moment.now)) return true;
  return mode_ == ClockMode::rtc && moment.now > newest_;
}

Instant ClockTrust::now(const Moment& moment) const {
  if (mode_ != ClockMode::feed) return moment.now;
  const auto agreed = agreed_now(any_, moment);
  return agreed && !same(*agreed, moment.now) ? *agreed : moment.now;
}

std::optional<seconds> ClockTrust::behind(const Moment& moment) const {
  if (!any_.at_boot) return std::nullopt;
  return *any_.at_boot + whole_seconds(moment.uptime) - moment.now;
}

}  // namespace placard
