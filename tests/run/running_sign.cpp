// SPDX-License-Identifier: MIT
#include "run/running_sign.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <new>
#include <thread>
#include <utility>

#include "base/os/no_resources.hpp"
#include "screen/painter.hpp"
#include "screen/panel_frame.hpp"
#include "sign/known_sign.hpp"
#include "sign/sources/polled_sources.hpp"

namespace placard::test {
namespace {

const FontBook& fonts() {
  static const auto book = FontBook::open(PLACARD_FONTS);
  REQUIRE(book != nullptr);
  return *book;
}

View view_of(const LoadedVenue& config, const std::vector<Timed>& came, const TurnTime& now) {
  KnownSign sign(*config.venue, {}, nullptr);
  for (const Timed& one : came) sign.apply(one.event, one.time.moment);
  return sign.view(now.moment);
}

}  // namespace

TurnTime at(milliseconds since_noon) {
  Moment moment = after(since_noon);
  moment.part = kNoon + since_noon - moment.now;
  return {moment, std::chrono::hours(1) + since_noon};
}

TurnTime at_of_unknown_clock(milliseconds since_noon) {
  TurnTime time = at(since_noon);
  time.moment.synchronised = false;
  return time;
}

Wake wake(const TurnTime& time) {
  Wake woken;
  woken.time = time;
  return woken;
}

LoadedVenue config(const std::string& feed) {
  Venue venue;
  venue.settings.feeds.push_back({feed, seconds(60), "", ""});
  venue.settings.zone = TimeZone::find("America/Los_Angeles");
  SignSettings sign;
  sign.name = "a";
  sign.rooms = {"A"};
  sign.burn_in = false;
  venue.sign = sign;
  return {venue, {}};
}

LoadedVenue broken_config() {
  return {std::nullopt, {{Severity::error, "venue.json", 1, 1, "A value is missing.", ""}}};
}

KnowledgeRules without_setup_lines() {
  KnowledgeRules rules;
  rules.pretended = true;
  return rules;
}

FeedUpdate titled(const std::string& title) {
  return fresh(0, feed_text("A", title));
}

Pixels picture(const LoadedVenue& config, const std::vector<Timed>& came, const TurnTime& now, PixelSize size) {
  return paint(frame_of(view_of(config, came, now), *config.venue->sign, size, fonts()), fonts());
}

Instant next_repaint(const LoadedVenue& config, const std::vector<Timed>& came, const TurnTime& now) {
  const auto next = view_of(config, came, now).next_repaint;
  REQUIRE(next);
  return *next;
}

Source file_source(const std::string& path) {
  Source source;
  source.id = "0";
  source.address = path;
  source.interval = std::chrono::hours(1);
  return source;
}

bool reaches(const std::atomic<int>& answers, int count) {
  for (int i = 0; i < 500 && answers < count; ++i) std::this_thread::sleep_for(milliseconds(10));
  std::this_thread::sleep_for(milliseconds(30));  // for one too many
  return answers == count;
}

RunningSign::RunningSign(const TempFolder& disk, const LoadedVenue& first, const KnowledgeRules& rules,
                         const TurnTime& now)
    : folder_(disk.path("state")),
      cache_([this](const std::string& name, const CachedCopy& copy) {
        if (copies_fail) throw std::bad_alloc();
        ++copies_kept;
        // The writer has a thread of its own.
        if (!background) static_cast<void>(folder_.write(name, copy, Durable::no));
      }),
      guard(crash_record_place({disk.path("memory")}, folder_, "boot"), now.steady) {
  loop = std::make_unique<SignLoop>(parts(rules), first, now);
}

SignLoopParts RunningSign::parts(const KnowledgeRules& rules) {
  return {.display = display,
          .fonts = fonts(),
          .mailbox = mailbox,
          .systemd = systemd_,
          .guard = guard,
          .cache = cache_,
          .rules = rules,
          .host = "host",
          .config_path = "venue.json",
          .start_polling =
              [this](const std::shared_ptr<const Venue>&) {
                if (no_threads) throw NoResources("no thread");
                ++polls_started;
                return std::make_unique<Poller>(polled, [this](const FetchResult&) {
                  ++answers;
                  return Acceptance::accepted;
                });
              },
          .restore =
              [this](Knowledge& knowledge, const Moment& moment, const std::function<void()>& taken) {
                const auto may_read = [](const std::string&, const std::string&) { return true; };
                return cache_.restore(knowledge, folder_, may_read, moment, SourceSet::feeds_and_overrides, taken);
              },
          .new_config = [this]() -> std::optional<LoadedVenue> {
            if (changed && while_reading) while_reading();
            return std::exchange(changed, std::nullopt);
          },
          .in_background =
              [this](const std::function<void()>& job) {
                if (run_job) {
                  run_job(job);
                } else if (background) {
                  background->run(job);
                } else {
                  job();
                }
              },
          .on_first_frame = [this] { ++first_frames; }};
}

std::optional<int> RunningSign::turn_after(Event event, const TurnTime& time) {
  mailbox.post(std::move(event));
  return turn(time);
}

FakeSystemd::FakeSystemd() : socket_(folder_.path("notify")) {
  setenv("NOTIFY_SOCKET", folder_.path("notify").c_str(), 1);
  setenv("WATCHDOG_USEC", "2000000", 1);
}

FakeSystemd::~FakeSystemd() {
  unsetenv("NOTIFY_SOCKET");
  unsetenv("WATCHDOG_USEC");
}

CapturedLog::CapturedLog() : before_(dup(STDERR_FILENO)) {
  const int file = open(folder_.path("log").c_str(), O_CREAT | O_WRONLY | O_APPEND | O_CLOEXEC, 0600);
  REQUIRE(file >= 0);
  dup2(file, STDERR_FILENO);
  close(file);
}

CapturedLog::~CapturedLog() {
  dup2(before_, STDERR_FILENO);
  close(before_);
}

std::vector<std::string> CapturedLog::lines() const {
  std::ifstream file(folder_.path("log"));
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) lines.push_back(line);
  return lines;
}

}  // namespace placard::test
