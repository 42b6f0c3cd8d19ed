// SPDX-License-Identifier: MIT
// Comparing editions of a feed takes four times as long for four times as many sessions, whatever changed. Work that
// goes by pairs would take sixteen times as long. CPU time of this thread, as a ratio within one run.
#include <doctest/doctest.h>

#include <ctime>
#include <functional>
#include <string>

#include "schedule/announced_schedule.hpp"
#include "schedule/canonical.hpp"
#include "schedule/feed_changes.hpp"

using namespace placard;

namespace {

constexpr Instant kStart{seconds(1'762'290'000)};

double cpu_seconds() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

// Sessions one after the other, so many rooms at once.
Schedule edition(int sessions, int rooms) {
  Schedule schedule;
  for (int room = 0; room < rooms; ++room) schedule.rooms.push_back({"Room " + std::to_string(room), ""});
  for (int i = 0; i < sessions; ++i) {
    Session session;
    session.id = std::to_string(i);
    session.title = "Session " + std::to_string(i);
    session.start = kStart + std::chrono::minutes(30) * (i / rooms);
    session.end = session.start + std::chrono::minutes(25);
    session.rooms = {static_cast<std::size_t>(i % rooms)};
    session.speakers = {"Speaker " + std::to_string(i)};
    schedule.sessions.push_back(session);
  }
  return schedule;
}

using Change = std::function<void(Schedule&)>;

void retime(Schedule& schedule) {
  for (Session& session : schedule.sessions) session.start += std::chrono::minutes(7);
}

struct Row {
  const char* name;
  int sessions_of_a_room;  // 0: one room holds all
  Change before, after;
};

const Row kRows[] = {
    {"retimed, by their ids", 50, [](Schedule&) {}, retime},
    {"retimed, without ids", 50,
     [](Schedule& schedule) {
       for (auto& one : schedule.sessions) one.id.clear();
     },
     retime},
    {"all at the same time", 50,
     [](Schedule& schedule) {
       for (auto& one : schedule.sessions) one.start = kStart;
     },
     retime},
    {"all in one room", 0, [](Schedule&) {}, retime},
    {"all of one title, with new ids", 50,
     [](Schedule& schedule) {
       for (auto& one : schedule.sessions) one.title = "Talk", one.speakers.clear();
     },
     [](Schedule& schedule) {
       for (auto& one : schedule.sessions) one.id += "x";
     }},
    {"every room renamed", 3,
     [](Schedule& schedule) {
       for (auto& one : schedule.sessions) one.id.clear();
     },
     [](Schedule& schedule) {
       for (auto& room : schedule.rooms) room.name += " (new)";
     }},
    {"all gone", 50, [](Schedule&) {}, [](Schedule& schedule) { schedule.sessions.clear(); }},
    {"all in every room", 50,
     [](Schedule& schedule) {
       for (auto& one : schedule.sessions) one.rooms = {0, 1, 2, 3, 4, 5};
     },
     [](Schedule& schedule) {
       for (auto& one : schedule.sessions) one.rooms = {9};
     }},
};

// All that an update takes, and another one that takes it back by half.
double seconds_for(const Row& row, int sessions) {
  Schedule before = edition(sessions, row.sessions_of_a_room == 0 ? 1 : sessions / row.sessions_of_a_room);
  row.before(before);
  Schedule after = before;
  row.after(after);
  Schedule later = after;
  for (std::size_t i = 0; i < later.sessions.size(); i += 2) later.sessions[i] = before.sessions[i];
  const double begin = cpu_seconds();
  const auto changes = changes_to_announce({}, before, after, kStart);
  const auto more = changes_to_announce(changes, after, later, kStart);
  const Schedule told = with_changes_announced(later, more);
  CHECK(canonical_bytes(told).size() > canonical_bytes(Schedule{}).size());
  return cpu_seconds() - begin;
}

}  // namespace

TEST_CASE("comparing editions is linear, whatever changed") {
  for (const Row& row : kRows) {
    CAPTURE(std::string(row.name));
    double best = 100;  // of three, for what else the machine does
    for (int i = 0; i < 3 && best >= 8; ++i) best = seconds_for(row, 8000) / seconds_for(row, 2000);
    CHECK(best < 8);
  }
}
