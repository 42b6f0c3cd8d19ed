// SPDX-License-Identifier: MIT
#include "run/event_work.hpp"

#include "sign/apply_event.hpp"
#include "sign/documents.hpp"

namespace placard {

void EventWork::run() noexcept {
  State end = State::done;
  try {
    const auto document = document_of(event, next.venue()->settings);
    const CrashMark mark = document ? guard_.take_in(*document) : CrashMark(true);
    apply(event, next, moment);
  } catch (...) {
    failure_ = std::current_exception();
    end = State::failed;
  }
  state_.store(end, std::memory_order_release);
}

void EventWork::begin_again(const Knowledge& known) {
  Knowledge fresh = known;  // without memory for it the work stays failed
  next = std::move(fresh);
  changes_before = known.changes();
  failure_ = nullptr;
  state_ = State::waiting;
}

}  // namespace placard
