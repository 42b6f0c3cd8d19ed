// SPDX-License-Identifier: MIT
// The versions of two published schedules, served one after the other: what each room's sign holds back, and what it
// announces an hour before a session that changed.
#include <doctest/doctest.h>

#include <map>
#include <set>
#include <sstream>

#include "real_feeds/sample.hpp"
#include "sign/known_sign.hpp"

using namespace placard;
using namespace placard::test;
using namespace std::chrono_literals;

namespace {

struct Announced {
  int cancelled = 0, moved = 0, retimed = 0;

  bool operator==(const Announced&) const = default;
};

struct Update {
  const char* file;
  bool held_everywhere;                        // it looks like the wrong one to every sign
  std::vector<std::string> held_for;           // … or to these rooms' signs alone
  std::map<std::string, Announced> announced;  // as counted from the documents with a script of its own
};

FeedUpdate news_of(const std::string& file, const Settings& settings) {
  FetchResult update;
  update.where = file;
  update.outcome = Fetched(file_text(sample_path("updates/" + file)));
  return to_feed_update(0, update, settings);
}

// The sign of one room, an hour before `start`, that read `before` and then polls `after` three times.
struct Told {
  bool held = false;
  std::vector<SessionFacts> absent;
};
Told told_before(Instant start, const std::string& room, const FeedUpdate& before, const FeedUpdate& after,
                 Settings settings) {
  settings.signs.resize(1);
  settings.signs[0].rooms = {room};
  const Venue venue{settings, settings.signs[0], ""};
  KnownSign sign(venue, {}, nullptr);
  Moment moment{start - 1h, 10h, true};
  const auto pass = [&moment](seconds span) {
    moment.now += span;
    moment.uptime += span;
  };
  sign.apply(before, moment);
  Told told;
  for (int poll = 1; poll <= 3; ++poll) {
    pass(20s);
    const auto log = sign.apply(after, moment);
    if (poll == 1) told.held = !log.empty() && log.front().find("stays until") != std::string::npos;
  }
  told.absent = sign.view(moment).absent;
  return told;
}

Announced announced_in(const Told& told, Instant start) {
  Announced announced;
  for (const SessionFacts& session : told.absent) {
    if (session.start != start) continue;
    announced.cancelled += session.cancelled ? 1 : 0;
    announced.moved += session.moved_to.empty() ? 0 : 1;
    announced.retimed += session.now_at ? 1 : 0;
  }
  return announced;
}

void add(Announced& sum, const Announced& more) {
  sum.cancelled += more.cancelled;
  sum.moved += more.moved;
  sum.retimed += more.retimed;
}

std::map<std::string, std::set<Instant>> starts_by_room(const Schedule& schedule) {
  std::map<std::string, std::set<Instant>> starts;
  for (const Session& session : schedule.sessions) {
    for (const std::size_t room : session.rooms) starts[schedule.rooms[room].name].insert(session.start);
  }
  return starts;
}

void check_series(const char* first, const std::vector<Update>& updates, const std::string& zone) {
  if (!have_samples()) return;
  Settings settings;
  settings.zone = TimeZone::find(zone);
  settings.feeds.resize(1);
  FeedUpdate before = news_of(first, settings);
  std::ostringstream table;
  table << "update | room | at first | cancelled | moved | at another time\n";
  for (const Update& update : updates) {
    CAPTURE(std::string(update.file));
    const FeedUpdate after = news_of(update.file, settings);
    for (const auto& of_room : starts_by_room(*before.schedule)) {
      const auto& room = of_room.first;
      const auto& starts = of_room.second;
      CAPTURE(room);
      Announced announced;
      bool held = false;
      for (const Instant start : starts) {
        const Told told = told_before(start, room, before, after, settings);
        held = told.held;
        add(announced, announced_in(told, start));
      }
      const bool held_here = std::find(update.held_for.begin(), update.held_for.end(), room) != update.held_for.end();
      CHECK(held == (update.held_everywhere || held_here));
      const auto expected = update.announced.find(room);
      CHECK(announced == (expected == update.announced.end() ? Announced{} : expected->second));
      if (!held && announced == Announced{}) continue;
      table << update.file << " | " << room << " | " << (held ? "held back" : "taken") << " | " << announced.cancelled
            << " | " << announced.moved << " | " << announced.retimed << "\n";
    }
    before = after;
  }
  MESSAGE(table.str());
}

}  // namespace

TEST_CASE(
    "the update series of the Camp: the hours in which half of it was gone are held back, and longer where the room "
    "was gone") {
  check_series(
      "frab--camp-2019--20190818T1820.json",
      {{"frab--camp-2019--20190818T1840.json", true, {}, {}},
       {"frab--camp-2019--20190819T1734.json", false, {"Workshop"}, {{"Meitner", {1, 0, 0}}, {"Plank", {2, 0, 20}}}}},
      "Europe/Berlin");
}

TEST_CASE("the update series of the Lima days: renamed rooms keep their signs, and only what changed is announced") {
  check_series("pretalxwidget--devopsdays-lima-2026--rev01.json",
               {{"pretalxwidget--devopsdays-lima-2026--rev03.json", false, {}, {}},
                {"pretalxwidget--devopsdays-lima-2026--rev05.json",
                 false,
                 {},
                 {{"Main Room", {1, 0, 2}},
                  {"Room A", {0, 0, 1}},
                  {"Room B", {0, 0, 3}},
                  {"Room C", {0, 0, 1}},
                  {"Terrace", {0, 0, 6}}}},
                {"pretalxwidget--devopsdays-lima-2026--rev06.json", false, {}, {{"Main Room", {0, 0, 3}}}},
                {"pretalxwidget--devopsdays-lima-2026--rev08.json", false, {}, {}}},
               "America/Lima");
}
