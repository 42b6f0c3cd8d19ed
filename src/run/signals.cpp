// SPDX-License-Identifier: MIT
#include "run/signals.hpp"

#include <sys/signalfd.h>
#include <unistd.h>

#include <csignal>

namespace placard {
namespace {

constexpr int kTaken[] = {SIGTERM, SIGINT, SIGQUIT, SIGHUP};

// What would end the program and is no fault of it. A full disk or a file at its limit is told where it is written.
constexpr int kIgnored[] = {SIGPIPE, SIGXFSZ,   SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM,
                            SIGPROF, SIGSTKFLT, SIGPOLL, SIGPWR,  SIGTTIN, SIGTTOU};

}  // namespace

Signals::Signals() {
  sigset_t set;
  sigemptyset(&set);
  for (const int signal : kTaken) sigaddset(&set, signal);
  pthread_sigmask(SIG_BLOCK, &set, nullptr);
  for (const int signal : kIgnored) std::signal(signal, SIG_IGN);
  for (int signal = SIGRTMIN; signal <= SIGRTMAX; ++signal) std::signal(signal, SIG_IGN);
  descriptor_ = signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
}

Signals::~Signals() {
  if (descriptor_ >= 0) close(descriptor_);
}

int Signals::next() {
  signalfd_siginfo info{};
  if (read(descriptor_, &info, sizeof info) != static_cast<ssize_t>(sizeof info)) return 0;
  return static_cast<int>(info.ssi_signo);
}

}  // namespace placard
