// SPDX-License-Identifier: MIT
#include "overrides/effective_schedule.hpp"

#include <algorithm>
#include <tuple>

#include "base/text/overloaded.hpp"
#include "overrides/changed_schedule.hpp"
#include "overrides/hidden_by.hpp"

namespace placard {
namespace {

constexpr std::size_t kMostRemembered = 4;

StaffMessage message_of(const LoadedOverride& known, const MessageOverride& said, const std::string& hider) {
  StaffMessage message;
  message.id = known.entry.id;
  message.level = said.level;
  message.text = said.text;
  message.since = begin_of(known.entry, known.first_read);
  message.from = known.entry.from;
  message.until = end_of(known.entry, known.first_read);
  message.hidden_by = hider;
  return message;
}

// Something said, and when.
template <class What>
struct Said {
  std::optional<Instant> time;
  What what;
};

// The loudest first, of one level the newest, of one time the last in the file.
std::vector<StaffMessage> in_order(std::vector<Said<StaffMessage>> said) {
  std::reverse(said.begin(), said.end());
  std::stable_sort(said.begin(), said.end(), [](const Said<StaffMessage>& a, const Said<StaffMessage>& b) {
    return std::tie(a.what.level, a.time) > std::tie(b.what.level, b.time);
  });
  std::vector<StaffMessage> messages;
  for (Said<StaffMessage>& one : said) messages.push_back(std::move(one.what));
  return messages;
}

}  // namespace

StaffSays staff_says(const LoadedOverrides& known, const SignNames& names, Instant at) {
  StaffSays says;
  std::vector<Said<StaffMessage>> messages;
  std::optional<Said<Replacement>> newest;
  const auto times = said_times(known, at);
  const std::vector<std::string> hiders = hidden_by(known, names, at);
  for (std::size_t i = 0; i < known.size(); ++i) {
    const LoadedOverride& one = known[i];
    if (!in_force(one.entry, at, one.first_read) || !matters_to(one.entry, names)) continue;
    std::visit(overloaded{
                   [&](const MessageOverride& message) {
                     messages.push_back({times[i], message_of(one, message, hiders[i])});
                   },
                   [&](const FullOverride&) {
                     says.full_rooms.insert(says.full_rooms.end(), one.entry.rooms.begin(), one.entry.rooms.end());
                     says.room_full |= concerns(one.entry, names);
                   },
                   [&](const ReplaceOverride& replace) {
                     if (newest && times[i] < newest->time) return;
                     newest = {times[i], {replace.title, replace.text, one.entry.until, hiders[i]}};
                   },
                   [](const ChangesSessions auto&) {},
               },
               one.entry.what);
  }
  if (newest) says.replacement = std::move(newest->what);
  says.messages = in_order(std::move(messages));
  return says;
}

SignNames with_feed_names(SignNames names, const Schedule& published) {
  for (const std::size_t room : rooms_named(published, names.rooms)) {
    const Room& named = published.rooms[room];
    names.rooms.push_back(named.name);
    names.rooms.insert(names.rooms.end(), named.other_names.begin(), named.other_names.end());
  }
  return names;
}

EffectiveSchedule::EffectiveSchedule(std::shared_ptr<const Schedule> published,
                                     std::shared_ptr<const LoadedOverrides> loaded)
    : published_(std::move(published)), all_(std::move(loaded)), without_times_(*all_) {
  std::erase_if(without_times_, [](const LoadedOverride& one) { return one.entry.from || one.entry.until; });
}

InForce EffectiveSchedule::at(const SignNames& sign, Entries entries, Instant at) const {
  const SignNames names = published_ ? with_feed_names(sign, *published_) : sign;
  const LoadedOverrides& known = loaded(entries);
  InForce in_force;
  in_force.schedule = changed(entries, changes_in_force(known, names, at));
  in_force.says = staff_says(known, names, at);
  in_force.until = next_begin_or_end(known, names, at);
  return in_force;
}

std::shared_ptr<const Schedule> EffectiveSchedule::changed(Entries entries, const Changes& changes) const {
  if (!published_ || changes.empty()) return published_;
  const auto key = std::pair(entries, changes);
  const auto found =
      std::find_if(remembered_.begin(), remembered_.end(), [&key](const auto& one) { return one.first == key; });
  if (found != remembered_.end()) return found->second;
  auto schedule = std::make_shared<const Schedule>(changed_schedule(*published_, loaded(entries), changes));
  if (remembered_.size() == kMostRemembered) remembered_.pop_front();
  remembered_.emplace_back(key, schedule);
  return schedule;
}

}  // namespace placard
