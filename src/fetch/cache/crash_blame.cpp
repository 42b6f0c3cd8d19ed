// SPDX-License-Identifier: MIT
#include "fetch/cache/crash_blame.hpp"

#include <fmt/format.h>

#include <vector>

namespace placard {
namespace {

using Deaths = CrashRecord::Deaths;
using InUse = CrashRecord::InUse;

const auto kUnused = [](const auto& one) { return one.digest.empty(); };

bool contains(const std::array<DigestText, 64>& row, const DigestText& digest) {
  return std::find(row.begin(), row.end(), digest) != row.end();
}

// Of what was in use: that which was never painted whole before, else what did not prove harmless, else all.
std::vector<InUse> suspects_of_painting(const CrashRecord& last) {
  const auto those = [&last](auto is_suspect) {
    std::vector<InUse> some;
    std::copy_if(last.in_use.begin(), last.in_use.end(), std::back_inserter(some),
                 [&](const InUse& one) { return !one.digest.empty() && is_suspect(one); });
    return some;
  };
  auto suspects = those([](const InUse& one) { return one.painted == 0; });
  if (suspects.empty()) suspects = those([&last](const InUse& one) { return !contains(last.proven, one.digest); });
  if (suspects.empty()) suspects = those([](const InUse&) { return true; });
  return suspects;
}

Verdict verdict_on_painting(const CrashRecord& last) {
  Verdict verdict;
  verdict.doing = Doing::painting;
  const auto suspects = suspects_of_painting(last);
  if (suspects.empty()) return verdict;
  verdict.guessed = suspects.size() > 1;
  verdict.unclear = verdict.guessed && last.careful == 0;
  if (verdict.unclear) return verdict;
  verdict.document = suspects.back().document;
  verdict.digest = suspects.back().digest;
  return verdict;
}

bool passed_over_once(const Deaths& one) {
  return one.lives >= kMostCrashes;
}

// What is passed over on a guess was not at fault, or not alone, when others are found to be.
void give_back_guessed(CrashRecord& record) {
  for (Deaths& one : record.deaths) {
    if (!passed_over_once(one) || one.guessed == 0 || one.given_back != 0) continue;
    one.lives = kMostCrashes - 1;
    one.given_back = 1;
  }
}

void count_death(CrashRecord& record, const Verdict& verdict, std::chrono::milliseconds now) {
  Deaths counted;
  for (const Deaths& one : record.deaths) {
    if (one.digest == verdict.digest) counted = one;
  }
  counted.digest = verdict.digest;
  counted.lives = static_cast<std::uint8_t>(std::min<int>(counted.lives + 1, kMostCrashes));
  counted.guessed = verdict.guessed ? 1 : 0;
  if (passed_over_once(counted)) {
    counted.passed_over_at = now.count();
    give_back_guessed(record);
  }
  take_out(record.proven, [&](const DigestText& one) { return one == counted.digest; });
  take_out(record.deaths, [&](const Deaths& one) { return one.digest == counted.digest; });
  push_last(record.deaths, counted, kUnused);
}

std::string deed(const Verdict& verdict) {
  const std::string document(verdict.document.view());
  switch (verdict.doing) {
    case Doing::reading:
      return fmt::format("it read {}", document);
    case Doing::restoring:
      return fmt::format("it read the kept copy of {}", document);
    case Doing::painting:
      return fmt::format("it drew {}", document.empty() ? "the sign" : document);
    case Doing::nothing:
      break;
  }
  return "it read several documents at once";
}

}  // namespace

Verdict verdict_on(const CrashRecord& last) {
  std::vector<CrashRecord::Mark> marks;
  std::copy_if(last.marks.begin(), last.marks.end(), std::back_inserter(marks),
               [](const CrashRecord::Mark& mark) { return mark.doing != Doing::nothing; });
  Verdict verdict;
  verdict.in_order = last.ending != Ending::none && (last.ending != Ending::nothing_shown || marks.empty());
  if (verdict.in_order || marks.empty()) return verdict;
  verdict.unclear = marks.size() > 1;
  if (verdict.unclear) return verdict;
  if (marks.front().doing == Doing::painting) return verdict_on_painting(last);
  verdict.doing = marks.front().doing;
  verdict.document = marks.front().document;
  verdict.digest = marks.front().digest;
  return verdict;
}

CrashRecord next_record(const CrashRecord& last, const Verdict& verdict, std::chrono::milliseconds now) {
  CrashRecord next;
  next.format = last.format;
  next.boot = last.boot;
  next.owner = last.owner;
  next.deaths = last.deaths;
  next.proven = last.proven;
  const bool blames = !verdict.digest.empty();
  next.careful = blames || verdict.unclear ? 1 : 0;
  if (blames) count_death(next, verdict, now);
  if (next.careful == 0) take_out(next.deaths, [](const Deaths& one) { return !passed_over_once(one); });
  return next;
}

bool is_passed_over(const CrashRecord& record, const DigestText& digest, std::chrono::milliseconds now) {
  return std::any_of(record.deaths.begin(), record.deaths.end(), [&](const Deaths& one) {
    return one.digest == digest && passed_over_once(one) &&
           now.count() - one.passed_over_at < std::chrono::milliseconds(kPassedOver).count();
  });
}

std::string last_end_sentence(const Verdict& verdict, const CrashRecord& next) {
  if (verdict.in_order) return "";
  if (verdict.unclear) {
    return fmt::format(
        "The last run ended without a word while {}: several may be at fault, so this run takes what "
        "is new one by one.",
        deed(verdict));
  }
  if (verdict.digest.empty()) {
    return fmt::format(
        "The last run ended without a word while {}: killed from outside, out of memory or power; "
        "nothing is blamed.",
        verdict.doing == Doing::nothing ? "nothing was being read or drawn" : deed(verdict));
  }
  const auto found = std::find_if(next.deaths.begin(), next.deaths.end(),
                                  [&](const Deaths& one) { return one.digest == verdict.digest; });
  const int lives = found == next.deaths.end() ? 1 : found->lives;
  const std::string what = fmt::format("The last run ended without a word while {}", deed(verdict));
  if (lives >= kMostCrashes) return what + ": it is passed over for an hour, or until it is another one.";
  return fmt::format("{}: if so {} runs in a row end, it is passed over for an hour. This was {} of {}.", what,
                     kMostCrashes, lives, kMostCrashes);
}

}  // namespace placard
