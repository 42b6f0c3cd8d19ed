// SPDX-License-Identifier: MIT
#include "schedule/same_sessions.hpp"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <optional>
#include <string>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "base/text/fold.hpp"

namespace placard {
namespace {

constexpr std::size_t kMostNames = 32;  // more than a sign could ever show

// Sets of sessions that are the same, each known by its first one.
class SameSets {
 public:
  explicit SameSets(std::size_t count) : first_(count) { std::iota(first_.begin(), first_.end(), std::size_t{0}); }
  std::size_t first_of(std::size_t one) {
    while (first_[one] != one) one = first_[one] = first_[first_[one]];
    return one;
  }
  void join(std::size_t a, std::size_t b) {
    a = first_of(a);
    b = first_of(b);
    first_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<std::size_t> first_;
};

// One session in one of its rooms.
struct Listing {
  Instant start;
  std::size_t room;  // the first of that name
  std::size_t session;
};

std::vector<std::size_t> first_room_of_name(const Schedule& schedule) {
  std::unordered_map<std::string, std::size_t> by_name;
  std::vector<std::size_t> first;
  for (std::size_t i = 0; i < schedule.rooms.size(); ++i) {
    first.push_back(by_name.emplace(fold_name(schedule.rooms[i].name), i).first->second);
  }
  return first;
}

std::vector<Listing> listings_by_place(const Schedule& schedule) {
  const auto first_room = first_room_of_name(schedule);
  std::vector<Listing> listings;
  for (std::size_t i = 0; i < schedule.sessions.size(); ++i) {
    const Session& session = schedule.sessions[i];
    for (const std::size_t room : session.rooms) listings.push_back({session.start, first_room[room], i});
    if (session.every_room) listings.push_back({session.start, schedule.rooms.size(), i});
  }
  std::sort(listings.begin(), listings.end(), [](const Listing& a, const Listing& b) {
    return std::tie(a.start, a.room, a.session) < std::tie(b.start, b.room, b.session);
  });
  return listings;
}

// What a session tells beside what it is: a note of a change is not the session, and two that moved differ by where to.
// Cleaned texts hold no line breaks, so none can be taken for another's part.
std::string kind_of(const Session& session) {
  std::string kind = session.announced ? "note\n" : "\n";
  if (session.announced && session.cancelled) kind += "cancelled";
  kind += '\n' + fold_name(session.moved_to) + '\n';
  if (session.now_at) kind += std::to_string(session.now_at->time_since_epoch().count());
  return kind + '\n';
}

// Sessions that begin at once, by what tells that another is the same.
class ByWhat {
 public:
  // The first that is the same as this session.
  std::optional<std::size_t> find(const Session& session) const {
    const std::string kind = kind_of(session);
    for (const std::string& id : {session.id, session.other_id}) {
      const auto same_id = id.empty() ? by_id_.end() : by_id_.find(kind + id);
      if (same_id != by_id_.end()) return same_id->second;
    }
    const auto titled = by_title_.find(kind + fold_name(session.title));
    if (titled == by_title_.end()) return std::nullopt;
    const Ends& ends = titled->second;
    if (!session.end) return ends.first;
    const auto same_end = ends.of_end.find(session.end->time_since_epoch().count());
    return same_end != ends.of_end.end() ? same_end->second : ends.without;
  }
  void add(const Session& session, std::size_t one) {
    const std::string kind = kind_of(session);
    for (const std::string& id : {session.id, session.other_id}) {
      if (!id.empty()) by_id_.emplace(kind + id, one);
    }
    Ends& ends = by_title_.emplace(kind + fold_name(session.title), Ends{one, {}, {}}).first->second;
    if (session.end) {
      ends.of_end.emplace(session.end->time_since_epoch().count(), one);
    } else if (!ends.without) {
      ends.without = one;
    }
  }

 private:
  struct Ends {
    std::size_t first;
    std::optional<std::size_t> without;
    std::unordered_map<std::int64_t, std::size_t> of_end;
  };
  std::unordered_map<std::string, std::size_t> by_id_;
  std::unordered_map<std::string, Ends> by_title_;
};

using Listings = std::vector<Listing>;

// Joins the same ones among those that stand in one room at one start.
void join_same(const std::vector<Session>& sessions, Listings::const_iterator begin, Listings::const_iterator end,
               SameSets& sets) {
  ByWhat known;
  for (auto listing = begin; listing != end; ++listing) {
    const Session& session = sessions[listing->session];
    if (const auto same = known.find(session)) sets.join(*same, listing->session);
    known.add(session, listing->session);
  }
}

// One for every room is the same as what any room lists of it.
void join_every_room(const std::vector<Session>& sessions, Listings::const_iterator begin, Listings::const_iterator end,
                     SameSets& sets) {
  ByWhat for_all;
  for (auto one = begin; one != end; ++one) {
    if (sessions[one->session].every_room) for_all.add(sessions[one->session], one->session);
  }
  for (auto one = begin; one != end; ++one) {
    if (const auto same = for_all.find(sessions[one->session])) sets.join(*same, one->session);
  }
}

// Calls `join` with each run of listings that `together` keeps together, if there are several in it.
template <class Together, class Join>
void join_runs(const Listings& listings, const Together& together, const Join& join) {
  for (auto begin = listings.begin(); begin != listings.end();) {
    const auto end = std::find_if(begin, listings.end(), [&](const Listing& one) { return !together(*begin, one); });
    if (end - begin > 1) join(begin, end);
    begin = end;
  }
}

SameSets same_sets(const Schedule& schedule) {
  SameSets sets(schedule.sessions.size());
  const auto& sessions = schedule.sessions;
  const auto same_start = [](const Listing& a, const Listing& b) { return a.start == b.start; };
  const auto same_place = [](const Listing& a, const Listing& b) { return a.start == b.start && a.room == b.room; };
  join_runs(listings_by_place(schedule), same_place,
            [&](auto begin, auto end) { join_same(sessions, begin, end, sets); });
  if (std::none_of(sessions.begin(), sessions.end(), [](const Session& one) { return one.every_room; })) return sets;
  join_runs(listings_by_place(schedule), same_start,
            [&](auto begin, auto end) { join_every_room(sessions, begin, end, sets); });
  return sets;
}

void add_missing(std::vector<std::string>& names, const std::vector<std::string>& more) {
  for (const std::string& name : more) {
    if (names.size() == kMostNames) return;
    const auto same = [folded = fold_name(name)](const std::string& known) { return fold_name(known) == folded; };
    if (std::none_of(names.begin(), names.end(), same)) names.push_back(name);
  }
}

// The room where it takes place stands first. Some may then stand twice.
void unite_rooms(Session& into, Session& more) {
  if (more.broadcast && !into.broadcast) std::swap(into.rooms, more.rooms);
  into.rooms.insert(into.rooms.end(), more.rooms.begin(), more.rooms.end());
}

void name_rooms_once(Session& session) {
  std::unordered_set<std::size_t> seen;
  std::erase_if(session.rooms, [&seen](std::size_t room) { return !seen.insert(room).second; });
}

bool is_cancelled(const Session& a, const Session& b, bool same_feed) {
  const bool two_entries = same_feed && a.id != b.id;
  return two_entries ? a.cancelled && b.cancelled : a.cancelled || b.cancelled;
}

void unite(Session& into, Session& more, bool same_feed) {
  into.cancelled = is_cancelled(into, more, same_feed);
  unite_rooms(into, more);
  if (into.id.empty()) into.id = more.id;
  if (into.other_id.empty() && more.id != into.id) into.other_id = more.id;
  if (into.title.empty()) into.title = more.title;
  if (!into.end) into.end = more.end;
  if (into.track.empty()) into.track = more.track;
  add_missing(into.labels, more.labels);
  add_missing(into.speakers, more.speakers);
  into.every_room |= more.every_room;
  into.broadcast |= more.broadcast;
  into.delayed |= more.delayed;
  into.is_break |= more.is_break;
  into.full |= more.full;
  into.retimed |= more.retimed;
  if (!into.printed_start) into.printed_start = more.printed_start;
  if (!into.printed_end) into.printed_end = more.printed_end;
}

}  // namespace

void unite_same_sessions(Schedule& schedule, const std::vector<std::size_t>& feeds) {
  SameSets sets = same_sets(schedule);
  std::vector<bool> united(schedule.sessions.size());
  for (std::size_t i = 0; i < schedule.sessions.size(); ++i) {
    const std::size_t first = sets.first_of(i);
    if (first == i) continue;
    unite(schedule.sessions[first], schedule.sessions[i], feeds[first] == feeds[i]);
    united[first] = true;
  }
  std::vector<Session> out;
  for (std::size_t i = 0; i < schedule.sessions.size(); ++i) {
    if (sets.first_of(i) != i) continue;
    if (united[i]) name_rooms_once(schedule.sessions[i]);
    out.push_back(std::move(schedule.sessions[i]));
  }
  schedule.sessions = std::move(out);
}

}  // namespace placard
