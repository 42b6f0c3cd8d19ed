// SPDX-License-Identifier: MIT
// The sign that runs, turn by turn: takes what came, shows what is true, and says how long it may sleep. It reads no
// clock and waits for nothing; run.cpp does both.
#pragma once

#include <chrono>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/load_venue.hpp"
#include "fetch/cache/crash_loop_guard.hpp"
#include "fetch/poller.hpp"
#include "run/event_work.hpp"
#include "run/systemd_notifier.hpp"
#include "screen/display.hpp"
#include "screen/presenter.hpp"
#include "sign/cache_sync.hpp"
#include "sign/condition_log.hpp"
#include "sign/knowledge.hpp"
#include "sign/mailbox.hpp"
#include "view/view.hpp"

namespace placard {

/// The clocks, read once a turn.
struct TurnTime {
  Moment moment;                        ///< pretended or real
  std::chrono::milliseconds steady{0};  ///< neither stepped nor pretended
};

/// What woke the sign.
struct Wake {
  TurnTime time;
  DisplayEvents display;
  bool end_asked = false;    ///< by a signal
  bool polls_asked = false;  ///< by a signal
  bool clock_set = false;    ///< the device's clock was set, which may be pretended
};

/// What a loop works with; all of it outlives the loop.
struct SignLoopParts {
  Display& display;
  const FontBook& fonts;
  Mailbox& mailbox;
  SystemdNotifier& systemd;
  CrashLoopGuard& guard;
  CacheSync& cache;
  KnowledgeRules rules;
  std::string host;
  std::string config_path;  ///< "": there is none
  /// Starts polling a venue's sources, whose updates go to the mailbox. Never null.
  std::function<std::unique_ptr<Poller>(std::shared_ptr<const Venue>)> start_polling;
  /// Gives a new knowledge what earlier runs kept, and calls `taken` after each source; sentences for the log.
  std::function<std::vector<std::string>(Knowledge&, const Moment&, const std::function<void()>& taken)> restore;
  /// Another config, once there is one; its problems were logged.
  std::function<std::optional<LoadedVenue>()> new_config;
  /// Has a job done that would hold up the picture: by another thread, which wakes the loop, or at once. A job does not
  /// throw; this may, and then the job is not done.
  std::function<void(std::function<void()>)> in_background;
  /// Called once, when the first frame was presented.
  std::function<void()> on_first_frame;
};

/// Main thread. No exception leaves turn(): the picture before stays, and the next turn tries again.
class SignLoop {
 public:
  /// What the loop is at.
  enum class State {
    starting,  ///< no frame was presented yet
    showing,   ///< the glass shows what is true
    failing,   ///< the last turn failed; the picture before stays
    ending,
  };

  SignLoop(SignLoopParts parts, LoadedVenue first, const TurnTime& now);

  /// Starts polling at once where nothing from the disk can be shown. Gives how long a first update is worth waiting
  /// for before the first turn.
  std::chrono::milliseconds start();
  /// One turn; the exit status when it was the last.
  std::optional<int> turn(const Wake& wake);
  /// How long nothing will have to be done, as of `now`.
  std::chrono::milliseconds nap(const TurnTime& now) const;
  State state() const { return state_; }

 private:
  // When something is due, on the steady clock but for the first.
  struct Due {
    std::optional<Instant> repaint;
    std::chrono::milliseconds display_quiet{0};  // until then its events are looked at often
    std::chrono::milliseconds setup_ends{0};     // the lines for whoever hangs the sign leave
    std::chrono::milliseconds ask_for_time{0};   // not before
    std::chrono::milliseconds give_up{0};        // when nothing can be shown until then
  };
  // What is on the glass.
  struct Shown {
    Instant at;
    std::uint64_t changes = 0;  // of the knowledge it was made from
    bool setup = false;
    ClockState clock = ClockState::unknown;
  };

  int end(Ending ending, int status);
  int lose_display();
  bool bring_up_to_date(const Wake& wake);
  void update(const TurnTime& now);
  void take_mail();
  void apply_waiting(const TurnTime& now);
  bool go_on_with_work(const TurnTime& now);
  void start_work();
  void take_work(const TurnTime& now);
  void apply_at_once(const Event& event, const TurnTime& now);
  void rehearse(const Knowledge& knowledge, const TurnTime& now);
  void apply_config(const LoadedVenue& config, const TurnTime& now);
  void ask_for_size();
  void ask_for_the_time(const TurnTime& now);
  void start_polling();
  void poll_now();
  bool show(const TurnTime& now);
  bool must_show(const TurnTime& now, Instant at) const;
  View view(const TurnTime& now) const;
  void note_first_frame();
  void fail(const char* why, const TurnTime& now) noexcept;
  void note(const Condition& condition, const TurnTime& now);
  bool is_setup_time(const TurnTime& now) const;
  bool fetch_thread_lives(const TurnTime& now) const;
  Moment known(const Moment& moment) const { return knowledge_ ? knowledge_->corrected(moment) : moment; }

  SignLoopParts parts_;
  Presenter presenter_;
  ConditionLog log_;
  LoadedVenue config_;
  std::optional<LoadedVenue> new_config_;  // and not applied yet
  std::optional<Knowledge> knowledge_;     // nothing: the config can't be used, or has no sign for this device
  std::vector<Event> mail_;                // and not in the queue yet
  std::deque<Event> events_;               // and not applied yet
  std::shared_ptr<EventWork> work_;        // the event being applied
  std::unique_ptr<Poller> poller_;
  State state_ = State::starting;
  Due due_;
  std::optional<Shown> shown_;
  bool ready_ = false;   // the first frame was presented
  bool redraw_ = false;  // the display may have lost what it shows
  int asked_for_time_ = 0;
};

}  // namespace placard
