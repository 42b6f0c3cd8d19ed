// SPDX-License-Identifier: MIT
// A sign on a device of virtual time, told everything by hand: for cases with a name.
#pragma once

#include <memory>
#include <string>

#include "sign/known_sign.hpp"
#include "simulator/device.hpp"
#include "simulator/organiser.hpp"

namespace placard::test {

inline constexpr Instant kSomeNoon{seconds(1'804'708'800)};   // 2027-03-10T20:00:00Z, noon in Los Angeles
inline constexpr Instant kSomeBuild{seconds(1'793'491'200)};  // 2026-11-01

class BenchSign {
 public:
  Device device;
  std::unique_ptr<Venue> venue = std::make_unique<Venue>();
  std::unique_ptr<KnownSign> state;
  CacheSync::Write keep;

  explicit BenchSign(Instant now = kSomeNoon) {
    device.now = now;
    device.booted = now - std::chrono::minutes(5);
    device.synchronised = true;
    venue->settings.zone = TimeZone::find("America/Los_Angeles");
    venue->settings.feeds = {{"https://feed.example/", seconds(60), "", ""}};
    venue->settings.overrides = "https://venue.example/overrides.json";
    venue->settings.signs.resize(1);
    venue->settings.signs[0].rooms = {kHall};
    venue->sign = venue->settings.signs[0];
  }
  /// A new process of the sign, with what `folder` keeps.
  void start(const CacheFolder& folder = CacheFolder("")) {
    KnowledgeRules rules;
    rules.boot = device.boot();
    rules.built = kSomeBuild;
    state = std::make_unique<KnownSign>(*venue, std::move(rules), keep);
    state->restore(folder, device.moment());
  }
  KnownSign::Lines hear(const std::string& feed) {
    FetchResult update;
    update.source = "0";
    update.where = venue->settings.feeds[0].url;
    update.outcome = Fetched(feed);
    return state->apply(to_feed_update(0, update, venue->settings), device.moment());
  }
  void fail() {
    FetchResult update;
    update.outcome = FetchError{"No answer.", ErrorKind::answer, 0};
    state->apply(to_feed_update(0, update, venue->settings), device.moment());
  }
  void staff(const std::string& overrides) {
    FetchResult update;
    update.outcome = Fetched(overrides);
    state->apply(to_overrides_update(update), device.moment());
  }
  View view() { return state->view(device.moment()); }
  View after(milliseconds span) {
    device.now += span;
    return view();
  }
};

/// Sessions of half an hour in the Hall, one after the other from `start` on.
inline Edition series(Instant start, int count, const std::string& title = "Talk") {
  Edition edition{"Our Event", std::nullopt, {}};
  for (int i = 0; i < count; ++i) {
    const std::string number = std::to_string(i + 1);
    const Instant begin = start + std::chrono::minutes(30) * i;
    edition.talks.push_back({"id" + number, kHall, title + " " + number, "Speaker " + number, begin,
                             begin + std::chrono::minutes(30), false});
  }
  return edition;
}

}  // namespace placard::test
