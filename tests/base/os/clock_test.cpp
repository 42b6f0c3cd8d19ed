// SPDX-License-Identifier: MIT
#include "base/os/clock.hpp"

#include <doctest/doctest.h>

#include <thread>

using namespace placard;
using namespace std::chrono_literals;

namespace {

const Instant kStart = parse_time("2025-11-04T21:05:00Z").value().local.time_since_epoch() + Instant{};

}  // namespace

TEST_CASE("the device's clock is the system's, rounded down to the second") {
  const Clock clock;
  const auto before = std::chrono::floor<seconds>(std::chrono::system_clock::now());
  const Instant now = clock.now();
  const auto after = std::chrono::floor<seconds>(std::chrono::system_clock::now());
  CHECK(now >= before);
  CHECK(now <= after);
  CHECK(clock.speed() == doctest::Approx(1));
}

TEST_CASE("a pretended clock begins where it is told") {
  CHECK(Clock(kStart, 1).now() - kStart <= 1s);
  CHECK(Clock(kStart, 1).now() >= kStart);
  CHECK(Clock(kStart, 60).speed() == doctest::Approx(60));
}

TEST_CASE("a pretended clock goes at its speed") {
  const auto real = std::chrono::steady_clock::now();
  const Clock clock(kStart, 1000);
  std::this_thread::sleep_for(50ms);
  const auto passed = clock.now() - kStart;
  const auto most = std::chrono::steady_clock::now() - real;
  CHECK(passed >= 50s);
  CHECK(passed <= most * 1000 + 1s);
}

TEST_CASE("how long until an instant, in real time") {
  struct Row {
    double speed;
    seconds ahead;
    std::chrono::milliseconds real;
  };
  const Row rows[] = {
      {1, 10s, 10'000ms}, {10, 10s, 1'000ms}, {3600, 3600s, 1'000ms}, {0.5, 10s, 20'000ms},
      {1, 0s, 0ms},       {1, -10s, 0ms},     {1000, -1s, 0ms},       {1, 40h * 24, 3'456'000'000ms},
  };
  for (const Row& row : rows) {
    CAPTURE(row.speed);
    CAPTURE(row.ahead.count());
    const auto until = Clock(kStart, row.speed).until(kStart + row.ahead);
    CHECK(until <= row.real);
    CHECK(until >= row.real - 500ms);
    CHECK(until >= 0ms);
  }
}

TEST_CASE("waiting until an instant is never a moment too short") {
  for (const double speed : {7.0, 333.0}) {
    const Clock clock(kStart, speed);
    const Instant next = clock.now() + 1s;
    std::this_thread::sleep_for(clock.until(next));
    CHECK(clock.now() >= next);
  }
}

TEST_CASE("the monotonic clock only goes forward") {
  const double before = monotonic_seconds();
  std::this_thread::sleep_for(5ms);
  const double after = monotonic_seconds();
  CHECK(after - before >= 0.005);
  CHECK(before > 0);
}
