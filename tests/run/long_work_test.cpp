// SPDX-License-Identifier: MIT
// The thread that paints waits for no work: whatever an update is to compare, the seconds go on on the glass.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <ctime>
#include <mutex>
#include <thread>

#include "run/running_sign.hpp"

using namespace placard;
using namespace placard::test;
using namespace std::chrono_literals;

namespace {

double cpu_ms(clockid_t clock) {
  timespec time{};
  clock_gettime(clock, &time);
  return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

// Sessions of four minutes in fifty rooms, the first of them A, `late` minutes after noon.
FeedUpdate programme(int sessions, int late) {
  std::string text = R"({"sessions": [)";
  for (int i = 0; i < sessions; ++i) {
    const Instant start = kNoon + std::chrono::minutes(late + 5 * (i / 50));
    const std::string time = TimeZone::fixed(0s).format(start);
    const std::string end = TimeZone::fixed(0s).format(start + 4min);
    text += fmt::format(R"({{"id": "{}", "room": "{}", "title": "Session {}", "start": "{}", "end": "{}"}},)", i,
                        i % 50 == 0 ? "A" : fmt::format("Room {}", i % 50), i, time, end);
  }
  text.back() = ']';
  return fresh(0, text + "}");
}

// What a turn takes of this thread, at the longest.
class Turns {
 public:
  explicit Turns(RunningSign& sign) : sign_(sign) {}
  void turn(const TurnTime& time) {
    const double begin = cpu_ms(CLOCK_THREAD_CPUTIME_ID);
    sign_.turn(time);
    longest = std::max(longest, cpu_ms(CLOCK_THREAD_CPUTIME_ID) - begin);
  }
  double longest = 0;

 private:
  RunningSign& sign_;
};

}  // namespace

TEST_CASE("an update in which every session moved is worked out beside the loop, which shows it when it is done") {
  const TempFolder disk;
  RunningSign sign(disk, config(), without_setup_lines());
  std::mutex gate;
  std::unique_lock closed(gate);
  sign.background = std::make_unique<BackgroundThread>([] {});
  sign.turn_after(titled("Before"), at(0s));  // the first frame has everything in it
  CHECK(sign.display.shown == picture(config(), {{titled("Before"), at(0s)}}, at(0s)));
  sign.background->run([&gate] { const std::scoped_lock wait(gate); });

  sign.turn_after(titled("After"), at(1s));
  CHECK(sign.display.shown == picture(config(), {{titled("Before"), at(0s)}}, at(1s)));
  closed.unlock();
  const Pixels wanted = picture(config(), {{titled("Before"), at(0s)}, {titled("After"), at(1s)}}, at(2s));
  for (int i = 0; i < 500 && !(sign.display.shown == wanted); ++i) {
    std::this_thread::sleep_for(10ms);
    sign.turn(at(2s));
  }
  CHECK(sign.display.shown == wanted);
}

TEST_CASE("what comes while an update is worked out is applied after it, in order") {
  const TempFolder disk;
  RunningSign sign(disk, config(), without_setup_lines());
  sign.turn_after(titled("0"), at(0s));
  sign.background = std::make_unique<BackgroundThread>([] {});
  for (int i = 1; i <= 20; ++i) sign.turn_after(titled(std::to_string(i)), at(std::chrono::seconds(i)));
  const Pixels wanted = picture(config(), {{titled("20"), at(0s)}}, at(30s));
  for (int i = 0; i < 500 && !(sign.display.shown == wanted); ++i) {
    std::this_thread::sleep_for(10ms);
    sign.turn(at(30s));
  }
  CHECK(sign.display.shown == wanted);
}

TEST_CASE("another config ends the work that is under way") {
  const TempFolder disk;
  RunningSign sign(disk, config(), without_setup_lines());
  sign.turn_after(titled("Before"), at(0s));
  std::mutex gate;
  std::unique_lock closed(gate);
  sign.background = std::make_unique<BackgroundThread>([] {});
  sign.background->run([&gate] { const std::scoped_lock wait(gate); });
  sign.turn_after(titled("Of the old config"), at(1s));
  sign.changed = config("https://other.example/feed.json");
  sign.turn(at(2s));
  closed.unlock();
  std::this_thread::sleep_for(50ms);
  sign.turn(at(3s));
  CHECK(sign.display.shown == picture(config("https://other.example/feed.json"), {}, at(3s)));
}

TEST_CASE("no turn takes as long as a tenth of the work, of updates of any size") {
  struct Row {
    int sessions, updates;
  };
  for (const Row& row : {Row{20'000, 3}, Row{60'000, 2}}) {
    CAPTURE(row.sessions);
    std::vector<FeedUpdate> updates;
    for (int i = 0; i <= row.updates; ++i) updates.push_back(programme(row.sessions, i));
    const TempFolder disk;
    RunningSign sign(disk, config(), without_setup_lines());
    sign.turn_after(updates[0], at(0s));
    sign.background = std::make_unique<BackgroundThread>([] {});
    Turns turns(sign);
    const double before = cpu_ms(CLOCK_PROCESS_CPUTIME_ID);
    auto now = 1s;
    for (int i = 1; i <= row.updates; ++i) {
      sign.mailbox.post(updates[static_cast<std::size_t>(i)]);
      const int kept = sign.copies_kept;
      for (int turn = 0; turn < 1000 && sign.copies_kept == kept; ++turn, ++now) {
        turns.turn(at(now));
        std::this_thread::sleep_for(5ms);
      }
    }
    const double all = cpu_ms(CLOCK_PROCESS_CPUTIME_ID) - before;
    MESSAGE(fmt::format("{} sessions retimed {} times: the longest turn took {:.1f} ms of {:.0f} ms", row.sessions,
                        row.updates, turns.longest, all));
    CHECK(turns.longest < all / row.updates / 10);
  }
}

TEST_CASE("work that finds no memory beside the loop fails a turn, and is done once there is some") {
  const TempFolder disk;
  const CapturedLog log;
  RunningSign sign(disk, config(), without_setup_lines());
  sign.turn_after(titled("Before"), at(0s));
  const auto background = [&sign](bool memory) {
    sign.run_job = [memory](const std::function<void()>& job) {
      if (!memory) throw std::bad_alloc();
      job();
    };
  };
  background(false);
  sign.turn_after(titled("After"), at(1s));
  CHECK(sign.state() == SignLoop::State::failing);
  CHECK(log.lines().size() == 1);
  background(true);
  sign.turn(at(2s));
  CHECK(sign.state() == SignLoop::State::showing);
  CHECK(sign.display.shown == picture(config(), {{titled("Before"), at(0s)}, {titled("After"), at(1s)}}, at(2s)));
}
