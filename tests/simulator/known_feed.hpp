// SPDX-License-Identifier: MIT
// What a sign may know of one feed: the rules of holding back and of telling changes, a second time, over the
// organiser's own editions instead of parsed bytes.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "simulator/device.hpp"
#include "simulator/organiser.hpp"

namespace placard::test {

/// A proof that some bytes were good: when in truth, and what the sign can know of that after a restart.
struct GoodProof {
  TrueTime truly;
  std::optional<Instant> told;  // by a clock that was believed then
  int boot = 0;
};

/// What became of a session since people first heard of it.
struct Note {
  Talk first;
  enum class Kind { vanished, moved, retimed } kind = Kind::vanished;
  std::string moved_to;
  Instant now_at;

  Instant end() const { return first.end.value_or(first.start + std::chrono::minutes(60)); }
};

class KnownFeed {
 public:
  /// A good poll brought this document, or said that it is the one before. `believed`: the sign's time.
  void heard(const Document& document, const Device& device, Instant believed);
  void unchanged(const Device& device, Instant believed);
  /// After a restart: a copy from the disk with what was told beside it, the older generation first.
  void restore(const Document& document, std::vector<Note> notes, std::vector<GoodProof> proofs, Instant believed);

  /// The sign believes that it is `at`: what was kept later than that tells nothing of its age, from now on.
  void doubt_future(Instant at) {
    for (GoodProof& proof : proofs_) {
      if (proof.told && *proof.told > at + seconds(31)) proof.told.reset();
    }
  }

  const Edition* shown() const { return shown_.edition.get(); }
  const Document& document() const { return shown_; }
  const std::vector<Note>& notes() const { return notes_; }
  /// The proofs that what is shown is good; the first one alone when it was polled since this start.
  const std::vector<GoodProof>& proofs() const { return proofs_; }
  bool ever_changed() const { return ever_changed_; }
  bool holds_back() const { return held_.has_value(); }

 private:
  struct Held {
    Document document;
    TrueTime since;
    int polls = 0;
    std::optional<Instant> hall_missed_until;
  };
  // A good answer: what it said, whenever it was made.
  struct Answer {
    Edition said;
    std::optional<Instant> generated;
  };
  void remember(const Edition& edition);
  bool in_turn() const;
  bool loses(const Edition& update, Instant believed) const;
  bool suspicious(const Edition& update, Instant believed) const;
  bool loses_hall(const Edition& update, Instant believed) const;
  std::optional<Instant> hall_missed_until(const Edition& update, Instant believed) const;
  void count_quarantined(const Device& device, Instant believed);
  void take(const Document& document, Instant believed);
  static std::optional<Note> note_on(const Talk& first, bool was_gone, Instant begin, const Edition& update,
                                     Instant believed);

  Document shown_;
  std::vector<GoodProof> proofs_;
  std::optional<Held> held_;
  std::optional<Document> outvoted_;
  std::optional<Instant> generated_;  // what is shown, as far as its last copy tells
  std::vector<Answer> answers_;       // the last ten
  std::vector<Note> notes_;
  bool ever_changed_ = false;
};

}  // namespace placard::test
