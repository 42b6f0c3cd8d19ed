// SPDX-License-Identifier: MIT
#include "layout/parts/visible_parts.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace placard;

namespace {

// "speakers labels …" of what is shown.
std::string shown(VisibleParts parts) {
  static constexpr const char* kNames[] = {"speakers",  "labels",    "progress",    "more-alternatives",
                                           "elsewhere", "absent",    "alternative", "note",
                                           "track",     "time-left", "title"};
  std::string out;
  for (unsigned i = 0; i < std::size(kNames); ++i) {
    if (parts.shows(static_cast<Part>(i))) out += (out.empty() ? "" : " ") + std::string(kNames[i]);
  }
  return out;
}

}  // namespace

TEST_CASE("a main session gives its parts up one after the other, the title last") {
  struct Row {
    VisibleParts parts;
    std::string shown;
  };
  const Row rows[] = {
      {kEverything,
       "speakers labels progress more-alternatives elsewhere absent alternative note track time-left title"},
      {kWithoutSpeakers, "labels progress more-alternatives elsewhere absent alternative note track time-left title"},
      {kWithoutLabels, "progress more-alternatives elsewhere absent alternative note track time-left title"},
      {kWithoutProgress, "more-alternatives elsewhere absent alternative note track time-left title"},
      {kOneAlternative, "elsewhere absent alternative note track time-left title"},
      {kWithoutElsewhere, "absent alternative note track time-left title"},
      {kWithoutAbsent, "alternative note track time-left title"},
      {kSessionAlone, "note track time-left title"},
      {kSessionWithoutTrack, "note time-left title"},
      {kSessionWithoutNote, "track time-left title"},
      {kTitleAndTime, "title"},
      {kTimeAlone, ""},
  };
  for (const Row& row : rows) CHECK(shown(row.parts) == row.shown);
}

TEST_CASE("of the alternatives to a full session three are named, then one, then none") {
  CHECK(alternatives_in(kWithoutProgress) == 3);
  CHECK(alternatives_in(kOneAlternative) == 1);
  CHECK(alternatives_in(kSessionAlone) == 0);
}
