// SPDX-License-Identifier: MIT
#include "real_feeds/shortened.hpp"

#include <algorithm>

namespace placard::test {
namespace {

using Json = nlohmann::ordered_json;
using Pointer = Json::json_pointer;

constexpr std::size_t kMostSessions = 8;

}  // namespace

std::vector<Pointer> session_lists(const Json& document) {
  std::vector<Pointer> lists;
  const auto add_all = [&](const Pointer& at, const auto& next) -> void {
    const Json& value = document.at(at);
    if (value.is_array()) lists.push_back(at);
    if (value.is_object()) {
      for (const auto& [key, member] : value.items()) next(at / key, next);
    }
  };
  if (document.is_array() && document.front().contains("StartTime")) return {Pointer("")};
  if (document.is_array()) {
    for (std::size_t day = 0; day < document.size(); ++day) {
      for (std::size_t room = 0; room < document[day]["rooms"].size(); ++room) {
        lists.push_back(Pointer("") / day / "rooms" / room / "sessions");
      }
    }
  } else if (document.contains("talks")) {
    lists.emplace_back("/talks");
  } else if (document.contains("sessions")) {
    lists.emplace_back("/sessions");
  } else if (document["schedule"].contains("events")) {
    lists.emplace_back("/schedule/events");
  } else {
    const Pointer days("/schedule/conference/days");
    for (std::size_t day = 0; day < document.at(days).size(); ++day) add_all(days / day / "rooms", add_all);
  }
  return lists;
}

Json shortened(Json document) {
  std::size_t left = kMostSessions;
  for (const Pointer& list : session_lists(document)) {
    Json& sessions = document.at(list);
    while (sessions.size() > std::min<std::size_t>(left, 3)) sessions.erase(sessions.size() - 1);
    left -= sessions.size();
    for (Json& session : sessions) {
      for (const char* key : {"abstract", "description", "Description", "links", "attachments", "questionAnswers"}) {
        session.erase(key);
      }
    }
  }
  if (document.is_array()) {
    for (Json& element : document) element.erase("timeSlots");
  }
  for (const char* key : {"speakers", "persons", "questions", "rooms", "tags"}) {
    if (document.is_object() && document.contains(key) && document[key].is_array()) {
      while (document[key].size() > 8) document[key].erase(document[key].size() - 1);
    }
  }
  return document;
}

}  // namespace placard::test
