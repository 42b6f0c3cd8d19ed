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

std::string in_one_line(const Upcoming& session) {
  std::string line = session.time + " " + session.title;
  add(line, ", ", session.place);
  return line + in_brackets(session.track) + ".";
}

}  // namespace

std::string alt_text(const SignTexts& texts) {
  std::string out = texts.header.room;
  add(out, ", ", texts.header.clock);
  out += ". ";
  if (!texts.message.text.empty()) out += texts.message.text + " (" + texts.message.source + "). ";
  for (const OlderMessage& older : texts.message.older) out += older.text + " (" + older.source + "). ";
  if (!texts.message.replacement.empty()) {
    out += texts.message.replacement;
    add(out, ". ", texts.main.note);
    end_sentence(out);
  }
  if (!texts.list.sessions.empty()) {
    out += texts.list.day + ":";
    for (const Upcoming& line : texts.list.sessions) out += " " + in_one_line(line);
    add(out, " ", texts.freshness + ".");
  }
  if (texts.main.headline.empty()) return out;
  if (!texts.main.status.empty()) out += texts.main.status + ": ";
  out += texts.main.headline;
  add(out, ", ", texts.main.place);
  add(out, ", ", texts.main.time);
  add(out, ", ", texts.main.printed);
  add(out, ", ", texts.main.time_left);
  if (texts.main.full) out += ", full";
  out += in_brackets(texts.main.track);
  add(out, " (", texts.main.also.empty() ? "" : texts.main.also + ")");
  add(out, ". ", texts.main.note);
  end_sentence(out);
  if (!texts.next.sessions.empty()) {
    const Upcoming& next = texts.next.sessions.front();
    out += (texts.main.is_on ? " Next: " : " Then: ") + in_one_line(next);
  }
  add(out, " ", texts.next.last.empty() ? "" : texts.next.last + ".");
  add(out, " ", texts.main.absent.empty() ? "" : texts.main.absent + ".");
  for (const std::string& text : texts.main.alternatives) out += " Soon elsewhere: " + text + ".";
  add(out, " On now elsewhere: ", texts.main.elsewhere.empty() ? "" : texts.main.elsewhere + ".");
  add(out, " ", texts.freshness.empty() ? "" : texts.freshness + ".");
  return out;
}

}  // namespace placard
