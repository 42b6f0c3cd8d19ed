#include "fetch/retry.hpp"

#include <algorithm>

namespace placard {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds kShortestInterval{20};
constexpr milliseconds kFirstRetry{15'000};
constexpr milliseconds kLongestRetryAfter = std::chrono::hours(1);

milliseconds scaled(milliseconds time, double factor) {
  return milliseconds(static_cast<milliseconds::rep>(static_cast<double>(time.count()) * factor));
}

milliseconds back_off(milliseconds interval, unsigned failures, milliseconds cap) {
  const bool quick_first = interval > kFirstRetry;
  if (quick_first && failures == 1) return kFirstRetry;
  const milliseconds limit = std::max(cap, interval);
  milliseconds delay = interval;
  for (unsigned doubled = quick_first ? 2 : 1; doubled < failures && delay < limit; ++doubled) delay *= 2;
  return std::min(delay, limit);
}

}  // namespace

milliseconds next_delay(const RetryState& state, double chance) {
  const milliseconds interval = std::max(state.interval, kShortestInterval);
  const milliseconds own_delay = state.failures == 0
                                     ? scaled(interval, 0.9 + 0.2 * chance)
                                     : scaled(back_off(interval, state.failures, state.cap), 1.0 - 0.2 * chance);
  if (!state.retry_after) return own_delay;
  const milliseconds servers_delay = std::clamp<milliseconds>(*state.retry_after, milliseconds(0), kLongestRetryAfter);
  return std::max(own_delay, scaled(servers_delay, 1.0 + 0.1 * chance));
}

}  // namespace placard
