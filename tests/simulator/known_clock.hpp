// SPDX-License-Identifier: MIT
// What may be believed of a clock, a second time and without looking at the first: the list of all Date headers, and
// the rule read off it. Where the rule leaves room (a header 30 s off, rounding) both answers are right.
#pragma once

#include <algorithm>
#include <optional>
#include <vector>

#include "settings/settings.hpp"
#include "simulator/device.hpp"

namespace placard::test {

class KnownClock {
 public:
  ClockMode mode = ClockMode::checked;
  Instant certainly_past;  // what the true time is later than, for all the sign was ever told
  Instant told_of;         // the latest instant it was told of that is no nonsense

  void surely_saw(Instant instant) {
    certainly_past = std::max(certainly_past, instant);
    was_told_of(instant);
  }
  void was_told_of(Instant instant) { told_of = std::max(told_of, instant); }
  void heard(Instant date, bool verified, const Moment& moment) {
    headers_.push_back({date, date - std::chrono::floor<seconds>(moment.uptime), verified});
  }
  void forget_headers() { headers_.clear(); }
  /// The sign looks at its clocks. What the kernel says holds until a step of more than two seconds; one of more than
  /// five minutes does not count before servers agree.
  void looked(const Moment& moment) {
    const auto now = exact_at_boot(moment);
    if (sure_ && surely_held(moment)) return;
    if (word_ && is_large(now - *word_)) sure_ = sure_ && agreed_with(moment, 25);
    if (word_ && std::chrono::abs(now - *word_) > seconds(2)) word_.reset();
    if (!moment.synchronised) return;
    word_ = now;
    of_this_boot_.push_back(now);
  }
  /// Another process of the sign, which may know from the disk what `before` knew if it is the same boot.
  void follow(const KnownClock& before, bool same_boot) {
    if (same_boot) of_this_boot_ = before.of_this_boot_;
    sure_ = of_this_boot_.empty();
  }

  bool must_trust(const Moment& moment) const {
    return mode == ClockMode::system || must_vouch(moment) || (mode == ClockMode::rtc && moment.now > told_of);
  }
  bool may_trust(const Moment& moment) const {
    return mode == ClockMode::system || may_vouch(moment) || (mode == ClockMode::rtc && moment.now > certainly_past);
  }
  bool must_vouch(const Moment& moment) const {
    if (moment.synchronised || (sure_ && word_ && (surely_held(moment) || goes_on(*word_, moment)))) return true;
    if (mode == ClockMode::feed && last_two_agree(false)) return true;
    return last_two_agree(true) && near(last(true).at_boot, at_boot(moment), 25) &&
           near(last_but_one(true).at_boot, at_boot(moment), 25);
  }
  bool may_vouch(const Moment& moment) const {
    if (must_vouch(moment)) return true;
    for (const auto word : of_this_boot_) {
      if (std::chrono::abs(exact_at_boot(moment) - word) <= seconds(5) || is_large(exact_at_boot(moment) - word))
        return true;
    }
    for (std::size_t i = 0; i < headers_.size(); ++i) {
      for (std::size_t j = i + 1; j < headers_.size(); ++j) {
        if (!near(headers_[i].at_boot, headers_[j].at_boot, 31) || headers_[i].date == headers_[j].date) continue;
        if (mode == ClockMode::feed) return true;
        const bool both_verified = headers_[i].verified && headers_[j].verified;
        if (both_verified && near(headers_[j].at_boot, at_boot(moment), 31)) return true;
      }
    }
    return false;
  }
  /// Whether a sign may take `at` for the time.
  bool may_be(Instant at, const Moment& moment) const {
    const bool corrected = mode == ClockMode::feed && last_two_agree(false);
    if (corrected && !near(last(false).at_boot, at_boot(moment), 35)) {
      return near(at, last(false).at_boot + std::chrono::floor<seconds>(moment.uptime), 31);
    }
    if (sure_ && surely_held(moment) && mode != ClockMode::feed)
      return at == std::chrono::floor<seconds>(*word_ + moment.uptime);
    if (at == moment.now) return true;
    for (const auto word : of_this_boot_) {
      const bool held = mode != ClockMode::system && is_large(exact_at_boot(moment) - word);
      if (held && std::chrono::abs(at - (word + moment.uptime)) <= seconds(4)) return true;
    }
    return mode == ClockMode::feed && std::any_of(headers_.begin(), headers_.end(), [&](const Header& header) {
             return near(at, header.at_boot + std::chrono::floor<seconds>(moment.uptime), 2);
           });
  }

 private:
  struct Header {
    Instant date;
    Instant at_boot;
    bool verified;
  };

  static bool near(Instant a, Instant b, int most) { return std::chrono::abs(a - b) <= seconds(most); }
  static Instant at_boot(const Moment& moment) { return moment.now - std::chrono::floor<seconds>(moment.uptime); }

  using Exact = std::chrono::sys_time<milliseconds>;
  static Exact exact_at_boot(const Moment& moment) { return moment.now + moment.part - moment.uptime; }
  static bool is_large(milliseconds step) { return std::chrono::abs(step) > std::chrono::minutes(5); }
  static bool goes_on(Exact word, const Moment& moment) {
    return std::chrono::abs(exact_at_boot(moment) - word) <= seconds(2);
  }
  bool agreed_with(const Moment& moment, int most) const {
    return mode == ClockMode::system || (last_two_agree(false) && near(last(false).at_boot, at_boot(moment), most));
  }
  bool any_agrees_with(const Moment& moment) const {
    return std::any_of(headers_.begin(), headers_.end(),
                       [&](const Header& header) { return near(header.at_boot, at_boot(moment), 35); });
  }
  bool surely_held(const Moment& moment) const {
    const bool large = mode != ClockMode::system && word_ && is_large(exact_at_boot(moment) - *word_);
    return large && !any_agrees_with(moment);
  }

  std::vector<Header> of(bool verified) const {
    std::vector<Header> found;
    for (const Header& header : headers_) {
      if (header.verified || !verified) found.push_back(header);
    }
    return found;
  }
  Header last(bool verified) const { return of(verified).back(); }
  Header last_but_one(bool verified) const { return *(of(verified).end() - 2); }
  bool last_two_agree(bool verified) const {
    const auto all = of(verified);
    if (all.size() < 2) return false;
    const Header& a = *(all.end() - 2);
    const Header& b = all.back();
    return b.date > a.date && near(a.at_boot, b.at_boot, 25);
  }

  std::vector<Header> headers_;
  std::optional<Exact> word_;        // the kernel's, of the clock that goes on
  std::vector<Exact> of_this_boot_;  // … as any process of this boot had it
  bool sure_ = true;                 // whether the sign must go by word_
};

}  // namespace placard::test
