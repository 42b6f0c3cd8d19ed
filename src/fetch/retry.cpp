#include "fetch/retry.hpp"

#include <algorithm>

namespace placard {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds kShortestInterval{20};
constexpr milliseconds kFirstRetry{15'000};
constexpr milliseconds kShortestRest{1'000};  // after an attempt that took all the time there was

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
                                     : scaled(back_off(interval, state.failures, state.limits.cap), 1.0 - 0.2 * chance);
  const milliseconds longest =
      std::max(std::max(state.limits.most_apart, interval) - state.spent, std::min(own_delay, kShortestRest));
  if (!state.retry_after) return std::min(own_delay, longest);
  const milliseconds servers_delay =
      std::clamp<milliseconds>(*state.retry_after, milliseconds(0), state.limits.retry_after);
  return std::min(std::max(own_delay, scaled(servers_delay, 1.0 + 0.1 * chance)), longest);
}

}  // namespace placard
