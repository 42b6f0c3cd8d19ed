// SPDX-License-Identifier: MIT
#include "simulator/known_feed.hpp"

#include <algorithm>
#include <set>

namespace placard::test {
namespace {

bool has_hall(const Edition& edition) {
  return std::any_of(edition.talks.begin(), edition.talks.end(), [](const Talk& talk) { return talk.room == kHall; });
}

const Talk* by_id(const Edition& edition, const std::string& id) {
  for (const Talk& talk : edition.talks) {
    if (talk.id == id) return &talk;
  }
  return nullptr;
}

Edition without_time(Edition edition) {
  edition.generated_at.reset();
  return edition;
}

bool says_the_same(const Edition& a, const Edition& b) {
  return without_time(a) == without_time(b);
}

GoodProof proof_now(const Device& device) {
  return {device.now, std::nullopt, device.boots};
}

}  // namespace

void KnownFeed::heard(const Document& document, const Device& device, Instant believed) {
  remember(*document.edition);
  outvoted_.reset();
  if (shown_.edition && says_the_same(*document.edition, *shown_.edition)) {
    held_.reset();
    proofs_ = {proof_now(device)};
    generated_ = std::max(generated_, document.edition->generated_at);
    return;
  }
  if (held_ && says_the_same(*held_->document.edition, *document.edition)) {
    held_->document = document;
    return count_quarantined(device, believed);
  }
  held_.reset();
  if (shown_.edition && suspicious(*document.edition, believed)) {
    held_ = Held{document, device.now, 1, hall_missed_until(*document.edition, believed)};
    return;
  }
  if (shown_.edition && loses(*document.edition, believed)) {
    outvoted_ = document;
    return;
  }
  take(document, believed);
  proofs_ = {proof_now(device)};
}

void KnownFeed::unchanged(const Device& device, Instant believed) {
  if (!answers_.empty()) {
    Edition again = answers_.back().said;
    again.generated_at = answers_.back().generated;
    remember(again);
  }
  if (held_) return count_quarantined(device, believed);
  if (outvoted_) {
    if (loses(*outvoted_->edition, believed)) return;
    take(Document(*outvoted_), believed);
    outvoted_.reset();
    proofs_ = {proof_now(device)};
    return;
  }
  if (shown_.edition) proofs_ = {proof_now(device)};
}

void KnownFeed::remember(const Edition& edition) {
  answers_.push_back({without_time(edition), edition.generated_at});
  if (answers_.size() > 10) answers_.erase(answers_.begin());
}

// Whether versions that something else had replaced came again more than once.
bool KnownFeed::in_turn() const {
  std::vector<Edition> runs;  // each as long as it stayed
  for (const Answer& answer : answers_) {
    if (runs.empty() || !(runs.back() == answer.said)) runs.push_back(answer.said);
  }
  std::size_t again = 0;
  for (std::size_t i = 0; i < runs.size(); ++i) again += std::count(runs.begin(), runs.begin() + long(i), runs[i]) > 0;
  return again > 1;
}

// Whether an answer in turn with what is shown is the older one, or came no more often.
bool KnownFeed::loses(const Edition& update, Instant believed) const {
  if (!in_turn()) return false;
  const Edition said = without_time(update);
  const Edition shown = without_time(*shown_.edition);
  bool came_before = false;
  bool other_since = false;
  bool times_of_answers = false;
  int of_update = 0;
  int of_shown = 0;
  for (auto answer = answers_.rbegin(); answer != answers_.rend(); ++answer) {
    of_update += answer->said == said ? 1 : 0;
    of_shown += answer->said == shown ? 1 : 0;
    other_since = other_since || !(answer->said == said);
    came_before = came_before || (other_since && answer->said == said);
    for (const Answer& other : answers_) {
      times_of_answers = times_of_answers || (other.said == answer->said && other.generated != answer->generated);
    }
  }
  if (!came_before) return false;
  const auto now = believed + seconds(30);
  const bool both = generated_ && update.generated_at && *generated_ != *update.generated_at && !times_of_answers;
  if (both && *generated_ <= now && *update.generated_at <= now) return *update.generated_at < *generated_;
  return of_update <= of_shown;
}

void KnownFeed::count_quarantined(const Device& device, Instant believed) {
  ++held_->polls;
  if (held_->hall_missed_until && believed < *held_->hall_missed_until) return;
  if (held_->polls < 3 || device.now - held_->since < std::chrono::seconds(30) || in_turn()) return;
  take(Document(held_->document), believed);
  proofs_ = {proof_now(device)};
}

void KnownFeed::restore(const Document& document, std::vector<Note> notes, std::vector<GoodProof> proofs,
                        Instant believed) {
  take(document, believed);
  notes_ = std::move(notes);
  proofs_ = std::move(proofs);
}

// Whether the Hall is gone, and what was to come there is not all found elsewhere.
bool KnownFeed::loses_hall(const Edition& update, Instant believed) const {
  if (!has_hall(*shown_.edition) || has_hall(update)) return false;
  bool any = false;
  for (const Talk& talk : shown_.edition->talks) {
    if (talk.room != kHall || talk.cancelled || Note{talk, {}, "", {}}.end() <= believed) continue;
    if (shown_.edition->event != update.event || by_id(update, talk.id) == nullptr) return true;
    any = true;
  }
  return !any;
}

// Nobody misses it any more 12 hours after its last talk.
std::optional<Instant> KnownFeed::hall_missed_until(const Edition& update, Instant believed) const {
  if (!loses_hall(update, believed)) return std::nullopt;
  Instant last = Instant::min();
  for (const Talk& talk : shown_.edition->talks) {
    if (talk.room == kHall) last = std::max(last, Note{talk, {}, "", {}}.end());
  }
  return last + std::chrono::hours(12);
}

bool KnownFeed::suspicious(const Edition& update, Instant believed) const {
  const Edition& known = *shown_.edition;
  if (known.event != update.event) return true;
  if (loses_hall(update, believed)) return true;
  if (update.talks.size() * 2 < known.talks.size()) return true;
  const auto counts = [believed](const std::optional<Instant>& time) {
    return time && *time <= believed + std::chrono::minutes(5);
  };
  return counts(generated_) && counts(update.generated_at) && *update.generated_at < *generated_;
}

void KnownFeed::take(const Document& document, Instant believed) {
  std::vector<Note> notes;
  ever_changed_ = ever_changed_ || shown_.edition != nullptr;
  if (shown_.edition && shown_.edition->event == document.edition->event) {
    std::map<std::string, Talk> firsts;
    std::set<std::string> gone;
    // A talk is told from each room it stood in.
    const auto key_of = [](const Talk& talk) { return talk.id + '\n' + talk.room; };
    for (const Note& note : notes_) {
      if (note.kind == Note::Kind::vanished) gone.insert(key_of(note.first));
    }
    for (const Note& note : notes_) firsts.emplace(key_of(note.first), note.first);
    for (const Talk& talk : shown_.edition->talks) {
      if (!talk.cancelled && talk.room != "*") firsts.emplace(key_of(talk), talk);
    }
    for (const auto& [key, first] : firsts) {
      // What was to begin, or has begun, by the edition before.
      const Talk* before = by_id(*shown_.edition, first.id);
      const Instant begin = before != nullptr ? std::min(before->start, first.start) : first.start;
      if (auto note = note_on(first, gone.contains(key), begin, *document.edition, believed))
        notes.push_back(std::move(*note));
    }
  }
  if (shown_.edition && *shown_.edition == *document.edition) notes = notes_;
  notes_ = std::move(notes);
  shown_ = document;
  generated_ = document.edition->generated_at;
  held_.reset();
}

std::optional<Note> KnownFeed::note_on(const Talk& first, bool was_gone, Instant begin, const Edition& update,
                                       Instant believed) {
  Note note{first, Note::Kind::vanished, "", {}};
  if (note.end() <= believed) return std::nullopt;
  const Talk* talk = by_id(update, first.id);
  if (talk == nullptr) return was_gone || begin > believed ? std::optional(note) : std::nullopt;
  if (talk->cancelled) return std::nullopt;
  if (talk->room != first.room && talk->room != "*") {
    note.kind = Note::Kind::moved;
    note.moved_to = talk->room;
    return note;
  }
  if (talk->start == first.start) return std::nullopt;
  note.kind = Note::Kind::retimed;
  note.now_at = talk->start;
  return note;
}

}  // namespace placard::test
