// SPDX-License-Identifier: MIT
// The program as a person or a script calls it.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "end_to_end/process.hpp"
#include "end_to_end/screen.hpp"
#include "screen/read_png.hpp"

namespace placard::end_to_end {
namespace {

using Json = nlohmann::json;
using test::read_png;
const std::string kProgram = PLACARD_PROGRAM;
const std::string kConfig = PLACARD_SOURCE "/config/venue.json";
const std::string kFeed = PLACARD_SOURCE "/config/feed/ray-summit-2025.json";

Finished placard(std::vector<std::string> arguments, const Environment& environment = {}) {
  arguments.insert(arguments.begin(), kProgram);
  return run_program(arguments, environment);
}

Json describe(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), "describe");
  const Finished finished = placard(std::move(arguments));
  INFO(finished.err);
  CHECK(finished.status == 0);
  return Json::parse(finished.out, nullptr, false);
}

const Json* item(const Json& description, const std::string& role) {
  for (const Json& candidate : description["frame"]["items"]) {
    if (candidate["role"] == role) return &candidate;
  }
  return nullptr;
}

std::string text_of(const Json& description, const std::string& role) {
  const Json* found = item(description, role);
  return found == nullptr ? "" : (*found)["text"].get<std::string>();
}

TEST_CASE("describe tells what is on and what comes next") {
  const Json sign = describe({"--config", kConfig, "--sign", "golden-gate-b", "--at", "2025-11-04T13:05:00-08:00"});
  CHECK(sign["sign"] == "golden-gate-b");
  CHECK(sign["room"] == "Golden Gate B");
  CHECK(sign["state"] == "now");
  CHECK(sign["now"]["title"] == "Ray at Applied Intuition: Scaling Batch Inference and RL");
  CHECK(sign["now"]["track"] == "Reinforcement Learning");
  CHECK(sign["next"]["start"] == "2025-11-04T13:45:00-08:00");
  CHECK(sign["next"]["title"] == "Operationalizing Ray for Real-Time Inference at Scale");
  CHECK(sign["freshness"] == "live");
  CHECK(sign["next_change"] == "2025-11-04T13:30:00-08:00");
  CHECK(sign["next_repaint"] == "2025-11-04T13:06:00-08:00");
  CHECK(text_of(sign, "room") == "Golden Gate B");
  CHECK(text_of(sign, "clock") == "1:05 PM");
  CHECK(text_of(sign, "time") == "1:00 – 1:30 PM");
  CHECK(text_of(sign, "time-left") == "25 min left");
  CHECK(text_of(sign, "track") == "Reinforcement Learning");
  CHECK(text_of(sign, "next-time") == "1:45 PM");
  CHECK(text_of(sign, "next-track") == "LLMs");
}

TEST_CASE("describe has every field of its contract, null where there is no value") {
  const Json sign = describe({"--feed", kFeed, "--room", "Nowhere", "--at", "2025-11-04T13:05:00-08:00"});
  for (const char* field :
       {"sign", "room", "layout", "at", "state", "now", "also_now", "next", "also_next", "absent", "elsewhere",
        "freshness", "data_as_of", "countdown", "messages", "messages_as_of", "next_change", "next_repaint", "frame"}) {
    CAPTURE(field);
    CHECK(sign.contains(field));
  }
  CHECK(sign["sign"].is_null());
  CHECK(sign["state"] == "empty");
  CHECK(sign["now"].is_null());
  CHECK(sign["next_change"].is_null());
  for (const Json& each : sign["frame"]["items"]) {
    for (const char* field : {"role", "text", "lines", "truncated", "box", "ink", "font", "px", "cap_px", "color",
                              "background", "contrast"}) {
      CAPTURE(field);
      CHECK(each.contains(field));
    }
  }
}

TEST_CASE("the device's own time zone changes nothing") {
  const std::vector<std::string> command = {
      "describe", "--config", kConfig, "--sign", "golden-gate-b", "--at", "2025-11-04T13:05:00-08:00"};
  const std::string here = placard(command, {{"TZ", "America/Los_Angeles"}}).out;
  CHECK(here.size() > 1000);
  CHECK(placard(command, {{"TZ", "Asia/Tokyo"}}).out == here);
  CHECK(placard(command, {{"TZ", "Nowhere/Bad"}}).out == here);
}

TEST_CASE("local times of --at are the venue's") {
  struct Row {
    const char* at;
    const char* means;
  };
  const Row rows[] = {{"2025-11-04T13:05", "2025-11-04T13:05:00-08:00"},
                      {"2025-11-04T13:05:30", "2025-11-04T13:05:30-08:00"},
                      {"2025-11-04T21:05:00Z", "2025-11-04T13:05:00-08:00"},
                      {"2025-11-02T01:30", "2025-11-02T01:30:00-07:00"},   // repeated: the first
                      {"2025-03-09T02:30", "2025-03-09T03:30:00-07:00"}};  // skipped: shifted forward
  for (const Row& row : rows) {
    CAPTURE(row.at);
    CHECK(describe({"--config", kConfig, "--sign", "gift-room", "--at", row.at})["at"] == row.means);
  }
}

TEST_CASE("what is read counts as read at the instant, unless --as-of says earlier") {
  const auto freshness = [](const std::string& as_of) {
    return describe({"--config", kConfig, "--sign", "golden-gate-b", "--at", "2025-11-04T13:05", "--as-of", as_of});
  };
  CHECK(freshness("2025-11-04T13:04")["freshness"] == "live");
  CHECK(freshness("2025-11-04T13:00")["freshness"] == "aging");
  CHECK(freshness("2025-11-04T12:30")["freshness"] == "stale");
  const Json old = freshness("2025-11-03T12:30");
  CHECK(old["freshness"] == "old");
  CHECK(old["now"].is_null());
  CHECK(old["next"]["start"] == "2025-11-04T13:45:00-08:00");
  CHECK(old["data_as_of"] == "2025-11-03T12:30:00-08:00");
}

TEST_CASE("messages count as read at the instant too, and nothing is told of messages that nobody configured") {
  const std::vector<std::string> asked = {"--config", kConfig, "--sign", "golden-gate-b", "--at", "2025-11-04T13:05"};
  CHECK(describe(asked)["messages_as_of"] == "2025-11-04T13:05:00-08:00");
  CHECK(describe({"--feed", kFeed, "--room", "Nowhere", "--at", "2025-11-04T13:05:00-08:00"})["messages_as_of"]
            .is_null());
}

TEST_CASE("check tells how many sessions were listed more than once, in one feed or over two") {
  const std::string folder = make_folder();
  const std::string talk =
      R"({"room": "Hall", "title": "Tides", "start": "2026-05-09T09:00:00", "end": "2026-05-09T10:00:00"})";
  const std::string walk =
      R"({"room": "Hall", "title": "Walk", "start": "2026-05-09T10:00:00", "end": "2026-05-09T11:00:00"})";
  write_file(folder + "/one.json", "{\"sessions\": [" + talk + "," + walk + "]}");
  write_file(folder + "/two.json", "{\"sessions\": [" + walk + "," + talk + "," + walk + "]}");
  write_file(folder + "/venue.json",
             R"({"time_zone": "Europe/Vienna", "feed": [{"url": "one.json"}, {"url": "two.json"}]})");
  const auto said = [](std::vector<std::string> arguments) { return placard(std::move(arguments)).out; };
  CHECK(said({"check", "--feed", folder + "/one.json", "--time-zone", "Europe/Vienna"}).find("merged") ==
        std::string::npos);
  CHECK(said({"check", "--feed", folder + "/two.json", "--time-zone", "Europe/Vienna"})
            .find("2 sessions in 1 room (1 more was listed twice and merged)") != std::string::npos);
  CHECK(said({"check", "--config", folder + "/venue.json"})
            .find("2 sessions in 1 room (3 more were listed twice and merged)") != std::string::npos);
}

TEST_CASE("exit statuses and their sentences") {
  const std::string folder = make_folder();
  write_file(folder + "/broken.json", "{\n  \"feed\": { \"url\": \"feed.json\", },\n}\n");
  write_file(folder + "/wrong.json", "{\"feed\": {\"url\": \"feed.json\"},\n \"hours\": \"13\"}\n");
  write_file(folder + "/feed.json", "{\"sessions\": [\n  {\"room\": \"A\" \"title\": \"x\"}]}\n");
  write_file(folder + "/good.json", "{\"feed\": {\"url\": \"feed.json\"}, \"signs\": {\"a\": {\"room\": \"A\"}}}\n");
  struct Row {
    std::vector<std::string> arguments;
    int status;
    std::string sentence;  // part of what stands on stderr
  };
  const Row rows[] = {
      {{"describe", "--config", folder + "/broken.json", "--sign", "a"}, 1, "broken.json:2:33: error: "},
      {{"describe", "--config", folder + "/wrong.json", "--sign", "a"},
       1,
       "wrong.json:2:11: error: \"hours\" is \"13\""},
      {{"describe", "--config", folder + "/none.json", "--sign", "a"}, 1, "none.json"},
      {{"describe", "--config", folder + "/good.json", "--sign", "a"}, 1, "feed.json:2:16: error: "},
      {{"shot", "--config", folder + "/good.json", "--sign", "a", "--out", folder + "/a.png"}, 1, "feed.json:2:16"},
      {{"check", "--config", folder + "/good.json"}, 1, "feed.json:2:16"},
      {{"describe", "--config", kConfig, "--sign", "golden-gate-x"}, 1, "Did you mean \"golden-gate-a\""},
      {{"describe", "--config", kConfig}, 1, "Its signs are: golden-gate-a, "},
      {{"check", "--config", kConfig}, 0, ""},
      {{"check", "--feed", kFeed, "--room", "Golden Gate X"}, 1, "Did you mean \"Golden Gate A\""},
      {{"describe", "--feed", kFeed, "--room", "Golden Gate X"}, 0, "Did you mean \"Golden Gate A\""},
      {{"describe", "--at", "yesterday"}, 2, "--at"},
      {{"describe", "--size", "800"}, 2, "--size"},
      {{"describe", "--rotate", "45"}, 2, "--rotate"},
      {{"describe", "--layout", "poster"}, 2, "--layout"},
      {{"describe", "--time-zone", "Mars/Olympus"}, 2, "--time-zone"},
      {{"describe", "--format", "xml"}, 2, "--format"},
      {{"run", "--speed", "-1"}, 2, "--speed"},
      {{"describe", "--nonsense"}, 2, "--nonsense"},
      {{"dance"}, 2, "dance"},
  };
  for (const Row& row : rows) {
    const Finished finished = placard(row.arguments);
    CAPTURE(row.arguments.front());
    CAPTURE(row.sentence);
    CAPTURE(finished.err);
    CHECK(finished.status == row.status);
    CHECK(finished.err.find(row.sentence) != std::string::npos);
    if (row.sentence.empty()) CHECK(finished.err.empty());
  }
  remove_folder(folder);
}

TEST_CASE("part of a programme proves nothing about a room it does not name") {
  const std::string folder = make_folder();
  write_file(folder + "/venue.json", "{\"feed\": [{\"url\": \"" + kFeed + "\"}, {\"url\": \"missing.json\"}]}");
  const auto with_room = [&folder](const std::string& room) {
    const Finished finished =
        placard({"describe", "--config", folder + "/venue.json", "--room", room, "--at", "2025-11-04T13:05:00-08:00"});
    CHECK(finished.status == 1);
    return Json::parse(finished.out, nullptr, false);
  };
  CHECK(with_room("Golden Gate B")["state"] == "now");
  CHECK(with_room("Golden Gate B")["freshness"] == "aging");
  CHECK(with_room("Other House")["state"] == "unknown");
  CHECK(with_room("Other House")["freshness"] == "no-data");
  remove_folder(folder);
}

TEST_CASE("--feed stands in for a feed of the config that can't be used") {
  const std::string folder = make_folder();
  write_file(folder + "/venue.json",
             "{\"feed\": {\"format\": \"stone\"}, \"signs\": {\"a\": {\"room\": \"Golden Gate B\"}}}");
  CHECK(placard({"describe", "--config", folder + "/venue.json", "--sign", "a"}).status == 1);
  CHECK(placard({"describe", "--config", folder + "/venue.json", "--sign", "a", "--feed", kFeed}).status == 0);
  remove_folder(folder);
}

TEST_CASE("what can't be written is told") {
  const Finished finished =
      run_program({"sh", "-c", kProgram + " describe --feed " + kFeed + " --room 'Golden Gate B' >/dev/full"});
  CHECK(finished.status == 1);
}

TEST_CASE("shot writes the upright picture, with --panel the turned one") {
  const std::string folder = make_folder();
  const std::vector<std::string> command = {"shot", "--config",         kConfig,  "--sign",  "gift-room",
                                            "--at", "2025-11-04T15:30", "--size", "800x480", "--rotate",
                                            "90"};
  const auto with = [&command](std::vector<std::string> more) {
    more.insert(more.begin(), command.begin(), command.end());
    return more;
  };
  CHECK(placard(with({"--out", folder + "/upright.png"})).status == 0);
  CHECK(placard(with({"--out", folder + "/panel.png", "--panel"})).status == 0);
  const Pixels upright = read_png(folder + "/upright.png");
  CHECK(upright.width == 480);
  CHECK(upright.height == 800);
  CHECK(differing_pixels(turned(upright, 90), read_png(folder + "/panel.png")) == 0);
  remove_folder(folder);
}

TEST_CASE("the program runs through a symbolic link and finds its fonts") {
  const std::string folder = make_folder();
  CHECK(run_program({"ln", "-s", kProgram, folder + "/sign"}).status == 0);
  const Finished finished =
      run_program({folder + "/sign", "shot", "--feed", kFeed, "--room", "Golden Gate A", "--out", folder + "/a.png"});
  CHECK(finished.status == 0);
  CHECK(read_png(folder + "/a.png").width == 1920);
  remove_folder(folder);
}

}  // namespace
}  // namespace placard::end_to_end
