// SPDX-License-Identifier: MIT
// A sign that runs in a test: the loop and all it works with, but for a display made for it and times made by hand.
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/os/temp_folder.hpp"
#include "run/background_thread.hpp"
#include "run/fake_display.hpp"
#include "run/notify_socket.hpp"
#include "run/sign_loop.hpp"
#include "sign/sources/feed_updates.hpp"

namespace placard::test {

using std::chrono::milliseconds;

inline constexpr PixelSize kPanel{320, 240};

/// So long after noon, by a clock that the kernel calls right.
TurnTime at(milliseconds since_noon);
/// The same of a clock that nobody vouches for.
TurnTime at_of_unknown_clock(milliseconds since_noon);
/// Nothing but time.
Wake wake(const TurnTime& time);

/// A config with a sign for room A, whose feed is at `feed`.
LoadedVenue config(const std::string& feed = "https://venue.example/feed.json");
/// A config that can't be read.
LoadedVenue broken_config();

/// A clock that is pretended, so that no lines for whoever hangs the sign are on the glass.
KnowledgeRules without_setup_lines();

/// The first feed, with one session of that title in room A.
FeedUpdate titled(const std::string& title);

/// What comes, and when.
struct Timed {
  Event event;
  TurnTime time;
};
/// The picture of a sign that had this config from the start, and to which this came.
Pixels picture(const LoadedVenue& config, const std::vector<Timed>& came, const TurnTime& now, PixelSize size = kPanel);
/// When that picture becomes another one.
Instant next_repaint(const LoadedVenue& config, const std::vector<Timed>& came, const TurnTime& now);

/// A file that is read once, and then only when it is asked for.
Source file_source(const std::string& path);
/// Whether the fetch thread reaches so many answers, and gives no more.
bool reaches(const std::atomic<int>& answers, int count);

class RunningSign {
 public:
  /// Keeps its copies in `disk`.
  RunningSign(const TempFolder& disk, const LoadedVenue& first, const KnowledgeRules& rules,
              const TurnTime& now = at(milliseconds(0)));

  std::optional<int> turn(const TurnTime& time) { return loop->turn(wake(time)); }
  std::optional<int> turn(const Wake& woken) { return loop->turn(woken); }
  /// Posts an event, then takes a turn.
  std::optional<int> turn_after(Event event, const TurnTime& time);
  SignLoop::State state() const { return loop->state(); }

  FakeDisplay display{kPanel};
  Mailbox mailbox;
  int polls_started = 0;
  int first_frames = 0;
  std::vector<Source> polled;                                 ///< what a poller is given; nothing: it only lives
  std::atomic<int> answers = 0;                               ///< of what is polled
  std::optional<LoadedVenue> changed;                         ///< the next config
  std::function<void()> while_reading;                        ///< comes while it is read
  bool copies_fail = false;                                   ///< no memory for a copy
  int copies_kept = 0;                                        ///< handed to the disk by the loop
  std::function<void(const std::function<void()>&)> run_job;  ///< null: as `background` does it
  bool no_threads = false;                                    ///< … and none for a poller

 private:
  SignLoopParts parts(const KnowledgeRules& rules);

  CacheFolder folder_;
  CacheSync cache_;
  SystemdNotifier systemd_;

 public:
  CrashLoopGuard guard;
  std::unique_ptr<BackgroundThread> background;  ///< null: work is done in the turn itself
  std::unique_ptr<SignLoop> loop;                ///< last: its poller uses what stands before it
};

/// As if systemd had started every sign made while it lives, and listened to it.
class FakeSystemd {
 public:
  FakeSystemd();
  ~FakeSystemd();
  FakeSystemd(const FakeSystemd&) = delete;
  FakeSystemd& operator=(const FakeSystemd&) = delete;

  /// How many messages beginning with `text` have come since the last call; the others are dropped.
  int take(const std::string& text) { return socket_.take(text); }

 private:
  TempFolder folder_;
  NotifySocket socket_;
};

/// What is written to the log while it lives.
class CapturedLog {
 public:
  CapturedLog();
  ~CapturedLog();
  CapturedLog(const CapturedLog&) = delete;
  CapturedLog& operator=(const CapturedLog&) = delete;

  /// The lines so far.
  std::vector<std::string> lines() const;

 private:
  TempFolder folder_;
  int before_;
};

}  // namespace placard::test
