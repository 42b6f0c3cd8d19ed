// SPDX-License-Identifier: MIT
#include "commands/findings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <sstream>

#include "base/text/clean.hpp"
#include "base/text/fold.hpp"
#include "base/text/nearest.hpp"
#include "schedule/room_plan.hpp"

namespace placard {
namespace {

constexpr std::size_t kShortestTypo = 5;   // letters of a word in which one may be wrong
constexpr std::size_t kMostNames = 2'000;  // compared with each other
constexpr seconds kLongGap{2 * 3600};      // a room that stands empty so long may lack a session …
constexpr seconds kOvernight{7 * 3600};    // … but not overnight
constexpr std::size_t kMostLater = 1'000;  // sessions of a room looked at behind one
constexpr std::size_t kMostMissing = 40;   // characters named

std::vector<std::string> words_of(const std::string& name) {
  std::istringstream stream(fold_name(name));
  std::vector<std::string> words;
  for (std::string word; stream >> word;) words.push_back(word);
  return words;
}

bool has_digit(const std::string& word) {
  return word.find_first_of("0123456789") != std::string::npos;
}

bool is_typo(const std::string& a, const std::string& b) {
  if (has_digit(a) || has_digit(b)) return false;
  return std::min(code_points(a).size(), code_points(b).size()) >= kShortestTypo && edit_distance(a, b) == 1;
}

void add_near_names(std::vector<Finding>& findings, const char* what, const std::set<std::string>& names) {
  if (names.size() > kMostNames) return;
  for (auto a = names.begin(); a != names.end(); ++a) {
    for (auto b = std::next(a); b != names.end(); ++b) {
      if (nearly_match(*a, *b))
        findings.push_back({fmt::format("Two {} are nearly the same: \"{}\" and \"{}\".", what, *a, *b), {}});
    }
  }
}

void add_overlaps(std::vector<Finding>& findings, const Schedule& schedule) {
  for (std::size_t room = 0; room < schedule.rooms.size(); ++room) {
    const PlannedSession* latest = nullptr;  // the one that ends last of those before
    const RoomPlan plan = plan_own_sessions(schedule, {room});
    for (const PlannedSession& planned : plan) {
      if (!takes_place(*planned.session) || planned.marker) continue;
      if (latest != nullptr && planned.start < latest->end) {
        findings.push_back({fmt::format("In {} \"{}\" begins before \"{}\" has ended.", schedule.rooms[room].name,
                                        planned.session->title, latest->session->title),
                            planned.start});
      }
      // An end nobody wrote contradicts nothing.
      const bool written = !planned.end_assumed;
      if (written && (latest == nullptr || planned.end > latest->end)) latest = &planned;
    }
  }
}

// The two sessions of a room that begin after another and end before it, or fewer.
std::vector<const PlannedSession*> outlasted(const RoomPlan& plan, std::size_t index) {
  const PlannedSession& longest = plan[index];
  std::vector<const PlannedSession*> later;
  const std::size_t end = std::min(plan.size(), index + kMostLater);
  for (std::size_t i = index + 1; i < end && plan[i].start < longest.end && later.size() < 2; ++i) {
    const PlannedSession& other = plan[i];
    if (takes_place(*other.session) && other.start > longest.start && other.end <= longest.end) later.push_back(&other);
  }
  return later;
}

void add_outlasting(std::vector<Finding>& findings, const Schedule& schedule) {
  for (std::size_t room = 0; room < schedule.rooms.size(); ++room) {
    const RoomPlan plan = plan_own_sessions(schedule, {room});
    for (std::size_t i = 0; i < plan.size(); ++i) {
      if (plan[i].end_assumed || !takes_place(*plan[i].session)) continue;
      const auto later = outlasted(plan, i);
      if (later.size() < 2) continue;
      const auto minutes = (plan[i].end - plan[i].start).count() / 60;
      findings.push_back(
          {fmt::format("In {} \"{}\" lasts {} h {:02} min and outlasts several later sessions, as \"{}\" "
                       "and \"{}\". See whether its end is right.",
                       schedule.rooms[room].name, plan[i].session->title, minutes / 60, minutes % 60,
                       later[0]->session->title, later[1]->session->title),
           plan[i].start});
    }
  }
}

// Whether something for every room, such as lunch, is planned within a gap.
bool fills(const Session& session, Instant begin, Instant end) {
  return session.every_room && takes_place(session) && session.start >= begin && session.start < end;
}

void add_gaps(std::vector<Finding>& findings, const Schedule& schedule, const std::vector<std::string>& everywhere) {
  const auto for_all = rooms_named(schedule, everywhere);
  for (std::size_t room = 0; room < schedule.rooms.size(); ++room) {
    if (std::find(for_all.begin(), for_all.end(), room) != for_all.end()) continue;
    std::optional<Instant> free_from;
    for (const PlannedSession& planned : plan_own_sessions(schedule, {room})) {
      if (!takes_place(*planned.session)) continue;
      const seconds gap = free_from ? planned.start - *free_from : seconds(0);
      const bool filled = gap > kLongGap &&
                          std::any_of(schedule.sessions.begin(), schedule.sessions.end(), [&](const Session& session) {
                            return fills(session, *free_from, planned.start);
                          });
      if (gap > kLongGap && gap < kOvernight && !filled) {
        findings.push_back(
            {fmt::format("In {} nothing is planned for {} h {:02} min before \"{}\".", schedule.rooms[room].name,
                         gap.count() / 3600, gap.count() / 60 % 60, planned.session->title),
             *free_from});
      }
      free_from = free_from ? std::max(*free_from, planned.end) : planned.end;
    }
  }
}

std::string code_of(char32_t c) {
  return fmt::format("U+{:04X}", static_cast<std::uint32_t>(c));
}

void add_missing_characters(std::vector<Finding>& findings, const Schedule& schedule, const TextMeasure& measure) {
  std::map<char32_t, const Session*> missing;
  for (const Session& session : schedule.sessions) {
    std::string text = session.title + session.track;
    for (const std::string& speaker : session.speakers) text += speaker;
    for (const char32_t c : code_points(text)) {
      if (c < 0x80 || (c >= 0xFE00 && c <= 0xFE0F) || missing.count(c) > 0) continue;
      if (missing.size() < kMostMissing && measure.face_for(FontStyle::display, c) < 0) missing.emplace(c, &session);
    }
  }
  std::map<const Session*, std::string> by_session;
  for (const auto& [c, session] : missing) {
    by_session[session] +=
        (by_session[session].empty() ? "" : " ") + to_utf8(std::u32string_view(&c, 1)) + " " + code_of(c);
  }
  for (const auto& [session, characters] : by_session) {
    findings.push_back(
        {fmt::format("No installed font has {}, as in \"{}\"; it is left out.", characters, session->title),
         session->start});
  }
}

void add_rooms_without_sign(std::vector<Finding>& findings, const Schedule& schedule,
                            const std::vector<std::string>& shown) {
  if (shown.empty()) return;
  const auto with_sign = rooms_named(schedule, shown);
  for (std::size_t room = 0; room < schedule.rooms.size(); ++room) {
    if (std::find(with_sign.begin(), with_sign.end(), room) != with_sign.end()) continue;
    const RoomPlan plan = plan_own_sessions(schedule, {room});
    if (!plan.empty())
      findings.push_back({fmt::format("No sign shows the room \"{}\".", schedule.rooms[room].name), {}});
  }
}

// What a frame's other essential texts are called together; nullptr: not one of them.
const char* essential_name(Role role) {
  if (role == Role::room) return "The room's name reads";
  if (role == Role::message) return "The message reads";
  return role == Role::time || role == Role::next_time ? "The times read" : nullptr;
}

// Each kind of essential text but the title that does not read from as far as is wanted, by its smallest.
void add_unread(std::vector<Finding>& findings, const View& view, const Frame& frame, const Panel& panel,
                double wanted_m) {
  std::map<std::string, double> nearest;
  for (const Item& item : frame.items) {
    const char* name = essential_name(item.role);
    const double reads_at = readable_from_m(item, frame, panel);
    if (name == nullptr || reads_at >= wanted_m) continue;
    const auto [known, is_new] = nearest.emplace(name, reads_at);
    if (!is_new) known->second = std::min(known->second, reads_at);
  }
  for (const auto& [name, reads_at] : nearest) {
    findings.push_back({fmt::format("{} from {:.1f} m, not from {:.1f} m.", name, reads_at, wanted_m), view.at});
  }
}

}  // namespace

bool nearly_match(const std::string& a, const std::string& b) {
  if (fold_name(a) == fold_name(b)) return false;
  if (letters_only(a) == letters_only(b)) return true;
  const auto first = words_of(a);
  const auto second = words_of(b);
  if (first.size() != second.size()) return false;
  std::size_t different = 0;
  bool typo = true;
  for (std::size_t i = 0; i < first.size(); ++i) {
    if (first[i] == second[i]) continue;
    ++different;
    typo = typo && is_typo(first[i], second[i]);
  }
  return different == 1 && typo;
}

std::vector<Finding> schedule_findings(const Schedule& schedule, const std::vector<std::string>& shown,
                                       const std::vector<std::string>& everywhere, const TextMeasure& measure) {
  std::vector<Finding> findings;
  std::set<std::string> rooms;
  std::set<std::string> tracks;
  for (const Room& room : schedule.rooms) rooms.insert(room.name);
  for (const Session& session : schedule.sessions) {
    if (!session.track.empty()) tracks.insert(session.track);
  }
  add_overlaps(findings, schedule);
  add_outlasting(findings, schedule);
  add_gaps(findings, schedule, everywhere);
  add_near_names(findings, "rooms", rooms);
  add_near_names(findings, "tracks", tracks);
  add_missing_characters(findings, schedule, measure);
  add_rooms_without_sign(findings, schedule, shown);
  return findings;
}

std::vector<Finding> frame_findings(const View& view, const Frame& frame, const Panel& panel,
                                    std::optional<double> wanted_distance_m) {
  std::vector<Finding> findings;
  for (const Item& item : frame.items) {
    if (item.role != Role::title || !view.texts.main.shows_session) continue;
    if (item.truncated) findings.push_back({fmt::format("The title is cut short: \"{}\".", item.text), view.at});
    const double reads_at = readable_from_m(item, frame, panel);
    if (wanted_distance_m && reads_at < *wanted_distance_m) {
      findings.push_back({fmt::format("The title reads from {:.1f} m, not from {:.1f} m: \"{}\".", reads_at,
                                      *wanted_distance_m, item.text),
                          view.at});
    }
  }
  if (wanted_distance_m) add_unread(findings, view, frame, panel, *wanted_distance_m);
  return findings;
}

}  // namespace placard
