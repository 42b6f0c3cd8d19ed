// SPDX-License-Identifier: MIT
#include "sign/mailbox.hpp"

#include <sys/eventfd.h>
#include <unistd.h>

#include <cstdint>
#include <utility>

namespace placard {

Mailbox::Mailbox() : wake_(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {}

Mailbox::~Mailbox() {
  if (wake_ >= 0) close(wake_);
}

void Mailbox::post(Event event) {
  {
    const std::lock_guard lock(mutex_);
    waiting_.push_back(std::move(event));
  }
  wake();
}

void Mailbox::wake() noexcept {
  const std::uint64_t one = 1;
  // A full counter would already wake the reader.
  static_cast<void>(!write(wake_, &one, sizeof one));
}

std::vector<Event> Mailbox::drain() {
  std::uint64_t count = 0;
  static_cast<void>(!read(wake_, &count, sizeof count));
  const std::lock_guard lock(mutex_);
  return std::exchange(waiting_, {});
}

}  // namespace placard
