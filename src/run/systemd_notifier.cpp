// SPDX-License-Identifier: MIT
#include "run/systemd_notifier.hpp"

#include <systemd/sd-daemon.h>

namespace placard {

SystemdNotifier::SystemdNotifier() {
  std::uint64_t microseconds = 0;
  if (sd_watchdog_enabled(0, &microseconds) > 0) {
    interval_ = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::microseconds(microseconds)) / 2;
  }
}

void SystemdNotifier::ready() {
  sd_notify(0, "READY=1");
}

void SystemdNotifier::alive(std::chrono::milliseconds now) {
  if (!interval_ || (last_alive_ && now - *last_alive_ < *interval_)) return;
  last_alive_ = now;
  sd_notify(0, "WATCHDOG=1");
}

void SystemdNotifier::status(const std::string& line) {
  if (line == status_) return;
  status_ = line;
  sd_notify(0, ("STATUS=" + line).c_str());
}

void SystemdNotifier::stopping() {
  sd_notify(0, "STOPPING=1");
}

}  // namespace placard
