// SPDX-License-Identifier: MIT
// Signals as something poll() can wait for.
#pragma once

namespace placard {

/// Blocks SIGTERM, SIGINT, SIGQUIT and SIGHUP for this thread and all it starts and makes them readable; ignores what
/// else would end a program from outside. Create it before any thread.
class Signals {
 public:
  Signals();
  ~Signals();
  Signals(const Signals&) = delete;
  Signals& operator=(const Signals&) = delete;

  /// -1: the system has none to give.
  int descriptor() const { return descriptor_; }
  /// The next signal that came; 0: none.
  int next();

 private:
  int descriptor_ = -1;
};

}  // namespace placard
