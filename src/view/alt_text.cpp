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

std::string spoken(const Words& words) {
  std::string out = words.room;
  add(out, ", ", words.clock);
  out += ". ";
  if (!words.message.empty()) out += words.message + " (" + words.message_source + "). ";
  if (!words.replacement.empty()) {
    out += words.replacement;
    add(out, ". ", words.note);
    end_sentence(out);
  }
  if (!words.programme.empty()) {
    out += words.programme_day + ":";
    for (const Upcoming& line : words.programme)
      out += " " + line.time + " " + line.title + in_brackets(line.track) + ".";
    add(out, " ", words.freshness + ".");
  }
  if (words.headline.empty()) return out;
  if (!words.status.empty()) out += words.status + ": ";
  out += words.headline;
  add(out, ", ", words.time);
  add(out, ", ", words.printed);
  add(out, ", ", words.time_left);
  if (words.full) out += ", full";
  out += in_brackets(words.track);
  add(out, " (", words.also.empty() ? "" : words.also + ")");
  add(out, ". ", words.note);
  end_sentence(out);
  if (!words.upcoming.empty()) {
    const Upcoming& next = words.upcoming.front();
    out += (words.progress ? " Next: " : " Then: ") + next.time + " " + next.title + in_brackets(next.track) + ".";
  }
  add(out, " ", words.last.empty() ? "" : words.last + ".");
  add(out, " ", words.absent.empty() ? "" : words.absent + ".");
  for (const std::string& text : words.alternatives) out += " Soon elsewhere: " + text + ".";
  add(out, " On now elsewhere: ", words.elsewhere.empty() ? "" : words.elsewhere + ".");
  add(out, " ", words.freshness.empty() ? "" : words.freshness + ".");
  return out;
}

}  // namespace placard
