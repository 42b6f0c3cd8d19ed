// SPDX-License-Identifier: MIT
// The proof sheet as one page of HTML that needs nothing else.
#pragma once

#include <string>
#include <vector>

#include "base/time/time_zone.hpp"
#include "commands/findings.hpp"
#include "view/view_at.hpp"

namespace placard {

/// One picture of a sign.
struct SheetPicture {
  std::string file;      ///< beside the page
  std::string png;       ///< its bytes: they stand in the page too
  std::string caption;   ///< "Tue 1:05 PM", "No data"
  std::string alt_text;  ///< what it says, for those who can't see it
  int width = 0;         ///< of the picture, in px
  int height = 0;
};

/// A session as a bar of the timeline.
struct SheetBar {
  std::string title;
  std::string times;
  std::string color;  ///< "#rrggbb"
  double begin = 0;   ///< share of the day, 0 to 1
  double length = 0;
  bool cancelled = false;
};

struct SheetDay {
  std::string name;
  std::string first_hour;  ///< where the bars begin, and end
  std::string last_hour;
  std::vector<SheetBar> bars;
};

struct SheetFinding {
  std::string text;
  std::string anchor;  ///< of the picture or the sign where it is to be seen; "" for none
};

struct SheetSign {
  std::string name;
  std::string room;
  std::string anchor;
  std::vector<SheetDay> days;
  std::vector<SheetPicture> pictures;
};

struct Sheet {
  std::string event;
  std::string made;  ///< what it was made of
  std::vector<SheetFinding> findings;
  std::vector<SheetSign> signs;
};

/// The page. Texts may be hostile.
std::string sheet_page(const Sheet& sheet);

/// The anchor of a picture of the page.
std::string picture_anchor(const SheetPicture& picture);

/// Text for HTML: &, <, >, " and ' escaped.
std::string escaped(const std::string& text);

}  // namespace placard
