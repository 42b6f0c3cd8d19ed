// SPDX-License-Identifier: MIT
#include "fetch/cache/crash_loop_guard.hpp"

#include <fmt/format.h>

#include <exception>
#include <utility>

namespace placard {
namespace {

using InUse = CrashRecord::InUse;
using std::chrono::milliseconds;

const auto kUnused = [](const auto& one) { return one.digest.empty(); };

bool is_one_of(const std::vector<CrashLoopGuard::Document>& documents, const DigestText& digest) {
  return std::any_of(documents.begin(), documents.end(),
                     [&](const auto& document) { return DigestText(document.digest) == digest; });
}

}  // namespace

CrashMark::CrashMark(CrashMark&& other) noexcept
    : may_(other.may_),
      guard_(std::exchange(other.guard_, nullptr)),
      at_(other.at_),
      alone_(std::move(other.alone_)),
      exceptions_(other.exceptions_) {}

CrashMark::~CrashMark() {
  if (guard_ != nullptr) guard_->unmark(*this, std::uncaught_exceptions() > exceptions_);
}

CrashLoopGuard::CrashLoopGuard(CrashRecordPlace place, milliseconds now) : place_(std::move(place)) {
  if (!place_.file) return;
  record_.format = FixedText<24>(kCrashRecordFormat);
  record_.boot = FixedText<40>(place_.boot);
  record_.owner = DigestText(place_.owner);
  if (const auto last = place_.file->read(place_.boot, place_.owner)) {
    const Verdict verdict = verdict_on(*last);
    record_ = next_record(*last, verdict, now);
    last_end_ = last_end_sentence(verdict, record_);
  }
  write();
}

CrashMark CrashLoopGuard::may_read(const Document& document, Doing doing, milliseconds now) {
  const DigestText digest(document.digest);
  {
    const std::scoped_lock lock(mutex_);
    if (is_passed_over(record_, digest, now)) {
      passed_over_ = true;
      return {false};
    }
  }
  return mark({digest, DocumentText(document.name), doing});
}

CrashMark CrashLoopGuard::take_in(const Document& document) {
  return mark({DigestText(document.digest), DocumentText(document.name), Doing::reading});
}

// With more threads than marks one goes without.
CrashMark CrashLoopGuard::mark(const CrashRecord::Mark& mark) {
  CrashMark made(true);
  if (careful()) made.alone_ = std::unique_lock(one_at_a_time_);
  const std::scoped_lock lock(mutex_);
  const auto free = std::find_if(record_.marks.begin(), record_.marks.end(),
                                 [](const CrashRecord::Mark& one) { return one.doing == Doing::nothing; });
  if (free == record_.marks.end()) return made;
  *free = mark;
  write();
  made.guard_ = this;
  made.at_ = static_cast<std::size_t>(free - record_.marks.begin());
  made.exceptions_ = std::uncaught_exceptions();
  return made;
}

void CrashLoopGuard::unmark(const CrashMark& mark, bool failed) {
  const std::scoped_lock lock(mutex_);
  CrashRecord::Mark& marked = record_.marks[mark.at_];
  if (marked.doing == Doing::painting) paint_failed_ = failed;
  marked = {};
  write();
}

void CrashLoopGuard::use(const std::vector<Document>& documents) {
  const std::scoped_lock lock(mutex_);
  take_out(record_.in_use, [&](const InUse& one) { return !is_one_of(documents, one.digest); });
  std::erase_if(unproven_, [&](const Painted& one) { return !is_one_of(documents, one.digest); });
  for (const Document& document : documents) {
    const DigestText digest(document.digest);
    const bool known = std::any_of(record_.in_use.begin(), record_.in_use.end(),
                                   [&](const InUse& one) { return one.digest == digest; });
    if (!known) push_last(record_.in_use, {digest, DocumentText(document.name), 0}, kUnused);
  }
  write();
}

// A disk is not written at each frame: there only what is not known to be harmless is marked.
CrashMark CrashLoopGuard::paint() {
  {
    const std::scoped_lock lock(mutex_);
    const bool all_painted = std::all_of(record_.in_use.begin(), record_.in_use.end(),
                                         [](const InUse& one) { return one.digest.empty() || one.painted != 0; });
    if (place_.on_disk && all_painted && unproven_.empty() && !paint_failed_) return {true};
  }
  return mark({{}, {}, Doing::painting});
}

void CrashLoopGuard::painted(milliseconds now) {
  const std::scoped_lock lock(mutex_);
  for (InUse& one : record_.in_use) {
    if (one.digest.empty() || one.painted != 0) continue;
    one.painted = 1;
    unproven_.push_back({one.digest, now});
  }
  write();
}

void CrashLoopGuard::settle(milliseconds now) {
  const std::scoped_lock lock(mutex_);
  if (unproven_.empty()) return;
  for (const Painted& one : unproven_) {
    if (now - one.at < kHarmlessAfter) continue;
    take_out(record_.deaths, [&](const CrashRecord::Deaths& death) { return death.digest == one.digest; });
    take_out(record_.proven, [&](const DigestText& before) { return before == one.digest; });
    push_last(record_.proven, one.digest, [](const DigestText& free) { return free.empty(); });
  }
  std::erase_if(unproven_, [&](const Painted& one) { return now - one.at >= kHarmlessAfter; });
  if (unproven_.empty()) record_.careful = 0;
  write();
}

bool CrashLoopGuard::careful() const {
  const std::scoped_lock lock(mutex_);
  return record_.careful != 0;
}

// Where frames could not be made to the end, that is what ended it.
void CrashLoopGuard::end(Ending ending) {
  const std::scoped_lock lock(mutex_);
  record_.ending = ending;
  if (ending == Ending::nothing_shown) {
    record_.marks = {};
    if (paint_failed_) record_.marks.back().doing = Doing::painting;
  }
  write();
}

std::string CrashLoopGuard::sentence() const {
  const std::scoped_lock lock(mutex_);
  if (!passed_over_) return "";
  return fmt::format(
      "Placard ended {} times while it read the same feed or messages, so they are passed over for an hour. Please "
      "report it, with the file.",
      kMostCrashes);
}

void CrashLoopGuard::write() {
  if (place_.file) place_.file->write(record_);
}

}  // namespace placard
