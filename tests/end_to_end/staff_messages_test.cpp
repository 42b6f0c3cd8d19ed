// SPDX-License-Identifier: MIT
// Staff messages as a person at a terminal gives them, and as the signs show them.
#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <random>
#include <set>
#include <thread>

#include "end_to_end/process.hpp"
#include "end_to_end/screen.hpp"
#include "end_to_end/web_server.hpp"
#include "glass/read_png.hpp"

namespace placard::end_to_end {
namespace {

using namespace std::chrono_literals;
using Json = nlohmann::json;
using Words = std::vector<std::string>;
const std::string kProgram = PLACARD_PROGRAM;
const std::string kAt = "2025-11-04T13:05:00-08:00";

// A folder with the shipped config and an overrides file of its own.
class Venue {
 public:
  Venue() : folder_(make_folder()) {
    for (const char* name : {"/venue.json", "/overrides.json", "/feed/ray-summit-2025.json"}) {
      mkdir((folder_ + "/feed").c_str(), 0755);
      write_file(folder_ + name, read_file(PLACARD_SOURCE "/config" + std::string(name)));
    }
  }
  ~Venue() { remove_folder(folder_); }
  Venue(const Venue&) = delete;
  Venue& operator=(const Venue&) = delete;

  std::string config() const { return folder_ + "/venue.json"; }
  std::string overrides() const { return folder_ + "/overrides.json"; }
  void write_overrides(const std::string& entries) const {
    write_file(overrides(), "{\"overrides\": [" + entries + "]}");
  }

  Finished run(Words words) const {
    words.insert(words.begin(), kProgram);
    words.insert(words.end(), {"--config", config(), "--at", kAt});
    return run_program(words);
  }
  Json describe(const std::string& sign) const { return Json::parse(run({"describe", "--sign", sign}).out); }
  Json entries() const { return Json::parse(read_file(overrides()), nullptr, false, true)["overrides"]; }
  Pixels shot(const std::string& sign, const std::string& at) const {
    const std::string out = folder_ + "/shot.png";
    const Finished finished = run_program(
        {kProgram, "shot", "--config", config(), "--sign", sign, "--at", at, "--size", "800x480", "--out", out});
    CHECK(finished.status == 0);
    return test::read_png(out);
  }

 private:
  std::string folder_;
};

bool shows(const Screen& screen, const Pixels& wanted) {
  return eventually(5s, [&] { return differing_pixels(screen.grab(), wanted) == 0; });
}

}  // namespace

TEST_CASE("say writes an entry with whole times that the signs obey; unsay takes it back, and the file is as before") {
  const Venue venue;
  const std::string before = read_file(venue.overrides());
  const Finished said = venue.run({"say", "Lunch is served in Rayground", "--for", "30m", "--room", "Golden Gate ?"});
  CHECK(said.err.empty());
  CHECK(said.status == 0);
  CHECK(said.out ==
        "Said: \"Lunch is served in Rayground\" on Golden Gate ?, from 1:05 PM until 1:35 PM. "
        "To take it back: placard unsay lunch-is-served\n");
  CHECK(venue.entries() == Json::parse(R"([{"id": "lunch-is-served", "rooms": ["Golden Gate ?"],
    "message": "Lunch is served in Rayground", "level": "notice",
    "from": "2025-11-04T13:05:00-08:00", "until": "2025-11-04T13:35:00-08:00"}])"));
  const Json sign = venue.describe("golden-gate-a");
  CHECK(sign["messages"] == Json::parse(R"([{"id": "lunch-is-served", "level": "notice",
    "text": "Lunch is served in Rayground",
    "from": "2025-11-04T13:05:00-08:00", "until": "2025-11-04T13:35:00-08:00"}])"));
  CHECK(venue.describe("gift-room")["messages"].empty());
  CHECK(venue.run({"say"}).out.find("now      lunch-is-served") == 0);
  CHECK(venue.run({"unsay", "lunch-is-served"}).status == 0);
  CHECK(read_file(venue.overrides()) == before);
  CHECK(venue.run({"say"}).out == "Nothing is said.\n");
}

TEST_CASE("say: each kind, its times and its id") {
  struct Row {
    Words words;
    std::string entry;
  };
  const std::string hour = R"("from": "2025-11-04T13:05:00-08:00", "until": "2025-11-04T14:05:00-08:00")";
  const Row rows[] = {
      {{"say", "Out!", "--level", "takeover", "--until", "15:30"},
       R"({"id": "out", "message": "Out!", "level": "takeover", "from": "2025-11-04T13:05:00-08:00", "until": "2025-11-04T15:30:00-08:00"})"},
      {{"say", "Breakfast", "--from", "08:00", "--for", "1h30m", "--by", "Anna", "--id", "b"},
       R"({"id": "b", "by": "Anna", "message": "Breakfast", "level": "notice", "from": "2025-11-05T08:00:00-08:00", "until": "2025-11-05T09:30:00-08:00"})"},
      {{"say", "--title", "State of vLLM 2025", "--move-to", "Keynote Session"},
       R"({"id": "moved-to-keynote", "session": {"title": "State of vLLM 2025"}, "move_to": "Keynote Session", "from": "2025-11-04T13:05:00-08:00", "until": "2025-11-04T13:30:00-08:00"})"},
      {{"say", "--room", "Golden Gate B", "--start", "14:30", "--cancel"},
       R"({"id": "cancelled-golden-gate", "session": {"room": "Golden Gate B", "start": "2025-11-04T14:30:00-08:00"}, "cancelled": true, "from": "2025-11-04T13:05:00-08:00", "until": "2025-11-04T15:00:00-08:00"})"},
      {{"say", "--session", "golden-gate-b-1430", "--set-title", "New", "--set-start", "14:35", "--set-speaker", "Ada"},
       R"({"id": "changed-golden-gate", "session": {"id": "golden-gate-b-1430"}, "set": {"title": "New", "speakers": ["Ada"], "start": "2025-11-04T14:35:00-08:00"}, "from": "2025-11-04T13:05:00-08:00", "until": "2025-11-04T15:00:00-08:00"})"},
      {{"say", "--room", "Lightning Theater", "--delay", "10"},
       R"({"id": "10-minutes-late", "rooms": ["Lightning Theater"], "delay_minutes": 10, )" + hour + "}"},
      {{"say", "--room", "Golden Gate A", "--full"},
       R"({"id": "full", "rooms": ["Golden Gate A"], "full": true, )" + hour + "}"},
      {{"say", "--sign", "gift-room", "--replace", "Private", "--text", "Sorry"},
       R"({"id": "private-in-place", "signs": ["gift-room"], "replace": {"title": "Private", "text": "Sorry"}, )" +
           hour + "}"},
  };
  for (const Row& row : rows) {
    const Venue venue;
    CAPTURE(row.words.back());
    const Finished said = venue.run(row.words);
    CHECK(said.err.empty());
    CHECK(said.status == 0);
    CHECK(venue.entries() == Json::array({Json::parse(row.entry)}));
  }
}

TEST_CASE("what can't be meant is refused in a sentence, and nothing is written") {
  struct Row {
    Words words;
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
      {{"say", "--full"}, 2, "Name the room with --room"},
      {{"say", "--delay", "5"}, 2, "Name the room with --room"},
      {{"say", "x", "--delay", "5", "--room", "Golden Gate A"}, 2, "Say one thing at a time"},
      {{"say", "--cancel"}, 2, "Name the session by --session ID"},
      {{"say", "--start", "14:30", "--cancel"}, 2, "Name the session by --session ID"},
      {{"say", "--session", "golden-gate-b-1300"}, 2, "Say one thing of the session"},
      {{"say", "x", "--for", "10"}, 2, "\"10\" is not a span such as 30m"},
      {{"say", "x", "--for", "5m", "--until", "14:00"}, 2, "--for"},
      {{"say", "x", "--until", "25:00"}, 2, "--until 25:00 is not a time"},
      {{"say", "x", "--until", "2025-11-04T13:00"}, 2, "It would end before it begins"},
      {{"say", "x", "--level", "loud"}, 2, "--level"},
      {{"unsay"}, 2, "Say which message to take back"},
      {{"unsay", "lunch"}, 1, "No message has the id \"lunch\". Did you mean \"lunch2\"?"},
      {{"say", "x", "--id", "lunch2"}, 1, "The id \"lunch2\" is taken"},
  };
  const Venue venue;
  venue.write_overrides(R"({"id": "lunch2", "message": "Lunch", "level": "notice"})");
  const std::string before = read_file(venue.overrides());
  for (const Row& row : rows) {
    CAPTURE(std::string(row.sentence));
    const Finished finished = venue.run(row.words);
    CAPTURE(finished.err);
    CHECK(finished.status == row.status);
    CHECK(finished.err.find(row.sentence) != std::string::npos);
    CHECK(read_file(venue.overrides()) == before);
  }
  CHECK(venue.run({"say", "x", "--sign", "golden-gat-a", "--force"}).status == 0);
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

TEST_CASE("unsay --all, for some signs only, and what is over") {
  const Venue venue;
  const std::string entries = R"({"id": "a", "signs": ["golden-*"], "message": "A", "level": "notice"},
    {"id": "b", "rooms": ["Golden Gate A"], "full": true, "until": "2025-11-04T13:00"},
    {"id": "c", "message": 5},
    {"message": "D", "level": "notice"})";
  const auto left = [&](const Words& words) {
    venue.write_overrides(entries);
    CHECK(venue.run(words).status == 0);
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

TEST_CASE("describe tells what staff changed, on both signs of a move") {
  const Venue venue;
  venue.write_overrides(R"(
    {"session": {"id": "golden-gate-b-1300"}, "move_to": "Keynote Session"},
    {"session": {"id": "golden-gate-a-1300"}, "cancelled": true},
    {"rooms": ["Lightning Theater"], "delay_minutes": 10, "from": "2025-11-04T12:50", "until": "2025-11-04T14:00"},
    {"rooms": ["Yerba Buena 2-3"], "full": true})");
  const Json old_room = venue.describe("golden-gate-b");
  CHECK(old_room["now"].is_null());
  CHECK(old_room["state"] == "gap");
  CHECK(old_room["absent"][0]["status"] == "moved");
  CHECK(old_room["absent"][0]["moved_to"] == "Keynote Session");
  const Json new_room = venue.describe("keynote-session");
  CHECK(new_room["now"]["title"] == "Ray at Applied Intuition: Scaling Batch Inference and RL");
  CHECK(new_room["now"]["status"] == "scheduled");
  CHECK(new_room["now"]["room"] == "Keynote Session");
  CHECK(venue.describe("golden-gate-a")["absent"][0]["status"] == "cancelled");
  const Json late = venue.describe("lightning-theater");
  CHECK(late["now"]["status"] == "delayed");
  CHECK(late["now"]["start"] == "2025-11-04T12:55:00-08:00");
  CHECK(late["now"]["printed_start"] == "2025-11-04T12:45:00-08:00");
  CHECK(late["now"]["printed_end"] == "2025-11-04T13:00:00-08:00");
  CHECK(late["countdown"]["seconds"] == 300);
  CHECK(venue.describe("yerba-buena-2-3")["now"]["full"] == true);
}

TEST_CASE("overrides that can't be read: the frame without them, a sentence and 1; none at all is no fault") {
  const Venue venue;
  write_file(venue.overrides(), "{");
  const Finished broken = venue.run({"describe", "--sign", "golden-gate-a"});
  CHECK(broken.status == 1);
  CHECK(broken.err.find("overrides.json:1:") != std::string::npos);
  CHECK(Json::parse(broken.out)["state"] == "now");
  CHECK(venue.run({"describe", "--sign", "golden-gate-a", "--overrides", "/nowhere/overrides.json"}).status == 0);
}

TEST_CASE("check names what entries are for and nobody knows") {
  const Venue venue;
  venue.write_overrides(
      "\n"
      R"({"signs": ["golden-gate-z"], "message": "x", "level": "notice"})");
  const Finished warned = venue.run({"check"});
  CHECK(warned.status == 0);
  CHECK(warned.err.find("overrides.json:2:1: warning: No sign is called \"golden-gate-z\".") != std::string::npos);
  venue.write_overrides(R"({"message": "x", "level": "takeover"})");
  CHECK(venue.run({"check"}).status == 1);
}

TEST_CASE("the glass follows the file, whichever way it is saved, and keeps its picture when the file is broken") {
  const Screen screen(800, 480);
  if (screen.display().empty()) {
    MESSAGE("Skipped: Xvfb is not installed or did not start.");
    return;
  }
  const Venue venue;
  const Background sign(
      {kProgram, "run", "--config", venue.config(), "--sign", "golden-gate-a", "--at", kAt, "--report"},
      screen.environment());
  const Pixels plain = venue.shot("golden-gate-a", kAt);
  CHECK(shows(screen, plain));
  const std::string file = venue.overrides();
  const auto text = [](const std::string& message) {
    return R"({"overrides": [{"message": ")" + message + R"(", "level": "warning", "from": "2025-11-04T13:00"}]})";
  };
  write_file(file, text("Saved in place"));
  const Pixels first = venue.shot("golden-gate-a", kAt);
  CHECK(differing_pixels(first, plain) > 0);
  CHECK(shows(screen, first));
  write_file(file, "{\"overrides\": [ {");
  timespec nap{1, 500'000'000};
  nanosleep(&nap, nullptr);
  CHECK(differing_pixels(screen.grab(), first) == 0);
  CHECK(sign.err().find("overrides.json:1:") != std::string::npos);
  write_file(file + ".new", text("Renamed over"));
  rename((file + ".new").c_str(), file.c_str());
  CHECK(shows(screen, venue.shot("golden-gate-a", kAt)));
  write_file(file + ".other", text("Behind a link"));
  CHECK(symlink((file + ".other").c_str(), (file + ".link").c_str()) == 0);
  rename((file + ".link").c_str(), file.c_str());
  CHECK(shows(screen, venue.shot("golden-gate-a", kAt)));
  unlink(file.c_str());
  CHECK(shows(screen, plain));
}

TEST_CASE("a message ends in time although the server it came from is gone") {
  const Screen screen(800, 480);
  if (screen.display().empty()) {
    MESSAGE("Skipped: Xvfb is not installed or did not start.");
    return;
  }
  const Venue venue;
  venue.write_overrides(
      R"({"message": "Short", "level": "takeover", "from": "2025-11-04T13:00", "until": "2025-11-04T13:05:08"})");
  const Pixels taken = venue.shot("golden-gate-a", kAt);
  auto server = std::make_unique<WebServer>();
  if (server->url().empty()) {
    MESSAGE("Skipped: nginx is not installed or did not start.");
    return;
  }
  write_file(server->root() + "/overrides.json", read_file(venue.overrides()));
  const Background sign({kProgram, "run", "--config", venue.config(), "--sign", "golden-gate-a", "--at", kAt,
                         "--overrides", server->url() + "/overrides.json"},
                        screen.environment());
  CHECK(shows(screen, taken));
  server.reset();
  unlink(venue.overrides().c_str());
  CHECK(eventually(15s, [&] { return differing_pixels(screen.grab(), venue.shot("golden-gate-a", kAt)) == 0; }));
}

}  // namespace placard::end_to_end
