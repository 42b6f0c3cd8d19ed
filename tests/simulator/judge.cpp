// SPDX-License-Identifier: MIT
#include "simulator/judge.hpp"

#include <fmt/format.h>

#include <set>

namespace placard::test {
namespace {

using namespace std::chrono_literals;

const Names kRooms = {kHall, kFoyer, kAttic};

bool concerns_sign(const Edition& edition, const Names& everywhere) {
  return std::any_of(edition.talks.begin(), edition.talks.end(), [&everywhere](const Talk& talk) {
    return talk.room == "*" || talk.room == kHall ||
           std::find(everywhere.begin(), everywhere.end(), talk.room) != everywhere.end();
  });
}

Session session_of(const Talk& talk) {
  Session session;
  session.id = talk.id;
  session.title = talk.title;
  session.start = talk.start;
  session.end = talk.end;
  session.every_room = talk.room == "*";
  const auto room = std::find(kRooms.begin(), kRooms.end(), talk.room);
  if (room != kRooms.end()) session.rooms = {static_cast<std::size_t>(room - kRooms.begin())};
  session.cancelled = talk.cancelled;
  return session;
}

bool here(const Session& session) {
  return session.every_room || (!session.rooms.empty() && session.rooms.front() == 0);
}

std::string difference(const char* what, const std::optional<SessionFacts>& shown, const Schedule& schedule,
                       std::size_t expected) {
  const std::string is = shown ? shown->title + "@" + std::to_string(shown->start.time_since_epoch().count()) : "none";
  const Session* session = expected == kNone ? nullptr : &schedule.sessions[expected];
  const std::string should =
      session != nullptr ? session->title + "@" + std::to_string(session->start.time_since_epoch().count()) : "none";
  return is == should ? "" : fmt::format("{} is {}, not {}", what, is, should);
}

bool claims_time(const View& view) {
  return view.freshness != Freshness::no_clock && view.freshness != Freshness::no_data;
}

int rank(Freshness freshness) {
  return static_cast<int>(freshness);
}

}  // namespace

std::string Judge::fault_of(const View& view, const Device& device) const {
  if (view.room != kHall || view.texts.header.room != kHall) return "the room's name is not there";
  if (!view.next_repaint || *view.next_repaint <= view.at) return "the next repaint is not later";
  if (view.next_change && *view.next_change < *view.next_repaint) return "a change comes before a repaint";
  if (std::string fault = fault_in_clock(view, device); !fault.empty()) return fault;
  if (std::string fault = fault_in_countdown(view); !fault.empty()) return fault;
  return fault_of_both(view, view.at, device, 0s);
}

std::string Judge::fault_of_glass(const View& view, Instant at, const Device& device) const {
  const std::string fault = fault_of_both(view, at, device, 1s);
  if (fault.empty() || fault_of_both(view, at - 1s, device, 1s).empty()) return "";
  return "the glass was not brought up to date: " + fault;
}

std::string Judge::fault_of_both(const View& view, Instant at, const Device& device, seconds late) const {
  for (std::string fault : {fault_in_freshness(view, at, device, late), fault_in_facts(view, at, device),
                            fault_in_messages(view, at, device)}) {
    if (!fault.empty()) return fault;
  }
  return "";
}

std::string Judge::fault_in_clock(const View& view, const Device& device) const {
  const Moment moment = device.moment();
  if (!clock.may_be(view.at, moment)) return "it goes by a time nobody told";
  const bool knows_time = !view.texts.header.clock.empty();
  if (knows_time && !clock.may_trust(moment)) return "it trusts a clock nobody vouches for";
  if (!knows_time && clock.must_trust(moment)) return "it does not trust a clock that is vouched for";
  if (claims_time(view) && !knows_time) return "it claims a freshness without a clock";
  if (!claims_time(view) &&
      (view.texts.main.shows_session || !view.texts.main.time_left.empty() || view.texts.main.progress)) {
    return "it puts a session on stage that it does not know to be on";
  }
  return "";
}

Schedule Judge::schedule_at(Instant at, const Device& device) const {
  Schedule schedule;
  for (const std::string& room : kRooms) schedule.rooms.push_back({room, ""});
  for (const KnownFeed& feed : feeds) {
    if (feed.shown() == nullptr) continue;
    for (const Talk& talk : feed.shown()->talks) schedule.sessions.push_back(session_of(talk));
  }
  for (const StaffEntry& entry : staff.known()) {
    if (!entry.cancels() || may_show(entry, at, true, device) != Shown::yes) continue;
    for (Session& session : schedule.sessions) {
      if (same_name(session.title, entry.text)) session.cancelled = true;
    }
  }
  return schedule;
}

bool Judge::part_is_missing() const {
  return std::any_of(feeds.begin(), feeds.end(), [](const KnownFeed& feed) { return feed.shown() == nullptr; });
}

bool Judge::has_notes_here() const {
  return std::any_of(feeds.begin(), feeds.end(), [](const KnownFeed& feed) {
    return std::any_of(feed.notes().begin(), feed.notes().end(),
                       [](const Note& note) { return note.first.room == kHall; });
  });
}

Freshness Judge::step(seconds age) const {
  seconds poll{2};
  for (const FeedSettings& feed : settings_->feeds) poll = std::max(poll, feed.poll);
  if (age > settings_->fresh.old) return Freshness::old;
  if (age > settings_->fresh.stale) return Freshness::stale;
  const seconds aging = settings_->fresh.aging.value_or(std::max(2 * poll, seconds(120)));
  if (age > aging || part_is_missing()) return Freshness::aging;
  return Freshness::live;
}

// Of several proofs any may be the one the sign kept, so only the youngest is a bound.
Judge::Age Judge::age_of(const KnownFeed& feed, Instant at, const Device& device) const {
  Age age{seconds::max(), true, false};
  for (const GoodProof& proof : feed.proofs()) {
    const bool this_boot = proof.boot == device.boots;
    age.exact = age.exact && this_boot && feed.proofs().size() == 1 && !proof.told;
    if (!this_boot && (!proof.told || *proof.told > at + 31s)) continue;
    const seconds least = this_boot ? std::chrono::floor<seconds>(device.now - proof.truly) : at - *proof.told - 1s;
    age.least = std::min(age.least, std::max(least, 0s));
    age.known = true;
  }
  return age;
}

// Of all feeds that concern the sign the oldest counts.
Judge::Age Judge::age(Instant at, const Device& device) const {
  const auto concerns = [this](const KnownFeed& feed) {
    return feed.shown() != nullptr && concerns_sign(*feed.shown(), settings_->everywhere);
  };
  const bool any_concerns = std::any_of(feeds.begin(), feeds.end(), concerns);
  Age oldest;
  for (const KnownFeed& feed : feeds) {
    if (feed.shown() == nullptr || (any_concerns && !concerns(feed))) continue;
    const Age one = age_of(feed, at, device);
    oldest.least = std::max(oldest.least, one.least);
    oldest.exact = oldest.exact && one.exact;
    oldest.known = oldest.known && one.known;
  }
  return oldest;
}

std::string Judge::fault_in_freshness(const View& view, Instant at, const Device& device, seconds late) const {
  const Schedule schedule = schedule_at(at, device);
  const bool nothing = std::none_of(feeds.begin(), feeds.end(), [](const KnownFeed& feed) { return feed.shown(); });
  const bool none_here = std::none_of(schedule.sessions.begin(), schedule.sessions.end(), here);
  if (nothing || (part_is_missing() && none_here && !has_notes_here())) {
    return view.freshness == Freshness::no_data ? "" : "it claims to know what it was never told";
  }
  if (view.freshness == Freshness::no_data) {
    return part_is_missing() && none_here ? "" : "it forgot what it was told";
  }
  if (view.freshness == Freshness::no_clock) return "";
  std::optional<Instant> end;
  for (const Session& session : schedule.sessions) {
    const bool has_end = session.end && *session.end > session.start;
    end = std::max(end.value_or(Instant::min()), has_end ? *session.end : session.start + 60min);
  }
  const Age known = age(at, device);
  if (!known.known || (end && at >= *end)) {
    return view.freshness == Freshness::old ? "" : "it is not old, though the event is over or its age unknown";
  }
  const Freshness freshest = step(std::max(known.least - late, 0s));
  if (rank(view.freshness) < rank(freshest)) {
    return fmt::format("it is {}, though it can be no fresher than {} ({} s old)", name_of(view.freshness),
                       name_of(freshest), known.least.count());
  }
  if (known.exact && rank(view.freshness) > rank(step(known.least + 2s))) {
    return fmt::format("it is {} though its age is {} s", name_of(view.freshness), known.least.count());
  }
  return "";
}

std::string Judge::fault_in_facts(const View& view, Instant at, const Device& device) const {
  if (!claims_time(view)) {
    const bool claims = view.state != RoomStatus::unknown || view.now || view.next || view.countdown || view.elsewhere;
    return claims ? "it claims what is on without knowing" : "";
  }
  const Schedule schedule = schedule_at(at, device);
  Facts facts = Rules(schedule, {kHall}, settings_->everywhere).at(at);
  if (std::string fault = fault_in_absent(view, facts, schedule, at); !fault.empty()) return fault;
  if (view.freshness == Freshness::old) {
    if (facts.now != kNone) {
      facts.state = facts.next != kNone ? RoomStatus::gap : RoomStatus::over;
      facts.now = kNone;
      facts.also_now = 0;
    }
    facts.elsewhere = kNone;
  }
  const bool notes_alone = facts.state == RoomStatus::empty && has_notes_here() && view.state == RoomStatus::over;
  if (view.state != facts.state && !notes_alone) {
    return fmt::format("the state is {}, not {}", name_of(view.state), name_of(facts.state));
  }
  if (view.also_now != facts.also_now || view.also_next != facts.also_next) return "the others are counted wrong";
  for (std::string fault :
       {difference("now", view.now, schedule, facts.now), difference("next", view.next, schedule, facts.next),
        difference("elsewhere", view.elsewhere, schedule, facts.elsewhere)}) {
    if (!fault.empty()) return fault;
  }
  return "";
}

std::string Judge::fault_in_absent(const View& view, const Facts& facts, const Schedule& schedule, Instant at) const {
  std::multiset<std::string> expected;
  const auto line = [](const std::string& title, Instant start) {
    return fmt::format("{}@{}", title, start.time_since_epoch().count());
  };
  for (const std::size_t i : facts.absent)
    expected.insert(line(schedule.sessions[i].title, schedule.sessions[i].start));
  const auto staged = [&](const Note& note, std::size_t index) {
    const Instant is_at = note.kind == Note::Kind::retimed ? note.now_at : note.first.start;
    return index != kNone && schedule.sessions[index].start == is_at &&
           schedule.sessions[index].title == note.first.title;
  };
  for (const KnownFeed& feed : feeds) {
    for (const Note& note : feed.notes()) {
      const Instant start = note.first.start;
      if (note.first.room != kHall || at < start - 2h || staged(note, facts.now) || staged(note, facts.next)) continue;
      if (at < note.end()) expected.insert(line(note.first.title, start));
    }
  }
  std::multiset<std::string> shown;
  for (const SessionFacts& session : view.absent) shown.insert(line(session.title, session.start));
  if (shown == expected) return "";
  return fmt::format("absent are [{}], not [{}]", fmt::join(shown, ", "), fmt::join(expected, ", "));
}

std::string Judge::fault_in_countdown(const View& view) const {
  const SignSettings& sign = settings_->signs.front();
  const bool to_end = view.now.has_value();
  const bool may_count = sign.layout == Layout::countdown && claims_time(view) && view.freshness != Freshness::old;
  const bool has_deadline = to_end ? !view.now->end_assumed : view.next.has_value() && view.next->start - view.at <= 1h;
  const bool counts = may_count && has_deadline;
  if (view.countdown.has_value() != counts) return "the countdown is there when it must not, or not when it must";
  if (!counts) return "";
  const seconds left = (to_end ? view.now->end : view.next->start) - view.at;
  const Phase phase = !to_end || left > sign.countdown.warning ? Phase::normal
                      : left > sign.countdown.danger           ? Phase::warning
                                                               : Phase::danger;
  const bool right =
      view.countdown->to_end == to_end && view.countdown->left == left && left > 0s && view.countdown->phase == phase;
  return right ? "" : "the countdown counts wrong";
}

std::string Judge::fault_in_messages(const View& view, Instant at, const Device& device) const {
  std::multiset<std::string> shown;
  for (const StaffMessage& message : view.messages) shown.insert(message.text);
  for (const StaffEntry& entry : staff.known()) {
    if (entry.cancels()) continue;
    const Shown may = may_show(entry, at, !view.texts.header.clock.empty(), device);
    const auto found = shown.find(entry.text);
    if (found == shown.end() && may == Shown::yes) return "a message is missing: " + entry.text;
    if (found != shown.end() && may == Shown::no) return "a message is shown out of its time: " + entry.text;
    if (found != shown.end()) shown.erase(found);
  }
  return shown.empty() ? "" : "a message nobody wrote any more: " + *shown.begin();
}

}  // namespace placard::test
