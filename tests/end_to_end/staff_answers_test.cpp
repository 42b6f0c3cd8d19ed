// SPDX-License-Identifier: MIT
// What `say` answers: what it hit, what it hides, and what it asks back instead of writing it.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "end_to_end/staff_venue.hpp"

namespace placard::end_to_end {
namespace {

using Json = nlohmann::json;

const std::string kMorning = "2026-03-07T08:30";

// Two rooms on two days; one talk is given three times, twice at once.
class Mill : public Venue {
 public:
  explicit Mill(const std::string& hours = "24", const std::string& more = "") {
    const auto session = [](const char* id, const char* room, const char* title, const char* start, const char* end) {
      return Json{{"id", id},
                  {"room", room},
                  {"title", title},
                  {"start", std::string("2026-03-") + start},
                  {"end", std::string("2026-03-") + end}};
    };
    write_file(config().substr(0, config().rfind('/')) + "/mill.json",
               Json{{"time_zone", "Europe/Vienna"},
                    {"sessions",
                     {session("a", "Loft", "Clinic", "07T09:00", "07T09:30"),
                      session("b", "Loft", "Looms", "07T09:30", "07T10:00"),
                      session("c", "Loft", "Clinic", "07T11:00", "07T11:30"),
                      session("d", "Dye", "Clinic", "07T11:00", "07T11:30"),
                      session("e", "Dye", "Madder and woad", "07T11:30", "07T12:00"),
                      session("e", "Dye", "Madder and woad", "08T11:30", "08T12:00")}}}
                   .dump());
    write_file(config(), R"({"hours": ")" + hours +
                             R"(", "overrides": "overrides.json", "feed": {"url": "mill.json"},)" + more +
                             R"("signs": {"loft": {"room": "Loft"}, "dye": {"room": "Dye"}}})");
  }
};

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("the answer names title, room, day and time, and the list never has the same line twice") {
  const Mill mill;
  const Finished said = mill.run({"say", "--room", "Loft", "--start", "9.00", "--cancel"}, kMorning);
  CHECK(said.out ==
        "Said: cancelled: \"Clinic\" (Loft, 09:00 today) on every sign (2), from 08:30 today until 04:00 tomorrow. "
        "To take it back: placard unsay cancelled-loft\n");
  CHECK(mill.run({"say", "--room", "Loft", "--start", "11h", "--cancel"}, kMorning).status == 0);
  CHECK(has(mill.run({"say"}, kMorning).out, "\"Clinic\" (Loft, 11:00 today)"));
  CHECK(has(mill.run({"say"}, "2026-03-06T20:00").out, "\"Clinic\" (Loft, 09:00 tomorrow)"));
  CHECK(has(mill.run({"say", "--feed", "/nowhere", "--time-zone", "Europe/Vienna"}, kMorning).out,
            "cancelled: Loft, 09:00 today"));
  const std::string same = R"({"message": "Hi", "level": "notice"})";
  mill.write_overrides(same + "," + same);
  const std::string list = mill.run({"say"}, kMorning).out;
  CHECK(list.substr(0, list.find('\n')) != list.substr(list.find('\n') + 1, list.find('\n')));
}

TEST_CASE("what fits several sessions is refused with the list of them, until room, start or --all tell which") {
  struct Row {
    SignTexts how;
    const char* target;  // in the file; "": refused
  };
  const Row rows[] = {
      {{"--title", "clinic"}, ""},
      {{"--title", "clinic", "--room", "Loft"}, ""},
      {{"--title", "clinic", "--start", "11:00"}, ""},
      {{"--session", "e"}, ""},
      {{"--title", "clinic", "--room", "Dye"}, R"({"room": "Dye", "start": "2026-03-07T11:00:00+01:00"})"},
      {{"--title", "clinic", "--start", "9:00"}, R"({"room": "Loft", "start": "2026-03-07T09:00:00+01:00"})"},
      {{"--title", "clinic", "--room", "Loft", "--start", "11:00"},
       R"({"room": "Loft", "start": "2026-03-07T11:00:00+01:00"})"},
      {{"--session", "e", "--start", "11:30"}, R"({"room": "Dye", "start": "2026-03-07T11:30:00+01:00"})"},
      {{"--session", "e", "--start", "tomorrow 11:30"}, R"({"room": "Dye", "start": "2026-03-08T11:30:00+01:00"})"},
      {{"--title", "looms", "--room", "Loft"}, R"({"title": "looms"})"},
      {{"--title", "clinic", "--all"}, R"({"title": "clinic"})"},
      {{"--title", "clinic", "--room", "Loft", "--all"}, R"({"room": "Loft", "title": "clinic"})"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.how.back());
    const Mill mill;
    SignTexts texts = {"say", "--cancel"};
    texts.insert(texts.end(), row.how.begin(), row.how.end());
    const Finished said = mill.run(texts, kMorning);
    const bool refused = *row.target == '\0';
    CHECK(said.status == (refused ? 1 : 0));
    CHECK(has(said.err, "Say which with --room and --start, or all of them with --all.") == refused);
    REQUIRE(mill.entries().size() == (refused ? 0U : 1U));
    if (!refused) CHECK(mill.entries()[0]["session"] == Json::parse(row.target));
  }
  const Mill mill;
  CHECK(mill.run({"say", "--title", "Clinic", "--full"}, kMorning).err ==
        "placard: 3 sessions fit:\n  \"Clinic\" (Loft, 09:00 today)\n  \"Clinic\" (Loft, 11:00 today)\n"
        "  \"Clinic\" (Dye, 11:00 today)\n"
        "Say which with --room and --start, or all of them with --all. Nothing was written.\n");
  const Finished times = mill.run({"say", "--title", "Clinic", "--all", "--set-start", "15:00"}, kMorning);
  CHECK(times.status == 1);
  CHECK(has(times.err, "A new start or end is for one session: say which with --room and --start."));
}

TEST_CASE("a title that nothing equals, and one that is elsewhere, say where to look") {
  const Mill mill;
  CHECK(has(mill.run({"say", "--title", "woad", "--full"}, kMorning).err, "Did you mean \"Madder and woad\"?"));
  CHECK(has(mill.run({"say", "--title", "Looms", "--room", "Dye", "--full"}, kMorning).err,
            "\"Looms\" is not in \"Dye\". It is in Loft at 09:30 today."));
}

TEST_CASE("a session that is over is asked back, not one that runs late, nor one that gets a later time") {
  const Mill mill;
  const std::string noon = "2026-03-07T10:05";
  const Finished over = mill.run({"say", "--title", "Looms", "--cancel"}, noon);
  CHECK(over.status == 1);
  CHECK(has(over.err, "\"Looms\" (Loft, 09:30 today) ended at 10:00 today. Write it all the same with --yes."));
  CHECK(mill.entries().empty());
  CHECK(mill.run({"say", "--title", "Looms", "--cancel", "--yes"}, noon).status == 0);
  CHECK(mill.run({"say", "--title", "Looms", "--set-start", "15:00"}, noon).status == 0);
  const Mill late;
  CHECK(late.run({"say", "--room", "Loft", "--delay", "20"}, kMorning).status == 0);
  CHECK(late.run({"say", "--title", "Looms", "--full"}, noon).status == 0);
  CHECK(late.run({"say", "--title", "Looms", "--full"}, "2026-03-07T10:25").status == 1);
}

TEST_CASE("a delay holds until a gap has taken it up, else to the morning; one that ends too early is refused") {
  struct Row {
    SignTexts texts;
    const char* until;  // "": refused
  };
  const Row rows[] = {
      {{"--room", "Loft", "--delay", "20"}, "2026-03-07T10:20:00+01:00"},
      {{"--room", "Loft", "--delay", "75"}, "2026-03-08T04:00:00+01:00"},
      {{"--room", "Dye", "--delay", "20"}, "2026-03-07T12:20:00+01:00"},
      {{"--room", "*", "--delay", "20"}, "2026-03-07T12:20:00+01:00"},
      {{"--room", "Loft", "--delay", "20", "--until", "10:20"}, "2026-03-07T10:20:00+01:00"},
      {{"--room", "Loft", "--delay", "20", "--until", "9:30"}, ""},
      {{"--room", "Loft", "--delay", "20", "--for", "1h"}, ""},
      {{"--room", "Loft", "--delay", "20", "--for", "1h", "--yes"}, "2026-03-07T09:30:00+01:00"},
  };
  for (const Row& row : rows) {
    const Mill mill;
    CAPTURE(std::string(row.until));
    SignTexts texts = {"say"};
    texts.insert(texts.end(), row.texts.begin(), row.texts.end());
    const Finished said = mill.run(texts, kMorning);
    if (*row.until == '\0') {
      CHECK(said.status == 1);
      CHECK(has(said.err, "before what it makes late is over at 10:20 today"));
      CHECK(mill.entries().empty());
    } else {
      CHECK(mill.entries().at(0)["until"] == row.until);
      CHECK_FALSE(has(mill.run({"check"}, kMorning).err, "delay") != has(row.until, "09:30"));
    }
  }
}

TEST_CASE("a delay said again goes on with the first; one that makes nothing late today is asked back") {
  const Mill mill;
  CHECK(mill.run({"say", "--room", "Loft", "--delay", "10"}, "2026-03-07T09:50").status == 0);
  const Finished again = mill.run({"say", "--room", "Loft", "--delay", "20"}, "2026-03-07T10:03");
  CHECK(has(again.out, "until 10:20 today"));
  const Finished described = mill.run({"describe", "--sign", "loft"}, "2026-03-07T10:15");
  CHECK(has(described.out, "2026-03-07T10:20:00+01:00"));
  const Finished idle = mill.run({"say", "--room", "Dye", "--delay", "5"}, "2026-03-07T20:00");
  CHECK(idle.status == 1);
  CHECK(has(idle.err, "Nothing more is planned in Dye today: it would make \"Madder and woad\" (Dye, 11:30 tomorrow)"));
  CHECK(mill.run({"say", "--room", "Dye", "--delay", "5", "--yes"}, "2026-03-07T20:00").status == 0);
  const Finished over = mill.run({"say", "--room", "Loft", "--delay", "5"}, "2026-03-07T20:00");
  CHECK(has(over.err, "Nothing is on or to come in Loft"));
}

TEST_CASE("say tells what a message hides and behind what it is hidden, and so does the list") {
  const Mill mill("12");
  CHECK(mill.run({"say", "Soup is ready", "--for", "90"}, kMorning).status == 0);
  const Finished loud = mill.run({"say", "Leave by the yard", "--level", "warning", "--sign", "dye"}, kMorning);
  CHECK(has(loud.out, "Said: warning \"Leave by the yard\" on the sign dye, from 8:30 AM until 9:30 AM today."));
  CHECK(has(loud.out, "It hides soup-is-ready on dye until 9:30 AM today.\n"));
  CHECK(has(mill.run({"say"}, kMorning).out, "until 10:00 AM today, hidden behind leave-by-the on 1 of 2 signs\n"));
  CHECK(mill.run({"say", "Out", "--level", "takeover", "--for", "20m"}, kMorning).status == 0);
  const Finished later = mill.run({"say", "Tea", "--for", "2h"}, kMorning);
  CHECK(has(later.out, "It is hidden behind out on every sign until 8:50 AM today.\n"));
  CHECK(has(mill.run({"say", "Out by the WEST gate", "--level", "takeover"}, "2026-03-07T08:31").out,
            "It hides out on every sign until 8:50 AM today.\n"));
}

TEST_CASE("a takeover until after closing is asked back; one of an hour never is") {
  const Mill mill("24", R"("open": ["08:00", "22:00"],)");
  const std::string evening = "2026-03-07T21:30";
  const Finished late = mill.run({"say", "Out", "--level", "takeover", "--until", "23:00"}, evening);
  CHECK(late.status == 1);
  CHECK(has(late.err, "until 23:00 today, after closing at 22:00 today. Write it all the same with --yes."));
  CHECK(mill.run({"say", "Out", "--level", "takeover"}, evening).status == 0);
  CHECK(mill.run({"say", "Out", "--level", "takeover", "--until", "22:00"}, evening).status == 0);
  CHECK(mill.run({"say", "Out", "--level", "takeover", "--until", "23:00", "--yes"}, evening).status == 0);
  CHECK(mill.run({"say", "Out", "--until", "23:00"}, evening).status == 0);
}

TEST_CASE("on a venue whose event is on another day it tells so, and the time to try it out with") {
  const Mill mill;
  for (const char* at : {"2026-01-05T10:00", "2026-05-05T10:00"}) {
    CAPTURE(std::string(at));
    const Finished said = mill.run({"say", "Hello"}, at);
    CHECK(said.status == 0);
    CHECK(has(said.err, "No session of this schedule is within a day of now"));
    const auto pretended = said.err.substr(said.err.find("--at ") + 5, 16);
    CHECK(mill.run({"say", "Hello"}, pretended).err.empty());
  }
}

}  // namespace placard::end_to_end
