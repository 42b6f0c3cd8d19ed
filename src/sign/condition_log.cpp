// SPDX-License-Identifier: MIT
#include "sign/condition_log.hpp"

#include <sstream>

namespace placard {
namespace {

// What is said once all is well again; "" for what needs no word.
std::string recovery(Topic topic) {
  switch (topic) {
    case Topic::feed:
      return "The feed is read well again.";
    case Topic::overrides:
      return "The staff messages are read well again.";
    case Topic::zone:
      return "The feed's offsets are those of its time zone again.";
    case Topic::no_zone:
      return "The venue's time zone is known.";
    case Topic::room:
      return "";
    case Topic::clock:
      return "This device's clock is right.";
    case Topic::cache:
      return "Well again: keeping the last good copy.";
    case Topic::picture:
      return "Well again: showing the sign.";
  }
  return "";
}

// In so long as kBetweenLines.
std::size_t most_changes(Topic topic) {
  return topic == Topic::cache || topic == Topic::picture ? 1 : kMostChanges;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

}  // namespace

std::vector<std::string> ConditionLog::note(const Condition& condition, std::chrono::milliseconds now) {
  Logged& logged = logged_[{condition.topic, condition.which}];
  const std::string& state = condition.state.empty() ? condition.sentence : condition.state;
  if (logged.state == state) return {};
  while (!logged.at.empty() && now - logged.at.front() >= kBetweenLines) logged.at.pop_front();
  if (logged.at.size() >= most_changes(condition.topic)) return {};
  std::vector<std::string> lines =
      lines_of(condition.sentence.empty() ? recovery(condition.topic) : condition.sentence);
  logged.state = state;
  logged.at.push_back(now);
  return lines;
}

}  // namespace placard
