// SPDX-License-Identifier: MIT
// Every change of the shipped event day, for every room, on many sizes of glass, with the real fonts: what a person
// with a ruler would check (nothing is painted). The figures are those of the legibility checklist.
#include <doctest/doctest.h>

#include <set>

#include "base/text/clean.hpp"
#include "screen/day_pictures.hpp"
#include "screen/ruler.hpp"
#include "screen/staff_views.hpp"

using namespace placard;
using namespace placard::test;
using namespace std::chrono_literals;

namespace {

bool is_countdown(const Frame& frame) {
  return std::any_of(frame.items.begin(), frame.items.end(),
                     [](const Item& item) { return item.role == Role::countdown; });
}

template <typename Check>  // Check(frame, item) -> is it right?
void check_items(const std::string& kind, Check check) {
  Faults faults;
  for (const Picture& picture : pictures()) {
    for (const Item& item : picture.frame.items) {
      if (!check(picture.frame, item))
        faults.add(kind + " (" + std::string(name_of(item.role)) + ")", picture.what + ": " + item.text);
    }
  }
}

// No-break spaces count as spaces: names of speakers are held together with them.
std::string with_plain_spaces(std::string text) {
  for (auto found = text.find("\u00A0"); found != std::string::npos; found = text.find("\u00A0")) {
    text.replace(found, 2, " ");
  }
  return text;
}

// Whether every line ends where a word does: at a space, or after a hyphen or slash.
bool ends_with_words(const Item& item) {
  const std::string text = with_plain_spaces(item.text);
  std::size_t place = 0;
  for (const PlacedLine& placed : item.lines) {
    std::string line = with_plain_spaces(placed.line.text);
    const auto ellipsis = line.find("…");
    if (item.truncated && ellipsis != std::string::npos) line.resize(ellipsis);
    if (text.compare(place, line.size(), line) != 0) return false;
    place += line.size();
    if (place == text.size()) return true;
    const char last = text[place - 1];
    if (std::string(" ,;:.-").find(text[place]) == std::string::npos && last != '-' && last != '/') return false;
    if (text[place] == ' ') ++place;
  }
  return item.truncated;
}

}  // namespace

TEST_CASE("there are pictures of every state") {
  CHECK(pictures().size() > 1000);
  CHECK(std::any_of(pictures().begin(), pictures().end(),
                    [](const Picture& picture) { return is_countdown(picture.frame); }));
  MESSAGE(pictures().size() << " frames");
}

TEST_CASE("boxes and ink lie in the safe area, 4 % of the shorter side from the edge, and ink in its box") {
  check_items("box outside the safe area",
              [](const Frame& frame, const Item& item) { return contains(safe_area(frame), item.box); });
  check_items("ink outside the safe area", [](const Frame& frame, const Item& item) {
    return item.ink.empty() || contains(safe_area(frame), item.ink);
  });
  check_items("ink outside its box",
              [](const Frame&, const Item& item) { return item.ink.empty() || contains(item.box, item.ink); });
}

TEST_CASE("no two texts overlap") {
  Faults faults;
  for (const Picture& picture : pictures()) {
    const auto& items = picture.frame.items;
    for (std::size_t i = 0; i < items.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        if (!is_text(items[i]) || !is_text(items[j]) || !overlap(items[i].box, items[j].box)) continue;
        faults.add("overlap", picture.what + ": " + items[j].text + " and " + items[i].text);
      }
    }
  }
}

TEST_CASE("the room's name is in every frame, whole") {
  Faults faults;
  for (const Picture& picture : pictures()) {
    const auto& items = picture.frame.items;
    const auto room =
        std::find_if(items.begin(), items.end(), [](const Item& item) { return item.role == Role::room; });
    if (room == items.end() || room->text != picture.room) faults.add("no room", picture.what);
  }
}

TEST_CASE("what is on has its title: nothing beside it takes its place") {
  Faults faults;
  for (const Picture& picture : pictures()) {
    const Frame& frame = picture.frame;
    const bool small_countdown = is_countdown(frame) && std::min(frame.width, frame.height) < 300;  // all number
    if (picture.texts.main.headline.empty() || small_countdown) continue;
    const bool titled =
        std::any_of(frame.items.begin(), frame.items.end(), [](const Item& item) { return item.role == Role::title; });
    if (!titled) faults.add("no title", picture.what + ": " + picture.texts.main.headline);
  }
}

TEST_CASE("room and times are never cut") {
  check_items("cut", [](const Frame&, const Item& item) {
    const bool whole = item.role == Role::room || item.role == Role::clock || item.role == Role::time ||
                       item.role == Role::time_left || item.role == Role::next_time;
    return !whole || !item.truncated;
  });
}

bool has_item(const Frame& frame, Role role) {
  return std::any_of(frame.items.begin(), frame.items.end(), [role](const Item& item) { return item.role == role; });
}

// Of several rooms the first is enough on the smallest glass.
bool may_cut_place(const Frame& frame, const Item& item) {
  return std::min(frame.width, frame.height) < 300 && item.text.find("Salons 7-9, ") != std::string::npos;
}

TEST_CASE("what is held elsewhere says where, whole, on every glass that shows it") {
  Faults faults;
  std::size_t shown = 0;
  for (const Picture& picture : pictures()) {
    if (picture.texts.main.place.empty()) continue;
    ++shown;
    if (!has_item(picture.frame, Role::place)) faults.add("no place", picture.what);
  }
  CHECK(shown > 300);
  check_items("cut", [](const Frame& frame, const Item& item) {
    return item.role != Role::place || !item.truncated || may_cut_place(frame, item);
  });
}

TEST_CASE("what is to come elsewhere says where beside each title that is shown") {
  Faults faults;
  for (const Picture& picture : pictures()) {
    const auto& sessions = picture.texts.next.sessions;
    for (std::size_t i = 0, title = 0; i < picture.frame.items.size(); ++i) {
      if (picture.frame.items[i].role != Role::next_title) continue;
      const Upcoming& session = sessions.at(title++);
      if (session.place.empty()) continue;
      const auto& items = picture.frame.items;
      const auto count = std::count_if(items.begin(), items.end(), [&session](const Item& item) {
        return item.role == Role::next_place && item.text == session.place;
      });
      if (count == 0) faults.add("no place", picture.what + ": " + session.title);
    }
  }
}

TEST_CASE("what became of a session near in time stands on every glass, whatever is on instead") {
  Faults faults;
  for (const Picture& picture : pictures()) {
    const SignTexts& texts = picture.texts;
    if (!texts.main.absent_is_near || !texts.message.text.empty()) continue;
    if (!has_item(picture.frame, Role::absent)) faults.add("not told", picture.what + ": " + texts.main.absent);
  }
}

TEST_CASE("titles are never cut from 800x480 up") {
  check_items("cut", [](const Frame& frame, const Item& item) {
    return item.role != Role::title || std::min(frame.width, frame.height) < 480 || !item.truncated;
  });
}

TEST_CASE("the countdown rather names one session to come with its title than several with theirs cut") {
  Faults faults;
  for (const Picture& picture : pictures()) {
    if (!is_countdown(picture.frame)) continue;
    std::size_t titles = 0;
    bool cut = false;
    for (const Item& item : picture.frame.items) {
      if (item.role != Role::next_title) continue;
      ++titles;
      cut = cut || item.truncated;
    }
    if (titles > 1 && cut) faults.add("cut", picture.what);
  }
}

TEST_CASE("a capital H is at least 14 px high") {
  check_items("too small", [](const Frame&, const Item& item) { return !is_text(item) || item.cap_px >= 14; });
}

TEST_CASE("text stands out from what is behind it: 7 to 1, in chips 4.5 to 1") {
  check_items("too little contrast", [](const Frame&, const Item& item) {
    return !is_text(item) || contrast(item.color, item.background) >= least_contrast(item);
  });
}

TEST_CASE("every character is drawn by a face that has it: nobody sees an empty box") {
  check_items("a character without a glyph", [](const Frame&, const Item& item) { return has_all_glyphs(item); });
}

TEST_CASE("all 61 titles are among these frames at every size, the theater's 18 in its countdown too") {
  std::set<std::string> all;
  for (const Session& session : ray_summit().sessions) all.insert(session.title);
  std::map<std::pair<int, int>, std::set<std::string>> shown;
  std::map<std::pair<int, int>, std::set<std::string>> counted;
  for (const Picture& picture : pictures()) {
    const std::pair<int, int> size(picture.frame.width, picture.frame.height);
    for (const Item& item : picture.frame.items) {
      if (item.role == Role::title && all.count(item.text) > 0)
        (is_countdown(picture.frame) ? counted : shown)[size].insert(item.text);
    }
  }
  CHECK(all.size() == 61);
  for (const PixelSize size : kSizes) {
    CAPTURE(size.width);
    CAPTURE(size.height);
    CHECK(shown[{size.width, size.height}].size() == 61);
    const bool titles_beside = std::min(size.width, size.height) >= 300;  // a smaller countdown is all number
    CHECK(counted[{size.width, size.height}].size() == (titles_beside ? 18 : 0));
  }
}

TEST_CASE("no more than five sizes of type in a frame") {
  Faults faults;
  for (const Picture& picture : pictures()) {
    std::set<int> sizes;
    for (const Item& item : picture.frame.items) {
      if (is_text(item)) sizes.insert(item.font.px);
    }
    if (sizes.size() > 5) faults.add("sizes", picture.what + ": " + std::to_string(sizes.size()));
  }
}

TEST_CASE("no word is broken inside") {
  check_items("broken word", [](const Frame&, const Item& item) { return !is_text(item) || ends_with_words(item); });
}

// Whether the last two words of a text would fit a line as wide as the glass allows.
bool could_have_company(const Frame& frame, const Item& item) {
  const std::string& before = item.lines[item.lines.size() - 2].line.text;
  const std::string pair = before.substr(before.rfind(' ') + 1) + " " + item.lines.back().line.text;
  return line_width(fonts(), item.font, pair) <= safe_area(frame).w - std::min(frame.width, frame.height) * 4 / 100;
}

TEST_CASE("titles are set in few lines without a lonely short word or a last line below 30 % of the widest") {
  check_items("ragged", [](const Frame& frame, const Item& item) {
    if (item.role != Role::title) return true;
    if (!is_countdown(frame) && item.lines.size() > (frame.height > frame.width ? 6 : 3)) return false;
    if (item.lines.size() < 2) return true;
    int widest = 0;
    for (const PlacedLine& placed : item.lines) widest = std::max(widest, placed.line.width);
    const Line& last = item.lines.back().line;
    const bool lonely = last.text.find(' ') == std::string::npos && code_points(last.text).size() <= 4 &&
                        could_have_company(frame, item);
    return !lonely && last.width * 10 >= widest * 3;
  });
}

TEST_CASE("every frame says from how far it can be read") {
  Faults faults;
  for (const Picture& picture : pictures()) {
    if (picture.frame.declared_distance_m < 0.5) faults.add("distance", picture.what);
  }
}

TEST_CASE("title lines of more than 40 characters on wide glasses are told, not refused") {
  std::map<std::string, std::size_t> long_lines;
  for (const Picture& picture : pictures()) {
    for (const Item& item : picture.frame.items) {
      if (item.role != Role::title || picture.frame.height > picture.frame.width) continue;
      for (const PlacedLine& placed : item.lines) {
        const std::size_t length = code_points(placed.line.text).size();
        if (length > 40) long_lines[placed.line.text] = length;
      }
    }
  }
  for (const auto& [line, length] : long_lines) MESSAGE(length << " characters: " << line);
  CHECK(long_lines.size() <= ray_summit().sessions.size());
}
