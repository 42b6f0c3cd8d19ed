// SPDX-License-Identifier: MIT
#include "view/alt_text.hpp"

namespace placard {
namespace {

void add(std::string& out, const std::string& before, const std::string& text) {
  if (!text.empty()) out += before + text;
}

void end_sentence(std::string& out) {
  if (std::string(".!?").find(out.back()) == std::string::npos) out += '.';
}

std::string in_brackets(const std::optional<TrackLabel>& track) {
  return track ? " [" + track->name + "]" : "";
}

}  // namespace

std::string alt_text(const SignTexts& texts) {
  std::string out = texts.room;
  add(out, ", ", texts.clock);
  out += ". ";
  if (!texts.message.empty()) out += texts.message + " (" + texts.message_source + "). ";
  if (!texts.replacement.empty()) {
    out += texts.replacement;
    add(out, ". ", texts.note);
    end_sentence(out);
  }
  if (!texts.programme.empty()) {
    out += texts.programme_day + ":";
    for (const Upcoming& line : texts.programme)
      out += " " + line.time + " " + line.title + in_brackets(line.track) + ".";
    add(out, " ", texts.freshness + ".");
  }
  if (texts.headline.empty()) return out;
  if (!texts.status.empty()) out += texts.status + ": ";
  out += texts.headline;
  add(out, ", ", texts.time);
  add(out, ", ", texts.printed);
  add(out, ", ", texts.time_left);
  if (texts.full) out += ", full";
  out += in_brackets(texts.track);
  add(out, " (", texts.also.empty() ? "" : texts.also + ")");
  add(out, ". ", texts.note);
  end_sentence(out);
  if (!texts.upcoming.empty()) {
    const Upcoming& next = texts.upcoming.front();
    out += (texts.progress ? " Next: " : " Then: ") + next.time + " " + next.title + in_brackets(next.track) + ".";
  }
  add(out, " ", texts.last.empty() ? "" : texts.last + ".");
  add(out, " ", texts.absent.empty() ? "" : texts.absent + ".");
  for (const std::string& text : texts.alternatives) out += " Soon elsewhere: " + text + ".";
  add(out, " On now elsewhere: ", texts.elsewhere.empty() ? "" : texts.elsewhere + ".");
  add(out, " ", texts.freshness.empty() ? "" : texts.freshness + ".");
  return out;
}

}  // namespace placard
