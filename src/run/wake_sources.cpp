// SPDX-License-Identifier: MIT
#include "run/wake_sources.hpp"

#include <poll.h>

#include <csignal>

namespace placard {

Wake WakeSources::wait(std::chrono::milliseconds most, Mail mail) {
  pollfd sources[] = {{signals_.descriptor(), POLLIN, 0},
                      {mail == Mail::wakes ? mailbox_.descriptor() : -1, POLLIN, 0},
                      {clock_watch_.descriptor(), POLLIN, 0},
                      {display_.descriptor(), POLLIN, 0}};
  static_cast<void>(poll(sources, std::size(sources), static_cast<int>(most.count())));
  Wake wake;
  for (int signal = signals_.next(); signal != 0; signal = signals_.next()) {
    wake.polls_asked = wake.polls_asked || signal == SIGHUP;
    wake.end_asked = wake.end_asked || signal != SIGHUP;
  }
  wake.clock_set = clock_watch_.consume();
  wake.display = display_.take_events();
  return wake;
}

}  // namespace placard
