// SPDX-License-Identifier: MIT
#include "view/rules/night.hpp"

#include <doctest/doctest.h>

#include "layout/layout.hpp"
#include "layout/type/fake_measure.hpp"
#include "view/alt_text.hpp"
#include "view/sign_input.hpp"

using namespace placard;
using namespace placard::test;
using namespace std::chrono_literals;

namespace {

ViewInput closed_at_night(const Schedule& schedule, seconds opens, seconds closes, Night night) {
  ViewInput input = sign_of(schedule);
  input.open = OpenHours{opens, closes};
  input.at_night = night;
  return input;
}

}  // namespace

TEST_CASE("open from the opening up to the closing, also past midnight") {
  struct Row {
    OpenHours hours;
    const char* at;
    bool open;
  };
  const OpenHours day{8h, 22h};
  const OpenHours party{18h, 2h};
  for (const Row& row : {Row{day, "07:59:59", false},
                         {day, "08:00", true},
                         {day, "21:59:59", true},
                         {day, "22:00", false},
                         {day, "00:00", false},
                         {party, "17:59:59", false},
                         {party, "18:00", true},
                         {party, "23:59", true},
                         {party, "00:00", true},
                         {party, "01:59:59", true},
                         {party, "02:00", false}}) {
    CAPTURE(std::string(row.at));
    CHECK(is_open(row.hours, los_angeles(), moment(row.at)) == row.open);
  }
}

TEST_CASE("next_change knows when the venue opens and closes, on the nights the clocks change too") {
  const Schedule schedule = programme({"Hall | 2026-06-01T13:00 - 2026-06-01T14:00 | Far off"});
  const ViewInput input = closed_at_night(schedule, 8h, 22h, Night::dim);
  CHECK((view_at(input, moment("2025-11-01T21:00")).next_change == moment("2025-11-01T22:00")));
  CHECK(view_at(input, moment("2025-11-01T22:00")).night == Night::dim);
  const auto after = view_at(input, moment("2025-11-02T00:30")).next_change;  // 25 hours long
  CHECK((after == moment("2025-11-02T08:00-08:00")));
  CHECK((view_at(input, moment("2026-03-08T00:30")).next_change == moment("2026-03-08T08:00-07:00")));
}

TEST_CASE("blank is black, dim is the same picture in dim colours, and a takeover lights the sign") {
  const Schedule schedule = programme({"Hall | 13:00 - 13:30 | Alpha", "Hall | 23:00 - 23:30 | Beta"});
  const Panel panel{800, 480, std::nullopt};
  const FakeMeasure measure;
  ViewInput input = closed_at_night(schedule, 8h, 22h, Night::blank);
  const View blank = view_at(input, moment("23:05"));
  CHECK(blank.night == Night::blank);
  CHECK(blank.now->title == "Beta");
  CHECK(blank.next_repaint == blank.next_change);
  CHECK(alt_text(blank.texts) == "Hall. The glass is blank: the venue is closed.");
  const Frame black = lay_out(blank, panel, dark_theme(), measure);
  CHECK(black.items.empty());
  CHECK(black.background == kBlack);
  input.at_night = Night::dim;
  const View dim = view_at(input, moment("23:05"));
  const Frame dimmed = lay_out(dim, panel, light_theme(), measure);
  CHECK(dimmed.background == kBlack);
  for (const Item& item : dimmed.items) {
    if (item.lines.empty()) continue;
    CHECK(contrast(item.color, item.background) >= (item.background == kBlack ? 7 : 4.5));
    CHECK(luminance(item.color) < 0.35);
  }
  input.messages = {{"", MessageLevel::takeover, "Out", moment("22:00"), {}, {}}};
  CHECK(view_at(input, moment("23:05")).night == Night::none);
  input.messages.front().level = MessageLevel::warning;
  CHECK(view_at(input, moment("23:05")).night == Night::dim);
}

TEST_CASE("a sign without hours is always open") {
  const Schedule schedule = programme({"Hall | 13:00 - 13:30 | Alpha"});
  CHECK(view_at(sign_of(schedule), moment("03:00")).night == Night::none);
}

TEST_CASE("on the nights the clocks change a venue closes once, and next_change knows when") {
  const Schedule schedule = programme({"Hall | 2026-12-01T13:00 - 2026-12-01T14:00 | Far off"});
  struct Row {
    seconds opens;
    seconds closes;
    const char* from;  // open from here …
    const char* until;
    const char* again;  // … and next from here
  };
  const Row rows[] = {
      // 01:30 comes twice: the first counts.
      {18h, 90min, "2025-11-01T18:00-07:00", "2025-11-02T01:30-07:00", "2025-11-02T18:00-08:00"},
      // 02:30 does not come: an hour later.
      {18h, 150min, "2026-03-07T18:00-08:00", "2026-03-08T03:30-07:00", "2026-03-08T18:00-07:00"},
      {150min, 10h, "2026-03-08T03:30-07:00", "2026-03-08T10:00-07:00", "2026-03-09T02:30-07:00"},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.until));
    const ViewInput input = closed_at_night(schedule, row.opens, row.closes, Night::dim);
    for (Instant at = moment(row.from); at < moment(row.again); at += 10min) {
      CHECK((view_at(input, at).night == Night::none) == (at < moment(row.until)));
    }
    CHECK((view_at(input, moment(row.from)).next_change == moment(row.until)));
    CHECK((view_at(input, moment(row.until)).next_change == moment(row.again)));
  }
}
