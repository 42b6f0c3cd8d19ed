// SPDX-License-Identifier: MIT
#include "run/sign_loop.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <exception>
#include <utility>

#include "base/os/no_resources.hpp"
#include "cli/exit_status.hpp"
#include "cli/print.hpp"
#include "fetch/url.hpp"
#include "run/log.hpp"
#include "run/rehearsal.hpp"
#include "run/setup_info.hpp"
#include "screen/panel_frame.hpp"
#include "sign/apply_event.hpp"
#include "sign/conditions.hpp"
#include "sign/documents.hpp"
#include "sign/sign_input.hpp"

namespace placard {
namespace {

using namespace std::chrono_literals;
using std::chrono::milliseconds;

constexpr milliseconds kIdleNap{1000};  // a display without a descriptor is asked for its events once a second
constexpr milliseconds kBusyNap{20};    // … and at once while a window is being set up or moved
constexpr milliseconds kBusySpell{500};
constexpr milliseconds kFirstUpdate{150};  // a local feed is read sooner: then the first frame is already right
constexpr milliseconds kForSetup{20s};
constexpr milliseconds kThreadIsDead{60s};  // the fetch thread beats every few seconds
constexpr milliseconds kBetweenTimeAsked{5s};
constexpr int kMostTimeAsked = 4;
constexpr milliseconds kGivesUp{30s};  // when nothing can be shown for so long, a new start may help

void log_all(const std::vector<std::string>& lines) {
  for (const std::string& line : lines) log(line);
}

bool has_sign(const LoadedVenue& config) {
  return config.venue && config.venue->sign;
}

// What keeps a sign from working, as one sentence; "" if nothing does.
std::string attention_sentence(const LoadedVenue& config) {
  return config.venue ? config.venue->sentence : first_error(config);
}

// Of several feeds the first is shown to whoever hangs the sign.
std::string feed_address(const LoadedVenue& config) {
  if (!config.venue || config.venue->settings.feeds.empty()) return "";
  return printable_url(config.venue->settings.feeds.front().url);
}

// They are read sooner than a frame is drawn.
bool all_feeds_local(const Settings& settings) {
  return std::all_of(settings.feeds.begin(), settings.feeds.end(),
                     [](const FeedSettings& feed) { return address_kind(feed.url) == AddressKind::path; });
}

}  // namespace

SignLoop::SignLoop(SignLoopParts parts, LoadedVenue first, const TurnTime& now)
    : parts_(std::move(parts)), presenter_(parts_.display, parts_.fonts) {
  due_.display_quiet = now.steady + kBusySpell;
  due_.setup_ends = now.steady + kForSetup;
  due_.give_up = now.steady + kGivesUp;
  due_.ask_for_time = now.steady + kBetweenTimeAsked;
  apply_config(first, now);
}

milliseconds SignLoop::start() {
  if (!knowledge_) return 0ms;
  const bool first_from_disk = knowledge_->schedule() && !all_feeds_local(knowledge_->venue()->settings);
  if (first_from_disk) return 0ms;
  start_polling();
  return kFirstUpdate;
}

int SignLoop::end(Ending ending, int status) {
  state_ = State::ending;
  parts_.systemd.stopping();
  parts_.guard.end(ending);
  return status;
}

int SignLoop::lose_display() {
  try {
    log("The display went away.");
  } catch (const std::exception&) {  // no memory for words
  }
  return end(Ending::display_lost, kTryAgain);
}

std::optional<int> SignLoop::turn(const Wake& wake) {
  if (wake.end_asked) return end(Ending::signal, kAllIsWell);
  if (wake.display.close) return end(Ending::window_closed, kAllIsWell);
  if (wake.display.lost) return lose_display();
  const TurnTime& now = wake.time;
  try {
    if (!bring_up_to_date(wake)) return lose_display();
  } catch (const NoResources& error) {
    log(no_resources_sentence(error.what()));
    return end(Ending::no_resources, kTryAgain);
  } catch (const std::exception& error) {
    fail(error.what(), now);
    if (now.steady >= due_.give_up) return end(Ending::nothing_shown, kTryAgain);
    return std::nullopt;
  }
  if (fetch_thread_lives(now)) parts_.systemd.alive(now.steady);
  return std::nullopt;
}

// False: the display is lost.
bool SignLoop::bring_up_to_date(const Wake& wake) {
  const TurnTime& now = wake.time;
  if (wake.display.any) due_.display_quiet = now.steady + kBusySpell;
  redraw_ = redraw_ || wake.display.redraw;
  // Another time may mend certificates, and wants a second opinion.
  const bool clock_set = wake.clock_set && !parts_.rules.pretended;
  if (wake.polls_asked || clock_set) poll_now();
  if (clock_set) shown_.reset();
  update(now);
  if (!show(now)) return false;
  parts_.guard.settle(now.steady);
  start_polling();
  state_ = State::showing;
  due_.give_up = now.steady + kGivesUp;
  note({Topic::picture, 0, "", ""}, now);
  return true;
}

void SignLoop::fail(const char* why, const TurnTime& now) noexcept try {
  state_ = State::failing;
  note({Topic::picture, 0, fmt::format("The sign could not be brought up to date ({}): the picture before stays.", why),
        ""},
       now);
} catch (const std::exception&) {  // no memory for words either
}

void SignLoop::note(const Condition& condition, const TurnTime& now) {
  log_all(log_.note(condition, now.steady));
}

void SignLoop::update(const TurnTime& now) {
  take_mail();
  apply_waiting(now);
  if (!new_config_) new_config_ = parts_.new_config();
  // A broken config takes nothing away from a sign that works.
  if (new_config_ && (!knowledge_ || has_sign(*new_config_))) {
    apply_config(*new_config_, now);
    ask_for_size();
  }
  new_config_.reset();
  if (!knowledge_) return;
  knowledge_->apply_clock(now.moment);
  note(clock_condition(*knowledge_, now.moment), now);
  if (knowledge_->clock_state(now.moment) == ClockState::unknown) ask_for_the_time(now);
}

// One at a time: without memory for the queue none is lost.
void SignLoop::take_mail() {
  if (mail_.empty()) mail_ = parts_.mailbox.drain();
  for (; !mail_.empty(); mail_.erase(mail_.begin())) events_.push_back(std::move(mail_.front()));
}

// One after the other, in the order they came. What came stays until it is wholly applied.
void SignLoop::apply_waiting(const TurnTime& now) {
  while (knowledge_) {
    if (work_ && !go_on_with_work(now)) return;
    if (events_.empty()) return;
    if (takes_long(events_.front(), *knowledge_)) {
      work_ = std::make_shared<EventWork>(events_.front(), *knowledge_, now.moment, parts_.guard);
    } else {
      apply_at_once(events_.front(), now);
    }
    events_.pop_front();
  }
  events_.clear();
}

// False: the work is not done yet.
bool SignLoop::go_on_with_work(const TurnTime& now) {
  if (work_->state() == EventWork::State::given_up) work_->begin_again(*knowledge_);
  if (work_->state() == EventWork::State::waiting) start_work();
  if (work_->state() == EventWork::State::failed) work_->give_up();
  if (work_->state() != EventWork::State::done) return false;
  take_work(now);
  return true;
}

// Until the first frame nobody waits for the picture, and it had better be right.
void SignLoop::start_work() {
  work_->set_running();
  if (state_ == State::starting) return work_->run();
  try {
    parts_.in_background([work = work_] { work->run(); });
  } catch (...) {
    work_->set_waiting();
    throw;
  }
}

void SignLoop::take_work(const TurnTime& now) {
  log_all(record(work_->event, work_->next, parts_.cache, log_, work_->moment, now.steady));
  const auto before = work_->changes_before;
  std::swap(*knowledge_, work_->next);
  // To forget thousands of sessions takes as long as to learn them.
  std::function<void()> forget = [old = std::exchange(work_, nullptr)] {};
  if (knowledge_->changes() != before) shown_.reset();  // what was counted meanwhile is no measure
  rehearse(*knowledge_, now);
  parts_.in_background(std::move(forget));
}

void SignLoop::apply_at_once(const Event& event, const TurnTime& now) {
  Knowledge next = *knowledge_;
  placard::apply(event, next, now.moment);
  log_all(record(event, next, parts_.cache, log_, now.moment, now.steady));
  const auto before = knowledge_->changes();
  *knowledge_ = std::move(next);
  if (knowledge_->changes() != before) rehearse(*knowledge_, now);
}

void SignLoop::rehearse(const Knowledge& knowledge, const TurnTime& now) {
  placard::rehearse(knowledge, now.moment, now.steady, {parts_.display.width(), parts_.display.height()}, parts_.fonts,
                    parts_.guard);
}

void SignLoop::apply_config(const LoadedVenue& config, const TurnTime& now) {
  std::optional<Knowledge> next;
  if (has_sign(config)) {
    next.emplace(std::make_shared<const Venue>(*config.venue), parts_.rules);
    log_all(parts_.restore(*next, now.moment, [&] { rehearse(*next, now); }));
    if (knowledge_) next->adopt(*knowledge_, now.moment);
    rehearse(*next, now);
  }
  config_ = config;
  // What the old poller still says is of the old config.
  poller_.reset();
  work_.reset();
  take_mail();
  std::erase_if(events_, [](const Event& event) { return !std::holds_alternative<CacheWriteResult>(event); });
  knowledge_ = std::move(next);
  shown_.reset();
}

// The display was opened with the first config's.
void SignLoop::ask_for_size() {
  if (knowledge_ && knowledge_->sign().size) parts_.display.resize(*knowledge_->sign().size);
}

// It takes two answers of a server to believe the clock: not a whole poll later.
void SignLoop::ask_for_the_time(const TurnTime& now) {
  if (!poller_ || asked_for_time_ == kMostTimeAsked || now.steady < due_.ask_for_time) return;
  ++asked_for_time_;
  due_.ask_for_time = now.steady + kBetweenTimeAsked;
  poller_->poll_now();
}

void SignLoop::start_polling() {
  if (!poller_ && knowledge_) poller_ = parts_.start_polling(knowledge_->venue());
}

void SignLoop::poll_now() {
  if (poller_) poller_->poll_now();
}

bool SignLoop::fetch_thread_lives(const TurnTime& now) const {
  return !poller_ || now.steady - milliseconds(poller_->last_beat()) < kThreadIsDead;
}

bool SignLoop::is_setup_time(const TurnTime& now) const {
  return !knowledge_ || (!parts_.rules.pretended && now.steady < due_.setup_ends);
}

View SignLoop::view(const TurnTime& now) const {
  const Instant at = known(now.moment).now;
  View view = knowledge_
                  ? view_at(knowledge_->at(now.moment), at)
                  : attention_view(parts_.host, attention_sentence(config_),
                                   time_style(config_.venue ? config_.venue->settings : Settings{}, nullptr), at);
  if (!is_setup_time(now)) return view;
  view.texts.setup =
      setup_lines({knowledge_ ? knowledge_->sign().name : "", parts_.host, device_addresses(), parts_.config_path,
                   feed_address(config_), knowledge_ ? feeds_trouble(*knowledge_) : "", view.freshness,
                   knowledge_ ? messages_age(*knowledge_, view) : ""});
  return view;
}

// Whether something else may be true than what is on the glass.
bool SignLoop::must_show(const TurnTime& now, Instant at) const {
  if (!shown_ || redraw_ || state_ == State::failing) return true;
  if (shown_->setup != is_setup_time(now) || at < shown_->at || (due_.repaint && at >= *due_.repaint)) return true;
  if (!knowledge_) return false;
  return shown_->changes != knowledge_->changes() || shown_->clock != knowledge_->clock_state(now.moment);
}

// False: the display is lost.
bool SignLoop::show(const TurnTime& now) {
  const Instant at = known(now.moment).now;
  if (!must_show(now, at)) return true;
  std::optional<CrashMark> mark(parts_.guard.paint());
  const View seen = view(now);
  parts_.systemd.status(fmt::format("{}: {}", seen.room, name_of(seen.freshness)));
  static const SignSettings kUnnamed;
  const SignSettings& sign = knowledge_ ? knowledge_->sign() : kUnnamed;
  const Frame frame = frame_of(seen, sign, {parts_.display.width(), parts_.display.height()}, parts_.fonts);
  const auto painted = [&] {
    mark.reset();
    parts_.guard.painted(now.steady);
  };
  const Repaint needed = redraw_ ? Repaint::everything : Repaint::changes;
  if (presenter_.show(frame, needed, sign, at, painted) == Presenter::Outcome::lost) return false;
  due_.repaint = seen.next_repaint;
  shown_ = {at, knowledge_ ? knowledge_->changes() : 0, is_setup_time(now),
            knowledge_ ? knowledge_->clock_state(now.moment) : ClockState::unknown};
  redraw_ = false;
  if (!ready_) note_first_frame();
  return true;
}

void SignLoop::note_first_frame() {
  ready_ = true;
  parts_.systemd.ready();
  if (parts_.on_first_frame) parts_.on_first_frame();
}

milliseconds SignLoop::nap(const TurnTime& now) const {
  const milliseconds longest = now.steady < due_.display_quiet ? kBusyNap : kIdleNap;
  if (!due_.repaint || state_ == State::failing) return longest;
  const Moment moment = known(now.moment);
  const auto ahead = std::chrono::duration<double, std::milli>(*due_.repaint - moment.now - moment.part);
  // Rounded up: waking a moment early would find nothing to do yet.
  const auto real = std::chrono::ceil<milliseconds>(ahead / parts_.rules.speed);
  return std::clamp(real, 0ms, longest);
}

}  // namespace placard
