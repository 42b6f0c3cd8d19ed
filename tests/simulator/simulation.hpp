// SPDX-License-Identifier: MIT
// A sign's life on virtual time: everything of the program but curl and SDL, among organisers, servers, a disk and a
// clock that do what a seed says. After every event the judge looks at the view, before every event at the glass.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "sign/known_sign.hpp"
#include "simulator/disk.hpp"
#include "simulator/judge.hpp"
#include "simulator/server.hpp"

namespace placard::test {

/// How a simulated life is told and how long it lasts.
struct LifeRules {
  std::chrono::minutes lasts{240};
  bool told = false;    // every event as a line
  bool mishaps = true;  // else servers, clock, disk and power are well, and only the organiser is busy
  std::optional<seconds> poll;
  std::optional<ClockMode> mode;
  std::chrono::minutes edit_every{25};  // about
};

struct LifeTold {
  std::string fault;  // "" if there was none
  std::vector<std::string> events;
  std::size_t polls = 0, edits = 0, views = 0, restarts = 0, steps = 0;
};

class Simulation {
 public:
  /// Keeps copies under `folder`, which is new.
  Simulation(std::uint64_t seed, const std::string& folder, const LifeRules& rules);
  LifeTold run();

 private:
  struct Source {  // of the fetch thread
    unsigned failures = 0;
    std::optional<std::string> held;  // the bytes it has validators of
    TrueTime held_since{};
    Document document;  // what the last good answer was
    int asked = 0;
  };
  using Event = std::function<void()>;

  // Of the surroundings.
  void plan(TrueTime at, Event event) { events_.emplace(at, std::move(event)); }
  void plan_again(std::chrono::minutes about, const std::function<void()>& what);
  milliseconds about(std::chrono::minutes time) {
    return milliseconds(1 + chance_.below(2 * static_cast<std::uint64_t>(milliseconds(time).count())));
  }
  void plan_surroundings();
  void edit_feed();
  void edit_staff();
  void change_clock();
  void set_clock();
  void end_life();
  void cut_power();
  void tell(const std::string& line);

  // Of the sign.
  std::unique_ptr<Venue> make_venue();
  void begin_life(bool reload);
  void restore_knowledge(bool reload);
  void start_polling();
  void ask_feed(std::size_t feed);
  void hear_feed(std::size_t feed, const RawResponse& answer);
  void ask_staff();
  void look_at_clock();
  void show();
  void check_promised_change(const View& view);
  void take_to_disk();
  std::string kept_too_well(const Kept& kept, const KnownFeed& feed) const;
  void fail(const std::string& fault);
  Instant believed() const { return state_->now(device_.moment()); }

  Chance chance_;
  LifeRules rules_;
  LifeTold told_;
  Device device_;
  std::multimap<TrueTime, Event> events_;
  std::vector<Organiser> organisers_;
  std::vector<Server> servers_;
  std::optional<StaffEntries> staff_file_;
  std::size_t staff_serial_ = 0;
  bool staff_down_ = false;
  Disk disk_;

  Settings settings_;
  std::unique_ptr<Venue> venue_;
  std::unique_ptr<KnownSign> state_;
  Judge judge_;
  std::vector<Source> sources_;
  std::optional<std::string> staff_held_;
  unsigned staff_failures_ = 0;
  std::vector<std::pair<std::string, CachedCopy>> to_keep_;
  int life_ = 0;
  int process_ = 0;
  int boot_ = 0;
  int wake_ = 0;
  std::optional<View> glass_;
  bool knows_more_ = true;  // since the glass was drawn something else than time went on
};

}  // namespace placard::test
