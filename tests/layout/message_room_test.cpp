// SPDX-License-Identifier: MIT
#include "layout/message_room.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "layout/layout.hpp"
#include "layout/type/fake_measure.hpp"

using namespace placard;
using namespace placard::test;

namespace {

// As many characters, in words of seven letters.
std::string words(std::size_t characters) {
  std::string text = "Stairs";
  while (text.size() + 8 <= characters) text += " letters";
  return text;
}

View room_view(const std::string& message) {
  View view;
  SignTexts& texts = view.texts;
  texts.header = {"Golden Gate A", "1:05 PM"};
  texts.message.text = message;
  texts.message.source = "Staff notice, 1:00 PM";
  texts.main.status = "Now";
  texts.main.shows_session = true;
  texts.main.headline = "Opening words";
  texts.main.time = "1:00 – 1:30 PM";
  texts.main.time_left = "25 min left";
  texts.main.progress = 166;
  texts.main.speakers = {"Ada Lovelace", "Grace Hopper"};
  texts.next.sessions = {{"1:45 PM", "", "Serving many models at once", std::nullopt},
                         {"2:30 PM", "", "A talk after that", std::nullopt}};
  return view;
}

View countdown_view(const std::string& message) {
  View view = room_view(message);
  view.layout = Layout::countdown;
  view.texts.count = {"Time left", "25:00", "00:00", Phase::normal, ""};
  return view;
}

View list_view(const std::string& message) {
  View view = room_view(message);
  view.texts.list.day = "Sessions on Tue, Nov 4";
  view.texts.list.sessions.assign(12, {"1:45 PM", "", "Serving many models at once", std::nullopt});
  view.texts.main = {};
  view.texts.next = {};
  return view;
}

Frame frame_of(const View& view, int width, int height) {
  return lay_out(view, Panel{width, height, std::nullopt}, dark_theme(), FakeMeasure());
}

std::vector<const Item*> items_of(const Frame& frame, Role role) {
  std::vector<const Item*> items;
  for (const Item& item : frame.items) {
    if (item.role == role) items.push_back(&item);
  }
  return items;
}

bool is_whole(const Frame& frame, Role role) {
  const auto items = items_of(frame, role);
  return !items.empty() && std::none_of(items.begin(), items.end(), [](const Item* item) { return item->truncated; });
}

struct Size {
  int width;
  int height;
};

constexpr Size kSizes[] = {{1920, 1080}, {1080, 1920}, {1280, 720}, {800, 480}, {480, 800}, {320, 240}, {240, 320}};

}  // namespace

TEST_CASE("a long message stands whole where lists, next sessions and what is beside can make room for it") {
  for (const Size& size : {Size{1920, 1080}, {1080, 1920}, {1280, 720}, {800, 480}, {480, 800}}) {
    CAPTURE(size.width);
    for (const View& view : {room_view(words(350)), countdown_view(words(250)), list_view(words(350))}) {
      CAPTURE(std::string(name_of(view.layout)));
      const Frame frame = frame_of(view, size.width, size.height);
      CHECK(is_whole(frame, Role::message));
      CHECK(is_whole(frame, Role::room));
    }
  }
  const Frame portrait = frame_of(room_view(words(350)), 1080, 1920);
  CHECK(items_of(portrait, Role::message_source).size() == 1);  // nor does it cost who says so
}

TEST_CASE("a message of any length leaves the room, the title and its times whole, or the list's first line") {
  for (const Size& size : kSizes) {
    CAPTURE(size.width);
    for (const std::size_t length : {40, 120, 300, 600, 1000}) {
      CAPTURE(length);
      const Frame room = frame_of(room_view(words(length)), size.width, size.height);
      CHECK(is_whole(room, Role::room));
      CHECK(is_whole(room, Role::title));
      CHECK(is_whole(room, Role::time));
      CHECK(is_whole(frame_of(countdown_view(words(length)), size.width, size.height), Role::countdown));
      CHECK_FALSE(items_of(frame_of(list_view(words(length)), size.width, size.height), Role::next_time).empty());
    }
  }
}

TEST_CASE("a longer message never shows less of what staff say") {
  for (const Size& size : kSizes) {
    CAPTURE(size.width);
    std::size_t before = 0;
    for (std::size_t length = 40; length <= 1000; length += 120) {
      CAPTURE(length);
      std::size_t shown = 0;
      for (const Item* item : items_of(frame_of(room_view(words(length)), size.width, size.height), Role::message)) {
        for (const PlacedLine& line : item->lines) shown += line.line.text.size();
      }
      CHECK(shown + 20 >= before);  // lines may end a few words earlier
      before = shown;
    }
  }
}

TEST_CASE("older messages stand under the newest, each whole, while there is room") {
  View view = room_view("Newest");
  view.texts.message.older = {{"Older", "Staff notice, 12:50 PM"}, {"Oldest", "Staff notice, 12:40 PM"}};
  const auto texts_on = [&view](int width, int height) {
    std::string all;
    int bottom = 0;
    for (const Item* item : items_of(frame_of(view, width, height), Role::message)) {
      CHECK(item->box.y >= bottom);
      CHECK_FALSE(item->truncated);
      bottom = item->box.bottom();
      all += item->text + ";";
    }
    return all;
  };
  CHECK(texts_on(1920, 1080) == "Newest;Older;Oldest;");
  CHECK(texts_on(1080, 1920) == "Newest;Older;Oldest;");
  CHECK(texts_on(800, 480) == "Newest;Older;Oldest;");
  view.texts.message.older[1].text = words(900);
  CHECK(texts_on(800, 480) == "Newest;Older;");
  CHECK(texts_on(320, 240).starts_with("Newest;"));
}

TEST_CASE("a takeover and a replacement take smaller type rather than lose a word") {
  for (const Size& size : {Size{1920, 1080}, {1080, 1920}, {800, 480}}) {
    CAPTURE(size.width);
    View taken = room_view(words(700));
    taken.texts.message.level = MessageLevel::takeover;
    CHECK(is_whole(frame_of(taken, size.width, size.height), Role::message));
    View replaced = room_view("");
    replaced.texts.message.replacement = "Private event";
    replaced.texts.main.note = words(500);
    CHECK(is_whole(frame_of(replaced, size.width, size.height), Role::note));
    CHECK(is_whole(frame_of(replaced, size.width, size.height), Role::message));
  }
}
