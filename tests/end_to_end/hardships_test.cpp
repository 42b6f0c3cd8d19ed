// SPDX-License-Identifier: MIT
// What a sign on a wall is exposed to while it runs, by the rows of README.md's table of faults.
#include <doctest/doctest.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <set>
#include <sstream>

#include "catalogue/dose.hpp"
#include "end_to_end/input.hpp"
#include "end_to_end/process.hpp"
#include "end_to_end/screen.hpp"
#include "fetch/fault_server.hpp"

namespace placard::end_to_end {
namespace {

using namespace std::chrono_literals;
using test::answer;
using test::Chance;
using test::FaultServer;

const std::string kProgram = PLACARD_PROGRAM;
const std::string kFeed = PLACARD_SOURCE "/config/feed/ray-summit-2025.json";

bool have(const Screen& screen) {
  if (screen.display().empty()) MESSAGE("Skipped: Xvfb is not installed or did not start.");
  return !screen.display().empty();
}

// A sign that polls `url` every two seconds.
class Sign {
 public:
  Sign(const Screen& screen, const std::string& url) : folder_(make_folder()) {
    write_file(config(), R"({"time_zone": "America/Los_Angeles", "feed": {"url": ")" + url +
                             R"(", "poll_seconds": 2}, "signs": {"hall": {"room": "Golden Gate B"}}})");
    program_ =
        std::make_unique<Background>(std::vector<std::string>{kProgram, "run", "--config", config(), "--sign", "hall",
                                                              "--at", "2025-11-04T13:05:00-08:00", "--report"},
                                     screen.environment());
  }
  ~Sign() {
    program_.reset();
    remove_folder(folder_);
  }
  Sign(const Sign&) = delete;
  Sign& operator=(const Sign&) = delete;

  std::string config() const { return folder_ + "/venue.json"; }
  Background& program() { return *program_; }
  bool shown() const {
    return eventually(20s, [this] { return program_->out().find("first-frame ") != std::string::npos; });
  }

 private:
  std::string folder_;
  std::unique_ptr<Background> program_;
};

// The inodes of the sockets a process holds.
std::set<std::string> sockets_of(pid_t pid) {
  std::set<std::string> inodes;
  std::error_code gone;
  for (const auto& entry : std::filesystem::directory_iterator("/proc/" + std::to_string(pid) + "/fd", gone)) {
    const std::string target = std::filesystem::read_symlink(entry.path(), gone).string();
    if (target.starts_with("socket:[")) inodes.insert(target.substr(8, target.size() - 9));
  }
  return inodes;
}

// The lines of the kernel's table of `protocol` sockets that are this process's: "LOCAL REMOTE STATE".
std::vector<std::string> sockets_listed(pid_t pid, const std::string& protocol) {
  const std::set<std::string> ours = sockets_of(pid);
  std::istringstream table(read_file("/proc/" + std::to_string(pid) + "/net/" + protocol));
  std::vector<std::string> found;
  for (std::string line; std::getline(table, line);) {
    std::istringstream words(line);
    std::string number, local, remote, state, skipped, inode;
    words >> number >> local >> remote >> state;
    for (int i = 0; i < 5; ++i) words >> skipped;
    words >> inode;
    if (ours.contains(inode)) found.push_back(local + " " + remote + " " + state);
  }
  return found;
}

const std::string kListening = " 0A";

TEST_CASE("C45: while it polls, nothing listens on any port") {
  const Screen screen(800, 480);
  if (!have(screen)) return;
  const FaultServer server(answer("200 OK", {}, read_file(kFeed)));
  Sign sign(screen, server.url());
  REQUIRE(sign.shown());
  std::size_t connected = 0;
  for (int look = 0; look < 200; ++look) {
    for (const char* protocol : {"tcp", "tcp6"}) {
      for (const std::string& socket : sockets_listed(sign.program().pid(), protocol)) {
        CAPTURE(socket);
        CHECK_FALSE(socket.ends_with(kListening));
        ++connected;
      }
    }
    for (const char* protocol : {"udp", "udp6", "udplite", "raw", "raw6", "icmp"}) {
      CHECK(sockets_listed(sign.program().pid(), protocol).empty());
    }
    usleep(20'000);
  }
  CHECK(connected > 0);  // the connection to the feed's server was seen, so a listener would have been
  CHECK(server.seen().size() >= 2);
}

TEST_CASE("C50: addresses in a feed are never asked for, whatever key they stand under") {
  const Screen screen(800, 480);
  if (!have(screen)) return;
  const FaultServer trap(answer("200 OK", {}, "trapped"));
  const std::string url = trap.url("/icon.png");
  std::string feed = R"({"event": "@", "url": "@", "logo": "@", "next": "@", "$ref": "@", "$schema": "@", "sessions": [
    {"id": "@", "room": "Golden Gate B", "title": "@", "start": "2025-11-04T13:00:00-08:00", "track": "@",
     "labels": ["@"], "speakers": ["@"], "url": "@", "image": "@", "icon": "file:///etc/passwd", "links": [{"url": "@"}],
     "persons": [{"avatar": "@"}], "stream": "@", "attachments": ["@"]}]})";
  for (auto at = feed.find('@'); at != std::string::npos; at = feed.find('@', at + url.size()))
    feed.replace(at, 1, url);
  const FaultServer server(answer("200 OK", {"Link: <" + url + ">; rel=preload"}, feed));
  Sign sign(screen, server.url());
  REQUIRE(sign.shown());
  CHECK(eventually(10s, [&] { return server.seen().size() >= 2; }));
  for (const std::string command : {"shot", "describe", "check"}) {
    std::vector<std::string> words = {kProgram, command, "--config", sign.config(),
                                      "--sign", "hall",  "--at",     "2025-11-04T13:05:00-08:00"};
    if (command == "check") words.resize(4);
    if (command == "shot") words.insert(words.end(), {"--out", "/dev/null"});
    const Finished finished = run_program(words);
    if (command == "describe") CHECK(finished.out.find(url) != std::string::npos);
  }
  CHECK(trap.connections() == 0);
}

TEST_CASE("C49: what a hostile feed says reaches neither log nor output with its control bytes") {
  const std::string folder = make_folder();
  const std::string evil = R"(\u001b[31mred\u0007\n\u009b2J\u202e%n)";
  write_file(
      folder + "/feed.json", R"({"event": ")" + evil + R"(", ")" + evil + R"(": 1, "sessions": [
    {"room": ")" + evil + R"(", "title": ")" +
                                 evil + R"(", "start": "2025-11-04T13:00:00-08:00", "track": ")" + evil +
                                 R"("}, {"room": "Hall", "title": "x", "start": ")" + evil + R"("}, {")" + evil +
                                 R"(": 1, "room": "Hall", "title": "y", "start": "2025-11-04T13:00:00-08:00"}]})");
  write_file(folder + "/venue.json",
             R"({"feed": {"url": "feed.json", ")" + evil +
                 R"(": 1}, "time_zone": "America/Los_Angeles", "signs": {"hall": {"room": "Hal", ")" + evil +
                 R"(": 2}}})");
  for (const char* command : {"check", "describe"}) {
    CAPTURE(command);
    const Finished finished = run_program({kProgram, command, "--config", folder + "/venue.json", "--sign", "hall"});
    const std::string told = finished.out + finished.err;
    CHECK_FALSE(told.empty());
    for (const char c : told) CHECK_FALSE((static_cast<unsigned char>(c) < 0x20 && c != '\n'));
    CHECK(told.find("\u009b") == std::string::npos);
    CHECK(told.find("\u202e") == std::string::npos);
  }
  remove_folder(folder);
}

TEST_CASE("B42: signals at any time: an end at once, or none at all") {
  const Screen screen(320, 240);
  if (!have(screen)) return;
  const FaultServer silent([](test::Conversation& talk) { talk.hang(); });  // the fetch thread hangs meanwhile
  const test::Dose lives = test::dose("lives of a sign under signals", 6);
  for (std::uint64_t number = lives.first; number < lives.first + lives.count; ++number) {
    CAPTURE(number);
    Chance chance(number);
    Sign sign(screen, silent.url());
    REQUIRE(sign.shown());
    for (std::uint64_t i = chance.below(30); i > 0; --i) {
      static constexpr int kHarmless[] = {SIGPIPE, SIGWINCH, SIGCHLD, SIGURG,  SIGSTOP, SIGHUP,    SIGUSR1,
                                          SIGUSR2, SIGALRM,  SIGXFSZ, SIGPOLL, SIGPROF, SIGVTALRM, SIGPWR};
      const int signal = chance.of(kHarmless);
      sign.program().signal(signal);
      if (signal == SIGSTOP) sign.program().signal(SIGCONT);
      usleep(static_cast<useconds_t>(chance.below(20'000)));
    }
    CHECK(sign.program().wait(0ms) == -1);
    static constexpr int kEnds[] = {SIGTERM, SIGINT, SIGQUIT};
    sign.program().signal(chance.of(kEnds));
    CHECK(sign.program().wait(2s) == 0);
  }
}

TEST_CASE("B52: keys, mouse and wheel change nothing on the glass and nothing else") {
  const Screen screen(800, 480);
  if (!have(screen)) return;
  Input input(screen.display());
  if (!input.there()) {
    MESSAGE("Skipped: the X server takes no made-up input.");
    return;
  }
  Sign sign(screen, kFeed);
  REQUIRE(sign.shown());
  usleep(2'000'000);  // until it looks at its window but once a second again
  const Pixels before = screen.grab();
  input.focus_window();
  const long naps_before = naps(sign.program().pid());
  const test::Dose events = test::dose("made-up input events", 3000);
  Chance chance(events.first);
  for (std::uint64_t i = 0; i < events.count; ++i) input.random_event(chance);
  input.let_go();
  // The sign heard them: after anything that happens to its window it looks there more often for a while.
  CHECK(eventually(5s, [&] { return naps(sign.program().pid()) - naps_before >= 10; }));
  CHECK(sign.program().wait(2s) == -1);
  CHECK(sign.program().err().empty());
  // A minute may have passed since: no more than the clock and the time left may differ.
  CHECK(differing_pixels(screen.grab(), before) < 800 * 480 / 50);
}

}  // namespace
}  // namespace placard::end_to_end
