// SPDX-License-Identifier: MIT
// An organiser with a busy hand: one programme, edited again and again, at times by accident.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/time/time.hpp"
#include "catalogue/dose.hpp"

namespace placard::test {

inline const std::string kHall = "Hall";  // the sign's room
inline const std::string kFoyer = "Foyer";
inline const std::string kAttic = "Attic";

/// A session as the organiser means it.
struct Talk {
  std::string id;
  std::string room;  // "*": every room
  std::string title;
  std::string speaker;
  Instant start;
  std::optional<Instant> end;
  bool cancelled = false;

  bool operator==(const Talk&) const = default;
};

struct Edition {
  std::string event;
  std::optional<Instant> generated_at;
  std::vector<Talk> talks;

  bool operator==(const Edition&) const = default;
};

/// The edition as a feed in Placard's own format. `blanks` make other bytes of the same programme.
std::string written(const Edition& edition, std::size_t blanks = 0);

/// What a server may serve. Without an edition it is no feed at all.
struct Document {
  std::string bytes;
  std::shared_ptr<const Edition> edition;
};

Document document_of(Edition edition, std::size_t blanks = 0);

class Organiser {
 public:
  /// A programme from a few hours before `around` to many after it. `name` tells one organiser's sessions from
  /// another's.
  Organiser(Chance& chance, std::string name, Instant around);

  /// Changes what is served, at the true time `now`; returns what was done.
  std::string edit(Instant now);
  const Document& document() const { return documents_.back(); }
  /// What was served so many edits ago.
  const Document& earlier(std::size_t edits) const;
  std::string any_title() { return any_talk().title; }

 private:
  Talk new_talk(Instant start);
  Talk& any_talk();
  std::string change_talk();
  std::string by_accident(Instant now);
  void serve(const Edition& edition) { serve(document_of(edition, blanks_)); }
  void serve(Document document);

  Chance& chance_;
  std::string name_;
  Edition programme_;
  std::vector<Document> documents_;
  std::size_t blanks_ = 0;
  std::size_t serial_ = 0;
  bool dated_;
  bool accident_ = false;
};

}  // namespace placard::test
