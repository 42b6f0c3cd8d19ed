// SPDX-License-Identifier: MIT
// The sign that does not know the time: the day's list, and no claim.
#include <doctest/doctest.h>

#include <algorithm>

#include "layout/layout.hpp"
#include "layout/type/fake_measure.hpp"
#include "view/alt_text.hpp"
#include "view/sign_input.hpp"

using namespace placard;
using namespace placard::test;

namespace {

using Lines = std::vector<std::string>;

ViewInput without_clock(const Schedule& schedule) {
  ViewInput input = sign_of(schedule);
  input.evidence.clock = ClockState::unknown;
  return input;
}

Lines listed(const View& view) {
  Lines lines;
  for (const Upcoming& line : view.texts.list.sessions) lines.push_back(line.time + " " + line.title);
  return lines;
}

const Lines kDay = {"Hall | 13:00 - 13:30 | Alpha", "Hall | 13:30 - 14:00 | Gone | cancelled",
                    "Hall | 14:00 - 14:30 | Beta", "Hall | 11-05 10:00 - 11-05 10:30 | Gamma"};

std::size_t count(const Frame& frame, Role role) {
  return static_cast<std::size_t>(
      std::count_if(frame.items.begin(), frame.items.end(), [role](const Item& item) { return item.role == role; }));
}

}  // namespace

TEST_CASE("nothing is now, next or counted down to, and no time of day is shown") {
  const Schedule schedule = programme(kDay);
  for (const Layout layout : {Layout::room, Layout::countdown, Layout::automatic}) {
    ViewInput input = without_clock(schedule);
    input.layout = layout;
    const View view = view_at(input, moment("13:10"));
    CHECK((view.freshness == Freshness::no_clock));
    CHECK((view.state == RoomStatus::unknown));
    CHECK_FALSE(view.now.has_value());
    CHECK_FALSE(view.next.has_value());
    CHECK_FALSE(view.elsewhere.has_value());
    CHECK_FALSE(view.countdown.has_value());
    CHECK_FALSE(view.data_as_of.has_value());
    CHECK(view.absent.empty());
    CHECK(view.texts.header.clock.empty());
    CHECK(view.texts.main.headline.empty());
    CHECK(view.texts.freshness == "This sign does not know the time yet");
  }
}

TEST_CASE("the list is of the day the device takes for today, else of the first; its date stands over it") {
  const Schedule schedule = programme(kDay);
  struct Row {
    const char* at;
    const char* day;
    Lines listed;
  };
  const Row rows[] = {
      {"11-04 04:00", "Sessions on Tue, Nov 4", {"1:00 PM Alpha", "2:00 PM Beta"}},
      {"11-04 23:59", "Sessions on Tue, Nov 4", {"1:00 PM Alpha", "2:00 PM Beta"}},
      {"11-05 03:59", "Sessions on Tue, Nov 4", {"1:00 PM Alpha", "2:00 PM Beta"}},
      {"11-05 04:00", "Sessions on Wed, Nov 5", {"10:00 AM Gamma"}},
      {"11-06 12:00", "Sessions on Tue, Nov 4", {"1:00 PM Alpha", "2:00 PM Beta"}},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.at));
    const View view = view_at(without_clock(schedule), moment(row.at));
    CHECK(view.texts.list.day == row.day);
    CHECK(listed(view) == row.listed);
  }
  const View in_1970 = view_at(without_clock(schedule), Instant{});
  CHECK(in_1970.texts.list.day == "Sessions on Tue, Nov 4");
}

TEST_CASE("a room without sessions says so, whatever the time; without data that is what is said") {
  const Schedule elsewhere = programme({"Foyer | 13:00 - 13:30 | Alpha"});
  const View empty = view_at(without_clock(elsewhere), moment("13:00"));
  CHECK(empty.texts.main.headline == "No sessions are planned in this room");
  CHECK(empty.texts.list.sessions.empty());
  ViewInput no_data = without_clock(elsewhere);
  no_data.schedule = nullptr;
  CHECK((view_at(no_data, moment("13:00")).freshness == Freshness::no_data));
  CHECK(view_at(no_data, moment("13:00")).texts.main.headline == "Waiting for the programme");
}

TEST_CASE("who can't tell night from day shows the list, and a takeover goes before it") {
  const Schedule schedule = programme(kDay);
  ViewInput input = without_clock(schedule);
  input.open = OpenHours{std::chrono::hours(8), std::chrono::hours(9)};
  input.at_night = Night::blank;
  CHECK((view_at(input, moment("23:00")).night == Night::none));
  input.messages = {{"", MessageLevel::takeover, "Leave", {}, {}, {}}};
  const View taken = view_at(input, moment("13:00"));
  CHECK(taken.texts.list.sessions.empty());
  CHECK(alt_text(taken.texts).find("Leave") != std::string::npos);
}

TEST_CASE("the list holds as many sessions as find room, and says how many more there are") {
  Lines lines;
  for (int hour = 8; hour < 20; ++hour) {
    const std::string begin = (hour < 10 ? "0" : "") + std::to_string(hour);
    lines.push_back("Hall | " + begin + ":00 - " + begin + ":30 | Session at " + std::to_string(hour));
  }
  const Schedule schedule = programme(lines);
  const View view = view_at(without_clock(schedule), moment("13:00"));
  const FakeMeasure measure;
  struct Row {
    int width;
    int height;
  };
  std::size_t before = 0;
  for (const Row& row : {Row{320, 240}, Row{800, 480}, Row{1080, 1920}}) {
    CAPTURE(row.width);
    const Frame frame = lay_out(view, {row.width, row.height, {}}, dark_theme(), measure);
    const std::size_t shown = count(frame, Role::next_time);
    CHECK(shown > before);
    CHECK(count(frame, Role::next_title) == shown);
    CHECK(count(frame, Role::room) == 1);
    CHECK(count(frame, Role::freshness) == 1);
    CHECK(count(frame, Role::clock) == 0);
    CHECK((count(frame, Role::also) == 1) == (shown < lines.size()));
    for (const Item& item : frame.items) {
      if (item.role == Role::also) CHECK(item.text == "+" + std::to_string(lines.size() - shown) + " more");
      CHECK(item.box.bottom() <= row.height);
    }
    before = shown;
  }
  CHECK(before == lines.size());
}

TEST_CASE("technicians' lines stand at the foot; the sign above them is whole") {
  const Schedule schedule = programme(kDay);
  View view = view_at(sign_of(schedule), moment("13:10"));
  view.texts.setup = {"Sign a · host b · 10.0.0.17", "Config /etc/placard/venue.json", "Feed: live"};
  const FakeMeasure measure;
  const Frame frame = lay_out(view, {800, 480, {}}, dark_theme(), measure);
  CHECK(frame.height == 480);
  CHECK(count(frame, Role::technician) == 3);
  CHECK(count(frame, Role::title) == 1);
  int sign_bottom = 0;
  int foot_top = frame.height;
  for (const Item& item : frame.items) {
    if (item.role == Role::technician) foot_top = std::min(foot_top, item.box.y);
    if (item.role != Role::technician) sign_bottom = std::max(sign_bottom, item.box.bottom());
  }
  CHECK(sign_bottom <= foot_top);
}
