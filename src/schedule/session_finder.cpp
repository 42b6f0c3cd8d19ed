// SPDX-License-Identifier: MIT
#include "schedule/session_finder.hpp"

#include "base/text/fold.hpp"

namespace placard {
namespace {

// Cleaned texts hold no line breaks, so none can be taken for another's part.
std::string place_key(Instant start, const std::string& room, const std::string& folded_title) {
  return std::to_string(start.time_since_epoch().count()) + '\n' + fold_name(room) + '\n' + folded_title;
}

}  // namespace

std::string title_and_speakers(const Session& session) {
  std::string text = fold_name(session.title);
  for (const std::string& speaker : session.speakers) text += '\n' + fold_name(speaker);
  return text;
}

SessionFinder::SessionFinder(const Schedule& before, const Schedule& after) : after_(after) {
  add_shared_ids(before);
  add_shared_ids(after);
  for (const Session& session : after.sessions) {
    if (!session.id.empty()) by_id_.emplace(session.id, &session);
  }
}

const SessionFinder::Index& SessionFinder::index() const {
  if (index_) return *index_;
  Index& index = index_.emplace();
  for (const Session& session : after_.sessions) {
    const auto [titled, is_new] = index.by_title.emplace(title_and_speakers(session), Titled{&session});
    titled->second.only = is_new;
    const std::string title = fold_name(session.title);
    for (const std::size_t room : session.rooms) {
      index.by_place.emplace(place_key(session.start, after_.rooms[room].name, title), &session);
    }
  }
  return index;
}

void SessionFinder::add_shared_ids(const Schedule& schedule) {
  std::unordered_set<std::string> seen;
  for (const Session& session : schedule.sessions) {
    if (!session.id.empty() && !seen.insert(session.id).second) shared_ids_.insert(session.id);
  }
}

SessionFinder::Match SessionFinder::find(const Session& wanted, const std::vector<std::string>& rooms) const {
  using Found = Match::Found;
  const auto same_id = wanted.id.empty() ? by_id_.end() : by_id_.find(wanted.id);
  const bool known_id = same_id != by_id_.end();
  if (known_id && !shared_ids_.contains(wanted.id)) return {Found::here, same_id->second};
  if (const Session* stands = standing_at(wanted, rooms)) return {Found::here, stands};
  if (known_id) return {Found::in_doubt, nullptr};
  const auto same_title = index().by_title.find(title_and_speakers(wanted));
  if (same_title == index().by_title.end()) return {};
  if (!same_title->second.only) return {Found::in_doubt, nullptr};
  return {Found::here, same_title->second.first};
}

// Of several the first in feed order, whichever room it was found by.
const Session* SessionFinder::standing_at(const Session& wanted, const std::vector<std::string>& rooms) const {
  const Session* first = nullptr;
  const std::string title = fold_name(wanted.title);
  for (const std::string& room : rooms) {
    const auto found = index().by_place.find(place_key(wanted.start, room, title));
    if (found != index().by_place.end() && (first == nullptr || found->second < first)) first = found->second;
  }
  return first;
}

}  // namespace placard
