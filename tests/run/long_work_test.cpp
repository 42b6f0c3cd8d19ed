// SPDX-License-Identifier: MIT
// The thread that paints waits for no work: whatever an update is to compare, the seconds go on on the glass.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <atomic>
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

// A programme of sessions of four minutes.
struct Programme {
  int sessions = 60'000;
  int rooms = 50;  // the first of them A
  int late = 0;    // minutes
  bool ids = true;
  std::string title = "Session";
  std::string generated = "2025-11-04T19:00:00Z";
};

FeedUpdate feed(const Programme& programme) {
  std::string text = fmt::format(R"({{"generated_at": "{}", "sessions": [)", programme.generated);
  const TimeZone utc = TimeZone::fixed(0s);
  for (int i = 0; i < programme.sessions; ++i) {
    const Instant start = kNoon + std::chrono::minutes(programme.late + 5 * (i / programme.rooms));
    const std::string id = programme.ids ? fmt::format(R"("id": "{}", )", i) : "";
    const std::string room = i % programme.rooms == 0 ? "A" : fmt::format("Room {}", i % programme.rooms);
    text += fmt::format(R"({{{}"room": "{}", "title": "{} {}", "start": "{}", "end": "{}"}},)", id, room,
                        programme.title, i, utc.format(start), utc.format(start + 4min));
  }
  text.back() = ']';
  return fresh(0, text + "}");
}

OverridesUpdate messages(const std::string& entries) {
  OverridesUpdate update;
  update.kind = OverridesUpdate::Kind::fresh;
  update.bytes = std::make_shared<const std::string>(R"({"overrides": [)" + entries + "]}");
  return update;
}

// What a turn takes of this thread, at the longest.
class Turns {
 public:
  explicit Turns(RunningSign& sign) : sign_(sign) {}
  void turn(const TurnTime& time) {
    const double begin = cpu_ms(CLOCK_THREAD_CPUTIME_ID);
    sign_.turn(time);
    longest = std::max(longest, cpu_ms(CLOCK_THREAD_CPUTIME_ID) - begin);
    ++count;
  }
  double longest = 0;  // ms
  int count = 0;

 private:
  RunningSign& sign_;
};

// Turns until the background is done, or too long.
bool comes_to_show(RunningSign& sign, const Pixels& wanted, const TurnTime& time) {
  for (int i = 0; i < 500 && sign.display.shown != wanted; ++i) {
    std::this_thread::sleep_for(10ms);
    sign.turn(time);
  }
  return sign.display.shown == wanted;
}

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
  CHECK(comes_to_show(sign, wanted, at(2s)));
}

TEST_CASE("what comes while an update is worked out is applied after it, in order") {
  const TempFolder disk;
  RunningSign sign(disk, config(), without_setup_lines());
  sign.turn_after(titled("0"), at(0s));
  sign.background = std::make_unique<BackgroundThread>([] {});
  for (int i = 1; i <= 20; ++i) sign.turn_after(titled(std::to_string(i)), at(std::chrono::seconds(i)));
  const Pixels wanted = picture(config(), {{titled("20"), at(0s)}}, at(30s));
  CHECK(comes_to_show(sign, wanted, at(30s)));
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

TEST_CASE("no turn takes a tenth of the work of an update, whatever changed in its 60,000 sessions") {
  struct Row {
    const char* name;
    Programme before, after;
    const char* entries;  // of the staff, after the feed; "": none
  };
  Programme known, retimed, retitled, in_one_room, retimed_there, without_ids, retimed_without_ids, same, half;
  retimed.late = 7;
  retitled.title = "Talk";
  in_one_room.rooms = 1;
  retimed_there = in_one_room;
  retimed_there.late = 7;
  without_ids.ids = false;
  retimed_without_ids = without_ids;
  retimed_without_ids.late = 7;
  same.generated = "2025-11-04T19:30:00Z";
  half.sessions = 31'000;
  const Row rows[] = {
      {"retimed, by their ids", known, retimed, ""},
      {"retimed, without ids", without_ids, retimed_without_ids, ""},
      {"other titles", known, retitled, ""},
      {"all in one room, retimed", in_one_room, retimed_there, ""},
      {"nearly half of them gone", known, half, ""},
      {"the same in other bytes", known, same, ""},
      {"a delay, a full room, a session moved", known, retimed,
       R"({"delay_minutes": 10, "rooms": ["A"]}, {"full": true, "rooms": ["A"]},
          {"session": {"id": "1"}, "move_to": "A"})"},
  };
  MESSAGE("update | turns | the longest, ms | all the work, ms");
  for (const Row& row : rows) {
    CAPTURE(std::string(row.name));
    const TempFolder disk;
    RunningSign sign(disk, config(), without_setup_lines());
    std::atomic<int> jobs = 0;
    sign.turn_after(titled("Before"), at(0s));
    sign.background = std::make_unique<BackgroundThread>([&jobs] { ++jobs; });
    std::vector<Event> events{feed(row.before), feed(row.after)};
    if (*row.entries != '\0') events.emplace_back(messages(row.entries));
    Turns turns(sign);
    const double before = cpu_ms(CLOCK_PROCESS_CPUTIME_ID);
    auto now = 1s;
    for (Event& event : events) {
      sign.mailbox.post(std::move(event));
      // What it comes to, and what is forgotten for it.
      for (const int wanted = jobs + 2; jobs < wanted && now < 3000s; ++now) {
        turns.turn(at(now));
        std::this_thread::sleep_for(5ms);
      }
      turns.turn(at(++now));
    }
    CHECK(jobs == 2 * static_cast<int>(events.size()));
    const double all = cpu_ms(CLOCK_PROCESS_CPUTIME_ID) - before;
    MESSAGE(fmt::format("{} | {} | {:.1f} | {:.0f}", row.name, turns.count, turns.longest, all));
    CHECK(turns.longest < all / 10);
    CHECK(sign.display.shown != picture(config(), {}, at(now)));
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
