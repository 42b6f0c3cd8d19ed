// SPDX-License-Identifier: MIT
// `run` in a real window, on an X server of the tests' own.
#include <doctest/doctest.h>

#include <csignal>
#include <thread>

#include "end_to_end/process.hpp"
#include "end_to_end/screen.hpp"
#include "end_to_end/web_server.hpp"
#include "look/theme.hpp"
#include "screen/burn_in.hpp"
#include "screen/read_png.hpp"

namespace placard::end_to_end {
namespace {

using namespace std::chrono_literals;
using test::read_png;
const std::string kProgram = PLACARD_PROGRAM;
const std::string kConfig = PLACARD_SOURCE "/config/venue.json";
const std::string kFeed = PLACARD_SOURCE "/config/feed/ray-summit-2025.json";

bool have(const Screen& screen) {
  if (screen.display().empty()) MESSAGE("Skipped: Xvfb is not installed or did not start.");
  return !screen.display().empty();
}

std::vector<std::string> run_command(const std::string& sign, const std::string& at) {
  return {kProgram, "run", "--config", kConfig, "--sign", sign, "--at", at, "--report"};
}

bool first_frame_shown(const Background& program) {
  return eventually(20s, [&program] { return program.out().find("first-frame ") != std::string::npos; });
}

// What `shot` draws for the same instant and glass.
Pixels shot(const std::string& feed, const std::string& sign, const std::string& at, const std::string& size) {
  const std::string folder = make_folder();
  const Finished finished = run_program({kProgram, "shot", "--config", kConfig, "--feed", feed, "--sign", sign, "--at",
                                         at, "--size", size, "--out", folder + "/shot.png"});
  CHECK(finished.status == 0);
  Pixels pixels = read_png(folder + "/shot.png");
  remove_folder(folder);
  return pixels;
}

bool screen_becomes(const Screen& screen, const Pixels& wanted, std::chrono::milliseconds most) {
  return eventually(most, [&] { return differing_pixels(screen.grab(), wanted) == 0; });
}

TEST_CASE("the window shows the very pixels of shot, and a signal ends it at once") {
  const Screen screen(1280, 800);
  if (!have(screen)) return;
  const std::string at = "2025-11-04T13:05:00-08:00";
  Background sign(run_command("golden-gate-b", at), screen.environment());
  REQUIRE(first_frame_shown(sign));
  CHECK(screen_becomes(screen, shot(kFeed, "golden-gate-b", at, "1280x800"), 10s));
  CHECK(sign.err().empty());
  sign.signal(SIGTERM);
  CHECK(sign.wait(1s) == 0);
}

TEST_CASE("Ctrl-C ends it too") {
  const Screen screen(800, 480);
  if (!have(screen)) return;
  Background sign(run_command("gift-room", "2025-11-04T13:05:00-08:00"), screen.environment());
  REQUIRE(first_frame_shown(sign));
  sign.signal(SIGINT);
  CHECK(sign.wait(1s) == 0);
}

TEST_CASE("the clock goes on: at the end of a session the next one takes the stage") {
  const Screen screen(800, 480);
  if (!have(screen)) return;
  Background sign(run_command("golden-gate-b", "2025-11-04T13:29:56-08:00"), screen.environment());
  REQUIRE(first_frame_shown(sign));
  const Pixels next = shot(kFeed, "golden-gate-b", "2025-11-04T13:30:00-08:00", "800x480");
  CHECK(screen_becomes(screen, moved_picture(next, {1, 0}, dark_theme().background), 10s));
}

TEST_CASE("after a minute the picture stands a pixel further, so that nothing burns in") {
  const Screen screen(800, 480);
  if (!have(screen)) return;
  Background sign(run_command("golden-gate-b", "2025-11-04T13:05:56-08:00"), screen.environment());
  REQUIRE(first_frame_shown(sign));
  const Pixels next_minute = shot(kFeed, "golden-gate-b", "2025-11-04T13:06:00-08:00", "800x480");
  CHECK(screen_becomes(screen, moved_picture(next_minute, {1, 0}, dark_theme().background), 10s));
}

TEST_CASE("another mode of the screen is filled with the picture of that size, whoever looks after windows") {
  for (const bool managed : {false, true}) {
    CAPTURE(managed);
    if (!installed("xrandr") || (managed && !installed("openbox"))) {
      MESSAGE("Skipped: xrandr or openbox is not installed.");
      continue;
    }
    const Screen screen(1280, 800);
    if (!have(screen)) return;
    std::unique_ptr<Background> openbox;
    if (managed) openbox = std::make_unique<Background>(std::vector<std::string>{"openbox"}, screen.environment());
    if (managed) std::this_thread::sleep_for(2s);  // while it begins it loses windows
    const std::string at = "2025-11-04T13:05:00-08:00";
    Background sign(run_command("gift-room", at), screen.environment());
    REQUIRE(first_frame_shown(sign));
    for (const std::string size : {"1024x600", "1280x800"}) {
      run_program({"xrandr", "--fb", size}, screen.environment());
      CHECK(screen_becomes(screen, shot(kFeed, "gift-room", at, size), 10s));
    }
  }
}

TEST_CASE("an idle sign wakes about once a second") {
  const Screen screen(800, 480);
  if (!have(screen)) return;
  Background sign(run_command("golden-gate-b", "2025-11-04T13:05:01-08:00"), screen.environment());
  REQUIRE(first_frame_shown(sign));
  timespec settle{2, 0};
  nanosleep(&settle, nullptr);
  const long before = naps(sign.pid());
  timespec idle{5, 0};
  nanosleep(&idle, nullptr);
  const long during = naps(sign.pid()) - before;
  CHECK(before > 0);
  // Five wakes for SDL's events; a few more for a poll of the feed or a slow machine. A busy loop would make thousands.
  CHECK(during <= 20);
}

TEST_CASE("where nobody could see it, the sign does not run") {
  for (const char* driver : {"", "dummy", "offscreen", "evdev"}) {
    CAPTURE(driver);
    const Finished finished = run_program({kProgram, "run", "--feed", kFeed, "--room", "Golden Gate B"},
                                          {{"DISPLAY", ""}, {"WAYLAND_DISPLAY", ""}, {"SDL_VIDEODRIVER", driver}});
    CHECK(finished.status == 75);
    CHECK(finished.err.find("display") != std::string::npos);
  }
}

TEST_CASE("a broken config or an unknown sign is a sentence on the glass") {
  const Screen screen(800, 480);
  if (!have(screen)) return;
  const std::string folder = make_folder();
  write_file(folder + "/venue.json", "{\"feed\": }");
  Background sign({kProgram, "run", "--config", folder + "/venue.json", "--sign", "a", "--report"},
                  screen.environment());
  REQUIRE(first_frame_shown(sign));
  CHECK(sign.err().find("venue.json:1:10: error: ") != std::string::npos);
  CHECK(sign.wait(500ms) == -1);
  remove_folder(folder);
}

TEST_CASE("a sign that needs attention takes up its config once someone has mended it") {
  const Screen screen(800, 480);
  if (!have(screen)) return;
  const std::string folder = make_folder();
  write_file(folder + "/venue.json", "{\"feed\": }");
  const std::string at = "2025-11-04T13:05:00-08:00";
  Background sign(
      {kProgram, "run", "--config", folder + "/venue.json", "--sign", "golden-gate-b", "--at", at, "--report"},
      screen.environment());
  REQUIRE(first_frame_shown(sign));
  std::string config = read_file(kConfig);
  config.replace(config.find("feed/ray-summit-2025.json"), 25, kFeed);
  write_file(folder + "/venue.json", config);
  CHECK(screen_becomes(screen, shot(kFeed, "golden-gate-b", at, "800x480"), 10s));
  CHECK(sign.wait(0ms) == -1);
  remove_folder(folder);
}

TEST_CASE("when the display goes away the sign ends with 75, to be started again") {
  auto screen = std::make_unique<Screen>(800, 480);
  if (!have(*screen)) return;
  Background sign(run_command("gift-room", "2025-11-04T13:05:00-08:00"), screen->environment());
  REQUIRE(first_frame_shown(sign));
  screen.reset();
  CHECK(sign.wait(10s) == 75);
}

TEST_CASE("a feed from a real web server: unchanged it costs a 304, edited it is on the glass within seconds") {
  const Screen screen(800, 480);
  if (!have(screen)) return;
  WebServer server;
  if (server.url().empty()) {
    MESSAGE("Skipped: nginx is not installed or did not start.");
    return;
  }
  const std::string file = server.root() + "/feed.json";
  const std::string text = read_file(kFeed);
  write_file(file, text);
  const std::string folder = make_folder();
  std::string config = read_file(kConfig);
  config.replace(config.find("feed/ray-summit-2025.json"), 25, server.url() + "/feed.json");
  config.replace(config.find("\"poll_seconds\": 15"), 18, "\"poll_seconds\": 2");
  write_file(folder + "/venue.json", config);
  const std::string at = "2025-11-04T13:05:00-08:00";
  Background sign(
      {kProgram, "run", "--config", folder + "/venue.json", "--sign", "golden-gate-b", "--at", at, "--report"},
      screen.environment());
  REQUIRE(first_frame_shown(sign));
  REQUIRE(screen_becomes(screen, shot(file, "golden-gate-b", at, "800x480"), 10s));
  CHECK(eventually(15s, [&server] { return server.access_log().find(" 304 ") != std::string::npos; }));

  std::string edited = text;
  const std::string title = "Ray at Applied Intuition: Scaling Batch Inference and RL";
  edited.replace(edited.find(title), title.size(), "Moved to the big hall");
  write_file(file, edited);
  CHECK(screen_becomes(screen, shot(file, "golden-gate-b", at, "800x480"), 15s));

  // Neither a broken feed nor a dead server takes the picture away.
  const Pixels good = screen.grab();
  write_file(file, "{\"sessions\": [");
  CHECK(eventually(15s, [&sign] { return sign.err().find("feed.json:1:") != std::string::npos; }));
  CHECK(differing_pixels(screen.grab(), good) == 0);
  server.stop();
  CHECK(eventually(20s, [&sign] { return sign.err().find("127.0.0.1") != sign.err().rfind("127.0.0.1"); }));
  CHECK(differing_pixels(screen.grab(), good) == 0);
  CHECK(sign.wait(0ms) == -1);
  remove_folder(folder);
}

}  // namespace
}  // namespace placard::end_to_end
