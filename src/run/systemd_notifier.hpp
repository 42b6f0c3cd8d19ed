// SPDX-License-Identifier: MIT
// Tells systemd that the sign is up, and that it lives. Without systemd nothing happens.
#pragma once

#include <chrono>
#include <optional>
#include <string>

namespace placard {

class SystemdNotifier {
 public:
  /// Reads what systemd asks for from the environment.
  SystemdNotifier();

  /// A frame was really presented for the first time.
  void ready();
  /// The glass shows what is true at `now` (any steady clock), and the fetch thread lives. Told half as often as asked.
  void alive(std::chrono::milliseconds now);
  /// One line for `systemctl status`, when it changed.
  void status(const std::string& line);
  /// The sign ends as it should.
  void stopping();

 private:
  std::optional<std::chrono::milliseconds> interval_;  // nothing: no watchdog
  std::optional<std::chrono::milliseconds> last_alive_;
  std::string status_;
};

}  // namespace placard
