// SPDX-License-Identifier: MIT
#include "schedule/slot_pairs.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace placard {
namespace {

using Indexes = std::vector<std::size_t>;

class Pairing {
  struct Group {
    Indexes before, now;
  };
  template <class KeyOf>
  auto groups(const KeyOf& key_of) const {
    std::unordered_map<std::decay_t<decltype(key_of(before_.front()))>, Group> found;
    for (const std::size_t i : left_) found[key_of(before_[i])].before.push_back(i);
    for (const std::size_t i : new_) {
      const auto group = found.find(key_of(now_[i]));
      if (group != found.end()) group->second.now.push_back(i);
    }
    return found;
  }

 public:
  Pairing(const std::vector<Slot>& before, const std::vector<Slot>& now)
      : before_(before), now_(now), partners_(before.size()) {
    for (std::size_t i = 0; i < before.size(); ++i) left_.push_back(i);
    for (std::size_t i = 0; i < now.size(); ++i) new_.push_back(i);
  }

  void pair_only_one() {
    if (left_.size() == 1 && new_.size() == 1) pair(left_.front(), new_.front());
    drop_paired();
  }

  // Those that alone have something in common.
  template <class KeyOf>
  void pair_by(const KeyOf& key_of) {
    for (const auto& [key, group] : groups(key_of)) {
      if (group.before.size() == 1 && group.now.size() == 1) pair(group.before.front(), group.now.front());
    }
    drop_paired();
  }

  void pair_in_rooms() {
    for (const auto& [room, group] : groups([](const Slot& slot) { return slot.room; })) {
      pair_nearest(group.before, group.now);
    }
    drop_paired();
  }
  void pair_nearest() { pair_nearest(left_, new_); }

  std::vector<std::optional<std::size_t>> take() { return std::move(partners_); }

 private:
  static void sort_by_start(Indexes& indexes, const std::vector<Slot>& slots) {
    std::stable_sort(indexes.begin(), indexes.end(),
                     [&slots](std::size_t a, std::size_t b) { return slots[a].start < slots[b].start; });
  }
  void pair_nearest(const Indexes& left, const Indexes& new_ones) {
    if (left.size() == new_ones.size()) return pair_in_order(left, new_ones);
    const bool fewer_before = left.size() < new_ones.size();
    Indexes fewer = fewer_before ? left : new_ones;
    const std::vector<Slot>& slots = fewer_before ? before_ : now_;
    const std::vector<Slot>& others = fewer_before ? now_ : before_;
    std::multimap<Instant, std::size_t> rest;
    for (const std::size_t i : fewer_before ? new_ones : left) rest.emplace(others[i].start, i);
    sort_by_start(fewer, slots);
    for (const std::size_t i : fewer) {
      const auto nearest = nearest_to(slots[i].start, rest);
      fewer_before ? pair(i, nearest->second) : pair(nearest->second, i);
      rest.erase(nearest);
    }
  }
  void pair_in_order(Indexes before, Indexes now) {
    sort_by_start(before, before_);
    sort_by_start(now, now_);
    for (std::size_t i = 0; i < before.size(); ++i) pair(before[i], now[i]);
  }
  static std::multimap<Instant, std::size_t>::iterator nearest_to(Instant start,
                                                                  std::multimap<Instant, std::size_t>& rest) {
    const auto after = rest.lower_bound(start);
    if (after == rest.begin()) return after;
    const auto before = std::prev(after);
    return after == rest.end() || start - before->first <= after->first - start ? before : after;
  }
  void pair(std::size_t before, std::size_t now) {
    partners_[before] = now;
    taken_.push_back(now);
  }
  void drop_paired() {
    std::erase_if(left_, [this](std::size_t i) { return partners_[i].has_value(); });
    std::sort(taken_.begin(), taken_.end());
    std::erase_if(new_, [this](std::size_t i) { return std::binary_search(taken_.begin(), taken_.end(), i); });
  }

  const std::vector<Slot>& before_;
  const std::vector<Slot>& now_;
  std::vector<std::optional<std::size_t>> partners_;
  Indexes left_, new_, taken_;
};

}  // namespace

std::vector<std::optional<std::size_t>> pair_slots(const std::vector<Slot>& before, const std::vector<Slot>& now,
                                                   SlotsOf what) {
  Pairing pairing(before, now);
  if (before.empty() || now.empty()) return pairing.take();
  pairing.pair_only_one();
  pairing.pair_by([](const Slot& slot) { return slot.start.time_since_epoch().count(); });
  pairing.pair_by([](const Slot& slot) { return slot.room; });
  pairing.pair_only_one();
  pairing.pair_in_rooms();
  pairing.pair_only_one();
  if (what == SlotsOf::one_talk) pairing.pair_nearest();
  return pairing.take();
}

}  // namespace placard
