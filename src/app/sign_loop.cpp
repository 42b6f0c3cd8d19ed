// SPDX-License-Identifier: MIT
#include "app/sign_loop.hpp"

#include <fmt/format.h>
#include <poll.h>
#include <sys/stat.h>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <tuple>
#include <utility>

#include "app/exit_status.hpp"
#include "app/programme.hpp"
#include "glass/burn_in.hpp"
#include "glass/painter.hpp"

namespace placard {
namespace {

using namespace std::chrono_literals;
using std::chrono::milliseconds;

constexpr milliseconds kIdleNap{1000};  // SDL's events are looked at once a second: SDL can't wait on our descriptors
constexpr milliseconds kBusyNap{20};    // … and at once while a window is being set up or moved
constexpr milliseconds kBusySpell{500};
constexpr milliseconds kFirstNews{150};  // a local feed is read sooner than this: then the first frame is already right

// What tells one version of a file from another; all zero when there is none.
using ConfigStamp = std::tuple<bool, ino_t, off_t, time_t, long>;

class SignLoop {
 public:
  explicit SignLoop(const SignParts& parts)
      : parts_(parts), feeds_(parts.venue != nullptr ? parts.venue->settings.feeds.size() : 0) {}

  int run() {
    if (parts_.attention.empty()) wait(kFirstNews);
    while (true) {
      const DisplayEvents events = parts_.display.take_events();
      if (events.close || ended_) return kAllIsWell;
      if (events.any) busy_until_ = std::chrono::steady_clock::now() + kBusySpell;
      take_news();
      if (!show(events.redraw)) return kTryAgain;
      if (!parts_.attention.empty() && config_changed()) return kStartOver;
      wait(nap());
    }
  }

 private:
  void take_news() {
    const Instant now = parts_.clock.now();
    for (const Heard& heard : parts_.mailbox.take()) {
      if (const auto* news = std::get_if<FeedNews>(&heard)) take_feed(*news, now);
      if (const auto* news = std::get_if<OverridesNews>(&heard)) take_overrides(*news, now);
    }
  }

  static void log(const std::vector<std::string>& lines) {
    for (const std::string& line : lines) fmt::print(stderr, "{}\n", line);
  }

  TimeZone zone() const { return venue_zone(parts_.venue->settings, feeds_.schedule()); }

  void take_feed(const FeedNews& news, Instant now) {
    log(feeds_.apply(news, now));
    tell_of_unknown_room();
    programme_.publish(feeds_.schedule());
    tracks_ = track_colors(parts_.venue->settings, feeds_.schedule());
    overrides_.use_zone(zone(), now);
    hand_on_overrides();
    stale_ = true;
  }

  void take_overrides(const OverridesNews& news, Instant now) {
    log(overrides_.apply(news, zone(), now));
    hand_on_overrides();
  }

  void hand_on_overrides() {
    if (overrides_.known() == programme_.overrides()) return;
    programme_.take_overrides(overrides_.known());
    stale_ = true;
  }

  void tell_of_unknown_room() {
    if (feeds_.schedule() == nullptr || !parts_.venue->sign) return;
    std::string sentence = unknown_room_sentence(*feeds_.schedule(), parts_.venue->sign->rooms);
    if (sentence == told_of_room_) return;
    told_of_room_ = std::move(sentence);
    if (!told_of_room_.empty()) fmt::print(stderr, "{}\n", told_of_room_);
  }

  // Someone mends the config: the sign must not need a second visit. Looked at whenever the loop turns.
  bool config_changed() {
    struct stat info {};
    if (parts_.config_path.empty()) return false;
    const bool there = stat(parts_.config_path.c_str(), &info) == 0;
    const ConfigStamp stamp{there, info.st_ino, info.st_size, info.st_mtim.tv_sec, info.st_mtim.tv_nsec};
    const bool changed = config_stamp_ && *config_stamp_ != stamp;
    config_stamp_ = stamp;
    return changed;
  }

  std::optional<Instant> as_of(const TimeZone& zone) const {
    const auto read = feeds_.as_of();
    if (!read || !parts_.as_of) return read;
    return std::min(*read, zone.instant(*parts_.as_of));
  }

  View view(Instant now) {
    if (parts_.venue == nullptr || !parts_.venue->sign || !parts_.attention.empty()) {
      const Settings settings = parts_.venue != nullptr ? parts_.venue->settings : Settings{};
      return attention_view(parts_.host, parts_.attention, time_style(settings, nullptr), now);
    }
    const Settings& settings = parts_.venue->settings;
    const Schedule* schedule = feeds_.schedule();
    ViewInput input = view_input(settings, *parts_.venue->sign, schedule);
    input.tracks = tracks_;
    input.incomplete = feeds_.incomplete();
    input.as_of = as_of(venue_zone(settings, schedule));
    slow_down_ageing(input);
    return view_at([&](Instant at) { return programme_.at(input, at); }, now);
  }

  // A day watched in a minute: polls still come in real time, so ages are held to real time too.
  void slow_down_ageing(ViewInput& input) const {
    if (parts_.clock.speed() <= 1 || parts_.as_of) return;
    const auto scaled = [this](seconds age) {
      return seconds(static_cast<std::int64_t>(static_cast<double>(age.count()) * parts_.clock.speed()));
    };
    input.fresh = {scaled(aging_age(input.fresh, input.poll)), scaled(input.fresh.stale), scaled(input.fresh.old)};
  }

  PixelSize panel() const { return {parts_.display.width(), parts_.display.height()}; }

  // Shows what is true now, if that is not on the glass yet. False: the display is lost.
  bool show(bool redraw) {
    const Instant now = parts_.clock.now();
    const bool due = stale_ || redraw || !shown_ || now < shown_at_ || (next_repaint_ && now >= *next_repaint_);
    if (!due) return true;
    const View seen = view(now);
    next_repaint_ = seen.next_repaint;
    shown_at_ = now;
    stale_ = false;
    static const SignSettings kUnnamed;
    const SignSettings& sign = parts_.venue != nullptr && parts_.venue->sign ? *parts_.venue->sign : kUnnamed;
    Frame frame = frame_of(seen, sign, panel(), parts_.fonts);
    if (!redraw && shown_ && *shown_ == frame) return true;
    if (!present(frame, redraw, sign, now)) return false;
    if (!shown_ && parts_.report) {
      fmt::print("first-frame {:.3f}\n", monotonic_seconds());
      std::fflush(stdout);
    }
    shown_ = std::move(frame);
    return true;
  }

  // A tick paints only what it changed.
  bool present(const Frame& frame, bool whole, const SignSettings& sign, Instant now) {
    std::vector<Rect> changed{{0, 0, frame.width, frame.height}};
    const bool same_size = shown_ && shown_->width == frame.width && shown_->height == frame.height;
    if (whole || !same_size) {
      canvas_ = paint(frame, parts_.fonts);
    } else {
      changed = changed_areas(*shown_, frame);
      repaint(canvas_, frame, changed, parts_.fonts);
    }
    const Offset orbit = sign.burn_in ? orbit_of(now, frame) : Offset{};
    if (orbit == Offset{} && orbit_ == orbit && sign.rotate == 0) return parts_.display.present(canvas_, changed);
    const Pixels shifted = moved_picture(canvas_, orbit, frame.background);
    const Rect everything{0, 0, frame.width, frame.height};
    const bool moves = orbit != std::exchange(orbit_, orbit);
    const bool all = moves || (changed.size() == 1 && changed.front() == everything);
    changed = all ? std::vector<Rect>{everything} : moved_areas(changed, orbit, frame.width, frame.height);
    if (sign.rotate == 0) return parts_.display.present(shifted, changed);
    const Pixels panel = turned(shifted, sign.rotate);
    return parts_.display.present(panel, {Rect{0, 0, panel.width, panel.height}});
  }

  // Counted in the minutes of the clock, so that the picture moves when the clock does.
  Offset orbit_of(Instant now, const Frame& frame) {
    const auto minute = std::chrono::floor<std::chrono::minutes>(now);
    if (!first_minute_ || minute < *first_minute_) first_minute_ = minute;
    return orbit_at((minute - *first_minute_).count(), frame.width, frame.height);
  }

  milliseconds nap() const {
    const bool busy = std::chrono::steady_clock::now() < busy_until_;
    const milliseconds longest = busy ? kBusyNap : kIdleNap;
    return next_repaint_ ? std::min(longest, parts_.clock.until(*next_repaint_)) : longest;
  }

  void wait(milliseconds most) {
    pollfd sources[] = {{parts_.signals.descriptor(), POLLIN, 0}, {parts_.mailbox.descriptor(), POLLIN, 0}};
    static_cast<void>(poll(sources, 2, static_cast<int>(most.count())));
    for (int signal = parts_.signals.take(); signal != 0; signal = parts_.signals.take()) {
      if (signal == SIGTERM || signal == SIGINT) ended_ = true;
    }
  }

  const SignParts& parts_;
  FeedState feeds_;
  OverrideState overrides_;
  Programme programme_;
  std::map<std::string, Color> tracks_;
  std::optional<Frame> shown_;
  std::optional<ConfigStamp> config_stamp_;
  Pixels canvas_;  // the upright picture of shown_, in its place
  Offset orbit_;   // where it was presented
  std::optional<std::chrono::sys_time<std::chrono::minutes>> first_minute_;
  Instant shown_at_;
  std::optional<Instant> next_repaint_;
  std::chrono::steady_clock::time_point busy_until_ = std::chrono::steady_clock::now() + kBusySpell;
  std::string told_of_room_;
  bool stale_ = true;  // something was heard that the glass does not show yet
  bool ended_ = false;
};

}  // namespace

int run_sign(const SignParts& parts) {
  return SignLoop(parts).run();
}

}  // namespace placard
