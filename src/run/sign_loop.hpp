// SPDX-License-Identifier: MIT
// The sign's life: sleep until something visible changes or news comes, then show what is true.
#pragma once

#include <functional>
#include <string>

#include "base/os/clock.hpp"
#include "fetch/cache/crash_loop_guard.hpp"
#include "fetch/poller.hpp"
#include "run/config_watch.hpp"
#include "run/signals.hpp"
#include "run/supervisor.hpp"
#include "screen/display.hpp"
#include "screen/fonts/font_book.hpp"
#include "screen/presenter.hpp"
#include "sign/mailbox.hpp"
#include "sign/sign_state.hpp"

namespace placard {

/// All that a running sign works with. Everything outlives the loop.
struct SignParts {
  const Clock& clock;
  Display& display;
  const FontBook& fonts;
  Mailbox& mailbox;
  Signals& signals;
  Supervisor& supervisor;
  CrashLoopGuard& guard;
  ConfigWatch& config;
  SignState* state = nullptr;  ///< null: the config can't be used, or has no sign for this device
  std::string attention;       ///< what keeps the sign from working; "" if nothing
  TimeStyle times;             ///< of a sign that needs attention
  std::string host;
  std::string config_path;   ///< "": there is none
  std::string feed_address;  ///< fit to be shown
  /// Starts the polls; called once, at once or after the first frame. May return null.
  std::function<std::unique_ptr<Poller>()> start_polling;
  /// Reads the config that has changed. True: there is one to start over with.
  std::function<bool()> take_new_config;
  bool feed_is_local = false;  ///< it is read sooner than a frame is drawn
  bool report = false;
};

/// Runs until a signal or a closed window (0), until the display is lost or nothing can be shown any more (kTryAgain),
/// or until there is another config to start over with (kStartOver). Main thread.
int run_sign(const SignParts& parts);

}  // namespace placard
