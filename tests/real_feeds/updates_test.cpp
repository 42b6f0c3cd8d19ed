// SPDX-License-Identifier: MIT
// Versions of live feeds, one after the other: what an update changed, by the ids of the sessions.
#include <doctest/doctest.h>

#include <map>
#include <sstream>

#include "real_feeds/sample.hpp"

using namespace placard;
using namespace placard::test;

namespace {

struct Changes {
  int sessions = 0, came = 0, went = 0, moved_room = 0, moved_time = 0, retitled = 0;

  bool operator==(const Changes&) const = default;
};

using ById = std::map<std::string, const Session*>;

ById by_id(const Schedule& schedule) {
  ById sessions;
  for (const Session& session : schedule.sessions) sessions.emplace(session.id, &session);
  return sessions;
}

std::string room_of(const Schedule& schedule, const Session& session) {
  return session.rooms.empty() ? "" : schedule.rooms[session.rooms.front()].name;
}

Changes between(const Schedule& before, const Schedule& after) {
  Changes changes;
  changes.sessions = static_cast<int>(after.sessions.size());
  const ById old = by_id(before);
  const ById now = by_id(after);
  for (const auto& [id, session] : old) changes.went += now.count(id) == 0 ? 1 : 0;
  for (const auto& [id, session] : now) {
    const auto found = old.find(id);
    if (found == old.end()) {
      ++changes.came;
      continue;
    }
    const Session& was = *found->second;
    changes.moved_room += room_of(before, was) != room_of(after, *session) ? 1 : 0;
    changes.moved_time += was.start != session->start || was.end != session->end ? 1 : 0;
    changes.retitled += was.title != session->title ? 1 : 0;
  }
  return changes;
}

struct Update {
  const char* file;
  Changes changes;  // as counted from the documents with a script of its own
};

void check_series(const std::vector<Update>& series, const std::string& zone) {
  if (!have_samples()) return;
  std::ostringstream table;
  table << "file | sessions | came | went | other room | other time | other title\n";
  std::optional<Schedule> before;
  for (const Update& update : series) {
    CAPTURE(std::string(update.file));
    ReadFeed read = read_sample("updates/" + std::string(update.file), zone);
    REQUIRE(read.schedule);
    const Changes found = between(before.value_or(*read.schedule), *read.schedule);
    table << update.file << " | " << found.sessions << " | " << found.came << " | " << found.went << " | "
          << found.moved_room << " | " << found.moved_time << " | " << found.retitled << "\n";
    CHECK(found == update.changes);
    before = std::move(read.schedule);
  }
  MESSAGE(table.str());
}

}  // namespace

TEST_CASE("a week of the Camp's programme, with the hours in which half of it was gone") {
  check_series({{"frab--camp-2019--20190818T1820.json", {260, 0, 0, 0, 0, 0}},
                {"frab--camp-2019--20190818T1840.json", {121, 0, 139, 0, 0, 0}},
                {"frab--camp-2019--20190819T1734.json", {288, 180, 10, 0, 33, 1}}},
               "Europe/Berlin");
}

TEST_CASE("five versions of a pretalx schedule: breaks get new ids with each") {
  check_series({{"pretalxwidget--devopsdays-lima-2026--rev01.json", {101, 0, 0, 0, 0, 0}},
                {"pretalxwidget--devopsdays-lima-2026--rev03.json", {102, 20, 19, 0, 0, 0}},
                {"pretalxwidget--devopsdays-lima-2026--rev05.json", {111, 29, 20, 0, 15, 1}},
                {"pretalxwidget--devopsdays-lima-2026--rev06.json", {112, 17, 16, 0, 3, 0}},
                {"pretalxwidget--devopsdays-lima-2026--rev08.json", {112, 16, 16, 74, 0, 0}}},
               "America/Lima");
}
