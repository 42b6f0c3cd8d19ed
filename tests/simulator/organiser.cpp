// SPDX-License-Identifier: MIT
#include "simulator/organiser.hpp"

#include <fmt/chrono.h>

#include <algorithm>

namespace placard::test {
namespace {

using std::chrono::minutes;

constexpr std::size_t kRemembered = 8;  // editions
constexpr std::size_t kStanding = 3;    // sessions that are never touched

std::string utc(Instant instant) {
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::chrono::system_clock::to_time_t(instant)));
}

std::string written(const Talk& talk) {
  std::string text = fmt::format(R"({{"id": "{}", "room": "{}", "title": "{}", "speakers": ["{}"], "start": "{}")",
                                 talk.id, talk.room, talk.title, talk.speaker, utc(talk.start));
  if (talk.end) text += fmt::format(R"(, "end": "{}")", utc(*talk.end));
  if (talk.cancelled) text += R"(, "status": "cancelled")";
  return text + "}";
}

Document no_feed(std::string bytes) {
  return {std::move(bytes), nullptr};
}

}  // namespace

std::string written(const Edition& edition, std::size_t blanks) {
  std::string text = fmt::format(R"({{"event": "{}",{})", edition.event, std::string(blanks, ' '));
  if (edition.generated_at) text += fmt::format(R"( "generated_at": "{}",)", utc(*edition.generated_at));
  text += R"( "sessions": [)";
  for (std::size_t i = 0; i < edition.talks.size(); ++i) text += (i == 0 ? "\n" : ",\n") + written(edition.talks[i]);
  return text + "\n]}\n";
}

Document document_of(Edition edition, std::size_t blanks) {
  std::string bytes = written(edition, blanks);
  return {std::move(bytes), std::make_shared<const Edition>(std::move(edition))};
}

Organiser::Organiser(Chance& chance, std::string name, Instant around)
    : chance_(chance), name_(std::move(name)), dated_(chance.one_in(2)) {
  programme_.event = "Our Event";
  if (dated_) programme_.generated_at = around - std::chrono::hours(9);
  // Every room is always there, or one whose only session moves away would be a renamed room.
  for (const std::string& room : {kHall, kFoyer, kAttic}) {
    programme_.talks.push_back(new_talk(around - std::chrono::hours(30)));
    programme_.talks.back().room = room;
  }
  const auto talks = 4 + chance.below(9);
  Instant start = around - std::chrono::hours(2);
  for (std::size_t i = 0; i < talks; ++i) {
    programme_.talks.push_back(new_talk(start));
    start += minutes(5 * chance.below(13));
  }
  serve(programme_);
}

Talk Organiser::new_talk(Instant start) {
  static const std::vector<std::string> rooms = {kHall, kHall, kHall, kFoyer, kAttic, "*"};
  Talk talk;
  const std::string number = name_ + std::to_string(++serial_);
  talk.id = "id-" + number;
  talk.room = serial_ == kStanding + 1 ? kHall : chance_.of(rooms);
  talk.title = "Talk " + number;
  talk.speaker = "Speaker " + number;
  talk.start = start;
  if (!chance_.one_in(6)) talk.end = start + minutes(5 * (1 + chance_.below(12)));
  return talk;
}

const Document& Organiser::earlier(std::size_t edits) const {
  return documents_[documents_.size() - 1 - std::min(edits, documents_.size() - 1)];
}

void Organiser::serve(Document document) {
  if (documents_.size() == kRemembered) documents_.erase(documents_.begin());
  documents_.push_back(std::move(document));
}

std::string Organiser::edit(Instant now) {
  ++blanks_;
  if (!accident_ && chance_.one_in(3)) {
    accident_ = true;
    return by_accident(now);
  }
  if (dated_) programme_.generated_at = now;
  const std::string done = accident_ && chance_.one_in(2) ? "mends the feed" : change_talk();
  accident_ = false;
  serve(programme_);
  return done;
}

Talk& Organiser::any_talk() {
  return programme_.talks[kStanding + chance_.below(programme_.talks.size() - kStanding)];
}

std::string Organiser::change_talk() {
  static const std::vector<std::string> rooms = {kHall, kFoyer, kAttic};
  Talk& talk = any_talk();
  const std::string title = talk.title;
  const auto shift = minutes(5) * (static_cast<int>(chance_.below(25)) - 12);
  switch (chance_.below(9)) {
    case 0:
    case 1:
      talk.room = chance_.of(rooms);
      return "moves " + title + " to " + talk.room;
    case 2:
    case 3:
      talk.start += shift;
      if (talk.end) *talk.end += shift;
      return fmt::format("shifts {} by {} min", title, shift.count());
    case 4:
      talk.cancelled = !talk.cancelled;
      return "cancels, or not any more: " + title;
    case 5:
      talk.title += chance_.one_in(2) ? "!" : " (new)";
      return "retitles " + title;
    case 6:
      programme_.talks.push_back(new_talk(talk.start + shift));
      return "adds " + programme_.talks.back().title;
    case 7:
      return "changes nothing but blanks";
    default:
      if (programme_.talks.size() < kStanding + 3) return "changes nothing";
      programme_.talks.erase(programme_.talks.begin() + (&talk - programme_.talks.data()));
      return "removes " + title;
  }
}

std::string Organiser::by_accident(Instant now) {
  Edition edition = programme_;
  switch (chance_.below(9)) {
    case 0:
      edition.talks.resize(edition.talks.size() / 3);
      serve(edition);
      return "loses more than half";
    case 1:
      std::erase_if(edition.talks, [](const Talk& talk) { return talk.room == kHall; });
      serve(edition);
      return "loses the Hall";
    case 2:
      edition.event = "Their Event";
      for (Talk& talk : edition.talks) talk.title = "Their " + talk.title;
      serve(edition);
      return "serves another event";
    case 3:
      edition.talks.clear();
      serve(edition);
      return "serves an empty feed";
    case 4:
      serve(no_feed(written(edition).substr(0, 40 + chance_.below(60))));
      return "serves broken JSON";
    case 5:
      serve(no_feed("<!doctype html><title>Sign in</title><p>Welcome to the network"));
      return "serves a page";
    case 6:
      edition.generated_at = now + std::chrono::hours(24 * 400);
      for (Talk& talk : edition.talks) talk.title += "+";
      serve(edition);
      return "dates the feed far in the future";
    case 7:
      edition.generated_at = now - std::chrono::hours(24 * 9);
      serve(edition);
      return "dates the feed long ago";
    default:
      serve(earlier(1 + chance_.below(3)));
      return "serves an older copy";
  }
}

}  // namespace placard::test
