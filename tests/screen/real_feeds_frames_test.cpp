// SPDX-License-Identifier: MIT
// Every title of the published schedules on three glasses: nothing outside its box, nothing over another, and how many
// titles are shortened, as tests/README.md tells.
#include <doctest/doctest.h>

#include <set>
#include <sstream>

#include "layout/layout.hpp"
#include "real_feeds/sample.hpp"
#include "screen/ruler.hpp"
#include "view/sign_input.hpp"

using namespace placard;
using namespace placard::test;

namespace {

struct Size {
  int width;
  int height;
};
constexpr Size kSizes[] = {{800, 480}, {1920, 1080}, {1080, 1920}};

void measure(const Frame& frame, const std::string& where, Faults& faults) {
  for (std::size_t i = 0; i < frame.items.size(); ++i) {
    const Item& item = frame.items[i];
    if (!contains(safe_area(frame), item.box)) faults.add("box outside the safe area", where);
    if (!item.ink.empty() && !contains(item.box, item.ink)) faults.add("ink outside its box", where);
    const bool whole = item.role == Role::room || item.role == Role::time || item.role == Role::next_time;
    if (whole && item.truncated) faults.add("room or time cut", where);
    if (is_text(item) && item.cap_px < 14) faults.add("too small", where);
    for (std::size_t k = 0; k < i; ++k) {
      const bool both = is_text(item) && is_text(frame.items[k]);
      if (both && overlap(item.box, frame.items[k].box)) faults.add("overlap", where);
    }
  }
}

bool title_is_cut(const Frame& frame) {
  return std::any_of(frame.items.begin(), frame.items.end(),
                     [](const Item& item) { return item.role == Role::title && item.truncated; });
}

// A row of the table: how many sessions, and titles shortened at each size.
std::string row_of(const Sample& sample, Faults& faults) {
  const Schedule schedule = read_sample(sample.file, sample.zone).schedule.value();
  std::ostringstream row;
  row << "| `" << sample.file << "` | " << schedule.sessions.size() << " |";
  for (const Size size : kSizes) {
    int cut = 0;
    for (const Session& session : schedule.sessions) {
      const std::string room = session.rooms.empty() ? "" : schedule.rooms[session.rooms.front()].name;
      ViewInput input = sign_of(schedule, {room});
      input.times.zone = TimeZone::find(sample.zone).value();
      const View view = view_at(input, session.start);
      const Frame frame = lay_out(view, Panel{size.width, size.height, std::nullopt}, dark_theme(), fonts());
      measure(frame, sample.file + ", " + session.title + " at " + std::to_string(size.width), faults);
      if (view.now && view.now->title == session.title && title_is_cut(frame)) ++cut;
    }
    row << " " << cut << " |";
  }
  return row.str();
}

bool says(const Frame& frame, const std::string& text) {
  return std::any_of(frame.items.begin(), frame.items.end(),
                     [&text](const Item& item) { return item.text.find(text) != std::string::npos; });
}

// On the sign of every other room, while a session for every room is on, and a second before.
int check_plenary(const Sample& sample, const Schedule& schedule, const Session& session, Faults& faults) {
  int probes = 0;
  const std::string& place = schedule.rooms[session.rooms.front()].name;
  for (std::size_t room = 0; room < schedule.rooms.size(); ++room) {
    if (std::count(session.rooms.begin(), session.rooms.end(), room) > 0) continue;
    ViewInput input = sign_of(schedule, {schedule.rooms[room].name});
    input.times.zone = TimeZone::find(sample.zone).value();
    for (const Instant at : {session.start, session.start - std::chrono::seconds(1)}) {
      const View view = view_at(input, at);
      const SessionFacts* told = at == session.start ? (view.now ? &*view.now : nullptr) : &*view.next;
      if (told == nullptr || told->title != session.title || told->start != session.start) continue;
      ++probes;
      for (const Size size : kSizes) {
        const Frame frame = lay_out(view, Panel{size.width, size.height, std::nullopt}, dark_theme(), fonts());
        if (!says(frame, place)) faults.add("no place", sample.file + ", " + session.title + " on " + view.room);
      }
    }
  }
  return probes;
}

}  // namespace

TEST_CASE("every plenary of every published schedule names its room on the signs of the others") {
  if (!have_samples()) return;
  Faults faults;
  int probes = 0;
  std::vector<Sample> all = samples();
  all.push_back({"../cases/real/sessionize--qaorthehwy-2026.json", "America/New_York"});
  all.push_back({"../cases/real/gridsmart--dddperth-2017.json", "Australia/Perth"});
  for (const Sample& sample : all) {
    if (!std::filesystem::exists(sample_path(sample.file))) continue;
    const Schedule schedule = read_sample(sample.file, sample.zone).schedule.value();
    for (const Session& session : schedule.sessions) {
      if (session.every_room && !session.rooms.empty()) probes += check_plenary(sample, schedule, session, faults);
    }
  }
  CHECK(probes > 50);
  MESSAGE(probes << " probes");
}

TEST_CASE("every session of every published schedule keeps to its boxes; shortened titles are those of the table") {
  if (!have_samples()) return;
  const std::string readme = file_text(PLACARD_SOURCE "/tests/README.md");
  Faults faults;
  for (const Sample& sample : samples()) {
    const std::string row = row_of(sample, faults);
    CAPTURE(row);
    CHECK(readme.find(row) != std::string::npos);
  }
}
