// SPDX-License-Identifier: MIT
#include "layout/room_layout.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "layout/type/fake_measure.hpp"
#include "settings/settings.hpp"

using namespace placard;
using namespace placard::test;

namespace {

const TrackLabel kTrack{"LLMs", {0xE6, 0x9F, 0x00}};

View view_of_now() {
  View view;
  SignTexts& texts = view.texts;
  texts.header.room = "Golden Gate A";
  texts.header.clock = "1:05 PM";
  texts.main.status = "Now";
  texts.main.is_on = true;
  texts.main.shows_session = true;
  texts.main.headline = "Scaling Ray to a thousand nodes";
  texts.main.track = kTrack;
  texts.main.labels = {"Text / Docs"};
  texts.main.time = "1:00 – 1:30 PM";
  texts.main.time_left = "25 min left";
  texts.main.progress = 166;
  texts.main.speakers = {"Ada Lovelace, Analytical Engines", "Grace Hopper, US Navy"};
  texts.next.sessions = {{"1:45 PM", "", "Serving many models at once", TrackLabel{"vLLM", {0xD6, 0x90, 0xB8}}},
                         {"2:30 PM", "", "A talk after that", std::nullopt},
                         {"3:15 PM", "", "And one more", kTrack}};
  return view;
}

View view_of_sentence() {
  View view;
  view.texts.header.room = "Golden Gate A";
  view.texts.header.clock = "1:05 PM";
  view.texts.main.headline = "Waiting for the programme";
  view.texts.main.note = "It will appear here as soon as it can be loaded.";
  return view;
}

Frame frame_of(const View& view, int width = 1920, int height = 1080, const Theme& theme = dark_theme()) {
  return lay_out_room(view, Panel{width, height, std::nullopt}, theme, FakeMeasure());
}

const Item* find_item(const Frame& frame, Role role) {
  const auto found =
      std::find_if(frame.items.begin(), frame.items.end(), [role](const Item& item) { return item.role == role; });
  return found == frame.items.end() ? nullptr : &*found;
}

const Item& item_of(const Frame& frame, Role role) {
  const Item* item = find_item(frame, role);
  REQUIRE(item != nullptr);
  return *item;
}

std::size_t count_of(const Frame& frame, Role role) {
  return static_cast<std::size_t>(
      std::count_if(frame.items.begin(), frame.items.end(), [role](const Item& item) { return item.role == role; }));
}

bool is_above(const Item& a, const Item& b) {
  return a.box.bottom() <= b.box.y;
}

}  // namespace

TEST_CASE("from top to bottom: the room, what is on, until when, who speaks, and what comes next") {
  const Frame frame = frame_of(view_of_now());
  const Role order[] = {Role::room,     Role::status, Role::title,      Role::time,      Role::progress,
                        Role::speakers, Role::rule,   Role::next_label, Role::next_title};
  for (std::size_t i = 1; i < std::size(order); ++i) {
    CAPTURE(name_of(order[i]));
    CHECK(is_above(item_of(frame, order[i - 1]), item_of(frame, order[i])));
  }
}

TEST_CASE("every word of the view is an item of the frame") {
  const Frame frame = frame_of(view_of_now());
  struct Row {
    Role role;
    std::string text;
  };
  const Row rows[] = {
      {Role::room, "Golden Gate A"},
      {Role::clock, "1:05 PM"},
      {Role::status, "Now"},
      {Role::track, "LLMs"},
      {Role::label, "Text / Docs"},
      {Role::title, "Scaling Ray to a thousand nodes"},
      {Role::time, "1:00 – 1:30 PM"},
      {Role::time_left, "25 min left"},
      {Role::speakers, "Ada Lovelace, Analytical Engines; Grace Hopper, US Navy"},
      {Role::next_time, "1:45 PM"},
      {Role::next_track, "vLLM"},
      {Role::next_title, "Serving many models at once"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(item_of(frame, row.role).text == row.text);
    CHECK_FALSE(item_of(frame, row.role).truncated);
  }
}

TEST_CASE("an empty word is no item") {
  const Frame frame = frame_of(view_of_sentence());
  CHECK(item_of(frame, Role::title).text == "Waiting for the programme");
  CHECK(item_of(frame, Role::note).text == "It will appear here as soon as it can be loaded.");
  for (const Role role : {Role::status, Role::time, Role::time_left, Role::track, Role::speakers, Role::progress,
                          Role::rule, Role::next_label, Role::next_title, Role::freshness, Role::also}) {
    CAPTURE(name_of(role));
    CHECK(find_item(frame, role) == nullptr);
  }
}

TEST_CASE("what stands on the left begins at one edge, to the pixel") {
  const Frame frame = frame_of(view_of_now());
  const int left = item_of(frame, Role::room).ink.x;
  for (const Role role : {Role::status, Role::title, Role::time, Role::speakers, Role::next_label, Role::next_time}) {
    CAPTURE(name_of(role));
    CHECK(item_of(frame, role).ink.x == left);
  }
}

TEST_CASE("the clock stands at the right edge, and ten o'clock does not move the room's name") {
  View view = view_of_now();
  view.texts.header.clock = "9:59 AM";
  const Frame before = frame_of(view);
  view.texts.header.clock = "10:00 AM";
  const Frame after = frame_of(view);
  CHECK(item_of(before, Role::clock).box.right() == item_of(after, Role::clock).box.right());
  CHECK(item_of(before, Role::clock).box.right() == 1920 - item_of(before, Role::room).ink.x);
  CHECK(item_of(before, Role::room) == item_of(after, Role::room));
  for (std::size_t length = 1; length <= 60; ++length) {
    CAPTURE(length);
    view.texts.header.room = std::string(length, 'R');
    view.texts.header.clock = "9:59 AM";
    const Frame nine = frame_of(view);
    view.texts.header.clock = "10:00 AM";
    CHECK(item_of(nine, Role::room) == item_of(frame_of(view), Role::room));
  }
}

TEST_CASE("a minute later only the clock, the time left and the progress differ") {
  View view = view_of_now();
  const Frame before = frame_of(view);
  view.texts.header.clock = "1:06 PM";
  view.texts.main.time_left = "24 min left";
  view.texts.main.progress = 200;
  const Frame after = frame_of(view);
  REQUIRE(before.items.size() == after.items.size());
  for (std::size_t i = 0; i < before.items.size(); ++i) {
    const Role role = before.items[i].role;
    CAPTURE(name_of(role));
    const bool ticks = role == Role::clock || role == Role::time_left || role == Role::progress;
    CHECK((before.items[i] == after.items[i]) == !ticks);
  }
}

TEST_CASE("the same view gives the same frame") {
  CHECK(frame_of(view_of_now()) == frame_of(view_of_now()));
  CHECK_FALSE(frame_of(view_of_now()) == frame_of(view_of_sentence()));
}

TEST_CASE("a theme changes colours and nothing else") {
  const Frame dark = frame_of(view_of_now());
  const Frame light = frame_of(view_of_now(), 1920, 1080, light_theme());
  CHECK_FALSE(dark.background == light.background);
  REQUIRE(dark.items.size() == light.items.size());
  for (std::size_t i = 0; i < dark.items.size(); ++i) {
    CHECK(dark.items[i].text == light.items[i].text);
    CHECK(dark.items[i].box == light.items[i].box);
    CHECK(dark.items[i].lines == light.items[i].lines);
  }
}

TEST_CASE("a wide glass shows one later session, a tall one as many as find room") {
  CHECK(count_of(frame_of(view_of_now(), 1920, 1080), Role::next_title) == 1);
  CHECK(count_of(frame_of(view_of_now(), 1080, 1920), Role::next_title) == 3);
}

TEST_CASE("a glass too small for everything keeps the room, the title and the time") {
  View view = view_of_now();
  view.texts.main.headline =
      "A title that is quite long and needs all of the three lines that a small glass has for it";
  for (const PixelSize size : std::vector<PixelSize>{{480, 320}, {320, 240}}) {
    CAPTURE(size.width);
    const Frame frame = frame_of(view, size.width, size.height);
    CHECK(item_of(frame, Role::room).text == "Golden Gate A");
    CHECK(item_of(frame, Role::time).text == "1:00 – 1:30 PM");
    CHECK(find_item(frame, Role::title) != nullptr);
    CHECK(find_item(frame, Role::speakers) == nullptr);
    for (const Item& item : frame.items) CHECK(item.box.bottom() <= size.height);
  }
}

TEST_CASE("a schedule that may be out of date is told on every glass, also where nothing else finds room") {
  View view = view_of_now();
  view.texts.freshness = "Not updated since 10:42 AM";
  view.texts.main.headline =
      "A title that is quite long and needs all of the three lines that a small glass has for it";
  for (const PixelSize size : std::vector<PixelSize>{{480, 320}, {800, 480}, {1920, 1080}, {1080, 1920}}) {
    CAPTURE(size.width);
    CHECK(item_of(frame_of(view, size.width, size.height), Role::freshness).text == "Not updated since 10:42 AM");
  }
  view.texts.main.headline.assign(300, 'x');
  const Frame crowded = frame_of(view, 480, 320);
  CHECK(find_item(crowded, Role::next_title) == nullptr);
  CHECK(find_item(crowded, Role::freshness) != nullptr);
}

TEST_CASE("as the title grows, a small glass shows less and less of what comes next") {
  View view = view_of_now();
  view.texts.main.headline = "Title";
  int shown = 2;  // 2: with its track, 1: time and title, 0: nothing
  std::set<int> seen;
  for (int texts = 1; texts <= 40; ++texts) {
    CAPTURE(texts);
    const Frame frame = frame_of(view, 320, 240);
    const bool labels = find_item(frame, Role::next_track) != nullptr;
    const int now_shown = find_item(frame, Role::next_title) == nullptr ? 0 : labels ? 2 : 1;
    CHECK(now_shown <= shown);
    shown = now_shown;
    seen.insert(shown);
    view.texts.main.headline += " of words";
  }
  CHECK(seen == std::set<int>{0, 1, 2});
}

TEST_CASE("what is cancelled or elsewhere gives way before anything leaves the glass") {
  View view = view_of_now();
  view.texts.main.absent = "Cancelled: 1:45 PM, A title that is quite long and fills two lines of a small glass";
  view.texts.main.elsewhere = "Lunch + Networking for all who are hungry, Rayground on the second floor, until 1:00 PM";
  view.texts.main.headline =
      "A title that is quite long and needs all of the three lines that a small glass has for it";
  const Frame small = frame_of(view, 320, 240);
  for (const Item& item : small.items) CHECK(item.box.bottom() <= 240);
  CHECK(find_item(small, Role::elsewhere) == nullptr);
  const Frame large = frame_of(view, 1920, 1080);
  CHECK(find_item(large, Role::elsewhere) != nullptr);
  CHECK(find_item(large, Role::absent) != nullptr);
}

TEST_CASE("speakers never cost the title more than a tenth of its size") {
  int with_speakers = 0;
  int without = 0;
  for (std::size_t texts = 3; texts <= 24; ++texts) {
    View view = view_of_now();
    view.texts.main.headline = "Title";
    for (std::size_t i = 1; i < texts; ++i) view.texts.main.headline += " word";
    for (const PixelSize size : std::vector<PixelSize>{{800, 480}, {1280, 800}, {1080, 1920}}) {
      view.texts.main.speakers = view_of_now().texts.main.speakers;
      const Frame frame = frame_of(view, size.width, size.height);
      view.texts.main.speakers.clear();
      const Frame bare = frame_of(view, size.width, size.height);
      const bool shown = find_item(frame, Role::speakers) != nullptr;
      ++(shown ? with_speakers : without);
      if (!shown) continue;
      CHECK_FALSE(item_of(frame, Role::title).truncated);
      CHECK(item_of(frame, Role::title).font.px * 10 >= item_of(bare, Role::title).font.px * 9);
    }
  }
  CHECK(with_speakers > 0);
  CHECK(without > 0);
}

TEST_CASE("of many speakers whole names are shown, and how many more there are") {
  View view = view_of_now();
  view.texts.main.speakers.assign(40, "Ada Lovelace");
  const std::string text = item_of(frame_of(view, 1080, 1920), Role::speakers).text;
  CHECK(text.find("Ada Lovelace, Ada Lovelace") == 0);
  const auto plus = text.rfind(" +");
  REQUIRE(plus != std::string::npos);
  const std::size_t shown = static_cast<std::size_t>(std::count(text.begin(), text.end(), ',')) + 1;
  CHECK(text.substr(plus) == " +" + std::to_string(40 - shown));
}

TEST_CASE("the room's name is never cut where two lines can hold it") {
  View view = view_of_now();
  view.texts.header.room = "Auditorium Maximum (Level \u22121, behind the main stairs)";
  for (const PixelSize size : std::vector<PixelSize>{{800, 480}, {1080, 1920}, {1920, 1080}}) {
    const Frame frame = frame_of(view, size.width, size.height);
    const Item& room = item_of(frame, Role::room);
    CHECK_FALSE(room.truncated);
    CHECK(room.lines.size() <= 2);
  }
}

TEST_CASE("a chip is its track's colour with text that can be read on it") {
  View view = view_of_now();
  for (const Color color : {Color{0, 0, 0}, Color{255, 255, 255}, Color{119, 119, 119}, Color{0, 114, 178}}) {
    view.texts.main.track = TrackLabel{"Track", color};
    const Frame frame = frame_of(view);
    const Item& chip = item_of(frame, Role::track);
    REQUIRE(chip.fills.size() == 1);
    CHECK(chip.fills[0].color == color);
    CHECK(chip.background == color);
    CHECK(contrast(chip.color, color) >= 4.5);
  }
}

TEST_CASE("the progress bar is as far as the session") {
  View view = view_of_now();
  struct Row {
    int thousandths, percent;
  };
  for (const Row& row : {Row{0, 1}, Row{250, 25}, Row{500, 50}, Row{999, 99}, Row{1000, 100}}) {
    view.texts.main.progress = row.thousandths;
    const Frame frame = frame_of(view);
    const Item& bar = item_of(frame, Role::progress);
    REQUIRE(bar.fills.size() == 2);
    CHECK(bar.fills[0].rect.w == bar.box.w);
    CHECK(std::abs(bar.fills[1].rect.w * 100 / bar.fills[0].rect.w - row.percent) <= 1);
  }
}

TEST_CASE("the declared distance is 200 times the smallest essential capital") {
  const View view = view_of_now();
  const FakeMeasure measure;
  const Frame guessed = lay_out_room(view, Panel{1920, 1080, std::nullopt}, dark_theme(), measure);
  const Frame measured = lay_out_room(view, Panel{1920, 1080, 1062.0}, dark_theme(), measure);
  CHECK(item_of(guessed, Role::time).cap_px == 39);
  CHECK(guessed.declared_distance_m == doctest::Approx(2.2));   // 39 px of 0.2766 mm
  CHECK(measured.declared_distance_m == doctest::Approx(4.3));  // twice as wide a panel
  CHECK(frame_of(view, 480, 320).declared_distance_m < 1);
}

TEST_CASE("what staff say comes before who says so, and the age of the schedule before what it may mean") {
  View view = view_of_now();
  view.texts.message.text = "Lunch is served until 1:30 PM";
  view.texts.message.source = "Staff notice, 12:58 PM";
  view.texts.freshness = "Not updated since Sun, Nov 2 12:20 PM: times may have changed";
  const Frame wide = frame_of(view, 800, 480);
  CHECK(item_of(wide, Role::message_source).text == "Staff notice, 12:58 PM");
  CHECK(item_of(wide, Role::freshness).text == view.texts.freshness);
  const Frame narrow = frame_of(view, 320, 240);
  CHECK(find_item(narrow, Role::message_source) == nullptr);
  CHECK(!item_of(narrow, Role::message).truncated);
  CHECK(item_of(narrow, Role::freshness).text == "Not updated since Sun, Nov 2 12:20 PM");
  CHECK(!item_of(narrow, Role::freshness).truncated);
}
