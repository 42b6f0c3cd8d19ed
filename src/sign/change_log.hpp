// SPDX-License-Identifier: MIT
// Log lines of troubles that would otherwise come with every try.
#pragma once

#include <chrono>
#include <map>
#include <string>
#include <vector>

namespace placard {

/// At most one line in so long for each topic.
inline constexpr std::chrono::minutes kBetweenLines{10};

/// Decides which sentences are worth a line: one per change of health, and at most one in ten minutes. Pure.
class HealthLog {
 public:
  /// The health of `topic` is `sentence` ("": well again) at `now` on a steady clock. The lines to write: none or one.
  std::vector<std::string> hear(const std::string& topic, const std::string& sentence, std::chrono::milliseconds now);

 private:
  struct Told {
    std::string sentence;
    std::chrono::milliseconds at{0};
    bool ever = false;
  };
  std::map<std::string, Told> told_;
};

}  // namespace placard
