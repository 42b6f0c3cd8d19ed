#include "fetch/poller.hpp"

#include <algorithm>
#include <utility>

#include "base/os/clock.hpp"

namespace placard {
namespace {

using Lane = std::vector<Source>;

constexpr std::size_t kMostUrlLanes = 8;

// So much later than a file that is delivered at once: a message that lies on this device is on the glass with the
// first frame.
constexpr std::chrono::milliseconds kAfterMessages{10};

bool is_url(const Source& source) {
  const AddressKind kind = address_kind(source.address);
  return kind == AddressKind::http || kind == AddressKind::https;
}

// Those delivered at once come first. Without any source there is still a heart to beat.
std::vector<Lane> lanes_of(std::vector<Source> sources) {
  std::vector<Lane> at_once, urls;
  Lane files;
  std::size_t number = 0;
  for (Source& source : sources) {
    if (source.delivery == Delivery::at_once) {
      at_once.emplace_back().push_back(std::move(source));
    } else if (is_url(source)) {
      if (urls.size() < kMostUrlLanes) urls.emplace_back();
      urls[number++ % kMostUrlLanes].push_back(std::move(source));
    } else {
      files.push_back(std::move(source));
    }
  }
  std::vector<Lane> lanes = std::move(at_once);
  if (!files.empty()) lanes.push_back(std::move(files));
  std::move(urls.begin(), urls.end(), std::back_inserter(lanes));
  if (lanes.empty()) lanes.emplace_back();
  return lanes;
}

bool is_local_message(const Source& source) {
  return source.delivery == Delivery::at_once && address_kind(source.address) == AddressKind::path;
}

}  // namespace

Poller::Poller(std::vector<Source> sources, OnResult on_result) : listener_(std::move(on_result)) {
  const auto now = steady_now();
  const bool messages_first = std::any_of(sources.begin(), sources.end(), is_local_message);
  for (Lane& lane : lanes_of(std::move(sources))) {
    const bool waits = messages_first && !lane.empty() && lane.front().delivery == Delivery::in_turn;
    lanes_.push_back(std::make_unique<PollLane>(std::move(lane), listener_, waits ? now + kAfterMessages : now));
  }
  for (const auto& lane : lanes_) lane->start();
}

// All are told before the first is waited for.
Poller::~Poller() {
  for (const auto& lane : lanes_) lane->stop();
}

void Poller::poll_now() noexcept {
  for (const auto& lane : lanes_) lane->poll_now();
}

std::int64_t Poller::last_beat() const noexcept {
  std::int64_t oldest = lanes_.front()->last_beat();
  for (const auto& lane : lanes_) oldest = std::min(oldest, lane->last_beat());
  return oldest;
}

}  // namespace placard
