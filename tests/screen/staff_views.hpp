// SPDX-License-Identifier: MIT
// What signs of the shipped event say when staff have a word in it.
#pragma once

#include <deque>
#include <string>
#include <vector>

#include "view/sign_input.hpp"

namespace placard::test {

using namespace std::chrono_literals;

inline const Settings& settings() {
  return shipped_settings();
}

inline ViewInput input_for(const std::vector<std::string>& rooms, Layout layout = Layout::room) {
  ViewInput input = shipped_sign(rooms.front());
  input.rooms = rooms;
  input.layout = layout;
  return input;
}

inline Instant at(const std::string& local) {
  return settings().zone->instant(parse_time(local).value());
}

inline StaffMessage message_of(MessageLevel level, const std::string& text) {
  return {"", level, text, at("2025-11-04T12:55"), std::nullopt, std::nullopt};
}

// Messages of each level, short and long, over what is on, a gap, the countdown and no data at all.
inline std::vector<View> messages() {
  const std::string longer =
      "The escalator to Level 2 is out of order until the afternoon. Please take the stairs beside Salon 4, or the "
      "lifts behind the registration desks, and allow five minutes more to reach the rooms upstairs.";
  std::vector<View> views;
  for (const MessageLevel level : {MessageLevel::notice, MessageLevel::warning, MessageLevel::takeover}) {
    for (const std::string& text : {std::string("Lunch is served in Rayground"), longer, longer + " " + longer}) {
      for (const char* room : {"Golden Gate B", "Lightning Theater", "Yerba Buena Salon 10-12"}) {
        ViewInput input = input_for({room}, room[0] == 'L' ? Layout::countdown : Layout::room);
        input.messages = {message_of(level, text)};
        for (const char* time : {"2025-11-04T12:50", "2025-11-04T13:05", "2025-11-04T13:35", "2025-11-04T20:00"}) {
          views.push_back(view_at(input, at(time)));
        }
        input.schedule = nullptr;
        views.push_back(view_at(input, at("2025-11-04T13:05")));
      }
    }
  }
  return views;
}

// A room given to something else, alone and under a warning.
inline std::vector<View> replacements() {
  std::vector<View> views;
  for (const Replacement& replacement :
       {Replacement{"Private event", "Gifts are handed out from 4:00 PM", std::nullopt},
        Replacement{"Private event of the Steering Committee and its guests", "", std::nullopt}}) {
    ViewInput input = input_for({"Golden Gate C1"});
    input.replacement = replacement;
    views.push_back(view_at(input, at("2025-11-04T13:05")));
    input.messages = {message_of(MessageLevel::warning, "Stairs only")};
    views.push_back(view_at(input, at("2025-11-04T13:05")));
  }
  return views;
}

// Every session of the day cancelled, moved, full and late.
inline std::vector<View> changed_sessions() {
  std::vector<View> views;
  for (int change = 0; change < 4; ++change) {
    static std::deque<Schedule> schedules;
    Schedule& schedule = schedules.emplace_back(ray_summit());
    for (Session& session : schedule.sessions) {
      if (change == 0) session.cancelled = true;
      if (change == 1) session.moved_to = "Yerba Buena Salon 10-12";
      if (change == 2) session.full = true;
      if (change != 3) continue;
      session.printed_start = session.start - 10min;
      session.printed_end = session.end.value() - 10min;
    }
    for (const char* room : {"Golden Gate B", "Lightning Theater", "Yerba Buena Salon 10-12"}) {
      ViewInput input = input_for({room}, room[0] == 'L' ? Layout::countdown : Layout::room);
      input.schedule = borrowed(schedule);
      for (const char* time : {"2025-11-04T12:50", "2025-11-04T13:05", "2025-11-04T13:35", "2025-11-04T20:00"}) {
        views.push_back(view_at(input, at(time)));
      }
    }
  }
  return views;
}

// What three signs say of a changed programme in a gap, in a talk, in the next, and when all is over.
inline void add_views(std::vector<View>& views, const Schedule& schedule) {
  for (const char* room : {"Golden Gate B", "Lightning Theater", "Yerba Buena Salon 10-12"}) {
    ViewInput input = input_for({room}, room[0] == 'L' ? Layout::countdown : Layout::room);
    input.schedule = borrowed(schedule);
    for (const char* time : {"2025-11-04T12:50", "2025-11-04T13:05", "2025-11-04T13:35", "2025-11-04T20:00"}) {
      views.push_back(view_at(input, at(time)));
    }
  }
}

// The talks of a room held in another one, in several, only shown here, and here and in another.
enum class Held { in_one, in_several, shown_here, here_too };

inline Schedule held(Held where) {
  Schedule schedule = ray_summit();
  const std::size_t far = RoomTable(schedule).index("Yerba Buena Grand Ballroom, Salons 7-9");
  const bool plenary = where == Held::in_one || where == Held::in_several;
  std::vector<Session> sessions;
  for (Session session : schedule.sessions) {
    const std::size_t own = session.rooms.front();
    // Of what concerns every room the talks of one room are enough.
    if (plenary && schedule.rooms[own].name != "Golden Gate A") continue;
    session.title += " II";  // none of the published ones
    session.every_room = plenary;
    session.broadcast = where == Held::shown_here;
    session.rooms = {far};
    if (where == Held::in_several) session.rooms = {far, 0, 1, 2, 3};
    if (!plenary) session.rooms.push_back(own);
    sessions.push_back(session);
  }
  schedule.sessions = sessions;
  return schedule;
}

inline std::vector<View> sessions_elsewhere() {
  std::vector<View> views;
  static std::deque<Schedule> schedules;
  for (const Held where : {Held::in_one, Held::in_several, Held::shown_here, Held::here_too}) {
    add_views(views, schedules.emplace_back(held(where)));
  }
  return views;
}

// Every session of the day cancelled with another in its place; and none with an end that somebody wrote.
inline std::vector<View> replaced_and_endless_sessions() {
  std::vector<View> views;
  static std::deque<Schedule> schedules;
  Schedule& replaced = schedules.emplace_back(ray_summit());
  const std::vector<Session> before = replaced.sessions;
  for (Session gone : before) {
    gone.cancelled = true;
    gone.title += ", as it was planned";
    replaced.sessions.push_back(gone);
  }
  add_views(views, replaced);
  Schedule& endless = schedules.emplace_back(ray_summit());
  for (Session& session : endless.sessions) session.end.reset();
  add_views(views, endless);
  return views;
}

}  // namespace placard::test
