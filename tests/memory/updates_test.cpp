// SPDX-License-Identifier: MIT
// Row B22: memory runs out while updates are applied. The same update applied again must lead to the very same sign.
#include <doctest/doctest.h>

#include <functional>
#include <map>

#include "layout/type/fake_measure.hpp"
#include "memory/failing_memory.hpp"
#include "screen/panel_frame.hpp"
#include "sign/known_sign.hpp"
#include "sign/sign_input.hpp"
#include "sign/sources/feed_updates.hpp"

using namespace placard;
using namespace placard::test;
using namespace std::chrono_literals;

namespace {

Venue venue_of_one_sign() {
  Venue venue;
  venue.settings = settings_with(1);
  venue.settings.clock = ClockMode::system;
  venue.settings.overrides = "overrides.json";
  SignSettings sign;
  sign.name = "a";
  sign.rooms = {"A"};
  venue.sign = sign;
  return venue;
}

// Three sessions from noon on; of one of them more is told.
std::string feed(const std::string& first, const std::string& more = "") {
  return R"({"event": "Ours", "timezone": "America/Los_Angeles", "sessions": [
    {"id": "1", "room": ")" +
         first + R"(", "title": "The first session of all", "start": "2025-11-04T12:00:00-08:00"},
    {"id": "2", "room": "A", "title": "Second", "start": "2025-11-04T12:30:00-08:00")" +
         more + R"(},
    {"id": "3", "room": "B", "title": "Third", "start": "2025-11-04T12:30:00-08:00"}]})";
}

OverridesUpdate overrides(OverridesUpdate::Kind kind, const std::string& text = "") {
  OverridesUpdate update;
  update.kind = kind;
  update.where = "overrides.json";
  if (kind == OverridesUpdate::Kind::fresh) update.bytes = std::make_shared<const std::string>(text);
  return update;
}

const std::string kMessages = R"({"overrides": [
  {"id": "a", "message": "Coffee is served in the foyer", "until": "2025-11-04T12:20"},
  {"id": "b", "session": {"title": "Second"}, "cancelled": true},
  {"id": "c", "rooms": ["A"], "delay_minutes": 10, "until": "2025-11-04T13:00"},
  {"id": "d", "nonsense": 5}]})";

// A sign with what it shows and what it has kept.
class Sign {
 public:
  Sign()
      : state_(venue_of_one_sign(), rules(),
               [this](const std::string& name, CachedCopy copy) { kept_.insert_or_assign(name, std::move(copy)); }) {}

  void apply(const Event& event, const Moment& moment) { state_.apply(event, moment); }
  Frame shows(const Moment& moment) {
    const View view = state_.view(moment);
    return frame_of(view, state_.sign(), {480, 320}, measure_);
  }
  const std::map<std::string, CachedCopy>& kept() const { return kept_; }

 private:
  static KnowledgeRules rules() {
    KnowledgeRules rules;
    rules.boot = "boot";
    return rules;
  }

  std::map<std::string, CachedCopy> kept_;
  const FakeMeasure measure_;
  KnownSign state_;
};

struct Step {
  Event event;
  Moment at;
};

// All kinds of updates, each of which changes something.
const std::vector<Step>& steps() {
  using Kind = OverridesUpdate::Kind;
  static const std::vector<Step> kSteps = {
      {fresh(0, feed("A")), after(0s)},
      {overrides(Kind::fresh, kMessages), after(1s)},
      {unchanged(0), after(60s)},
      {fresh(0, feed("B", R"(, "description": "Now elsewhere")")), after(120s)},  // the first is moved
      {failed(0, "The server does not answer: is it on?"), after(180s)},
      {fresh(0, feed_text("A")), after(240s)},  // held back
      {fresh(0, feed_text("A")), after(280s)},
      {overrides(Kind::missing), after(281s)},
      {overrides(Kind::missing), after(282s)},
      {fresh(0, feed_text("A")), after(300s)},  // and taken
      {overrides(Kind::fresh, R"({"overrides": [{"id": "x", "message": "Welcome back, everybody", "room": "A"}]})"),
       after(301s)},
      {overrides(Kind::fresh, "{"), after(302s)},
      {unchanged(0), {kNoon + 6h, 5h, true}},  // the clock is set
  };
  return kSteps;
}

// What a sign that never fails shows after each step, and has kept at the end.
struct Undisturbed {
  std::vector<Frame> frames;
  std::map<std::string, CachedCopy> kept;
};
Undisturbed undisturbed() {
  Undisturbed all;
  Sign sign;
  for (const Step& step : steps()) {
    sign.apply(step.event, step.at);
    all.frames.push_back(sign.shows(step.at));
  }
  all.kept = sign.kept();
  return all;
}

}  // namespace

TEST_CASE("B22: the steps change what is shown, so that a lost one would be seen") {
  const Undisturbed all = undisturbed();
  std::size_t changes = 0;
  for (std::size_t i = 1; i < all.frames.size(); ++i) changes += all.frames[i] != all.frames[i - 1] ? 1U : 0U;
  CHECK(changes >= 6);
  CHECK(all.kept.size() == 3);  // the feed, when it was last good, the messages
}

TEST_CASE("B22: any allocation fails while updates are applied and shown: applied again, all is as if none had") {
  const Undisturbed all = undisturbed();
  std::size_t tried = 0;
  for (std::size_t failing = 0; failing < steps().size(); ++failing) {
    tried += fail_each_allocation([&](Fails fails, std::size_t index) {
      CAPTURE(failing);
      CAPTURE(index);
      Sign sign;
      bool applied = false, failed = false;
      for (std::size_t i = 0; i < steps().size(); ++i) {
        const Step& step = steps()[i];
        if (i == failing) {
          const FailingMemory memory(fails, index);
          try {
            sign.apply(step.event, step.at);
            applied = true;
            sign.shows(step.at);
          } catch (const std::bad_alloc&) {
          }
          failed = memory.failed();
        }
        if (i != failing || !applied) sign.apply(step.event, step.at);
        if (i >= failing && sign.shows(step.at) != all.frames[i]) FAIL("step " << i << " is not shown");
        if (i > failing) break;  // what was lost is missed by now
      }
      return failed;
    });
  }
  MESSAGE(tried << " failed allocations");
  CHECK(tried > 1000);
}

TEST_CASE("B22: any allocation fails while updates are applied: what was to be kept on the disk is kept in the end") {
  const Undisturbed all = undisturbed();
  for (std::size_t failing = 0; failing < steps().size(); ++failing) {
    fail_each_allocation([&](Fails fails, std::size_t index) {
      CAPTURE(failing);
      CAPTURE(index);
      Sign sign;
      bool failed = false;
      for (std::size_t i = 0; i < steps().size(); ++i) {
        const Step& step = steps()[i];
        bool applied = false;
        if (i == failing) {
          const FailingMemory memory(fails, index);
          try {
            sign.apply(step.event, step.at);
            applied = true;
          } catch (const std::bad_alloc&) {
          }
          failed = memory.failed();
        }
        if (!applied) sign.apply(step.event, step.at);
      }
      if (sign.kept() != all.kept) FAIL("other copies are kept");
      return failed;
    });
  }
}
