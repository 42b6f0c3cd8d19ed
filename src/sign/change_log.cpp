// SPDX-License-Identifier: MIT
#include "sign/change_log.hpp"

namespace placard {

std::vector<std::string> HealthLog::hear(const std::string& topic, const std::string& sentence,
                                         std::chrono::milliseconds now) {
  Told& told = told_[topic];
  if (told.sentence == sentence || (told.ever && now - told.at < kBetweenLines)) return {};
  told = {sentence, now, true};
  return {sentence.empty() ? "Well again: " + topic + "." : sentence};
}

}  // namespace placard
