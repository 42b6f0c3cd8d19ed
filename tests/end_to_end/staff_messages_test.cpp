// SPDX-License-Identifier: MIT
// Staff messages as a person at a terminal gives them.
#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <random>
#include <set>
#include <thread>

#include "end_to_end/staff_venue.hpp"
#include "fetch/fault_server.hpp"

namespace placard::end_to_end {
namespace {

using Json = nlohmann::json;

}  // namespace

TEST_CASE("say writes an entry with whole times that the signs obey; unsay takes it back, and the file is as before") {
  const Venue venue;
  const std::string before = read_file(venue.overrides());
  const Finished said = venue.run({"say", "Lunch is served in Rayground", "--for", "30m", "--room", "Golden Gate ?"});
  CHECK(said.err.empty());
  CHECK(said.status == 0);
  CHECK(said.out ==
        "Said: notice \"Lunch is served in Rayground\" on 2 signs (golden-gate-a, golden-gate-b), "
        "from 1:05 PM until 1:35 PM today. To take it back: placard unsay lunch-is-served\n");
  CHECK(venue.entries() == Json::parse(R"([{"id": "lunch-is-served", "rooms": ["Golden Gate ?"],
    "message": "Lunch is served in Rayground", "level": "notice",
    "from": "2025-11-04T13:05:00-08:00", "until": "2025-11-04T13:35:00-08:00"}])"));
  const Json sign = venue.describe("golden-gate-a");
  CHECK(sign["messages"] == Json::parse(R"([{"id": "lunch-is-served", "level": "notice",
    "text": "Lunch is served in Rayground",
    "from": "2025-11-04T13:05:00-08:00", "until": "2025-11-04T13:35:00-08:00", "hidden_by": null}])"));
  CHECK(venue.describe("gift-room")["messages"].empty());
  CHECK(venue.run({"say"}).out.find("now      lunch-is-served") == 0);
  CHECK(venue.run({"unsay", "lunch-is-served"}).status == 0);
  CHECK(read_file(venue.overrides()) == before);
  CHECK(venue.run({"say"}).out == "Nothing is said.\n");
}

TEST_CASE("say: each kind, its times and its id") {
  struct Row {
    SignTexts texts;
    std::string entry;
  };
  const std::string hour = R"("from": "2025-11-04T13:05:00-08:00", "until": "2025-11-04T14:05:00-08:00")";
  const Row rows[] = {
      {{"say", "Out!", "--level", "takeover", "--until", "15:30"},
       R"({"id": "out", "message": "Out!", "level": "takeover", "from": "2025-11-04T13:05:00-08:00", "until": "2025-11-04T15:30:00-08:00"})"},
      {{"say", "Breakfast", "--from", "08:00", "--for", "1h30m", "--by", "Anna", "--id", "b"},
       R"({"id": "b", "by": "Anna", "message": "Breakfast", "level": "notice", "from": "2025-11-05T08:00:00-08:00", "until": "2025-11-05T09:30:00-08:00"})"},
      {{"say", "--title", "State of vLLM 2025", "--move-to", "Keynote Session"},
       R"({"id": "moved-to-keynote", "session": {"title": "State of vLLM 2025"}, "move_to": "Keynote Session", "from": "2025-11-04T13:05:00-08:00", "until": "2025-11-05T04:00:00-08:00"})"},
      {{"say", "--room", "Golden Gate B", "--start", "14:30", "--cancel"},
       R"({"id": "cancelled-golden-gate", "session": {"room": "Golden Gate B", "start": "2025-11-04T14:30:00-08:00"}, "cancelled": true, "from": "2025-11-04T13:05:00-08:00", "until": "2025-11-05T04:00:00-08:00"})"},
      {{"say", "--session", "golden-gate-b-1430", "--set-title", "New", "--set-start", "14:35", "--set-speaker", "Ada"},
       R"({"id": "changed-golden-gate", "session": {"id": "golden-gate-b-1430"}, "set": {"title": "New", "speakers": ["Ada"], "start": "2025-11-04T14:35:00-08:00"}, "from": "2025-11-04T13:05:00-08:00", "until": "2025-11-05T04:00:00-08:00"})"},
      {{"say", "--room", "Lightning Theater", "--delay", "10"},
       R"({"id": "10-minutes-late", "rooms": ["Lightning Theater"], "delay_minutes": 10, "from": "2025-11-04T13:05:00-08:00", "until": "2025-11-04T13:55:00-08:00"})"},
      {{"say", "Doors open late", "--for", "12H12M12S", "--id", "d"},
       R"({"id": "d", "message": "Doors open late", "level": "notice", "from": "2025-11-04T13:05:00-08:00", "until": "2025-11-05T01:17:12-08:00"})"},
      {{"say", "x", "--until", "1:10", "--id", "x"},
       R"({"id": "x", "message": "x", "level": "notice", "from": "2025-11-04T13:05:00-08:00", "until": "2025-11-04T13:10:00-08:00"})"},
      {{"say", "x", "--from", "in 20m", "--until", "2pm", "--id", "x"},
       R"({"id": "x", "message": "x", "level": "notice", "from": "2025-11-04T13:25:00-08:00", "until": "2025-11-04T14:00:00-08:00"})"},
      {{"say", "--room", "Golden Gate B", "--start", "2:30 PM", "--cancel"},
       R"({"id": "cancelled-golden-gate", "session": {"room": "Golden Gate B", "start": "2025-11-04T14:30:00-08:00"}, "cancelled": true, "from": "2025-11-04T13:05:00-08:00", "until": "2025-11-05T04:00:00-08:00"})"},
      {{"say", "--session", "golden-gate-b-1430", "--set-start", "3:30"},
       R"({"id": "changed-golden-gate", "session": {"id": "golden-gate-b-1430"}, "set": {"start": "2025-11-04T15:30:00-08:00"}, "from": "2025-11-04T13:05:00-08:00", "until": "2025-11-05T04:00:00-08:00"})"},
      {{"say", "--room", "Golden Gate A", "--full"},
       R"({"id": "full", "rooms": ["Golden Gate A"], "full": true, "from": "2025-11-04T13:05:00-08:00", "until": "2025-11-04T13:30:00-08:00"})"},
      {{"say", "  Two\nlines\t", "--id", " two "},
       R"({"id": "two", "message": "Two lines", "level": "notice", )" + hour + "}"},
      {{"say", "--sign", "gift-room", "--replace", "Private", "--text", "Sorry"},
       R"({"id": "private-in-place", "signs": ["gift-room"], "replace": {"title": "Private", "text": "Sorry"}, )" +
           hour + "}"},
  };
  for (const Row& row : rows) {
    const Venue venue;
    CAPTURE(row.texts.back());
    const Finished said = venue.run(row.texts);
    CHECK(said.err.empty());
    CHECK(said.status == 0);
    CHECK(venue.entries() == Json::array({Json::parse(row.entry)}));
  }
}

TEST_CASE("what can't be meant is refused in a sentence, and nothing is written") {
  struct Row {
    SignTexts texts;
    int status;
    const char* sentence;
  };
  const Row rows[] = {
      {{"say", "x", "--sign", "golden-gat-a"}, 1, "No sign is called \"golden-gat-a\". Did you mean \"golden-gate-a\""},
      {{"say", "x", "--room", "Golden Gat A"}, 1, "No room is called \"Golden Gat A\". Did you mean \"Golden Gate A\""},
      {{"say", "--title", "State of vLLM", "--cancel"}, 1, "Did you mean \"State of vLLM 2025\"?"},
      {{"say", "--session", "golden-gate-b-1300", "--move-to", "Keynote Sesion"},
       1,
       "Did you mean \"Keynote Session\"?"},
      {{"say", "--room", "Golden Gate B", "--start", "14:20", "--cancel"}, 1, "The nearest starts at 2:30 PM today."},
      {{"say", ""}, 2, "The message is empty"},
      {{"say", " "}, 2, "The message is empty"},
      {{"say", "x", "--room", ""}, 2, "A name is empty"},
      {{"say", "x", "--sign", "", "--force"}, 2, "A name is empty"},
      {{"say", std::string(1001, 'x')}, 2, "longer than 1000 characters"},
      {{"say", "--for", "30m"}, 2, "Say what"},
      {{"say", "--level", "warning"}, 2, "--level goes with a message"},
      {{"say", "x", "--text", "y"}, 2, "--text goes with --replace"},
      {{"say", "--session", "golden-gate-b-1300", "--set-start", "lunch"}, 2, "--set-start lunch is not a time"},
      {{"say", "--session", "golden-gate-b-1300", "--set-end", "13:00"}, 2, "would end before it starts"},
      {{"say", "--full"}, 2, "Name the room with --room"},
      {{"say", "--delay", "5"}, 2, "Name the room with --room"},
      {{"say", "x", "--delay", "5", "--room", "Golden Gate A"}, 2, "Say one thing at a time"},
      {{"say", "--cancel"}, 2, "Name the session by --session ID"},
      {{"say", "--start", "14:30", "--cancel"}, 2, "Name the session by --session ID"},
      {{"say", "--session", "golden-gate-b-1300"}, 2, "Say one thing of the session"},
      {{"say", "x", "--for", "10 apples"}, 2, "\"10 apples\" is not a span such as 30m"},
      {{"say", "x", "--for", "5m", "--until", "14:00"}, 2, "--for"},
      {{"say", "x", "--until", "25:00"}, 2, "--until 25:00 is not a time"},
      {{"say", "x", "--until", "2025-11-04T13:00"}, 2, "It would end before it begins"},
      {{"say", "x", "--level", "loud"}, 2, "\"loud\" is no level: write notice, warning or takeover"},
      {{"say", "Lunch", "is", "served"}, 2, "Put the message in quotes: placard say \"Lunch is served\""},
      {{"say", "--cancel", "State of vLLM 2025"}, 2, "--title \"State of vLLM 2025\""},
      {{"sya", "Lunch"}, 2, "There is no command \"sya\". Did you mean \"say\""},
      {{"say", "Out", "--level", "takeover", "--until", "5:30 PM"}, 1, "until 5:30 PM today, for more than four hours"},
      {{"say", "Out", "--level", "takeover", "--for", "4h1m"}, 1, "all the same with --yes"},
      {{"unsay"}, 2, "Say which message to take back"},
      {{"unsay", "lunch"}, 1, "No message has the id \"lunch\". Did you mean \"lunch2\"?"},
      {{"say", "x", "--id", "lunch2"}, 1, "The id \"lunch2\" is taken"},
  };
  const Venue venue;
  venue.write_overrides(R"({"id": "lunch2", "message": "Lunch", "level": "notice"})");
  const std::string before = read_file(venue.overrides());
  for (const Row& row : rows) {
    CAPTURE(std::string(row.sentence));
    const Finished finished = venue.run(row.texts);
    CAPTURE(finished.err);
    CHECK(finished.status == row.status);
    CHECK(finished.err.find(row.sentence) != std::string::npos);
    CHECK(read_file(venue.overrides()) == before);
  }
  CHECK(venue.run({"say", "x", "--sign", "golden-gat-a", "--force"}).status == 0);
}

TEST_CASE("a cancelled session does not come back when its room runs late") {
  const Venue venue;
  CHECK(venue.run({"say", "--session", "golden-gate-b-1300", "--cancel"}).status == 0);
  CHECK(venue.run({"say", "--room", "Golden Gate B", "--delay", "10"}).status == 0);
  for (const char* at : {"13:29:59", "13:30:00", "13:39:59", "13:40:00"}) {
    CAPTURE(std::string(at));
    const Json sign = venue.describe("golden-gate-b", std::string("2025-11-04T") + at);
    CHECK(sign["now"].is_null());
    CHECK(sign["next"]["id"] == "golden-gate-b-1345");
  }
}

TEST_CASE("the evening before, a start is the one of the next day that has it, and new times are of that day") {
  const Venue venue;
  const std::string evening = "2025-11-03T20:00";
  CHECK(venue.run({"say", "--room", "Golden Gate B", "--start", "14:30", "--cancel"}, evening).status == 0);
  CHECK(venue.run({"say", "--session", "golden-gate-b-1300", "--set-end", "13:20"}, evening).status == 0);
  const Json entries = venue.entries();
  CHECK(entries[0]["session"]["start"] == "2025-11-04T14:30:00-08:00");
  CHECK(entries[1]["set"]["end"] == "2025-11-04T13:20:00-08:00");
  for (const Json& entry : entries) CHECK(entry["until"] == "2025-11-05T04:00:00-08:00");
}

TEST_CASE("where part of the schedule is missing, rooms it does not name may exist") {
  const Venue venue;
  write_file(venue.config(), R"({"time_zone": "America/Los_Angeles", "overrides": "overrides.json",
    "feed": [{"url": "feed/ray-summit-2025.json"}, {"url": "missing.json"}]})");
  const Finished said = venue.run({"say", "x", "--room", "Other House"});
  CHECK(said.status == 0);
  CHECK(said.err.find("Part of the schedule could not be read") != std::string::npos);
  CHECK(venue.run({"check"}).err.find("Other House") == std::string::npos);
}

TEST_CASE("without a config the file is named, and a time of day needs the zone") {
  const Venue venue;
  const auto run = [&](SignTexts texts) {
    texts.insert(texts.begin(), {kProgram, "say", "x", "--overrides", venue.overrides()});
    return run_program(texts);
  };
  if (access("/etc/placard/venue.json", F_OK) == 0) return;  // this machine is a sign
  CHECK(run({"--for", "5m"}).status == 0);
  const Finished local = run({"--until", "15:30"});
  CHECK(local.status == 1);
  CHECK(local.err.find("Give it with --time-zone") != std::string::npos);
  CHECK(run({"--until", "15:30", "--time-zone", "America/Los_Angeles"}).status == 0);
  CHECK(venue.entries().size() == 2);
}

TEST_CASE("a file that can't be parsed is never overwritten; a missing one is made") {
  const Venue venue;
  write_file(venue.overrides(), "{\n  \"overrides\": [\n    {]\n");
  const Finished refused = venue.run({"say", "Hello"});
  CHECK(refused.status == 1);
  CHECK(refused.err.find("overrides.json:3:") != std::string::npos);
  CHECK(read_file(venue.overrides()) == "{\n  \"overrides\": [\n    {]\n");
  unlink(venue.overrides().c_str());
  CHECK(venue.run({"say", "Hello"}).status == 0);
  CHECK(venue.entries().size() == 1);
}

TEST_CASE("a link stays a link, and mode is kept") {
  const Venue venue;
  const std::string target = venue.overrides() + ".real";
  rename(venue.overrides().c_str(), target.c_str());
  CHECK(symlink(target.c_str(), venue.overrides().c_str()) == 0);
  chmod(target.c_str(), 0664);
  CHECK(venue.run({"say", "Hello"}).status == 0);
  struct stat info {};
  CHECK(lstat(venue.overrides().c_str(), &info) == 0);
  CHECK(S_ISLNK(info.st_mode));
  CHECK(stat(target.c_str(), &info) == 0);
  CHECK((info.st_mode & 07777) == 0664);
  CHECK(venue.entries().size() == 1);
}

TEST_CASE("where staff messages can't be written, say tells why") {
  const Venue venue;
  const Finished url = venue.run({"say", "x", "--overrides", "https://example.org/overrides.json"});
  CHECK(url.status == 1);
  CHECK(url.err.find("only that server can change them") != std::string::npos);
  const Finished none =
      run_program({kProgram, "say", "x", "--feed", PLACARD_SOURCE "/config/feed/ray-summit-2025.json"});
  CHECK(none.status == 1);
  CHECK(none.err.find("Add \"overrides\"") != std::string::npos);
}

TEST_CASE("an address of staff messages that nobody reads is told by every command alike") {
  const Venue venue;
  const std::string sentence =
      "file:///etc/ov.json: this kind of address is not read: give http://, https:// or a path.";
  for (const SignTexts& command :
       std::vector<SignTexts>{{"check"},
                              {"describe", "--sign", "gift-room"},
                              {"shot", "--sign", "gift-room", "--out", "/dev/null"},
                              {"sheet", "--sign", "gift-room", "--out", venue.overrides() + ".sheet"},
                              {"say", "Hello"},
                              {"unsay", "--all"},
                              {"unsay", "a"}}) {
    CAPTURE(command.front());
    SignTexts words = command;
    words.insert(words.end(), {"--overrides", "file:///etc/ov.json"});
    const Finished finished = venue.run(words);
    CAPTURE(finished.err);
    CHECK(finished.err.find(sentence) != std::string::npos);
    CHECK(finished.err.find("only that server") == std::string::npos);
  }
}

TEST_CASE("what a server of staff messages did wrong is told in sentences that end before the next one begins") {
  const Venue venue;
  const test::FaultServer server(test::answer("500 Internal Server Error", {}, ""));
  const std::string where = server.url("/ov.json");
  const Finished finished = venue.run({"describe", "--sign", "gift-room", "--overrides", where});
  CHECK(finished.err == "placard: error: " + where +
                            ": HTTP 500: the server is in trouble: it is asked again, look into its log if this "
                            "lasts. The last good messages stay.\n");
  const Finished checked = venue.run({"check", "--overrides", where});
  CHECK(checked.err.find("error: " + where +
                         ": HTTP 500: the server is in trouble: it is asked again, look into its log if this "
                         "lasts.\n") != std::string::npos);
}

TEST_CASE("unsay --all, for some signs only, and what is over") {
  const Venue venue;
  const std::string entries = R"({"id": "a", "signs": ["golden-*"], "message": "A", "level": "notice"},
    {"id": "b", "rooms": ["Golden Gate A"], "full": true, "until": "2025-11-04T13:00"},
    {"id": "c", "message": 5},
    {"message": "D", "level": "notice"})";
  const auto left = [&](const SignTexts& texts) {
    venue.write_overrides(entries);
    CHECK(venue.run(texts).status == 0);
    std::string ids;
    for (const Json& entry : venue.entries()) ids += entry.value("id", "-");
    return ids;
  };
  CHECK(left({"unsay", "a", "c"}) == "b-");
  CHECK(left({"unsay", "--all"}).empty());
  CHECK(left({"unsay", "--all", "--sign", "golden-*"}) == "bc-");
  CHECK(left({"unsay", "--all", "--room", "golden gate a"}) == "ac-");
  CHECK(left({"unsay", "--expired"}) == "ac-");
}

// PLACARD_PAIRS in the environment makes it more: tests/README.md.
TEST_CASE("two who write at once lose nothing, and whoever reads meanwhile reads a whole file") {
  const Venue venue;
  const char* asked = std::getenv("PLACARD_PAIRS");
  const int pairs = asked != nullptr ? std::atoi(asked) : 40;  // of each process
  std::atomic<bool> done = false;
  std::atomic<int> failures = 0;
  std::set<std::string> kept[2];
  const auto write = [&](int who) {
    std::mt19937 random(static_cast<unsigned>(who));
    for (int i = 0; i < pairs; ++i) {
      const std::string id = std::string(who == 0 ? "left" : "right") + std::to_string(i);
      if (venue.run({"say", "Message " + id, "--id", id}).status != 0) ++failures;
      if (random() % 8 == 0) {
        kept[who].insert(id);
      } else if (venue.run({"unsay", id}).status != 0) {
        ++failures;
      }
    }
  };
  long reads = 0;
  long broken = 0;
  std::thread reader([&] {
    while (!done) {
      ++reads;
      if (Json::parse(read_file(venue.overrides()), nullptr, false, true).is_discarded()) ++broken;
    }
  });
  std::thread left(write, 0);
  std::thread right(write, 1);
  left.join();
  right.join();
  done = true;
  reader.join();
  MESSAGE((2 * pairs) << " pairs, read " << reads << " times meanwhile");
  CHECK(failures == 0);
  CHECK(broken == 0);
  CHECK(reads > 2 * pairs);
  std::set<std::string> ids;
  for (const Json& entry : venue.entries()) ids.insert(entry["id"].get<std::string>());
  kept[0].merge(kept[1]);
  CHECK(ids == kept[0]);
}

}  // namespace placard::end_to_end
