// SPDX-License-Identifier: MIT
// A feed's server on virtual time, with its moods.
#pragma once

#include <optional>
#include <string>

#include "simulator/device.hpp"
#include "simulator/organiser.hpp"

namespace placard::test {

struct RawResponse {
  enum class Kind { body, not_modified, failure } kind = Kind::failure;
  Document document;  // of `body`
  std::optional<Instant> date;
  milliseconds takes{50};
  std::optional<seconds> retry_after;
};

class Server {
 public:
  /// `verified`: it is reached over TLS.
  Server(Chance& chance, bool verified) : chance_(chance), verified_(verified) { choose_clock(); }

  /// Turns to another mood; returns which.
  std::string change_mood();
  /// Asked at `now` by a client that holds `held`.
  RawResponse ask(const Organiser& organiser, const std::optional<std::string>& held, TrueTime now);
  bool verified() const { return verified_; }

 private:
  enum class Mood { well, down, sign_in_page, cuts, lies, older_copies, slow };
  void choose_clock();

  Chance& chance_;
  bool verified_;
  Mood mood_ = Mood::well;
  std::size_t back_ = 1;  // how old the copies of a proxy are, in edits
  bool tells_date_ = true;
  seconds clock_off_{0};
  std::optional<Instant> stands_;  // a proxy's Date
};

}  // namespace placard::test
