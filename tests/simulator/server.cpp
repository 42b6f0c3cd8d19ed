// SPDX-License-Identifier: MIT
#include "simulator/server.hpp"

namespace placard::test {

void Server::choose_clock() {
  tells_date_ = !chance_.one_in(4);
  clock_off_ = chance_.one_in(3) ? seconds(static_cast<std::int64_t>(chance_.below(20'000)) - 10'000) : seconds(0);
  if (chance_.one_in(8)) clock_off_ = std::chrono::hours(24 * 200);
  stands_.reset();
}

std::string Server::change_mood() {
  static const char* const names[] = {"well",         "down", "a sign-in page", "cuts", "lies with 304",
                                      "older copies", "slow"};
  mood_ = chance_.one_in(2) ? Mood::well : static_cast<Mood>(chance_.below(std::size(names)));
  back_ = 1 + chance_.below(3);
  if (chance_.one_in(6)) choose_clock();
  return names[static_cast<std::size_t>(mood_)];
}

RawResponse Server::ask(const Organiser& organiser, const std::optional<std::string>& held, TrueTime now) {
  RawResponse answer;
  const Document& document = mood_ == Mood::older_copies ? organiser.earlier(back_) : organiser.document();
  answer.takes = milliseconds(1 + chance_.below(mood_ == Mood::slow ? 30'000 : 800));
  if (mood_ == Mood::down) {
    if (chance_.one_in(3)) answer.retry_after = seconds(chance_.below(600));
    return answer;
  }
  if (tells_date_) answer.date = std::chrono::floor<seconds>(now + answer.takes) + clock_off_;
  answer.kind = RawResponse::Kind::body;
  answer.document = document;
  if (mood_ == Mood::sign_in_page) {
    answer.document = {"<html><title>Accept our terms</title>", nullptr};
    if (answer.date) *answer.date += std::chrono::hours(24 * 5);
  } else if (mood_ == Mood::cuts) {
    answer.document = {document.bytes.substr(0, chance_.below(document.bytes.size() - 3)), nullptr};
  } else if (held && (mood_ == Mood::lies || (*held == document.bytes && !chance_.one_in(5)))) {
    answer.kind = RawResponse::Kind::not_modified;
  }
  return answer;
}

}  // namespace placard::test
