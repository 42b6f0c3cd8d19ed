// SPDX-License-Identifier: MIT
#include "commands/staff/hidden_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "commands/staff/entry_words.hpp"
#include "commands/time_words.hpp"
#include "overrides/hidden_by.hpp"

namespace placard {
namespace {

constexpr std::size_t kMostInstants = 50;  // at which something begins or ends, looked at

LoadedOverrides loaded(const StaffFile& file, const Overrides& all) {
  LoadedOverrides known;
  for (const Override& entry : all) known.push_back({entry, file.now});
  return known;
}

std::string name_of_entry(const Override& entry) {
  return entry.id.empty() ? summary_of(entry) : entry.id;
}

// The signs an entry stands on; where the config names none, the one that every message is for.
std::vector<SignNames> signs_or_one(const StaffFile& file, const Override& entry) {
  if (file.settings.signs.empty()) return {SignNames{}};
  return signs_of(file, entry);
}

// When what is in force changes while the entry holds: its beginning, then others'.
std::vector<Instant> changes_within(const LoadedOverrides& known, Instant begin, Instant end) {
  std::set<Instant> instants = {begin};
  for (const LoadedOverride& one : known) {
    for (const auto& instant : {one.entry.from, end_of(one.entry, one.first_read)}) {
      if (instant && *instant > begin && *instant < end) instants.insert(*instant);
    }
  }
  std::vector<Instant> first(instants.begin(), instants.end());
  if (first.size() > kMostInstants) first.resize(kMostInstants);
  return first;
}

// Where and when one hides another.
struct Hiding {
  std::set<std::string> signs;
  Instant from = Instant::max();
  Instant until = Instant::min();

  void add(const std::string& sign, Instant begin, Instant end) {
    signs.insert(sign);
    from = std::min(from, begin);
    until = std::max(until, end);
  }
};

std::string where_and_when(const StaffFile& file, const Hiding& hiding, Instant begin) {
  const std::size_t all = file.settings.signs.size();
  std::string where;
  if (hiding.signs.size() == all && all > 1) where = " on every sign";
  if (hiding.signs.size() < all) {
    where =
        hiding.signs.size() == 1 ? " on " + *hiding.signs.begin() : fmt::format(" on {} signs", hiding.signs.size());
  }
  const TimeStyle style = style_of(file);
  return where + (hiding.from > begin ? " " + from_until(style, hiding.from, hiding.until, file.now)
                                      : " until " + time_and_day(style, hiding.until, file.now));
}

}  // namespace

std::vector<std::string> hiding_sentences(const StaffFile& file, const Overrides& all) {
  const LoadedOverrides known = loaded(file, all);
  const LoadedOverrides before(known.begin(), known.end() - 1);
  const Override& entry = all.back();
  const Instant begin = std::max(entry.from.value_or(file.now), file.now);
  const Instant end = end_of(entry, file.now).value_or(begin + std::chrono::hours(1));
  const auto instants = changes_within(known, begin, end);
  std::map<std::string, Hiding> hides;
  std::map<std::string, Hiding> behind;
  for (const SignNames& sign : signs_or_one(file, entry)) {
    for (std::size_t k = 0; k < instants.size(); ++k) {
      const Instant until = k + 1 < instants.size() ? instants[k + 1] : end;
      const auto hidden = hidden_by(known, sign, instants[k]);
      const auto hidden_before = hidden_by(before, sign, instants[k]);
      if (!hidden.back().empty()) behind[hidden.back()].add(sign.sign, instants[k], until);
      for (std::size_t i = 0; i < before.size(); ++i) {
        if (hidden[i].empty() || !hidden_before[i].empty()) continue;
        hides[name_of_entry(all[i])].add(sign.sign, instants[k], until);
      }
    }
  }
  std::vector<std::string> sentences;
  for (const auto& [name, hiding] : hides) {
    sentences.push_back(fmt::format("It hides {}{}.", name, where_and_when(file, hiding, begin)));
  }
  for (const auto& [name, hiding] : behind) {
    sentences.push_back(fmt::format("It is hidden behind {}{}.", name, where_and_when(file, hiding, begin)));
  }
  return sentences;
}

std::vector<std::string> hidden_marks(const StaffFile& file, const Overrides& all) {
  const LoadedOverrides known = loaded(file, all);
  std::vector<std::map<std::string, std::size_t>> behind(all.size());  // how many signs, by what hides it
  const auto signs = signs_or_one(file, Override{});
  for (const SignNames& sign : signs) {
    const auto hidden = hidden_by(known, sign, file.now);
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (!hidden[i].empty()) ++behind[i][hidden[i]];
    }
  }
  std::vector<std::string> marks(all.size());
  for (std::size_t i = 0; i < all.size(); ++i) {
    const std::size_t stands_on = signs_or_one(file, all[i]).size();
    for (const auto& [name, count] : behind[i]) {
      marks[i] += fmt::format(", hidden behind {}", name);
      if (count < stands_on) marks[i] += fmt::format(" on {} of {} signs", count, stands_on);
    }
  }
  return marks;
}

}  // namespace placard
