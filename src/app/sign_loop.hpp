// SPDX-License-Identifier: MIT
// The sign's life: sleep until something visible changes or news comes, then show what is true.
#pragma once

#include "app/clock.hpp"
#include "app/mailbox.hpp"
#include "app/picture.hpp"
#include "app/signals.hpp"
#include "app/venue.hpp"
#include "glass/display.hpp"
#include "glass/font_book.hpp"

namespace placard {

/// All that a running sign works with. Everything outlives the loop.
struct SignParts {
  const Clock& clock;
  Display& display;
  const FontBook& fonts;
  Mailbox& mailbox;
  Signals& signals;
  const Venue* venue = nullptr;  ///< null: the config can't be used
  std::string attention;         ///< what keeps the sign from working; "" if nothing
  std::string config_path;       ///< looked at again while the sign needs attention; "" if there is none
  std::string host;
  std::optional<WrittenTime> as_of;
  bool report = false;
};

/// Runs until a signal or a closed window (0), until the display is lost (kTryAgain), or, while the sign needs
/// attention, until the config changed (kStartOver). Main thread.
int run_sign(const SignParts& parts);

}  // namespace placard
