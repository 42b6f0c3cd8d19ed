// SPDX-License-Identifier: MIT
#include "simulator/simulation.hpp"

#include <fmt/chrono.h>

#include "fetch/retry.hpp"

namespace placard::test {
namespace {

using namespace std::chrono_literals;

constexpr Instant kStart{seconds(1'804'698'000)};  // 2027-03-10T17:00:00Z
constexpr Instant kBuilt{seconds(1'793'491'200)};  // 2026-11-01

std::string http_date_of(Instant instant) {
  return fmt::format("{:%a, %d %b %Y %H:%M:%S GMT}", fmt::gmtime(std::chrono::system_clock::to_time_t(instant)));
}

// What the glass says, but for all that ticks.
std::string said(const View& view) {
  const auto session = [](const std::optional<SessionFacts>& facts) {
    if (!facts) return std::string("-");
    const std::string absence = facts->cancelled ? "cancelled" : facts->moved_to;
    return fmt::format("{}@{}+{}~{} {}{}", facts->title, facts->start.time_since_epoch().count(),
                       (facts->end - facts->start).count(), (facts->start - facts->printed_start).count(), absence,
                       facts->now_at ? "retimed" : "");
  };
  std::string text =
      fmt::format("{} {} {} {} +{} {} +{} {} ", name_of(view.state), name_of(view.freshness), view.event_over,
                  session(view.now), view.also_now, session(view.next), view.also_next, session(view.elsewhere));
  for (const SessionFacts& facts : view.absent) text += session(facts);
  for (const StaffMessage& message : view.messages) text += message.text;
  const SignTexts& texts = view.texts;
  text += texts.main.status + texts.main.headline + texts.main.note + texts.main.time + texts.main.printed +
          texts.main.absent + texts.message.source;
  text +=
      texts.freshness.substr(0, texts.freshness.find_first_of("0123456789"));  // an age is told to the second or two
  for (const Upcoming& line : texts.next.sessions) text += line.time + line.title + line.printed;
  for (const Upcoming& line : texts.list.sessions) text += line.time + line.title;
  if (view.countdown) {
    text += fmt::format(" {} {} {}", view.countdown->to_end, name_of(view.countdown->phase), view.countdown->widest);
  }
  text += texts.count.label + texts.count.widest + texts.main.also + texts.next.last + texts.next.also + texts.list.day;
  text += texts.main.absent_matters_now ? "!" : "";
  return text;
}

}  // namespace

Simulation::Simulation(std::uint64_t seed, const std::string& folder, const LifeRules& rules)
    : chance_(seed), rules_(rules), disk_(folder), judge_(settings_) {
  static const std::vector<seconds> polls = {60s, 180s, 300s, 600s};
  static const std::vector<ClockMode> modes = {ClockMode::checked, ClockMode::system, ClockMode::rtc, ClockMode::feed};
  device_.now = kStart + milliseconds(chance_.below(1000));
  device_.booted = device_.now - milliseconds(5000 + chance_.below(60'000));
  settings_.zone = TimeZone::find("America/Los_Angeles");
  settings_.overrides = "https://venue.example/overrides.json";
  settings_.clock = rules_.mode.value_or(chance_.of(modes));
  if (chance_.one_in(3)) settings_.everywhere = {kFoyer};
  if (chance_.one_in(4)) settings_.fresh = {seconds(90), seconds(400), seconds(3600)};
  settings_.signs.resize(1);
  settings_.signs[0].name = "hall";
  settings_.signs[0].rooms = {kHall};
  if (chance_.one_in(2)) settings_.signs[0].layout = Layout::countdown;
  const std::size_t feeds = rules_.mishaps && chance_.one_in(3) ? 2 : 1;
  for (std::size_t i = 0; i < feeds; ++i) {
    settings_.feeds.push_back(
        {fmt::format("https://feed{}.example/", i), rules_.poll.value_or(chance_.of(polls)), "", ""});
    organisers_.emplace_back(chance_, std::string(1, static_cast<char>('a' + i)), kStart);
    servers_.emplace_back(chance_, chance_.one_in(2));
  }
  judge_ = Judge(settings_);
  if (!rules_.mishaps) {
    device_.synchronised = true;
  } else {
    device_.synchronised = chance_.one_in(3);
    if (!device_.synchronised && chance_.one_in(2)) cut_power();
  }
}

LifeTold Simulation::run() {
  const TrueTime end = device_.now + rules_.lasts;
  begin_life(false);
  plan_surroundings();
  while (told_.fault.empty() && !events_.empty() && events_.begin()->first <= end) {
    auto event = events_.extract(events_.begin());
    // Without power nothing happens to the sign.
    if (event.key() - 1ms > device_.now) {
      device_.now = event.key() - 1ms;
      look_at_clock();
      fail(judge_.fault_of_glass(*glass_, believed(), device_));
    }
    device_.now = std::max(device_.now, event.key());
    event.mapped()();
  }
  return std::move(told_);
}

// The sign's loop does so every second.
void Simulation::look_at_clock() {
  if (state_->knows_time(device_.moment()) == !glass_->texts.header.clock.empty()) return;
  knows_more_ = true;
  show();
}

std::unique_ptr<Venue> Simulation::make_venue() {
  return std::make_unique<Venue>(Venue{settings_, settings_.signs.front(), ""});
}

// As `run` begins a life: what is kept is read, what a life before knew is taken, and only then anybody is asked.
void Simulation::begin_life(bool reload) {
  ++life_;
  if (reload && chance_.one_in(3)) settings_.fresh.stale = seconds(300 + chance_.below(600));
  auto venue = make_venue();
  KnowledgeRules rules;
  rules.boot = device_.boot();
  rules.built = kBuilt;
  auto state = std::make_unique<KnownSign>(*venue, std::move(rules), [this](const std::string& name, CachedCopy copy) {
    to_keep_.emplace_back(name, std::move(copy));
  });
  state->restore(disk_.folder(), device_.moment());
  if (reload) {
    state->adopt(*state_, device_.moment());
    judge_.use(settings_);
  } else {
    const KnownClock before = judge_.clock;
    judge_ = Judge(settings_);
    judge_.clock.follow(before, boot_ == device_.boots);
    boot_ = device_.boots;
    judge_.clock.surely_saw(kBuilt);
    judge_.clock.was_told_of(kBuilt);
  }
  disk_.set_damaged_aside();
  state_ = std::move(state);
  venue_ = std::move(venue);
  restore_knowledge(reload);
  sources_.assign(settings_.feeds.size(), {});
  for (std::size_t i = 0; reload && i < sources_.size(); ++i) sources_[i].document = judge_.feeds[i].document();
  staff_held_.reset();
  knows_more_ = true;
  show();
  start_polling();
}

void Simulation::start_polling() {
  const auto if_alive = [this](const std::function<void()>& what) {
    return [this, what, life = life_] {
      if (life == life_) what();
    };
  };
  plan(device_.now + 20ms, if_alive([this] { ask_staff(); }));
  for (std::size_t i = 0; i < sources_.size(); ++i) plan(device_.now + 30ms, if_alive([this, i] { ask_feed(i); }));
}

void Simulation::ask_feed(std::size_t feed) {
  Source& source = sources_[feed];
  const int asked = ++source.asked;
  const bool offers = source.held && device_.now - source.held_since < 10min;
  const RawResponse answer = servers_[feed].ask(organisers_[feed], offers ? source.held : std::nullopt, device_.now);
  plan(device_.now + answer.takes, [this, feed, answer, asked, life = life_] {
    if (life == life_ && asked == sources_[feed].asked) hear_feed(feed, answer);
  });
}

void Simulation::hear_feed(std::size_t feed, const RawResponse& answer) {
  ++told_.polls;
  Source& source = sources_[feed];
  FetchResult update;
  update.source = std::to_string(feed);
  update.where = settings_.feeds[feed].url;
  if (answer.date) update.date = http_date_of(*answer.date);
  update.verified = servers_[feed].verified() && answer.date;
  update.retry_after = answer.retry_after;
  update.outcome = FetchError{"No answer.", ErrorKind::answer, 0};
  if (answer.kind == RawResponse::Kind::body) update.outcome = Fetched(answer.document.bytes);
  if (answer.kind == RawResponse::Kind::not_modified) update.outcome = Unchanged{};
  const FeedUpdate heard = to_feed_update(feed, update, settings_);
  const bool good = answer.kind == RawResponse::Kind::not_modified || answer.document.edition != nullptr;
  if ((heard.kind != FeedUpdate::Kind::failed) != good) fail("what is no feed was read as one, or a feed was not");
  judge_.clock.looked(device_.moment());
  for (const std::string& line : state_->apply(heard, device_.moment())) tell("log: " + line);
  KnownFeed& known = judge_.feeds[feed];
  if (good && answer.date) judge_.clock.heard(*answer.date, servers_[feed].verified(), device_.moment());
  if (good && answer.kind == RawResponse::Kind::body) {
    const auto generated = answer.document.edition->generated_at;
    const bool vouched = judge_.clock.must_vouch(device_.moment());
    if (generated && vouched && *generated <= believed()) judge_.clock.surely_saw(*generated);
    if (generated && *generated < device_.now + 1h) judge_.clock.was_told_of(*generated);
    known.heard(answer.document, device_, believed());
    source.held = answer.document.bytes;
    source.held_since = device_.now;
  } else if (good) {
    known.unchanged(device_, believed());
  } else if (answer.kind == RawResponse::Kind::body) {
    source.held.reset();
  }
  source.failures = good ? 0 : source.failures + 1;
  RetryState retry{settings_.feeds[feed].poll, source.failures, answer.retry_after};
  const double chance = static_cast<double>(chance_.below(1'000'000)) / 1e6;
  plan(device_.now + next_delay(retry, chance), [this, feed, asked = source.asked, life = life_] {
    if (life == life_ && asked == sources_[feed].asked) ask_feed(feed);
  });
  take_to_disk();
  knows_more_ = true;
  show();
}

void Simulation::ask_staff() {
  FetchResult update;
  update.source = overrides_source(settings_)->id;
  update.where = settings_.overrides;
  const std::string bytes = staff_file_ ? written(*staff_file_) : "";
  if (staff_down_) {
    update.outcome = FetchError{"No answer.", ErrorKind::answer, 0};
    judge_.staff.unchanged_or_failed();
  } else if (!staff_file_) {
    update.outcome = FetchError{"Not found.", ErrorKind::missing, 404};
    judge_.staff.missing();
    staff_held_.reset();
  } else if (staff_held_ == bytes) {
    update.outcome = Unchanged{};
    judge_.staff.unchanged_or_failed();
  } else {
    update.outcome = Fetched(bytes);
    judge_.staff.read(*staff_file_, device_);
    staff_held_ = bytes;
  }
  judge_.clock.looked(device_.moment());
  state_->apply(to_overrides_update(update), device_.moment());
  take_to_disk();
  knows_more_ = true;
  show();
  staff_failures_ = staff_down_ ? staff_failures_ + 1 : 0;
  const double chance = static_cast<double>(chance_.below(1'000'000)) / 1e6;
  plan(device_.now + next_delay({120s, staff_failures_, {}}, chance), [this, life = life_] {
    if (life == life_) ask_staff();
  });
}

void Simulation::show() {
  ++told_.views;
  const Moment moment = device_.moment();
  judge_.clock.looked(moment);
  const View view = state_->view(moment);
  for (KnownFeed& feed : judge_.feeds) {
    if (!view.texts.header.clock.empty()) feed.doubt_future(view.at);
  }
  fail(judge_.fault_of(view, device_));
  check_promised_change(view);
  glass_ = view;
  knows_more_ = false;
  if (rules_.told) {
    const Instant changes = view.next_change.value_or(view.at);
    tell(fmt::format("shows, for {} s: {}", (changes - view.at).count(), said(view)));
  }
  if (!view.next_change) return;
  // When the sign's clock shows the next change.
  const auto part = state_->knowledge().corrected(moment).part;
  const TrueTime due = device_.now + (*view.next_change - view.at) - part;
  plan(due, [this, wake = ++wake_, life = life_] {
    if (life == life_ && wake == wake_) show();
  });
}

// While nothing but time goes on the view changes when it said it would, and not before.
void Simulation::check_promised_change(const View& view) {
  if (knows_more_ || !glass_ || view.at < glass_->at) return;
  const bool same = said(view) == said(*glass_);
  const auto promised = glass_->next_change;
  if (!same && (!promised || view.at + 1s < *promised)) {
    return fail("it changed before it said it would: " + said(*glass_) + " | " + said(view));
  }
  // Ages are told in whole seconds, so a step of the freshness may come a second later than foreseen.
  const bool a_second_later = view.next_change && *view.next_change <= view.at + 1s;
  if (same && promised && view.at >= *promised && !a_second_later)
    fail("it did not change when it said it would: " + said(view));
}

}  // namespace placard::test
