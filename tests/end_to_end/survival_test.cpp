// SPDX-License-Identifier: MIT
// `run` through what a sign lives through: power cuts, dead networks, broken configs, poisonous feeds, a supervisor.
#include <doctest/doctest.h>
#include <sys/stat.h>

#include <csignal>
#include <filesystem>

#include "end_to_end/served_venue.hpp"
#include "run/notify_socket.hpp"

namespace placard::end_to_end {
using namespace std::chrono_literals;

TEST_CASE("B37: started without network, the last good schedule is on the glass, and staff messages too") {
  const Screen screen(800, 480);
  ServedVenue served;
  if (!have(screen) || !served.works()) return;
  const std::string feed = renamed("Kept over night");
  served.serve(feed);
  const Pixels picture = served.picture(feed);
  {
    Background sign(served.command(), served.environment(screen));
    REQUIRE(shows(screen, picture));
    // The disk may be a moment later than the glass.
    REQUIRE(eventually(5s, [&] { return std::filesystem::exists(served.state() + "/starts"); }));
    timespec moment{1, 0};
    nanosleep(&moment, nullptr);
    sign.signal(SIGKILL);
    sign.wait(5s);
  }
  served.go_down();
  Background again(served.command(), served.environment(screen));
  INFO("The sign said: ", again.err());
  CHECK(shows(screen, picture));
  CHECK(eventually(10s, [&] { return again.err().find("refused") != std::string::npos; }));
  CHECK(differing_pixels(screen.grab(), picture) == 0);
}

TEST_CASE("a config that breaks while the sign runs changes nothing; mended to another one it is taken up") {
  const Screen screen(800, 480);
  ServedVenue served;
  if (!have(screen) || !served.works()) return;
  const SignTexts command = served.command();
  const std::string config = read_file(served.venue().config());
  Background sign(command, served.environment(screen));
  const Pixels dark = served.picture(read_file(kFeed));
  REQUIRE(shows(screen, dark));
  write_file(served.venue().config(), config.substr(0, config.size() / 2));
  CHECK(eventually(10s, [&] { return sign.err().find("venue.json:") != std::string::npos; }));
  CHECK(differing_pixels(screen.grab(), dark) == 0);
  std::string other = config;
  other.replace(other.find("\"Golden Gate B\""), 15, "\"Golden Gate A\"");
  write_file(served.venue().config(), other);
  CHECK(shows(screen, served.picture(read_file(kFeed), "golden-gate-a")));
  CHECK(sign.wait(0ms) == -1);
}

TEST_CASE("B34: a poisonous feed ends in a readable sign within a minute, kept copy or not") {
  const Screen screen(800, 480);
  ServedVenue served;
  if (!have(screen) || !served.works()) return;
  // A sanitizer would not start behind another library.
  const Environment environment =
      served.environment(screen, {{"LD_PRELOAD", PLACARD_POISON}, {"ASAN_OPTIONS", "verify_asan_link_order=0"}});
  served.serve(renamed("Poison"));
  const SignTexts command = served.command();
  const auto begun = std::chrono::steady_clock::now();
  int starts = 0;
  int status = 0;
  std::string said;
  std::unique_ptr<Background> sign;
  while (status != -1 && starts < 20) {
    sign = std::make_unique<Background>(command, environment);
    ++starts;
    status = sign->wait(5s);  // what ends does so at once
    said += sign->err();
  }
  INFO("The starts said: ", said);
  CHECK(status == -1);
  // Three ends, and one more if another document was read last.
  CHECK(starts >= 4);
  CHECK(starts <= 5);
  CHECK(std::chrono::steady_clock::now() - begun < 60s);
  CHECK(sign->err().find("Placard ended 3 times") != std::string::npos);
  // Other bytes are read at once.
  served.serve(renamed("Harmless"));
  CHECK(shows(screen, served.picture(renamed("Harmless")), 60s));
}

TEST_CASE("B33: systemd hears of frames that were really shown, and of nothing while the display hangs") {
  const std::string folder = make_folder();
  test::NotifySocket socket(folder + "/notify");
  const Venue venue;
  const auto screen = std::make_unique<Screen>(800, 480);
  if (!have(*screen)) return;
  Environment environment = screen->environment();
  environment["NOTIFY_SOCKET"] = folder + "/notify";
  environment["WATCHDOG_USEC"] = "1000000";
  // Every second something differs, so every second a frame must be shown.
  Background sign(venue.command({"run", "--sign", "lightning-theater"}, "2025-11-04T12:50:00-08:00"), environment);
  CHECK(eventually(15s, [&] { return socket.take("READY=1") == 1; }));
  CHECK(eventually(10s, [&] { return socket.take("WATCHDOG=1") > 0; }));
  screen->freeze(true);
  timespec a_while{2, 0};
  nanosleep(&a_while, nullptr);
  socket.take("WATCHDOG=1");
  nanosleep(&a_while, nullptr);
  CHECK(socket.take("WATCHDOG=1") == 0);
  screen->freeze(false);
  CHECK(eventually(10s, [&] { return socket.take("WATCHDOG=1") > 0; }));
  sign.signal(SIGTERM);
  CHECK(sign.wait(5s) == 0);
  CHECK(socket.take("STOPPING=1") == 1);
  remove_folder(folder);
}

TEST_CASE("what is kept can be read by its owner alone") {
  const Screen screen(800, 480);
  ServedVenue served;
  if (!have(screen) || !served.works()) return;
  Background sign(served.command(), served.environment(screen));
  const auto copies = [&] {
    int count = 0;
    std::error_code none;
    for (const auto& entry : std::filesystem::directory_iterator(served.state(), none)) {
      struct stat status {};
      CHECK(stat(entry.path().c_str(), &status) == 0);
      CHECK((status.st_mode & 07777) == 0600);
      count += entry.path().filename().string().rfind("feed-", 0) == 0 ? 1 : 0;
    }
    return count;
  };
  CHECK(eventually(15s, [&] { return std::filesystem::exists(served.state() + "/starts") && copies() == 1; }));
  struct stat folder {};
  CHECK(stat(served.state().c_str(), &folder) == 0);
  CHECK((folder.st_mode & 07777) == 0700);
}

TEST_CASE("B21: a folder that can't be written costs one line, not the picture") {
  const Screen screen(800, 480);
  ServedVenue served;
  if (!have(screen) || !served.works()) return;
  write_file(served.state(), "a file where the folder should be");
  Background sign(served.command(), served.environment(screen));
  CHECK(shows(screen, served.picture(read_file(kFeed))));
  CHECK(eventually(10s, [&] { return sign.err().find("could not be written") != std::string::npos; }));
  served.serve(renamed("Changed"));
  CHECK(shows(screen, served.picture(renamed("Changed"))));
  const std::string log = sign.err();
  const auto first = log.find("could not be written");
  CHECK(log.find("could not be written", first + 1) == std::string::npos);
}

}  // namespace placard::end_to_end
