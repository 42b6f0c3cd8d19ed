// SPDX-License-Identifier: MIT
#include "sign/sources/synchronisation.hpp"

namespace placard {

using std::chrono::abs;
using std::chrono::milliseconds;

namespace {

constexpr std::chrono::minutes kStepIsNews{1};
constexpr seconds kRounding{2};

}  // namespace

// Small steps are not followed while the kernel is silent: many of them would be a large one.
void Synchronisation::look(const Moment& moment, bool agreed) {
  if (held(moment, agreed)) return;
  const AtBoot now = at_boot(moment);
  if (in_force(moment) && abs(now - word_->at_boot) > kLargeStep) followed_ = {now - word_->at_boot, moment.uptime};
  if (moment.synchronised) {
    word_ = {now, moment.uptime};
  } else if (!keeps(moment)) {
    word_.reset();
  }
}

void Synchronisation::restore(AtBoot about, milliseconds heard, const Moment& moment) {
  if (heard > moment.uptime || (word_ && word_->heard >= heard)) return;
  const AtBoot now = at_boot(moment);
  const bool same = now >= about - kSmallStep && now <= about + kRounding + kSmallStep;
  word_ = {same ? now : about, heard};
}

bool Synchronisation::keeps(const Moment& moment) const {
  return in_force(moment) && abs(at_boot(moment) - word_->at_boot) <= kSmallStep;
}

std::optional<milliseconds> Synchronisation::heard(const Moment& moment, bool agreed) const {
  return keeps(moment) || held(moment, agreed) ? std::optional(word_->heard) : std::nullopt;
}

std::optional<Synchronisation::AtBoot> Synchronisation::held(const Moment& moment, bool agreed) const {
  if (agreed || !in_force(moment) || abs(at_boot(moment) - word_->at_boot) <= kLargeStep) return std::nullopt;
  return word_->at_boot;
}

std::optional<ClockStep> Synchronisation::step(const Moment& moment, bool agreed) const {
  if (const auto before = held(moment, agreed)) return ClockStep{at_boot(moment) - *before, false};
  if (followed_ && moment.uptime - followed_->at < kStepIsNews) return ClockStep{followed_->by, true};
  return std::nullopt;
}

}  // namespace placard
