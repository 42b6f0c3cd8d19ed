// SPDX-License-Identifier: MIT
// `describe` of one room of each published schedule, at a busy instant: facts anybody can look up in the document.
#include <doctest/doctest.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "end_to_end/process.hpp"

namespace placard::end_to_end {
namespace {

using Json = nlohmann::json;
const std::string kFeeds = PLACARD_SAMPLES "/feeds/";

struct Row {
  std::string file, room, at, zone;
  std::string now, now_end;      // "" for nothing
  std::string next, next_start;  // the beginning of the title; the time of day
};

const Row kRows[] = {
    {"frab--39c3-himmel-2025.json", "Saal One", "2025-12-28T00:20", "Europe/Berlin",
     "Unnecessarily Complicated Kitchen", "01:20", "Protecting the network data of one billion people", "11:00"},
    {"frab--30c3-2013.json", "Saal 1", "2013-12-29T00:10", "Europe/Berlin", "CCC Jahresrückblick", "02:00", "Drones",
     "12:45"},
    {"frab--camp-everything-2019.json", "Curie", "2019-08-22T15:00", "Europe/Berlin", "", "",
     "Fully Open, Fully Sovereign mobile devices", "16:00"},
    {"frab2--hub-sample.json", "Saal ZIGZAG", "2024-12-28T00:30", "Europe/Berlin", "A Competitive Time-Trial AI",
     "00:55", "", ""},
    {"pretalxwidget--devopsdays-lima-2026.json", "Terrace", "2026-08-27T08:10", "America/Lima", "Entrada - Registro",
     "08:30", "[MongoDB] - Arquitectura de memoria", "11:10"},
    {"sessionize--globalazure-linz-2024.json", "Aula", "2024-04-20T09:30", "Europe/Vienna",
     "Keynote: Pioneering the Future of Java", "09:45", "Hello KI", "10:00"},
    {"sessionize-gridsmart--droidcon-2022-05.json", "Robertson 1", "2022-06-02T10:00", "America/Los_Angeles",
     "Keynote: Why Projects Succeed", "11:00", "Break", "11:00"},
    {"opass--sitcon-2022.json", "R1", "2022-09-04T10:30", "Asia/Taipei", "十年之間：我的科技創業成長歷程", "10:55",
     "break", "10:55"},
    {"scale--scale16x-2018.json", "Room 107", "2018-03-11T10:30", "America/Los_Angeles", "", "",
     "The Hardware Demoscene of #badgelife", "11:30"},
};

Json describe(const Row& row) {
  const Finished finished = run_program({PLACARD_PROGRAM, "describe", "--feed", kFeeds + row.file, "--room", row.room,
                                         "--at", row.at, "--time-zone", row.zone});
  INFO(finished.err);
  CHECK(finished.status == 0);
  return Json::parse(finished.out, nullptr, false);
}

std::string text(const Json& session, const char* key) {
  return session.is_null() ? "" : session[key].get<std::string>();
}

std::string time_of_day(const Json& session, const char* key) {
  return session.is_null() ? "" : text(session, key).substr(11, 5);
}

}  // namespace

TEST_CASE("one room of each published schedule at a busy instant") {
  if (!std::filesystem::exists(kFeeds + kRows[0].file)) {
    MESSAGE("Skipped: there are no sample feeds in " PLACARD_SAMPLES ".");
    return;
  }
  for (const Row& row : kRows) {
    CAPTURE(row.file);
    const Json sign = describe(row);
    CHECK(text(sign["now"], "title").starts_with(row.now));
    CHECK(sign["now"].is_null() == row.now.empty());
    CHECK(time_of_day(sign["now"], "end") == row.now_end);
    CHECK(text(sign["next"], "title").starts_with(row.next));
    CHECK(sign["next"].is_null() == row.next.empty());
    CHECK(time_of_day(sign["next"], "start") == row.next_start);
  }
}

}  // namespace placard::end_to_end
