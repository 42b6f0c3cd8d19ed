// SPDX-License-Identifier: MIT
// What a simulated sign keeps on its disk, and what it may know of it after a restart.
#include "sign/sources/source_identity.hpp"
#include "simulator/simulation.hpp"

namespace placard::test {
namespace {

using namespace std::chrono_literals;

std::string feed_name(const Settings& settings, std::size_t feed, const char* kind = "feed") {
  return cache_file(kind, feed_identity(settings, feed, ReadOn::device_clock));
}

std::string staff_name(const Settings& settings) {
  return cache_file("overrides", overrides_identity(settings, ReadOn::device_clock));
}

}  // namespace

void Simulation::restore_knowledge(bool reload) {
  const auto told = [this](const Disk::Generations& generations) {
    for (const auto* kept : {&generations.older, &generations.newest}) {
      if (*kept && (*kept)->proof.told) judge_.clock.was_told_of(*(*kept)->proof.told);
    }
  };
  const Instant truly = std::chrono::floor<seconds>(device_.now);
  for (std::size_t i = 0; i < settings_.feeds.size(); ++i) {
    const Disk::Generations copies = disk_.of(feed_name(settings_, i));
    const Disk::Generations good = disk_.of(feed_name(settings_, i, "good"));
    told(copies);
    told(good);
    const bool known = judge_.feeds[i].shown() != nullptr;
    for (const auto* copy : {&copies.older, &copies.newest}) {
      if (!*copy) continue;
      const Kept& kept = **copy;
      std::vector<GoodProof> proofs = {kept.proof};
      const bool newest = copy == &copies.newest || !copies.newest;
      for (const auto* other : {&good.older, &good.newest}) {
        if (newest && *other && (*other)->document.bytes == kept.document.bytes) proofs.push_back((*other)->proof);
      }
      const bool vouched = kept.proof.told && kept.copy.good.vouched;
      if (newest && vouched && proofs.size() == 1) judge_.clock.surely_saw(*kept.proof.told);
      const auto generated = kept.document.edition->generated_at;
      if (generated && *generated < truly + 1h) judge_.clock.was_told_of(*generated);
      if (!known) judge_.feeds[i].restore(kept.document, kept.notes, proofs, believed());
    }
  }
  const auto& messages = disk_.of(staff_name(settings_));
  const auto& newest = messages.newest ? messages.newest : messages.older;
  if (!newest) return;
  told(messages);
  if (!reload) judge_.staff.restore(newest->entries);
}

void Simulation::take_to_disk() {
  for (auto& [name, copy] : std::exchange(to_keep_, {})) {
    Kept kept{copy, {}, {device_.now, copy.good.time, device_.boots}, {}, {}};
    if (name == staff_name(settings_)) {
      const bool right = copy.good.time && std::chrono::abs(*copy.good.time - device_.now) < 3s;
      for (StaffEntry entry : judge_.staff.known()) {
        entry.clock_was_right = right && (!entry.restored || entry.clock_was_right);
        entry.restored = true;
        kept.entries.push_back(entry);
      }
    }
    for (std::size_t i = 0; i < settings_.feeds.size(); ++i) {
      if (name != feed_name(settings_, i) && name != feed_name(settings_, i, "good")) continue;
      kept.document = judge_.feeds[i].document();
      kept.notes = judge_.feeds[i].notes();
      if (!judge_.feeds[i].proofs().empty()) kept.proof.truly = judge_.feeds[i].proofs().front().truly;
      fail(kept_too_well(kept, judge_.feeds[i]));
      if (copy.good.boot != device_.boot()) kept.proof.boot = 0;
    }
    disk_.keep(name, std::move(kept));
  }
  plan(device_.now + milliseconds(chance_.below(3000)), [this, process = process_] {
    if (process == process_) disk_.write_all();
  });
}

// What is written of the age of a copy is never younger than it is.
std::string Simulation::kept_too_well(const Kept& kept, const KnownFeed& feed) const {
  const GoodTime& good = kept.copy.good;
  if (!kept.copy.bytes.empty() && kept.copy.bytes != feed.document().bytes)
    return "other bytes are kept than are shown";
  if (good.time && !judge_.clock.may_trust(device_.moment())) return "a time is kept that nobody vouches for";
  if (good.vouched && !judge_.clock.may_vouch(device_.moment())) return "a time is kept as vouched for that is not";
  std::optional<TrueTime> this_boot;
  std::optional<Instant> told;
  for (const GoodProof& proof : feed.proofs()) {
    if (proof.boot == device_.boots) this_boot = std::max(this_boot.value_or(proof.truly), proof.truly);
    if (proof.told) told = std::max(told.value_or(*proof.told), *proof.told);
  }
  if (this_boot) {
    const bool late = good.uptime > *this_boot - device_.booted;
    const bool late_told = good.time && *good.time > believed() - std::chrono::floor<seconds>(device_.now - *this_boot);
    return late || late_told ? "a copy is kept as younger than it is" : "";
  }
  const bool young = good.boot == device_.boot() || (good.time && (!told || *good.time > *told));
  return young ? "a copy from before this boot is kept as good since" : "";
}

}  // namespace placard::test
