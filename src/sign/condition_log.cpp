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

bool may_come_with_every_try(Topic topic) {
  return topic == Topic::cache || topic == Topic::picture;
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
  if (may_come_with_every_try(condition.topic) && logged.ever && now - logged.at < kBetweenLines) return {};
  std::vector<std::string> lines =
      lines_of(condition.sentence.empty() ? recovery(condition.topic) : condition.sentence);
  logged = {state, now, true};
  return lines;
}

}  // namespace placard
