// SPDX-License-Identifier: MIT
#include "base/text/nearest.hpp"

#include <algorithm>
#include <utility>

#include "base/text/clean.hpp"
#include "base/text/fold.hpp"

namespace placard {
namespace {

constexpr std::size_t kLongestCompared = 64;  // code points; a name longer than this is nobody's typing mistake

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b) {
  const auto left = code_points(fold_name(a)).substr(0, kLongestCompared);
  const auto right = code_points(fold_name(b)).substr(0, kLongestCompared);
  std::vector<std::vector<std::size_t>> cost(left.size() + 1, std::vector<std::size_t>(right.size() + 1));
  for (std::size_t i = 0; i <= left.size(); ++i) cost[i][0] = i;
  for (std::size_t j = 0; j <= right.size(); ++j) cost[0][j] = j;
  for (std::size_t i = 1; i <= left.size(); ++i) {
    for (std::size_t j = 1; j <= right.size(); ++j) {
      const std::size_t change = cost[i - 1][j - 1] + (left[i - 1] == right[j - 1] ? 0U : 1U);
      cost[i][j] = std::min({change, cost[i - 1][j] + 1, cost[i][j - 1] + 1});
      if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1]) {
        cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
      }
    }
  }
  return cost[left.size()][right.size()];
}

std::vector<std::string> nearest_names(std::string_view wanted, const std::vector<std::string>& known,
                                       std::size_t count) {
  const std::string folded = fold_name(wanted);
  std::vector<std::pair<std::size_t, std::string>> near;
  for (const auto& name : known) {
    const std::size_t distance = edit_distance(wanted, name);
    const bool part = folded.size() >= 3 && fold_name(name).find(folded) != std::string::npos;
    const std::size_t limit = std::max<std::size_t>(1, std::min(code_points(folded).size(), name.size()) * 2 / 5);
    if (distance <= limit || part) near.emplace_back(distance, name);
  }
  std::stable_sort(near.begin(), near.end(), [](const auto& x, const auto& y) { return x.first < y.first; });
  std::vector<std::string> names;
  for (const auto& [distance, name] : near) {
    if (names.size() == count) break;
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  }
  return names;
}

std::string did_you_mean(std::string_view wanted, const std::vector<std::string>& known) {
  const auto names = nearest_names(wanted, known);
  if (names.empty()) return "";
  std::string out = " Did you mean ";
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) out += i + 1 == names.size() ? " or " : ", ";
    out += '"' + names[i] + '"';
  }
  return out + "?";
}

}  // namespace placard
