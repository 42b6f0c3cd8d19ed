// SPDX-License-Identifier: MIT
// What happens around a simulated sign.
#include <fmt/chrono.h>

#include "simulator/simulation.hpp"

namespace placard::test {
namespace {

using namespace std::chrono_literals;

std::string at(TrueTime time) {
  return fmt::format("{:%m-%d %H:%M:%S}",
                     fmt::gmtime(std::chrono::system_clock::to_time_t(std::chrono::floor<seconds>(time))));
}

}  // namespace

void Simulation::tell(const std::string& line) {
  if (rules_.told) told_.events.push_back(at(device_.now) + "  " + line);
}

void Simulation::fail(const std::string& fault) {
  if (fault.empty() || !told_.fault.empty()) return;
  told_.fault = at(device_.now) + ": " + fault;
}

void Simulation::plan_again(std::chrono::minutes usually, const std::function<void()>& what) {
  plan(device_.now + about(usually), [this, usually, what] {
    what();
    plan_again(usually, what);
  });
}

void Simulation::plan_surroundings() {
  plan_again(rules_.edit_every, [this] { edit_feed(); });
  plan_again(7min, [this] {
    if (told_.fault.empty()) show();  // a look at any time
  });
  if (!rules_.mishaps) return;
  plan_again(20min, [this] { edit_staff(); });
  plan_again(45min, [this] {
    const std::size_t i = chance_.below(servers_.size());
    tell(fmt::format("server {}: {}", i, servers_[i].change_mood()));
  });
  plan_again(50min, [this] { change_clock(); });
  plan_again(60min, [this] { end_life(); });
  plan_again(80min, [this] {
    disk_.broken = !disk_.broken && chance_.one_in(2);
    tell(disk_.broken ? "the disk can't be written" : "the disk is well");
    if (!disk_.broken && chance_.one_in(3)) tell("a bit falls over in " + disk_.rot(chance_));
  });
}

void Simulation::edit_feed() {
  const std::size_t i = chance_.below(organisers_.size());
  ++told_.edits;
  tell(fmt::format("organiser {} {}", i, organisers_[i].edit(std::chrono::floor<seconds>(device_.now))));
}

void Simulation::edit_staff() {
  staff_down_ = chance_.one_in(6);
  if (staff_down_) return tell("the messages can't be had");
  if (!staff_file_) staff_file_.emplace();
  if (chance_.one_in(8)) {
    staff_file_.reset();
    return tell("staff remove the file");
  }
  if (!staff_file_->empty() && chance_.one_in(3)) {
    tell("staff take back " + staff_file_->front().text);
    staff_file_->erase(staff_file_->begin());
    return;
  }
  static const std::vector<std::string> levels = {"notice", "notice", "warning", "takeover", ""};
  StaffEntry entry;
  entry.level = chance_.of(levels);
  entry.text = "Message " + std::to_string(++staff_serial_);
  if (entry.cancels()) entry.text = organisers_.front().any_title();
  const Instant now = std::chrono::floor<seconds>(device_.now);
  if (chance_.one_in(2) && entry.level != "takeover")
    entry.from = now + seconds(static_cast<std::int64_t>(chance_.below(3600)) - 900);
  if (chance_.one_in(2)) entry.until = entry.from.value_or(now) + seconds(60 + chance_.below(7200));
  staff_file_->push_back(entry);
  tell("staff write " + written({entry}));
}

void Simulation::set_clock() {
  static const std::vector<seconds> steps = {1s, 29s, 31s, 2min, 59min, 1h, 7h, 24h, 48h};
  const seconds step = chance_.of(steps);
  device_.set_clock(device_.now + device_.clock_off + (chance_.one_in(2) ? step : -step));
}

void Simulation::change_clock() {
  ++told_.steps;
  const bool synchronises = chance_.one_in(2);
  const bool steps = !synchronises || !device_.is_slewed();
  if (synchronises) {
    device_.synchronise();
  } else if (chance_.one_in(4)) {
    device_.synchronised = false;
  } else {
    set_clock();
  }
  tell(
      fmt::format("the clock is {} ms off{}", device_.clock_off.count(), device_.synchronised ? ", synchronised" : ""));
  knows_more_ = true;
  if (steps) {
    show();  // a step wakes the sign at once
    for (std::size_t i = 0; i < sources_.size(); ++i) ask_feed(i);
    return;
  }
  plan(device_.now + 1s, [this, life = life_] {
    if (life == life_) show();
  });
}

void Simulation::end_life() {
  ++told_.restarts;
  switch (chance_.below(5)) {
    case 0:
      tell("the config is read anew");
      return begin_life(true);
    case 1:
      tell("the program is ended and started again");
      disk_.write_all();
      break;
    case 2:
      tell("the program is killed and started again");
      disk_.forget_waiting();
      break;
    default:
      cut_power();
  }
  ++process_;
  begin_life(false);
}

void Simulation::cut_power() {
  disk_.lose_power(chance_);
  const TrueTime clock = device_.now + device_.clock_off;
  device_.lose_power(milliseconds(1000 + chance_.below(chance_.one_in(3) ? 12 * 3'600'000 : 600'000)));
  switch (chance_.below(5)) {
    case 0:
      device_.set_clock(TrueTime(20s));  // 1970
      break;
    case 1:
    case 2:
      device_.set_clock(clock);  // as it was at the last shutdown
      break;
    case 3:
      device_.set_clock(device_.now + 24h * 3652);
      break;
    default:
      break;  // a battery
  }
  tell(fmt::format("the power was cut; the clock is {} s off", std::chrono::floor<seconds>(device_.clock_off).count()));
}

}  // namespace placard::test
