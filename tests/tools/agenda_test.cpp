// SPDX-License-Identifier: MIT
#include "agenda2feed/agenda.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "agenda2feed/feed.hpp"
#include "agenda2feed/start_line.hpp"
#include "agenda2feed/title.hpp"

using namespace placard::agenda;
using std::chrono::hours;
using std::chrono::minutes;

namespace {

using Strings = std::vector<std::string>;

// "12: sentence" for each oddity.
Strings told(const Agenda& agenda) {
  Strings lines;
  for (const Oddity& oddity : agenda.oddities) lines.push_back(std::to_string(oddity.line) + ": " + oddity.sentence);
  return lines;
}

Strings titles(const Agenda& agenda) {
  Strings result;
  for (const Session& session : agenda.sessions) result.push_back(session.title);
  return result;
}

Venue harbour_on(const std::string& day) {
  return {"Harbour Days", read_day(day).value(), placard::TimeZone::find("America/Los_Angeles").value()};
}

// One entry of the page: its description of one paragraph stands twice, each time before "Read more".
std::string entry(const std::string& start_line, const std::string& labels_and_title) {
  return start_line + "\n" + labels_and_title + "\nTides, told plainly.\nRead more\nTides, told plainly.\nRead more\n";
}

}  // namespace

TEST_CASE("a start line runs into the room and may follow 'Read more'") {
  struct Row {
    const char* line;
    minutes start, end;
    const char* room;
    bool glued;
  };
  const Row rows[] = {
      {"09:00 AM - 09:30 AMPier 3", hours(9), minutes(570), "Pier 3", false},
      {"Read more01:00 PM - 02:15 PMBoat Hall 2-3", hours(13), minutes(855), "Boat Hall 2-3", true},
      {"12:00 PM - 12:15 PMQuay", hours(12), minutes(735), "Quay", false},
      {"12:00 AM - 12:59 AMQuay", minutes(0), minutes(59), "Quay", false},
      {"9:05AM \u2013 10:00AM  Quay", minutes(545), hours(10), "Quay", false},
      {"11:00 PM - 01:00 AM", hours(23), hours(1), "", false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.line);
    const auto read = read_start_line(row.line);
    REQUIRE(read);
    CHECK(read->start == row.start);
    CHECK(read->end == row.end);
    CHECK(read->room == row.room);
    CHECK(read->glued == row.glued);
  }
  for (const char* line : {"", "Read more", "Pier 3", "09:00 - 09:30 Pier 3", "00:30 AM - 01:00 AMPier 3",
                           "13:00 PM - 01:30 PMPier 3", "09:60 AM - 10:00 AMPier 3", "09:00 AM to 10:00 AMPier 3"}) {
    CAPTURE(line);
    CHECK_FALSE(read_start_line(line));
  }
}

TEST_CASE("labels before the title: the first is the track, the others are labels, and the description is dropped") {
  const Agenda agenda = read_agenda(R"(HARBOUR DAYS
ALL SESSIONS
09:00 AM - 09:30 AMPier 3
Machine Learning
Image
Text / Docs
Counting gulls from a lighthouse
The first paragraph is about gulls.
The second one is about the lighthouse.
Read more
The first paragraph is about gulls.
The second one is about the lighthouse.
The second one is about the lighthouse.
09:30 AM - 10:30 AMDeck
Coffee on deck
Bring a cup.
Read more
Bring a cup.
Read more
)");
  REQUIRE(titles(agenda) == Strings{"Counting gulls from a lighthouse", "Coffee on deck"});
  const Session& gulls = agenda.sessions[0];
  CHECK(gulls.line == 3);
  CHECK(gulls.room == "Pier 3");
  CHECK(gulls.start == hours(9));
  CHECK(gulls.end == minutes(570));
  CHECK(gulls.track == "Machine Learning");
  CHECK(gulls.labels == Strings{"Image", "Text / Docs"});
  CHECK_FALSE(agenda.sessions[1].track);
  CHECK(agenda.sessions[1].labels.empty());
  CHECK(told(agenda) == Strings{});
}

TEST_CASE("glued start lines are told once, with all their lines") {
  const Agenda agenda = read_agenda(R"(09:00 AM - 09:30 AMPier 3
One
Gulls.
Read more
Gulls.
Read more09:30 AM - 10:00 AMPier 3
Two
Terns.
Read more
Terns.
Read more10:00 AM - 10:30 AMPier 3
Three
Puffins.
Read more
Puffins.
Read more)");
  CHECK(titles(agenda) == Strings{"One", "Two", "Three"});
  CHECK(told(agenda) == Strings{R"(6: the start line is glued to "Read more"; likewise on 11)"});
}

TEST_CASE("the keynote's speakers are kept once, up to 'Read more'") {
  const Agenda agenda = read_agenda(R"(09:00 AM - 10:00 AMKeynote Session
Harbour Keynote
What the sea is for.
Day 2 Keynote Speakers:
Ada Hull, Tide Tables Ltd
Ben Keel, University of Mud
and friends
Read more
What the sea is for.
Day 2 Keynote Speakers:
Ada Hull, Tide Tables Ltd
Ben Keel, University of Mud
and friends
)");
  REQUIRE(agenda.sessions.size() == 1);
  CHECK(agenda.sessions[0].speakers == Strings{"Ada Hull, Tide Tables Ltd", "Ben Keel, University of Mud"});
  CHECK(told(agenda) == Strings{"4: the list of speakers stands 2 times; kept once",
                                R"(7: a line among the speakers is not "Name, Organisation"; left out)"});
}

TEST_CASE("an entry that stands twice, once empty, is kept once") {
  const Agenda agenda =
      read_agenda("04:00 PM - 05:00 PMLocker\n" + entry("04:00 PM - 05:00 PMLocker", "Oilskins back") +
                  "05:00 PM - 05:30 PMPier 9\n" + entry("04:00 PM - 05:00 PMLocker", "Oilskins back"));
  CHECK(titles(agenda) == Strings{"Oilskins back"});
  CHECK(told(agenda) == Strings{"1: empty entry of Locker dropped; the same entry stands filled on line 2",
                                "8: empty entry of Pier 9 dropped", "9: the entry of line 2 once more; dropped"});
}

TEST_CASE("labels the tool does not know") {
  SUBCASE("between known ones") {
    const Agenda agenda =
        read_agenda(entry("09:00 AM - 09:30 AMPier 3", "LLMs\nSea Shanties\nImage\nSinging to models"));
    REQUIRE(titles(agenda) == Strings{"Singing to models"});
    CHECK(agenda.sessions[0].track == "LLMs");
    CHECK(agenda.sessions[0].labels == Strings{"Sea Shanties", "Image"});
    CHECK(told(agenda) == Strings{R"(3: "Sea Shanties" is no label this tool knows; taken as one)"});
  }
  SUBCASE("right before the title: the description's copy says where the title is") {
    const Agenda agenda = read_agenda(entry("09:00 AM - 09:30 AMPier 3", "LLMs\nSea Shanties\nSinging to models"));
    REQUIRE(titles(agenda) == Strings{"Singing to models"});
    CHECK(agenda.sessions[0].labels == Strings{"Sea Shanties"});
  }
  SUBCASE("a title that is a label's word is a title") {
    const Agenda agenda = read_agenda(entry("09:00 AM - 09:30 AMPier 3", "Machine Learning\nvLLM"));
    REQUIRE(titles(agenda) == Strings{"vLLM"});
    CHECK(agenda.sessions[0].track == "Machine Learning");
    CHECK(agenda.sessions[0].labels.empty());
  }
  SUBCASE("repeated, and one that is no track") {
    const Agenda agenda = read_agenda(entry("09:00 AM - 09:30 AMPier 3", "Video\nImage\nVideo\nA film of the tide"));
    REQUIRE(titles(agenda) == Strings{"A film of the tide"});
    CHECK(agenda.sessions[0].track == "Video");
    CHECK(agenda.sessions[0].labels == Strings{"Image"});
    CHECK(told(agenda) == Strings{R"(2: the first label, "Video", is not one of the tracks)",
                                  R"(4: the label "Video" is repeated; kept once)"});
  }
}

TEST_CASE("ends that are not after the start") {
  const Agenda agenda =
      read_agenda(entry("11:00 PM - 12:30 AMPier 3", "Night fishing") + entry("03:00 PM - 02:30 PMDeck", "A slip") +
                  entry("04:00 PM - 04:00 PMDeck", "None"));
  REQUIRE(agenda.sessions.size() == 3);
  CHECK(agenda.sessions[0].end == minutes(24 * 60 + 30));
  CHECK_FALSE(agenda.sessions[1].end);
  CHECK_FALSE(agenda.sessions[2].end);
  CHECK(told(agenda) == Strings{"1: the end lies before the start; taken as past midnight",
                                "7: the end is not after the start; the end is left out",
                                "13: the end is not after the start; the end is left out"});
}

TEST_CASE("sessions that overlap in their room, and a title used twice, are told and kept") {
  const Agenda agenda =
      read_agenda(entry("09:00 AM - 10:00 AMPier 3", "One") + entry("09:59 AM - 10:30 AMPier 3", "Two") +
                  entry("10:30 AM - 11:00 AMPier 3", "One") + entry("09:00 AM - 10:00 AMDeck", "Four"));
  CHECK(titles(agenda) == Strings{"One", "Two", "One", "Four"});
  CHECK(told(agenda) ==
        Strings{"7: overlaps the session on line 1 in Pier 3", "13: has the title of the session on line 1"});
}

TEST_CASE("a damaged start line is told, as is the 'Read more' that it leaves over") {
  const Agenda agenda =
      read_agenda(entry("09:00 AM - 09:30 AMPier 3", "One") + entry("09:30 AM -- 10:00 AMPier 3", "Lost"));
  CHECK(titles(agenda) == Strings{"One"});
  CHECK(told(agenda) == Strings{"1: \"Read more\" comes 4 times in this session where others like it have 2; "
                                "a start line may be lost",
                                "7: opens with a time but is no start line; a session may be lost here"});
}

TEST_CASE("entries without room or title are dropped") {
  const Agenda agenda =
      read_agenda(entry("09:00 AM - 09:30 AM", "Nowhere") + "10:00 AM - 10:30 AMPier 3\nLLMs\nRead more\n");
  CHECK(agenda.sessions.empty());
  CHECK(told(agenda) == Strings{"1: the start line names no room; entry dropped", "7: entry without a title dropped"});
}

TEST_CASE("nothing in, nothing out") {
  for (const char* text : {"", "\n\n", "Read more", "HARBOUR DAYS\nsoon", "\xff\xfe\x00"}) {
    CHECK(read_agenda(text).sessions.empty());
    CHECK(read_agenda(text).oddities.empty());
  }
}

TEST_CASE("a title keeps its characters; spaces are collapsed and what nobody sees is removed") {
  struct Row {
    const char* published;
    const char* title;
    Strings oddities;
  };
  const Row rows[] = {
      {"Gulls\u2019 flight & \u201Cform\u201D", "Gulls\u2019 flight & \u201Cform\u201D", {}},
      {"  Gulls \t", "Gulls", {}},
      {"Gulls  and\t terns", "Gulls and terns", {"the title held a run of spaces; collapsed"}},
      {"Gulls\u00A0and terns", "Gulls\u00A0and terns", {"the title holds a no-break space (U+00A0)"}},
      {"Low\u2011tide\u2011line", "Low\u2011tide\u2011line", {"the title holds a non-breaking hyphen (U+2011)"}},
      {"Gu\u200Blls\u0007",
       "Gulls",
       {"the title held an invisible character (U+200B); removed",
        "the title held an invisible character (U+0007); removed"}},
      {"Gulls : a study", "Gulls : a study", {"the title has a space before its colon"}},
      {"Gulls are back.", "Gulls are back.", {"the title ends in a full stop"}},
      {"And then...", "And then...", {}},
      {"Gulls\xff", "Gulls\uFFFD", {"the title holds a character that could not be read (U+FFFD)"}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.title);
    CHECK(tidy_line(row.published) == row.title);
    CHECK(title_oddities(row.published) == row.oddities);
  }
}

TEST_CASE("line ends of either kind, and a byte-order mark") {
  const Agenda agenda = read_agenda("\uFEFF09:00 AM - 09:30 AMPier 3\r\nLLMs\r\nOne\r\n");
  REQUIRE(titles(agenda) == Strings{"One"});
  CHECK(agenda.sessions[0].room == "Pier 3");
  CHECK(agenda.sessions[0].track == "LLMs");
  CHECK(told(agenda) == Strings{});
}

TEST_CASE("a day is a date that exists, in one form") {
  CHECK(read_day("2025-11-04"));
  CHECK(read_day("2024-02-29"));
  for (const char* text :
       {"", "2025-02-29", "2025-13-01", "2025-1-04", "04.11.2025", "2025-11-04T09:00", "tomorrow  "}) {
    CAPTURE(text);
    CHECK_FALSE(read_day(text));
  }
}

TEST_CASE("the feed: one session a line, only what is there, times with the offset of their day") {
  Session one;
  one.room = "Boat Hall 2-3";
  one.title = "Knots \"by hand\"";
  one.start = hours(13);
  one.end = minutes(13 * 60 + 30);
  one.track = "LLMs";
  one.labels = {"Image", "Video"};
  Session two;
  two.room = "Boat Hall 2-3";
  two.title = "Same hall, same time";
  two.start = hours(13);
  two.speakers = {"Ada Hull, Tide Tables Ltd"};
  CHECK(write_feed(harbour_on("2025-11-04"), {one, two}) == R"({
  "event": "Harbour Days",
  "time_zone": "America/Los_Angeles",
  "sessions": [
    {"id":"boat-hall-2-3-1300","room":"Boat Hall 2-3","title":"Knots \"by hand\"","start":"2025-11-04T13:00:00-08:00","end":"2025-11-04T13:30:00-08:00","track":"LLMs","labels":["Image","Video"]},
    {"id":"boat-hall-2-3-1300-2","room":"Boat Hall 2-3","title":"Same hall, same time","start":"2025-11-04T13:00:00-08:00","speakers":["Ada Hull, Tide Tables Ltd"]}
  ]
}
)");
  CHECK(write_feed(harbour_on("2025-07-04"), {two}).find("2025-07-04T13:00:00-07:00") != std::string::npos);
}

TEST_CASE("times after midnight, and on the day the clocks change") {
  Session late;
  late.room = "Pier";
  late.title = "Night fishing";
  late.start = hours(23);
  late.end = hours(25);
  CHECK(write_feed(harbour_on("2025-11-04"), {late}).find(R"("end":"2025-11-05T01:00:00-08:00")") != std::string::npos);
  late.start = hours(1);
  late.end = hours(3);
  const std::string feed = write_feed(harbour_on("2025-11-02"), {late});
  CHECK(feed.find(R"("start":"2025-11-02T01:00:00-07:00","end":"2025-11-02T03:00:00-08:00")") != std::string::npos);
}

TEST_CASE("ids are readable whatever a room is called") {
  Session session;
  session.start = hours(9);
  const std::pair<const char*, const char*> rows[] = {
      {"Golden Gate B", "golden-gate-b-0900"},
      {"Salon 4-6", "salon-4-6-0900"},
      {" (Foyer) ", "foyer-0900"},
      {"Caf\u00E9 / Bar", "caf\u00E9-bar-0900"},
      {"\u5927\u30DB\u30FC\u30EB", "\u5927\u30DB\u30FC\u30EB-0900"},
  };
  for (const auto& [room, id] : rows) {
    session.room = room;
    CHECK(session_ids({session}) == Strings{id});
  }
}

#ifdef PLACARD_SAMPLES
TEST_CASE("the agenda of Ray Summit 2025") {
  const std::string path = std::string(PLACARD_SAMPLES) + "/agenda/ray-summit-2025-agenda.txt";
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    MESSAGE("There is no agenda at " << path << ", so it is not tried.");
    return;
  }
  std::ostringstream text;
  text << file.rdbuf();
  const Agenda agenda = read_agenda(text.str());

  std::map<std::string, int> rooms;
  std::map<std::string, int> tracks;
  for (const Session& session : agenda.sessions) {
    ++rooms[session.room];
    ++tracks[session.track.value_or("none")];
    CHECK(session.end.value_or(minutes(0)) > session.start);
  }
  CHECK(agenda.sessions.size() == 61);
  CHECK(rooms == std::map<std::string, int>{{"Lightning Theater", 18},
                                            {"Golden Gate A", 4},
                                            {"Golden Gate B", 5},
                                            {"Golden Gate C1", 5},
                                            {"Golden Gate C2", 4},
                                            {"Golden Gate C3", 5},
                                            {"Yerba Buena 2-3", 5},
                                            {"Yerba Buena Salon 4-6", 5},
                                            {"Yerba Buena Salon 10-12", 5},
                                            {"Rayground", 3},
                                            {"Keynote Session", 1},
                                            {"Gift Room", 1}});
  CHECK(tracks == std::map<std::string, int>{{"Machine Learning", 19},
                                             {"vLLM", 10},
                                             {"Reinforcement Learning", 8},
                                             {"LLMs", 7},
                                             {"Ray Deep Dives", 7},
                                             {"Lightning Talk", 4},
                                             {"Agentic AI", 1},
                                             {"none", 5}});
  CHECK(std::count_if(agenda.sessions.begin(), agenda.sessions.end(),
                      [](const Session& s) { return s.room == "Golden Gate C2" && s.start >= hours(16); }) == 0);
  const Session& keynote = agenda.sessions[1];
  CHECK(keynote.title == "Ray Summit Keynote - Day 1");
  REQUIRE(keynote.speakers.size() == 9);
  CHECK(keynote.speakers.front() == "Jim Fan, NVIDIA");
  CHECK(keynote.speakers.back() == "Keerti Melkote, Anyscale");

  const Strings oddities = told(agenda);
  CHECK(oddities.size() == 8);
  const auto tells = [&](const char* sentence) {
    return std::find(oddities.begin(), oddities.end(), sentence) != oddities.end();
  };
  CHECK(tells("615: empty entry of Gift Room dropped; the same entry stands filled on line 616"));
  CHECK(tells("473: the title holds a non-breaking hyphen (U+2011)"));
  CHECK(tells("800: the title ends in a full stop"));

  const auto feed = nlohmann::json::parse(write_feed(harbour_on("2025-11-04"), agenda.sessions));
  CHECK(feed["sessions"].size() == 61);
  CHECK(feed["sessions"][60]["start"] == "2025-11-04T18:30:00-08:00");
}
#endif
