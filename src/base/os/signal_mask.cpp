#include "base/os/signal_mask.hpp"

#include <csignal>
#include <initializer_list>

namespace placard {

void block_signals_in_this_thread() noexcept {
  sigset_t all;
  sigfillset(&all);
  for (const int fault : {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGTRAP}) sigdelset(&all, fault);
  pthread_sigmask(SIG_BLOCK, &all, nullptr);
}

}  // namespace placard
