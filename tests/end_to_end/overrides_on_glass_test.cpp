// SPDX-License-Identifier: MIT
// What staff said, as describe tells it and a real window shows it.
#include <doctest/doctest.h>
#include <unistd.h>

#include <memory>

#include "end_to_end/screen.hpp"
#include "end_to_end/staff_venue.hpp"
#include "end_to_end/web_server.hpp"

namespace placard::end_to_end {
namespace {

using namespace std::chrono_literals;
using Json = nlohmann::json;

bool shows(const Screen& screen, const Pixels& wanted) {
  return eventually(5s, [&] { return differing_pixels(screen.grab(), wanted) == 0; });
}

}  // namespace

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
  CHECK(late["now"]["status"] == "scheduled");  // it was on when the delay was said, and runs on
  CHECK(late["now"]["start"] == "2025-11-04T12:45:00-08:00");
  CHECK(late["now"]["end"] == "2025-11-04T13:10:00-08:00");
  CHECK(late["now"]["printed_start"] == "2025-11-04T12:45:00-08:00");
  CHECK(late["now"]["printed_end"] == "2025-11-04T13:00:00-08:00");
  CHECK(late["countdown"]["seconds"] == 300);
  CHECK(venue.describe("yerba-buena-2-3")["now"]["full"] == true);
}

TEST_CASE("describe tells which message stands on the glass and what hides the others") {
  const Venue venue;
  venue.write_overrides(R"(
    {"id": "lunch", "message": "Lunch is served", "level": "notice"},
    {"id": "stairs", "message": "Use the stairs beside the main entrance, or those behind the stage, as the ones in the middle of the house lead to a floor that is closed", "level": "warning", "from": "2025-11-04T12:50"},
    {"id": "lift", "message": "The lift is out of order", "level": "warning", "from": "2025-11-04T12:55"},
    {"id": "old", "replace": {"title": "Closed"}, "from": "2025-11-04T12:00"},
    {"id": "out", "message": "Leave by the front", "level": "takeover", "from": "2025-11-04T13:30", "until": "2025-11-04T15:00"},
    {"message": "Leave by the back", "level": "takeover", "from": "2025-11-04T13:31", "until": "2025-11-04T15:00"})");
  const auto hiders = [](const Json& sign) {
    std::string all;
    for (const Json& message : sign["messages"]) {
      const Json& id = message["id"];
      const Json& hider = message["hidden_by"];
      all +=
          (id.is_null() ? "-" : id.get<std::string>()) + ":" + (hider.is_null() ? "" : hider.get<std::string>()) + " ";
    }
    return all;
  };
  const Json two = venue.describe("golden-gate-a");
  CHECK(hiders(two) == "lift: stairs: lunch:lift ");
  CHECK(two["replacement"]["hidden_by"].is_null());
  const Json narrow = Json::parse(venue.run({"describe", "--sign", "golden-gate-a", "--size", "240x320"}).out);
  CHECK(hiders(narrow).starts_with("lift: stairs:lift lunch:lift"));
  const Json out = venue.describe("golden-gate-a", "2025-11-04T13:31");
  CHECK(hiders(out) ==
        R"(-: out:"Leave by the back" lift:"Leave by the back" stairs:"Leave by the back" lunch:"Leave by the back" )");
  CHECK(out["replacement"]["hidden_by"] == "\"Leave by the back\"");
}

TEST_CASE("say names the signs that cut a message, how much of it they show, and nothing where all of it fits") {
  const Venue venue;
  std::string small = read_file(venue.config());
  const std::string room = R"("room": "Golden Gate A")";
  small.insert(small.find(room), R"("size": "240x320", )");
  write_file(venue.config(), small);
  std::string text = "The fire alarm is tested at a quarter past twelve";
  CHECK(venue.run({"say", text, "--sign", "golden-gate-?"}).out.find("only the first") == std::string::npos);
  while (text.size() < 400) text += ", so please stay in your room and keep its doors closed";
  const std::string out = venue.run({"say", text, "--sign", "golden-gate-?"}).out;
  CAPTURE(out);
  CHECK(out.find("\ngolden-gate-a shows only the first ") != std::string::npos);
  CHECK(out.find(" of " + std::to_string(text.size()) + " characters: \"The fire alarm is tested") !=
        std::string::npos);
  CHECK(out.find("golden-gate-b shows") == std::string::npos);
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
      R"({"message": "Short", "level": "takeover", "from": "2025-11-04T13:00", "until": "2025-11-04T13:05:25"})");
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
  CHECK(eventually(45s, [&] { return differing_pixels(screen.grab(), venue.shot("golden-gate-a", kAt)) == 0; }));
}

}  // namespace placard::end_to_end
