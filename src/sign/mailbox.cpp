// SPDX-License-Identifier: MIT
#include "sign/mailbox.hpp"

#include <sys/eventfd.h>
#include <unistd.h>

#include <cstdint>
#include <utility>

namespace placard {

Mailbox::Mailbox() : event_(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {}

Mailbox::~Mailbox() {
  if (event_ >= 0) close(event_);
}

void Mailbox::post(Event heard) {
  {
    const std::lock_guard lock(mutex_);
    waiting_.push_back(std::move(heard));
  }
  const std::uint64_t one = 1;
  // A full counter would already wake the reader.
  static_cast<void>(!write(event_, &one, sizeof one));
}

std::vector<Event> Mailbox::drain() {
  std::uint64_t count = 0;
  static_cast<void>(!read(event_, &count, sizeof count));
  const std::lock_guard lock(mutex_);
  return std::exchange(waiting_, {});
}

}  // namespace placard
