// SPDX-License-Identifier: MIT
// What ended the last life, and which bytes are to blame: pure rules over crash records. An end in order blames nobody,
// nor does one while nothing was read or painted.
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "fetch/cache/crash_record.hpp"

namespace placard {

/// After so many lives in a row that ended while the same bytes were read or painted, these are passed over …
inline constexpr int kMostCrashes = 3;
/// … for so long: it may not have been their fault.
inline constexpr std::chrono::minutes kPassedOver{60};

struct Verdict {
  bool in_order = false;         ///< it ended with a word, and nothing was at fault
  Doing doing = Doing::nothing;  ///< what was being done, if only one thing was
  DocumentText document;         ///< at fault, or none
  DigestText digest;
  bool unclear = false;  ///< several may have been at fault: the next life is careful, and nobody is blamed yet
  bool guessed = false;  ///< others may have been at fault
};

/// Who is to blame for the end of the life that left `last`.
Verdict verdict_on(const CrashRecord& last);

/// The record of the life that begins at uptime `now`, after such an end. The counts go on while lives in a row end by
/// what was read or painted. When one more is passed over, what was passed over on a guess before is given back, once.
CrashRecord next_record(const CrashRecord& last, const Verdict& verdict, std::chrono::milliseconds now);

/// Whether bytes with that digest are passed over at uptime `now`.
bool is_passed_over(const CrashRecord& record, const DigestText& digest, std::chrono::milliseconds now);

/// What ended the last life, for the log; "": it ended in order. `next` is what next_record() made of it.
std::string last_end_sentence(const Verdict& verdict, const CrashRecord& next);

}  // namespace placard
