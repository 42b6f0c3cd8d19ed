// SPDX-License-Identifier: MIT
// Breaks a crash loop: bytes that ended this program several times while they were read or painted are passed over for
// an hour. What is being done is marked in a record that outlives the program.
#pragma once

#include <chrono>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "fetch/cache/crash_blame.hpp"
#include "fetch/cache/crash_record_file.hpp"

namespace placard {

/// What was painted so long ago does no harm any more.
inline constexpr std::chrono::seconds kHarmlessAfter{10};

class CrashLoopGuard;

/// Leave to do something with bytes, or none. While it lives the record says that it is being done. One thread; a
/// thread has one at a time.
class CrashMark {
 public:
  /// Leave without a mark, or none.
  CrashMark(bool may) : may_(may) {}
  ~CrashMark();
  CrashMark(CrashMark&& other) noexcept;
  CrashMark& operator=(CrashMark&&) = delete;

  explicit operator bool() const { return may_; }

 private:
  friend CrashLoopGuard;
  bool may_ = false;
  CrashLoopGuard* guard_ = nullptr;
  std::size_t at_ = 0;                  // in the record
  std::unique_lock<std::mutex> alone_;  // of a careful life
  int exceptions_ = 0;
};

/// Any thread; the main thread alone paints. Where there is no place for a record nothing is counted.
class CrashLoopGuard {
 public:
  struct Document {
    std::string digest;
    std::string name;  ///< "the feed https://…"
  };

  /// Begins a life at uptime `now`, and reads how the one before ended.
  CrashLoopGuard(CrashRecordPlace place, std::chrono::milliseconds now);

  /// Leave to read or restore a document, unless it is passed over.
  CrashMark may_read(const Document& document, Doing doing, std::chrono::milliseconds now);
  /// The same for what was read already, to take it in.
  CrashMark take_in(const Document& document);

  /// What may be on the glass from now on.
  void use(const std::vector<Document>& documents);
  /// A frame is made of all that is in use.
  CrashMark paint();
  /// It was made whole.
  void painted(std::chrono::milliseconds now);
  /// Each turn: finds what has proven harmless by `now`.
  void settle(std::chrono::milliseconds now);
  /// What is new is to be painted one by one.
  bool careful() const;

  /// The program ends in order.
  void end(Ending ending);

  /// What ended the last life, for the log; "": nothing is known, or it ended in order.
  const std::string& last_end() const { return last_end_; }
  /// A sentence for the log and the glass once something was passed over; else "".
  std::string sentence() const;

 private:
  friend CrashMark;
  // When a document that is in use was first painted whole; in the order of the record.
  struct Painted {
    DigestText digest;
    std::chrono::milliseconds at;
  };
  CrashMark mark(const CrashRecord::Mark& mark);
  void unmark(const CrashMark& mark, bool failed);
  void write();

  mutable std::mutex mutex_;
  std::mutex one_at_a_time_;  // locked before mutex_
  CrashRecordPlace place_;
  CrashRecord record_;
  std::string last_end_;
  std::vector<Painted> unproven_;
  bool paint_failed_ = false;  // the last frame could not be made
  bool passed_over_ = false;
};

}  // namespace placard
