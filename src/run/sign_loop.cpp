// SPDX-License-Identifier: MIT
#include "run/sign_loop.hpp"

#include <fmt/format.h>
#include <poll.h>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <exception>

#include "cli/exit_status.hpp"
#include "run/clock_watch.hpp"
#include "run/setup_info.hpp"
#include "screen/panel_frame.hpp"
#include "sign/change_log.hpp"
#include "sign/sign_input.hpp"

namespace placard {
namespace {

using namespace std::chrono_literals;
using std::chrono::milliseconds;
using Steady = std::chrono::steady_clock;

constexpr milliseconds kIdleNap{1000};  // SDL's events are looked at once a second: SDL can't wait on our descriptors
constexpr milliseconds kBusyNap{20};    // … and at once while a window is being set up or moved
constexpr milliseconds kBusySpell{500};
constexpr milliseconds kFirstNews{150};  // a local feed is read sooner than this: then the first frame is already right
constexpr milliseconds kForTechnicians{20s};
constexpr milliseconds kSettles{10s};       // what was heard so long ago, and shown, does no harm any more
constexpr milliseconds kThreadIsDead{60s};  // the fetch thread beats every few seconds
constexpr milliseconds kBetweenTimeAsked{5s};
constexpr int kMostTimeAsked = 4;
constexpr milliseconds kGivesUp{30s};  // when nothing can be shown for so long, a new start may help

class SignLoop {
 public:
  explicit SignLoop(const SignParts& parts) : parts_(parts), presenter_(parts.display, parts.fonts) {}

  int run() {
    const bool first_from_disk = parts_.state != nullptr && parts_.state->has_schedule() && !parts_.feed_is_local;
    if (!first_from_disk) start_polling();
    if (!first_from_disk && parts_.state != nullptr) wait(kFirstNews);
    while (true) {
      const DisplayEvents events = parts_.display.take_events();
      if (events.close || ended_) return end();
      if (events.any) busy_until_ = placard::steady_now() + kBusySpell;
      if (const auto status = turn(events.redraw)) return *status;
      start_polling();
      wait(nap());
    }
  }

 private:
  static milliseconds steady_now() {
    return std::chrono::duration_cast<milliseconds>(placard::steady_now().time_since_epoch());
  }

  static void log(const std::vector<std::string>& lines) {
    for (const std::string& line : lines) fmt::print(stderr, "{}\n", line);
  }

  int end() {
    parts_.supervisor.stopping();
    parts_.guard.settled();
    return kAllIsWell;
  }

  void start_polling() noexcept try {
    if (polls_started_) return;
    poller_ = parts_.start_polling();
    polls_started_ = true;
  } catch (const std::exception&) {  // no memory: the next turn tries again
  }

  // Nothing that fails takes the picture away: the frame before stays, and the next turn tries again.
  std::optional<int> turn(bool redraw) {
    redraw_ = redraw_ || redraw;
    try {
      take_news();
      if (!show()) return kTryAgain;
      settle();
      if (has_new_config()) return kStartOver;
      well_at_ = steady_now();
      failed_ = false;
      log(health_.hear("showing the sign", "", well_at_));
    } catch (const std::exception& error) {
      failed_ = true;
      tell_of_failure(error.what());
      if (steady_now() - well_at_ > kGivesUp) return kTryAgain;
      return std::nullopt;
    }
    if (fetch_thread_lives()) parts_.supervisor.alive(steady_now());
    return std::nullopt;
  }

  void tell_of_failure(const char* why) noexcept try {
    log(health_.hear("showing the sign",
                     fmt::format("The sign could not be brought up to date ({}): the picture before stays.", why),
                     steady_now()));
  } catch (const std::exception&) {  // no memory for words either
  }

  // Whatever was heard is heard again until it is wholly taken.
  void take_news() {
    while (true) {
      if (next_heard_ == heard_.size()) {
        next_heard_ = 0;
        heard_ = parts_.mailbox.take();
        if (heard_.empty()) break;
      }
      hear(heard_[next_heard_]);
      ++next_heard_;
    }
    if (parts_.state == nullptr) return;
    const Moment moment = parts_.clock.moment();
    log(parts_.state->hear_of_clock(moment));
    const bool knows_time = parts_.state->knows_time(moment);
    stale_ = stale_ || knows_time != knew_time_;
    knew_time_ = knows_time;
    if (!knows_time) ask_for_the_time();
  }

  // It takes two answers of a server to believe the clock: not a whole poll later.
  void ask_for_the_time() {
    if (!poller_ || asked_for_time_ == kMostTimeAsked || placard::steady_now() < asked_at_ + kBetweenTimeAsked) return;
    ++asked_for_time_;
    asked_at_ = placard::steady_now();
    poller_->poll_now();
  }

  void hear(const Event& heard) {
    if (const auto* kept = std::get_if<CacheWriteResult>(&heard)) {
      log(health_.hear("keeping the last good copy", kept->sentence, steady_now()));
    } else if (parts_.state != nullptr) {
      const auto before = parts_.state->changes();
      log(parts_.state->hear(heard, parts_.clock.moment()));
      if (parts_.state->changes() == before) return;
      if (!heard_at_) heard_at_ = steady_now();
      stale_ = true;
    }
  }

  // A change that could not be read for lack of memory is still one at the next turn.
  bool has_new_config() {
    config_changed_ = parts_.config.changed() || config_changed_;
    if (!config_changed_) return false;
    const bool taken = parts_.take_new_config();
    config_changed_ = false;
    return taken;
  }

  void settle() {
    if (!heard_at_ || steady_now() - *heard_at_ < kSettles) return;
    parts_.guard.settled();
    heard_at_.reset();
  }

  bool fetch_thread_lives() const {
    if (!poller_) return true;
    return steady_now() - milliseconds(poller_->last_beat()) < kThreadIsDead;
  }

  bool is_for_technicians() const {
    if (parts_.state == nullptr) return true;
    return !parts_.clock.pretended() && placard::steady_now() < began_ + kForTechnicians;
  }

  View view(const Moment& moment) {
    View view = parts_.state != nullptr ? parts_.state->view(moment)
                                        : attention_view(parts_.host, parts_.attention, parts_.times, moment.now);
    parts_.supervisor.status(fmt::format("{}: {}", view.room, name_of(view.freshness)));
    if (!is_for_technicians()) return view;
    const bool has_sign = parts_.state != nullptr;
    view.texts.technician =
        setup_lines({has_sign ? parts_.state->sign().name : "", parts_.host, device_addresses(), parts_.config_path,
                     parts_.feed_address, has_sign ? parts_.state->feed_health() : "", view.freshness});
    return view;
  }

  Instant now(const Moment& moment) const { return parts_.state != nullptr ? parts_.state->now(moment) : moment.now; }

  // Shows what is true now, if that is not on the glass yet. False: the display is lost.
  bool show() {
    const Moment moment = parts_.clock.moment();
    const Instant at = now(moment);
    const bool technicians_leave = for_technicians_ && !is_for_technicians();
    const bool due =
        stale_ || redraw_ || failed_ || technicians_leave || at < shown_at_ || (next_repaint_ && at >= *next_repaint_);
    if (!due) return true;
    const View seen = view(moment);
    static const SignSettings kUnnamed;
    const SignSettings& sign = parts_.state != nullptr ? parts_.state->sign() : kUnnamed;
    const Frame frame = frame_of(seen, sign, {parts_.display.width(), parts_.display.height()}, parts_.fonts);
    const auto outcome = presenter_.show(frame, redraw_, sign, at);
    if (outcome == Presenter::Outcome::lost) return false;
    next_repaint_ = seen.next_repaint;
    shown_at_ = at;
    stale_ = false;
    redraw_ = false;
    for_technicians_ = !seen.texts.technician.empty();
    if (!ready_) tell_ready();
    return true;
  }

  void tell_ready() {
    ready_ = true;
    parts_.supervisor.ready();
    heard_at_ = steady_now();
    if (!parts_.report) return;
    fmt::print("first-frame {:.3f}\n", monotonic_seconds());
    std::fflush(stdout);
  }

  milliseconds nap() const {
    const bool busy = placard::steady_now() < busy_until_;
    const milliseconds longest = busy ? kBusyNap : kIdleNap;
    if (!next_repaint_ || failed_) return longest;
    const Moment moment = parts_.clock.moment();
    return std::min(longest, parts_.clock.until(*next_repaint_ - (now(moment) - moment.now)));
  }

  void wait(milliseconds most) {
    pollfd sources[] = {{parts_.signals.descriptor(), POLLIN, 0},
                        {failed_ ? -1 : parts_.mailbox.descriptor(), POLLIN, 0},
                        {clock_watch_.descriptor(), POLLIN, 0}};
    static_cast<void>(poll(sources, 3, static_cast<int>(most.count())));
    for (int signal = parts_.signals.take(); signal != 0; signal = parts_.signals.take()) {
      if (signal == SIGTERM || signal == SIGINT) ended_ = true;
      if (signal == SIGHUP && poller_) poller_->poll_now();
    }
    if (!clock_watch_.take() || parts_.clock.pretended()) return;
    stale_ = true;
    if (poller_) poller_->poll_now();  // another time may mend certificates, and wants a second opinion
  }

  const SignParts& parts_;
  Presenter presenter_;
  ClockWatch clock_watch_;
  HealthLog health_;
  std::unique_ptr<Poller> poller_;
  std::vector<Event> heard_;
  std::size_t next_heard_ = 0;  // those before are taken
  Instant shown_at_;
  std::optional<Instant> next_repaint_;
  const Steady::time_point began_ = placard::steady_now();
  Steady::time_point busy_until_ = placard::steady_now() + kBusySpell;
  milliseconds well_at_ = steady_now();
  std::optional<milliseconds> heard_at_;
  Steady::time_point asked_at_ = placard::steady_now();
  int asked_for_time_ = 0;
  bool polls_started_ = false;
  bool config_changed_ = false;   // and was not read yet
  bool for_technicians_ = false;  // the frame on the glass is
  bool knew_time_ = false;
  bool ready_ = false;
  bool stale_ = true;  // something was heard that the glass does not show yet
  bool redraw_ = false;
  bool failed_ = false;  // the last turn did
  bool ended_ = false;
};

}  // namespace

int run_sign(const SignParts& parts) {
  return SignLoop(parts).run();
}

}  // namespace placard
