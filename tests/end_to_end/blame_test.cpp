// SPDX-License-Identifier: MIT
// Row B34: what ends a sign again and again, and what is on the glass after that.
#include <doctest/doctest.h>

#include <csignal>

#include "catalogue/dose.hpp"
#include "end_to_end/served_venue.hpp"

namespace placard::end_to_end {
namespace {

using namespace std::chrono_literals;

const std::string kTakeover = R"({"message": "Please leave the building", "level": "takeover"})";
const std::string kNotice = R"({"message": "The cloakroom closes at seven", "level": "notice"})";
const std::string kPoison = R"({"message": "Poison", "level": "notice"})";
const std::string kPassedOverNow = "it is passed over for an hour, or until it is another one";
const std::string kSign = "golden-gate-b";

void nap(std::chrono::milliseconds span) {
  const timespec time{span.count() / 1000, span.count() % 1000 * 1'000'000};
  nanosleep(&time, nullptr);
}

// A title or message that ends whoever draws it. A sanitizer would not start behind another library.
Environment poisoned() {
  return {{"LD_PRELOAD", PLACARD_POISON}, {"ASAN_OPTIONS", "verify_asan_link_order=0"}};
}

// Starts the sign until it stays; how many starts that took.
int start_until_it_stays(std::unique_ptr<Background>& sign, const SignTexts& command, const Environment& environment) {
  int starts = 0;
  do {
    sign = std::make_unique<Background>(command, environment);
    ++starts;
  } while (sign->wait(4s) != -1 && starts < 20);  // what ends does so at once
  return starts;
}

void run_until_shown(const ServedVenue& served, const Screen& screen, const Pixels& picture) {
  Background sign(served.command(), served.environment(screen));
  INFO("The sign said: ", sign.err());
  REQUIRE(shows(screen, picture));
  nap(500ms);  // the disk may be a moment later than the glass
  sign.signal(SIGTERM);
  REQUIRE(sign.wait(5s) == 0);
}

}  // namespace

TEST_CASE("B34: killed ten times in its first second, a sign shows feed, copy and messages at the next start") {
  const Screen screen(800, 480);
  ServedVenue served;
  if (!have(screen) || !served.works()) return;
  const std::string feed = read_file(kFeed);
  served.venue().write_overrides(kTakeover);
  const SignTexts command = served.command();
  const auto lives = test::dose("signs killed ten times", 1);
  for (std::uint64_t life = lives.first; life < lives.first + lives.count; ++life) {
    CAPTURE(life);
    test::Chance chance(life);
    for (int kill = 0; kill < 10; ++kill) {
      Background sign(command, served.environment(screen));
      nap(std::chrono::milliseconds(chance.below(1'000)));
      sign.signal(SIGKILL);
      sign.wait(5s);
    }
    Background sign(command, served.environment(screen));
    CHECK(shows(screen, served.picture(feed, kSign, kTakeover)));
    served.venue().write_overrides(kNotice);
    CHECK(shows(screen, served.picture(feed, kSign, kNotice)));
    CHECK(sign.err().find("The last run ended without a word while ") != std::string::npos);
    CHECK(sign.err().find(kPassedOverNow) == std::string::npos);
    served.venue().write_overrides(kTakeover);
    CHECK(shows(screen, served.picture(feed, kSign, kTakeover)));
    sign.signal(SIGKILL);
    sign.wait(5s);
  }
  served.venue().write_overrides("");
  served.go_down();
  Background sign(command, served.environment(screen));
  CHECK(shows(screen, served.picture(feed)));
}

TEST_CASE("B34: an X server that ends again and again takes nothing away") {
  ServedVenue served;
  auto screen = std::make_unique<Screen>(800, 480);
  if (!have(*screen) || !served.works()) return;
  served.venue().write_overrides(kNotice);
  const SignTexts command = served.command();
  const Pixels picture = served.picture(read_file(kFeed), kSign, kNotice);
  for (int end = 0; end < 4; ++end) {
    Background sign(command, served.environment(*screen));
    CHECK(shows(*screen, picture));
    screen.reset();
    CHECK(sign.wait(10s) != -1);
    screen = std::make_unique<Screen>(800, 480);
  }
  Background sign(command, served.environment(*screen));
  CHECK(shows(*screen, picture));
  CHECK(sign.err().find(kPassedOverNow) == std::string::npos);
}

TEST_CASE("B34: a poisonous feed gives way to the one before; messages stay, and a takeover comes through") {
  const Screen screen(800, 480);
  ServedVenue served;
  if (!have(screen) || !served.works()) return;
  const std::string feed = renamed("Before");
  served.serve(feed);
  served.venue().write_overrides(kNotice);
  run_until_shown(served, screen, served.picture(feed, kSign, kNotice));
  served.serve(renamed("Poison"));
  std::unique_ptr<Background> sign;
  const int starts = start_until_it_stays(sign, served.command(), served.environment(screen, poisoned()));
  CHECK(starts >= 4);
  CHECK(starts <= 5);
  INFO("The sign said: ", sign->err());
  CHECK(shows(screen, served.picture(feed, kSign, kNotice)));
  CHECK(sign->err().find(kPassedOverNow) != std::string::npos);
  served.venue().write_overrides(kTakeover);
  CHECK(shows(screen, served.picture(feed, kSign, kTakeover)));
  served.venue().write_overrides(kNotice);
  served.serve(renamed("Poison again"));
  sign->wait(20s);
  CHECK(start_until_it_stays(sign, served.command(), served.environment(screen, poisoned())) <= 4);
  CHECK(shows(screen, served.picture(feed, kSign, kNotice)));
  served.serve(renamed("Harmless"));
  CHECK(shows(screen, served.picture(renamed("Harmless"), kSign, kNotice), 60s));
}

TEST_CASE("B34: a poisonous message gives way to those before, and the feed stays") {
  const Screen screen(800, 480);
  ServedVenue served;
  if (!have(screen) || !served.works()) return;
  const std::string feed = read_file(kFeed);
  served.venue().write_overrides(kNotice);
  run_until_shown(served, screen, served.picture(feed, kSign, kNotice));
  served.venue().write_overrides(kPoison);
  std::unique_ptr<Background> sign;
  const int starts = start_until_it_stays(sign, served.command(), served.environment(screen, poisoned()));
  CHECK(starts >= 4);
  CHECK(starts <= 5);
  INFO("The sign said: ", sign->err());
  CHECK(shows(screen, served.picture(feed, kSign, kNotice)));
  CHECK(sign->err().find("the messages") != std::string::npos);
  served.serve(renamed("Another"));
  CHECK(shows(screen, served.picture(renamed("Another"), kSign, kNotice)));
  served.venue().write_overrides(kTakeover);
  CHECK(shows(screen, served.picture(renamed("Another"), kSign, kTakeover)));
}

}  // namespace placard::end_to_end
