// SPDX-License-Identifier: MIT
#include "sign/sources/recent_answers.hpp"

#include <algorithm>

namespace placard {

void RecentAnswers::add(const std::string& meaning, std::optional<Instant> made) {
  answers_.push_back({meaning, made});
  if (answers_.size() > kMost) answers_.pop_front();
}

void RecentAnswers::add_same() {
  if (answers_.empty()) return;
  const Answer last = answers_.back();
  add(last.meaning, last.made);
}

std::size_t RecentAnswers::count(const std::string& meaning) const {
  return static_cast<std::size_t>(
      std::count_if(answers_.begin(), answers_.end(), [&](const Answer& answer) { return answer.meaning == meaning; }));
}

bool RecentAnswers::last_came_before() const {
  const auto same = [this](const Answer& answer) { return answer.meaning == answers_.back().meaning; };
  const auto changed = std::find_if_not(answers_.rbegin(), answers_.rend(), same);
  return std::find_if(changed, answers_.rend(), same) != answers_.rend();
}

bool RecentAnswers::alternate() const {
  int returns = 0;
  for (std::size_t i = 2; i < answers_.size(); ++i) returns += came_back(i) ? 1 : 0;
  return returns > 1;
}

bool RecentAnswers::came_back(std::size_t place) const {
  const std::string& meaning = answers_[place].meaning;
  if (answers_[place - 1].meaning == meaning) return false;
  return std::any_of(answers_.begin(), answers_.begin() + static_cast<std::ptrdiff_t>(place),
                     [&meaning](const Answer& answer) { return answer.meaning == meaning; });
}

bool RecentAnswers::tell_their_own_time() const {
  return std::any_of(answers_.begin(), answers_.end(), [this](const Answer& a) {
    return std::any_of(answers_.begin(), answers_.end(),
                       [&a](const Answer& b) { return a.meaning == b.meaning && a.made != b.made; });
  });
}

}  // namespace placard
