// SPDX-License-Identifier: MIT
#include "commands/staff/delay_times.hpp"

#include "commands/staff/typed_time.hpp"

namespace placard {
namespace {

constexpr std::chrono::minutes kUsualSpan{60};

}  // namespace

DelayReach reach_now(const StaffFile& file, const Override& delay, Instant from) {
  if (!file.schedule) return {};
  return reach_of_delay(with_session_changes(*file.schedule, file.said, from), delay,
                        lateness_begin(file.said, delay, from));
}

Instant end_of_delay(const StaffFile& file, const Override& delay, Instant from) {
  const DelayReach reach = reach_now(file, delay, from);
  if (!reach.end) return from + kUsualSpan;
  return reach.taken_up ? *reach.end : night_after(file, *reach.end);
}

}  // namespace placard
