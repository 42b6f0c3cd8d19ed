// SPDX-License-Identifier: MIT
#include "simulator/known_feed.hpp"

#include <algorithm>

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

GoodProof proof_now(const Device& device) {
  return {device.now, std::nullopt, device.boots};
}

}  // namespace

void KnownFeed::heard(const Document& document, const Device& device, Instant believed) {
  if (shown_.edition && document.bytes == shown_.bytes) {
    held_.reset();
    proofs_ = {proof_now(device)};
    return;
  }
  if (held_ && held_->document.bytes == document.bytes) return count_quarantined(device, believed);
  held_.reset();
  if (shown_.edition && suspicious(*document.edition, believed)) {
    held_ = Held{document, device.now, 1};
    return;
  }
  take(document, believed);
  proofs_ = {proof_now(device)};
}

void KnownFeed::unchanged(const Device& device, Instant believed) {
  if (held_) return count_quarantined(device, believed);
  if (shown_.edition) proofs_ = {proof_now(device)};
}

void KnownFeed::count_quarantined(const Device& device, Instant believed) {
  ++held_->polls;
  if (held_->polls < 3 || device.now - held_->since < std::chrono::seconds(30)) return;
  take(Document(held_->document), believed);
  proofs_ = {proof_now(device)};
}

void KnownFeed::restore(const Document& document, std::vector<GoodProof> proofs, Instant believed) {
  take(document, believed);
  proofs_ = std::move(proofs);
}

bool KnownFeed::suspicious(const Edition& update, Instant believed) const {
  const Edition& known = *shown_.edition;
  if (known.event != update.event) return true;
  if (has_hall(known) && !has_hall(update)) return true;
  if (update.talks.size() * 2 < known.talks.size()) return true;
  const auto counts = [believed](const std::optional<Instant>& time) {
    return time && *time <= believed + std::chrono::minutes(5);
  };
  return counts(known.generated_at) && counts(update.generated_at) && *update.generated_at < *known.generated_at;
}

void KnownFeed::take(const Document& document, Instant believed) {
  std::vector<Note> notes;
  ever_changed_ = ever_changed_ || shown_.edition != nullptr;
  if (shown_.edition && shown_.edition->event == document.edition->event) {
    std::map<std::string, Talk> firsts;
    for (const Note& note : notes_) firsts.emplace(note.first.id, note.first);
    for (const Talk& talk : shown_.edition->talks) {
      if (!talk.cancelled && talk.room != "*") firsts.emplace(talk.id, talk);
    }
    for (const auto& [id, first] : firsts) {
      // What was to begin, or has begun, by the edition before.
      const Talk* before = by_id(*shown_.edition, id);
      const Instant begin = before != nullptr ? std::min(before->start, first.start) : first.start;
      if (auto note = note_on(first, begin, *document.edition, believed)) notes.push_back(std::move(*note));
    }
  }
  if (shown_.edition && *shown_.edition == *document.edition) notes = notes_;
  notes_ = std::move(notes);
  shown_ = document;
  held_.reset();
}

std::optional<Note> KnownFeed::note_on(const Talk& first, Instant begin, const Edition& update, Instant believed) {
  Note note{first, Note::Kind::vanished, "", {}};
  if (note.end() <= believed) return std::nullopt;
  const Talk* talk = by_id(update, first.id);
  if (talk == nullptr) return begin > believed ? std::optional(note) : std::nullopt;
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
