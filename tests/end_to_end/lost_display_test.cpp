// SPDX-License-Identifier: MIT
// Ends of a sign that nobody asked for: its display dies, its window is destroyed, the device has nothing left to give.
#include <doctest/doctest.h>

#include <filesystem>

#include "end_to_end/process.hpp"
#include "end_to_end/screen.hpp"

// Last, for it brings macros.
#include <X11/Xlib.h>

namespace placard::end_to_end {
namespace {

using namespace std::chrono_literals;

const std::string kProgram = PLACARD_PROGRAM;
const std::string kFeed = PLACARD_SOURCE "/config/feed/ray-summit-2025.json";

std::vector<std::string> run_command() {
  return {kProgram, "run", "--feed", kFeed, "--room", "Gift Room", "--at", "2025-11-04T13:05:00-08:00", "--report"};
}

bool have(const Screen& screen) {
  if (screen.display().empty()) MESSAGE("Skipped: Xvfb is not installed or did not start.");
  return !screen.display().empty();
}

bool first_frame_shown(const Background& sign) {
  return eventually(20s, [&sign] { return sign.out().find("first-frame ") != std::string::npos; });
}

void check_lost(Background& sign) {
  CHECK(sign.wait(10s) == 75);
  CHECK(sign.err().find("The display went away.\n") != std::string::npos);
  CHECK(sign.err().find("The display went away.") == sign.err().rfind("The display went away."));
}

// What `act` does to the one window on the screen.
template <typename Act>
bool on_the_window(const Screen& screen, Act act) {
  ::Display* connection = XOpenDisplay(screen.display().c_str());
  if (connection == nullptr) return false;
  Window root = 0;
  Window parent = 0;
  Window* children = nullptr;
  unsigned count = 0;
  XQueryTree(connection, DefaultRootWindow(connection), &root, &parent, &children, &count);
  for (unsigned i = 0; i < count; ++i) act(connection, children[i]);
  if (children != nullptr) XFree(children);
  XCloseDisplay(connection);
  return count > 0;
}

void destroy(::Display* connection, Window window) {
  XDestroyWindow(connection, window);
}
void kill_client(::Display* connection, Window window) {
  XKillClient(connection, window);
}
// As a window manager does at Alt-F4.
void ask_to_close(::Display* connection, Window window) {
  XEvent event{};
  event.xclient.type = ClientMessage;
  event.xclient.window = window;
  event.xclient.message_type = XInternAtom(connection, "WM_PROTOCOLS", False);
  event.xclient.format = 32;
  event.xclient.data.l[0] = static_cast<long>(XInternAtom(connection, "WM_DELETE_WINDOW", False));
  XSendEvent(connection, window, False, NoEventMask, &event);
}

// Nothing of the system's sets a limit of open files that fits every device, so each is tried.
Finished with_open_files(int most, const Screen& screen) {
  std::string command = "ulimit -n " + std::to_string(most) + "; exec timeout -s TERM 3";
  for (const std::string& word : run_command()) command += " '" + word + "'";
  return run_program({"sh", "-c", command}, screen.environment());
}

}  // namespace

TEST_CASE("B30: an X server that dies, a window that somebody destroys, a client that is killed: 75 and one sentence") {
  for (const int way : {0, 1, 2}) {
    CAPTURE(way);
    auto screen = std::make_unique<Screen>(640, 480);
    if (!have(*screen)) return;
    Background sign(run_command(), screen->environment());
    REQUIRE(first_frame_shown(sign));
    if (way == 0) screen.reset();
    if (way == 1) CHECK(on_the_window(*screen, destroy));
    if (way == 2) CHECK(on_the_window(*screen, kill_client));
    check_lost(sign);
  }
}

TEST_CASE("a window that a person closes ends the sign with 0") {
  const Screen screen(640, 480);
  if (!have(screen)) return;
  Background sign(run_command(), screen.environment());
  REQUIRE(first_frame_shown(sign));
  CHECK(on_the_window(screen, ask_to_close));
  CHECK(sign.wait(10s) == 0);
  CHECK(sign.err().find("went away") == std::string::npos);
}

TEST_CASE("B30: a Wayland compositor that dies: 75 and one sentence") {
  if (!installed("weston")) {
    MESSAGE("Skipped: weston is not installed.");
    return;
  }
  const Screen screen(1024, 768);
  if (!have(screen)) return;
  for (const int signal : {SIGTERM, SIGKILL}) {
    CAPTURE(signal);
    const std::string folder = make_folder();
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all);
    const Environment wayland = {{"XDG_RUNTIME_DIR", folder}, {"WAYLAND_DISPLAY", "placard"}, {"DISPLAY", ""}};
    // In a window: without a screen it has no seat, and SDL 2.26 does not live through that.
    Environment around = screen.environment();
    around["XDG_RUNTIME_DIR"] = folder;
    auto weston = std::make_unique<Background>(
        std::vector<std::string>{"weston", "--backend=x11-backend.so", "--use-pixman", "--socket=placard",
                                 "--idle-time=0", "--width=800", "--height=600"},
        around);
    const bool up = eventually(10s, [&] { return std::filesystem::exists(folder + "/placard"); });
    if (!up) {
      MESSAGE("Skipped: weston did not start: " << weston->err());
      return remove_folder(folder);
    }
    Background sign(run_command(), wayland);
    CHECK(first_frame_shown(sign));
    weston->signal(signal);
    check_lost(sign);
    weston.reset();
    remove_folder(folder);
  }
}

TEST_CASE("B21: however few files may be open, the sign runs or says what to do, with 75") {
  const Screen screen(320, 240);
  if (!have(screen)) return;
  for (int most = 4; most <= 40; most += 2) {
    CAPTURE(most);
    const Finished finished = with_open_files(most, screen);
    CAPTURE(finished.err);
    const bool ran = finished.out.find("first-frame") != std::string::npos;
    const bool program_began = finished.err.find("shared libraries") == std::string::npos;
    if (!program_began) continue;
    CHECK(finished.err.find("There are no fonts") == std::string::npos);
    CHECK(finished.err.find("Please report it") == std::string::npos);
    if (ran) continue;
    CHECK(finished.status == 75);
    CHECK_FALSE(finished.err.empty());
  }
}

}  // namespace placard::end_to_end
