// SPDX-License-Identifier: MIT
// Row B34: lives of a sign by chance: healthy ones, kills at any instant, ends in order, poisonous feeds and messages.
// The judge knows what is poison and what killed; it knows nothing of records and counts.
#include <doctest/doctest.h>

#include <map>
#include <set>

#include "base/os/digest.hpp"
#include "catalogue/dose.hpp"
#include "fetch/cache/crash_device.hpp"
#include "sign/apply_event.hpp"
#include "sign/documents.hpp"
#include "sign/sources/feed_updates.hpp"

using namespace placard;
using namespace placard::test;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

struct Died {};

bool contains(const std::string& text, const char* part) {
  return text.find(part) != std::string::npos;
}
bool is_poison(const std::string& text) {
  return contains(text, "Poison");
}

std::shared_ptr<const Venue> venue() {
  Venue venue;
  venue.settings = settings_with(1);
  venue.settings.feeds[0].url = "https://venue.example/feed.json";
  venue.settings.overrides = "overrides.json";
  venue.settings.zone = TimeZone::find("America/Los_Angeles");
  venue.sign.emplace();
  venue.sign->rooms = {"A"};
  return std::make_shared<const Venue>(venue);
}

// Where a kill may hit: between what is marked, or anywhere.
enum class Kills { unmarked, anywhere };

class Lives {
 public:
  Lives(std::uint64_t seed, Kills kills) : chance_(seed), kills_(kills) {}

  void live_many(int lives);
  int refused_healthy = 0;  // by chance: killed again and again while the same was marked

 private:
  void serve();
  void live(bool healthy, int steps);
  void restore(Knowledge& knowledge, CacheSync& cache);
  void poll(Knowledge& knowledge, CacheSync& cache);
  void take(Knowledge& knowledge, CacheSync& cache, const std::string& text, const Event& event);
  void paint(const Knowledge& knowledge);
  void rehearse(const Knowledge& knowledge);
  CrashMark read(const std::string& digest, const std::string& name, Doing doing);
  void may_end_here(bool marked);
  void judge_end(const std::string& poison, bool marked);
  void judge_glass(const Knowledge& knowledge, bool healthy);
  Moment moment() const { return after(now_); }

  Chance chance_;
  Kills kills_;
  CrashDevice device_;
  TempFolder disk_{TempFolder::Memory::here};
  CacheFolder folder_{disk_.path("state")};
  CrashLoopGuard* guard_ = nullptr;
  milliseconds now_{0};
  int steps_ = -1;  // until a kill; negative: none
  int version_ = 0;
  std::string feed_, messages_;               // as served
  std::map<std::string, std::string> texts_;  // by digest
  std::set<std::string> refused_;             // in this life
  std::string ended_by_;                      // a poison's digest
  bool ended_marked_ = false;
  std::set<std::string> known_refused_;  // and healthy
  std::map<std::string, int> in_a_row_;  // deaths of one poison
  int marked_in_a_row_ = 0;              // lives that ended while something was marked
  bool feed_proven_ = false, messages_proven_ = false;
};

void Lives::serve() {
  const auto title = [&] {
    const std::string number = " " + std::to_string(++version_);
    return (chance_.one_in(4) ? (chance_.one_in(3) ? "Poison to read" : "Poison to paint") : "Healthy") + number;
  };
  if (feed_.empty() || chance_.one_in(4)) feed_ = feed_text("A", title());
  if (messages_.empty() || chance_.one_in(5)) {
    messages_ = R"({"overrides": [{"message": ")" + title() + R"(", "level": "takeover"}]})";
  }
  for (const auto& text : {feed_, messages_}) texts_[sha256(text)] = text;
}

void Lives::may_end_here(bool marked) {
  if (marked && kills_ == Kills::unmarked) return;
  if (steps_ < 0 || steps_-- > 0) return;
  ended_marked_ = marked;
  device_.die();
  throw Died{};
}

CrashMark Lives::read(const std::string& digest, const std::string& name, Doing doing) {
  CrashMark mark = guard_->may_read({digest, name}, doing, now_);
  if (!mark) refused_.insert(digest);
  if (!mark) return mark;
  may_end_here(true);
  if (!contains(texts_.at(digest), "Poison to read")) return mark;
  ended_by_ = digest;
  device_.die();
  throw Died{};
}

void Lives::paint(const Knowledge& knowledge) {
  {
    const CrashMark mark = guard_->paint();
    may_end_here(true);
    for (const Document& one : documents_in_use(knowledge)) {
      if (!contains(texts_.at(one.digest), "Poison to paint")) continue;
      ended_by_ = one.digest;
      device_.die();
      throw Died{};
    }
  }
  guard_->painted(now_);
  may_end_here(false);
}

void Lives::rehearse(const Knowledge& knowledge) {
  guard_->use(documents_in_use(knowledge));
  if (guard_->careful()) paint(knowledge);
}

void Lives::restore(Knowledge& knowledge, CacheSync& cache) {
  const auto may_read = [this](const std::string& digest, const std::string& name) {
    return read(digest, name, Doing::restoring);
  };
  cache.restore(knowledge, folder_, may_read, moment(), SourceSet::feeds_and_overrides, [&] { rehearse(knowledge); });
}

void Lives::take(Knowledge& knowledge, CacheSync& cache, const std::string& text, const Event& event) {
  const auto document = document_of(event, knowledge.venue()->settings);
  REQUIRE(document);
  if (!read(sha256(text), document->name, Doing::reading)) return;
  ConditionLog log;
  {
    const CrashMark mark = guard_->take_in(*document);
    apply(event, knowledge, moment());
    record(event, knowledge, cache, log, moment(), now_);
  }
  rehearse(knowledge);
}

void Lives::poll(Knowledge& knowledge, CacheSync& cache) {
  OverridesUpdate messages;
  messages.kind = OverridesUpdate::Kind::fresh;
  messages.bytes = std::make_shared<const std::string>(messages_);
  take(knowledge, cache, messages_, messages);
  if (chance_.one_in(2)) paint(knowledge);
  take(knowledge, cache, feed_, fresh(0, feed_));
  paint(knowledge);
}

void Lives::live(bool healthy, int steps) {
  steps_ = steps;
  refused_.clear();
  ended_by_.clear();
  ended_marked_ = false;
  guard_ = &device_.begin(now_);
  try {
    Knowledge knowledge(venue(), {});
    CacheSync cache(
        [this](const std::string& name, const CachedCopy& copy) { REQUIRE(folder_.write(name, copy, Durable::no)); });
    restore(knowledge, cache);
    paint(knowledge);
    poll(knowledge, cache);
    if (healthy) {
      now_ += 11s;
      guard_->settle(now_);
      paint(knowledge);
    }
    judge_glass(knowledge, healthy);
    if (chance_.one_in(2)) guard_->end(chance_.one_in(2) ? Ending::signal : Ending::display_lost);
    device_.die();
  } catch (const Died&) {
  }
  judge_end(ended_by_, ended_marked_);
}

void Lives::judge_end(const std::string& poison, bool marked) {
  for (const std::string& digest : refused_) {
    if (is_poison(texts_.at(digest))) continue;
    ++refused_healthy;
    CHECK(kills_ == Kills::anywhere);
    if (known_refused_.insert(digest).second) CHECK(marked_in_a_row_ >= kMostCrashes);
  }
  if (poison.empty()) {
    in_a_row_.clear();
  } else {
    const int before = in_a_row_[poison];
    in_a_row_ = {{poison, before + 1}};
    CHECK(before + 1 <= kMostCrashes + 1);
  }
  marked_in_a_row_ = marked || !poison.empty() ? marked_in_a_row_ + 1 : 0;
}

// Never nothing once there was something; never poison; the newest unless it is refused.
void Lives::judge_glass(const Knowledge& knowledge, bool healthy) {
  const auto copy = knowledge.feeds().copy(0);
  const auto messages = knowledge.overrides().bytes();
  if (kills_ == Kills::unmarked) {
    CHECK((copy || !feed_proven_));
    CHECK((messages || !messages_proven_));
  }
  if (copy) CHECK_FALSE(is_poison(*copy->bytes));
  if (messages) CHECK_FALSE(is_poison(*messages));
  if (!refused_.contains(sha256(feed_))) CHECK((copy && *copy->bytes == feed_));
  if (!refused_.contains(sha256(messages_))) CHECK((messages && *messages == messages_));
  feed_proven_ = feed_proven_ || (healthy && copy);
  messages_proven_ = messages_proven_ || (healthy && messages);
}

void Lives::live_many(int lives) {
  for (int life = 0; life < lives; ++life) {
    CAPTURE(life);
    serve();
    const bool killed = chance_.one_in(2);
    live(chance_.one_in(2), killed ? static_cast<int>(chance_.below(16)) : -1);
    now_ += chance_.one_in(40) ? milliseconds(61min) : milliseconds(5s);
  }
}

}  // namespace

TEST_CASE("B34: sequences of lives: poison is refused after four ends at most, and nothing else ever") {
  const Dose sequences = dose("sequences of 40 lives", 40);
  for (std::uint64_t seed = sequences.first; seed < sequences.first + sequences.count; ++seed) {
    CAPTURE(seed);
    Lives(seed, Kills::unmarked).live_many(40);
  }
}

TEST_CASE("B34: sequences of lives with kills anywhere: poison is refused all the same") {
  const Dose sequences = dose("sequences of 40 lives killed anywhere", 40);
  int refused = 0;
  for (std::uint64_t seed = sequences.first; seed < sequences.first + sequences.count; ++seed) {
    CAPTURE(seed);
    Lives lives(seed, Kills::anywhere);
    lives.live_many(40);
    refused += lives.refused_healthy;
  }
  MESSAGE(refused << " of " << sequences.count * 40
                  << " lives passed over what was healthy, killed again and again while it was marked");
}
