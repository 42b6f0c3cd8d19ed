// SPDX-License-Identifier: MIT
#include "overrides/hidden_by.hpp"

#include <algorithm>

#include "base/text/clean.hpp"
#include "base/text/overloaded.hpp"

namespace placard {
namespace {

// What stands in front, each null where there is none.
struct Front {
  const LoadedOverride* message = nullptr;  // the newest of the loudest level
  const LoadedOverride* replacement = nullptr;
};

bool is_said(const LoadedOverride& one, const SignNames& names, Instant at) {
  const bool texts = std::visit(
      overloaded{[](const ChangesTexts auto&) { return true; }, [](const ChangesSessions auto&) { return false; }},
      one.entry.what);
  return texts && in_force(one.entry, at, one.first_read) && concerns(one.entry, names);
}

Front front_of(const LoadedOverrides& known, const std::vector<bool>& said, Instant at) {
  const auto times = said_times(known, at);
  const auto time_of = [&](const LoadedOverride* one) { return times[static_cast<std::size_t>(one - known.data())]; };
  // Whether `one`, which stands later in the file, goes before `other`.
  const auto goes_before = [&](const LoadedOverride* one, const LoadedOverride* other) {
    if (other == nullptr) return true;
    const auto level = level_of(one->entry);
    const auto others = level_of(other->entry);
    return level != others ? level > others : time_of(one) >= time_of(other);
  };
  Front front;
  for (std::size_t i = 0; i < known.size(); ++i) {
    if (!said[i]) continue;
    const bool message = level_of(known[i].entry).has_value();
    if (!message && !std::holds_alternative<ReplaceOverride>(known[i].entry.what)) continue;
    const LoadedOverride*& first = message ? front.message : front.replacement;
    if (goes_before(&known[i], first)) first = &known[i];
  }
  return front;
}

const LoadedOverride* hider_of(const LoadedOverride& one, const Front& front) {
  if (&one == front.message) return nullptr;
  const auto loudest = front.message != nullptr ? level_of(front.message->entry) : std::nullopt;
  if (loudest == MessageLevel::takeover) return front.message;
  if (const auto level = level_of(one.entry)) return level < loudest ? front.message : nullptr;
  return &one == front.replacement ? nullptr : front.replacement;
}

constexpr std::size_t kMostOfText = 60;  // code points

}  // namespace

std::string hider_name(const std::string& id, const std::string& says) {
  if (!id.empty()) return id;
  std::u32string points = code_points(says);
  if (points.size() <= kMostOfText) return says;
  points.resize(kMostOfText - 1);
  return to_utf8(points) + "…";
}

std::vector<std::optional<Instant>> said_times(const LoadedOverrides& known, Instant at) {
  std::vector<std::optional<Instant>> times;
  std::optional<Instant> latest;
  for (const LoadedOverride& one : known) {
    const auto& from = one.entry.from;
    times.push_back(from ? from : latest);
    if (from && *from <= at) latest = std::max(latest, from);
  }
  return times;
}

std::vector<std::string> hidden_by(const LoadedOverrides& known, const SignNames& names, Instant at) {
  std::vector<bool> said;
  for (const LoadedOverride& one : known) said.push_back(is_said(one, names, at));
  const Front front = front_of(known, said, at);
  std::vector<std::string> hidden(known.size());
  for (std::size_t i = 0; i < known.size(); ++i) {
    const LoadedOverride* hider = said[i] ? hider_of(known[i], front) : nullptr;
    if (hider != nullptr) hidden[i] = hider_name(hider->entry.id, summary_of(hider->entry));
  }
  return hidden;
}

}  // namespace placard
