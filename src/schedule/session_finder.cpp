// SPDX-License-Identifier: MIT
#include "schedule/session_finder.hpp"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <unordered_map>
#include <unordered_set>

#include "base/text/fold.hpp"
#include "schedule/slot_pairs.hpp"

namespace placard {
namespace {

using How = FoundSession::How;
using When = LookedFor::When;
using KeyOf = std::function<std::string(const Session&)>;  // "": nothing to know it by

// Cleaned texts hold no line breaks, so none can be taken for another's part; nor is a room called so.
const std::string kEveryRoom = "\n*";

std::string place_key(Instant start, const std::string& room, const std::string& key) {
  return std::to_string(start.time_since_epoch().count()) + '\n' + room + '\n' + key;
}

std::vector<std::string> folded_names(const Schedule& schedule) {
  std::vector<std::string> names;
  for (const Room& room : schedule.rooms) names.push_back(fold_name(room.name));
  return names;
}

std::vector<std::string> places_of(const Session& session, const std::vector<std::string>& names) {
  std::vector<std::string> places;
  for (const std::size_t room : session.rooms) places.push_back(names[room]);
  if (places.empty()) places.push_back(session.every_room ? kEveryRoom : "");
  return places;
}

// Ids that sessions of different titles share, of one edition: no talk's own.
void add_ids_of_several(const std::vector<const Session*>& sessions, std::unordered_set<std::string>& ids) {
  std::unordered_map<std::string, const Session*> firsts;
  for (const Session* session : sessions) {
    if (session->id.empty()) continue;
    const auto [first, is_new] = firsts.emplace(session->id, session);
    const bool same = is_new || first->second->title == session->title ||
                      fold_name(first->second->title) == fold_name(session->title);
    if (!same) ids.insert(session->id);
  }
}

bool share_a_speaker(const Session& a, const Session& b) {
  return std::any_of(a.speakers.begin(), a.speakers.end(), [&b](const std::string& speaker) {
    return std::any_of(b.speakers.begin(), b.speakers.end(),
                       [folded = fold_name(speaker)](const std::string& other) { return fold_name(other) == folded; });
  });
}

class Search {
 public:
  Search(const std::vector<LookedFor>& wanted, const Schedule& after)
      : wanted_(wanted),
        after_(after),
        names_(folded_names(after)),
        found_(wanted.size()),
        taken_(after.sessions.size()) {
    std::vector<const Session*> before, now;
    for (const LookedFor& one : wanted) {
      if (one.when == When::with_all) before.push_back(one.session);
    }
    for (const Session& session : after.sessions) now.push_back(&session);
    add_ids_of_several(before, ids_of_several_);
    add_ids_of_several(now, ids_of_several_);
  }

  std::vector<FoundSession> run() {
    const KeyOf id = [this](const Session& session) { return talk_id(session); };
    const KeyOf title = [](const Session& session) { return fold_name(session.title); };
    set_aside(id);
    set_aside(title_and_speakers);
    doubt_repeated(id);
    doubt_repeated(title_and_speakers);
    pair(id, When::with_all, [](const Session&) { return SlotsOf::one_talk; });
    set_aside(title);
    pair(title_and_speakers, When::with_all, talk_or_title);
    pair_by_title_and_a_speaker();
    pair(id, When::last, [](const Session&) { return SlotsOf::one_talk; });
    pair(title_and_speakers, When::last, talk_or_title);
    return std::move(found_);
  }

 private:
  static SlotsOf talk_or_title(const Session& session) {
    return session.speakers.empty() ? SlotsOf::one_title : SlotsOf::one_talk;
  }
  std::string talk_id(const Session& session) const {
    if (session.id.empty() || !ids_of_several_.contains(session.id)) return session.id;
    return session.id + '\n' + fold_name(session.title);
  }
  bool is_open(std::size_t i) const { return found_[i].how == How::nowhere; }

  std::unordered_set<std::int64_t> open_starts() const {
    std::unordered_set<std::int64_t> starts;
    for (std::size_t i = 0; i < wanted_.size(); ++i) {
      if (is_open(i)) starts.insert(wanted_[i].session->start.time_since_epoch().count());
    }
    return starts;
  }

  // The places, in `after`, of all that begins when something still looked for began: of each place the sessions there.
  std::unordered_map<std::string, std::vector<std::size_t>> standing(const KeyOf& key_of) const {
    const auto starts = open_starts();
    std::unordered_map<std::string, std::vector<std::size_t>> places;
    for (std::size_t i = 0; i < after_.sessions.size(); ++i) {
      const Session& session = after_.sessions[i];
      if (!starts.contains(session.start.time_since_epoch().count())) continue;
      const std::string key = key_of(session);
      if (key.empty()) continue;
      for (const std::string& room : places_of(session, names_)) {
        places[place_key(session.start, room, key)].push_back(i);
      }
    }
    return places;
  }

  // Of several the first in feed order; none of them is new.
  void set_aside(const KeyOf& key_of) {
    auto places = standing(key_of);
    if (places.empty()) return;
    for (std::size_t i = 0; i < wanted_.size(); ++i) {
      if (!is_open(i)) continue;
      const std::string key = key_of(*wanted_[i].session);
      if (key.empty()) continue;
      std::size_t first = after_.sessions.size();
      for (const std::string& room : wanted_[i].rooms) {
        const auto place = places.find(place_key(wanted_[i].session->start, room, key));
        if (place == places.end()) continue;
        first = std::min(first, place->second.front());
        for (const std::size_t session : place->second) taken_[session] = true;
        place->second.resize(1);
      }
      if (first < after_.sessions.size()) found_[i] = {How::here, &after_.sessions[first]};
    }
  }

  // One of two entries of the same session says all there is to say.
  void doubt_repeated(const KeyOf& key_of) {
    std::unordered_set<std::string> seen;
    for (std::size_t i = 0; i < wanted_.size(); ++i) {
      if (!is_open(i) || wanted_[i].when != When::with_all) continue;
      const std::string key = key_of(*wanted_[i].session);
      const std::string place = place_key(wanted_[i].session->start, wanted_[i].rooms.front(), key);
      if (!key.empty() && !seen.insert(place).second) found_[i].how = How::in_doubt;
    }
  }

  struct Group {
    std::vector<std::size_t> before, now;
  };
  std::unordered_map<std::string, Group> groups(const KeyOf& key_of, When when) const {
    std::unordered_map<std::string, Group> groups;
    for (std::size_t i = 0; i < wanted_.size(); ++i) {
      if (!is_open(i) || wanted_[i].when != when) continue;
      std::string key = key_of(*wanted_[i].session);
      if (!key.empty()) groups[std::move(key)].before.push_back(i);
    }
    if (groups.empty()) return groups;
    std::unordered_set<std::string> seen;  // of two entries of the same session one is enough
    for (std::size_t i = 0; i < after_.sessions.size(); ++i) {
      if (taken_[i]) continue;
      const Session& session = after_.sessions[i];
      const auto group = groups.find(key_of(session));
      if (group == groups.end()) continue;
      const std::string place = place_key(session.start, places_of(session, names_).front(), group->first);
      if (seen.insert(place).second) group->second.now.push_back(i);
    }
    return groups;
  }

  void pair(const KeyOf& key_of, When when, SlotsOf (*what)(const Session&)) {
    for (const auto& [key, group] : groups(key_of, when)) {
      if (!group.now.empty()) pair_group(group, what(*wanted_[group.before.front()].session));
    }
  }

  // A speaker more or less makes no other talk of the only one of its title.
  void pair_by_title_and_a_speaker() {
    const auto title = [](const Session& session) { return fold_name(session.title); };
    for (const auto& [key, group] : groups(title, When::with_all)) {
      if (group.before.size() != 1 || group.now.size() != 1) continue;
      const Session& now = after_.sessions[group.now.front()];
      if (share_a_speaker(*wanted_[group.before.front()].session, now)) pair_group(group, SlotsOf::one_talk);
    }
  }

  void pair_group(const Group& group, SlotsOf what) {
    std::vector<Slot> before, now;
    for (const std::size_t i : group.before) before.push_back({wanted_[i].session->start, wanted_[i].rooms.front()});
    for (const std::size_t i : group.now) {
      now.push_back({after_.sessions[i].start, places_of(after_.sessions[i], names_).front()});
    }
    const auto partners = pair_slots(before, now, what);
    std::size_t unpaired = 0;
    for (std::size_t i = 0; i < partners.size(); ++i) {
      if (!partners[i]) ++unpaired;
      if (!partners[i]) continue;
      taken_[group.now[*partners[i]]] = true;
      found_[group.before[i]] = {How::here, &after_.sessions[group.now[*partners[i]]]};
    }
    const std::size_t new_ones = group.now.size() - (partners.size() - unpaired);
    if (unpaired > new_ones) return;  // then some of them are gone, and all have left their places
    for (std::size_t i = 0; i < partners.size(); ++i) {
      if (!partners[i]) found_[group.before[i]].how = How::in_doubt;
    }
  }

  const std::vector<LookedFor>& wanted_;
  const Schedule& after_;
  std::vector<std::string> names_;
  std::unordered_set<std::string> ids_of_several_;
  std::vector<FoundSession> found_;
  std::vector<bool> taken_;  // it stands where one stood, or is one's new place
};

}  // namespace

std::string title_and_speakers(const Session& session) {
  std::string text = fold_name(session.title);
  for (const std::string& speaker : session.speakers) text += '\n' + fold_name(speaker);
  return text;
}

std::vector<LookedFor> sessions_to_look_for(const Schedule& before, const RoomRenames& renamed) {
  std::vector<std::string> names = folded_names(before);
  for (std::string& name : names) {
    const auto found = renamed.find(name);
    if (found != renamed.end()) name = fold_name(found->second);
  }
  std::vector<LookedFor> wanted;
  for (const Session& session : before.sessions) wanted.push_back({&session, places_of(session, names)});
  return wanted;
}

std::vector<FoundSession> find_sessions(const std::vector<LookedFor>& wanted, const Schedule& after) {
  return Search(wanted, after).run();
}

}  // namespace placard
