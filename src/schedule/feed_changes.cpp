// SPDX-License-Identifier: MIT
#include "schedule/feed_changes.hpp"

#include <algorithm>
#include <numeric>
#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "base/text/fold.hpp"
#include "schedule/room_renames.hpp"

namespace placard {
namespace {

using How = FoundSession::How;
using Kind = FeedChange::Kind;
using Names = std::vector<std::string>;

constexpr seconds kWithoutEnd{3600};
constexpr Instant kGone = Instant::min();  // in place of a start: it was told to be gone

Names room_names_of(const Schedule& schedule, const Session& session) {
  Names names;
  for (const std::size_t room : session.rooms) names.push_back(schedule.rooms[room].name);
  return names;
}

Names folded(const Names& names) {
  Names out;
  for (const std::string& name : names) out.push_back(fold_name(name));
  return out;
}

Instant end_of(const Session& session) {
  return session.end && *session.end > session.start ? *session.end : session.start + kWithoutEnd;
}

Names as_called_now(Names rooms, const RoomRenames& renamed) {
  if (renamed.empty()) return rooms;
  for (std::string& room : rooms) {
    const auto found = renamed.find(fold_name(room));
    if (found != renamed.end()) room = found->second;
  }
  return rooms;
}

bool can_change(const Session& session) {
  return takes_place(session) && !session.every_room && !session.is_break && !session.rooms.empty();
}

Names without(const Names& rooms, const Names& others) {
  if (rooms == others) return {};
  std::unordered_set<std::string> kept;
  for (const std::string& name : others) kept.insert(fold_name(name));
  Names left;
  std::copy_if(rooms.begin(), rooms.end(), std::back_inserter(left),
               [&kept](const std::string& name) { return !kept.contains(fold_name(name)); });
  return left;
}

std::optional<FeedChange> vanished(FeedChange change, Instant stood_at, Instant now) {
  const bool to_come = stood_at == kGone || std::min(stood_at, change.before.start) > now;
  change.kind = Kind::vanished;
  change.left.clear();
  change.moved_to.clear();
  change.now_at = {};
  return to_come ? std::optional(std::move(change)) : std::nullopt;
}

// `session` is where it is now; nothing: it is where it was, or is told of by the feed itself.
std::optional<FeedChange> moved_or_retimed(FeedChange change, const Schedule& after, const Session& session) {
  if (!takes_place(session)) return std::nullopt;
  const Names rooms = room_names_of(after, session);
  change.left = session.every_room || rooms.empty() ? Names{} : without(change.rooms, rooms);
  if (change.left.empty() && session.start == change.before.start) return std::nullopt;
  change.kind = change.left.empty() ? Kind::retimed : Kind::moved;
  change.moved_to = change.left.empty() ? "" : rooms.front();
  change.now_at = session.start;
  return change;
}

// What became of a session that was to begin at `stood_at` by the edition before.
std::optional<FeedChange> change_of(FeedChange change, const FoundSession& found, const Schedule& after,
                                    Instant stood_at, Instant now) {
  if (change.until <= now) return std::nullopt;
  if (found.how == How::here) return moved_or_retimed(std::move(change), after, *found.session);
  if (found.how == How::in_doubt && stood_at != kGone) return std::nullopt;
  return vanished(std::move(change), stood_at, now);
}

std::string place(Instant start, const std::string& room, const std::string& what) {
  return std::to_string(start.time_since_epoch().count()) + '\n' + fold_name(room) + '\n' + what;
}

// Which session of an edition each known change is about: the one at the place it was told to be at. Several changes
// may be about one: it was told in each room that it stood in.
class Current {
 public:
  Current(const std::vector<FeedChange>& known, const Schedule& edition) : sessions_(known.size()) {
    if (known.empty()) return;
    for (std::size_t i = 0; i < known.size(); ++i) add(known[i], i);
    for (std::size_t i = 0; i < edition.sessions.size(); ++i) look_at(edition, i);
  }
  std::optional<std::size_t> of(std::size_t change) const { return sessions_[change]; }
  // The first change that is about a session; nothing: none is.
  std::optional<std::size_t> change_of(std::size_t session) const {
    const auto held = held_.find(session);
    return held != held_.end() ? std::optional(held->second) : std::nullopt;
  }

 private:
  using Places = std::unordered_multimap<std::string, std::size_t>;  // the changes told at each

  void add(const FeedChange& change, std::size_t index) {
    if (change.kind == Kind::vanished) return;
    for (const std::string& room : change.kind == Kind::moved ? Names{change.moved_to} : change.rooms) {
      if (!change.before.id.empty()) by_id_.emplace(place(change.now_at, room, change.before.id), index);
      by_title_.emplace(place(change.now_at, room, fold_name(change.before.title)), index);
    }
  }
  void look_at(const Schedule& edition, std::size_t index) {
    const Session& session = edition.sessions[index];
    for (const std::size_t room : session.rooms) {
      const std::string& name = edition.rooms[room].name;
      if (take(by_id_, place(session.start, name, session.id), index)) return;
      if (take(by_title_, place(session.start, name, fold_name(session.title)), index)) return;
    }
  }
  // Whether any change that is told at that place was still without a session.
  bool take(const Places& places, const std::string& key, std::size_t session) {
    bool any = false;
    for (auto [change, end] = places.equal_range(key); change != end; ++change) {
      if (sessions_[change->second]) continue;
      sessions_[change->second] = session;
      const auto [held, is_new] = held_.emplace(session, change->second);
      held->second = std::min(held->second, change->second);
      any = true;
    }
    return any;
  }

  std::vector<std::optional<std::size_t>> sessions_;
  std::unordered_map<std::size_t, std::size_t> held_;
  Places by_id_, by_title_;
};

// The known changes as sessions to look for, behind those of the edition before.
void look_for_known(const std::vector<FeedChange>& known, const Current& current, std::vector<LookedFor>& wanted) {
  for (std::size_t i = 0; i < known.size(); ++i) {
    const auto when = current.of(i) ? LookedFor::When::where_it_stood : LookedFor::When::last;
    wanted.push_back({&known[i].before, folded(known[i].rooms), when});
  }
}

bool stands_where_it_stood(const FeedChange& change, const FoundSession& found, const Schedule& after) {
  return found.how == How::here && found.session->start == change.before.start &&
         without(change.rooms, room_names_of(after, *found.session)).size() < change.rooms.size();
}

// Who is back where it was first is what stood elsewhere in the edition before. Of the known changes `found` tells from
// `begin` on.
void follow_those_back(const std::vector<FeedChange>& firsts, const Current& current, const Schedule& after,
                       std::vector<FoundSession>& found, std::size_t begin) {
  for (std::size_t i = 0; i < firsts.size(); ++i) {
    const auto is = current.of(i);
    const FoundSession& first = found[begin + i];
    if (is && found[*is].how != How::here && stands_where_it_stood(firsts[i], first, after)) found[*is] = first;
  }
}

}  // namespace

std::vector<FeedChange> changes_to_announce(const std::vector<FeedChange>& known, const Schedule& before,
                                            const Schedule& after, Instant now) {
  const RoomRenames renamed = renamed_rooms(before, after);
  const Current current(known, before);
  std::vector<FeedChange> firsts = known;
  for (FeedChange& change : firsts) change.rooms = as_called_now(std::move(change.rooms), renamed);
  std::vector<LookedFor> wanted = sessions_to_look_for(before, renamed);
  look_for_known(firsts, current, wanted);
  std::vector<FoundSession> found = find_sessions(wanted, after);
  follow_those_back(firsts, current, after, found, before.sessions.size());
  std::vector<FeedChange> told;
  for (std::size_t i = 0; i < firsts.size(); ++i) {
    const auto is = current.of(i);
    const FoundSession& first = found[before.sessions.size() + i];
    const bool back = !is || stands_where_it_stood(firsts[i], first, after);
    // Where it was told to be nothing like it was found even in the edition before.
    if (!is && firsts[i].kind != Kind::vanished && first.how != How::here) continue;
    const Instant stood_at = is ? before.sessions[*is].start : kGone;
    if (auto still = change_of(firsts[i], back ? first : found[*is], after, stood_at, now)) told.push_back(*still);
  }
  for (std::size_t i = 0; i < before.sessions.size(); ++i) {
    const Session& session = before.sessions[i];
    if (!can_change(session)) continue;
    FeedChange change{{}, session, as_called_now(room_names_of(before, session), renamed), end_of(session), {}, {}, {}};
    // Who changed again is told from where it was first, and where it stood meanwhile.
    const auto known_as = current.change_of(i);
    const bool told_here = known_as && without(change.rooms, firsts[*known_as].rooms).size() < change.rooms.size();
    if (told_here) continue;
    if (auto news = change_of(std::move(change), found[i], after, session.start, now)) told.push_back(std::move(*news));
  }
  return soonest(std::move(told), kMostChangesTold);
}

std::vector<FeedChange> soonest(std::vector<FeedChange> changes, std::size_t most) {
  if (changes.size() <= most) return changes;
  std::vector<std::size_t> order(changes.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&changes](std::size_t a, std::size_t b) {
    return changes[a].before.start < changes[b].before.start;
  });
  order.resize(most);
  std::sort(order.begin(), order.end());
  std::vector<FeedChange> kept;
  for (const std::size_t i : order) kept.push_back(std::move(changes[i]));
  return kept;
}

}  // namespace placard
