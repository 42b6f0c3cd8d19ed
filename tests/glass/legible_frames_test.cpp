// SPDX-License-Identifier: MIT
// Every change of the shipped event day, for every room, on many sizes of glass, with the real fonts: what a person
// with a ruler would check (nothing is painted). The figures are those of the legibility checklist.
#include <doctest/doctest.h>

#include <set>
#include <sstream>
#include <unordered_map>

#include "glass/painter.hpp"
#include "glass/ruler.hpp"
#include "glass/staff_views.hpp"
#include "sign/layout.hpp"
#include "sign/sign_input.hpp"
#include "text/clean.hpp"

using namespace placard;
using namespace placard::test;
using namespace std::chrono_literals;

namespace {

constexpr PixelSize kSizes[] = {{320, 240},   {480, 320},   {800, 480}, {1024, 600}, {1280, 800},
                                {1920, 1080}, {1080, 1920}, {480, 800}, {800, 1280}, {3840, 2160}};

struct Picture {
  std::string what;  // "800x480 light, Golden Gate A at 2025-11-04T13:05:00-08:00"
  Frame frame;
  std::string room;
};

// What a room's sign says from the midnight before the event to the one after, at every change and half-way to the
// next one.
std::vector<View> day_of(const std::vector<std::string>& rooms, Layout layout = Layout::room) {
  std::vector<View> views;
  const ViewInput input = input_for(rooms, layout);
  for (Instant now = at("2025-11-04T00:00"); now < at("2025-11-05T23:59");) {
    views.push_back(view_at(input, now));
    const auto next = views.back().next_change;
    if (!next) break;
    views.push_back(view_at(input, now + (*next - now) / 2));
    now = *next;
  }
  return views;
}

// What a sign says when all is not well.
std::vector<View> troubles() {
  std::vector<View> views = day_of({"A room that the feed does not know"});
  ViewInput input = input_for({"Golden Gate A"});
  input.read_now = false;
  const Instant now = at("2025-11-04T13:05");
  for (const seconds age : {seconds(5min), seconds(2h), seconds(48h)}) {
    input.as_of = now - age;
    views.push_back(view_at(input, now));
  }
  input.as_of.reset();
  input.age_unknown = true;
  views.push_back(view_at(input, now));
  for (const SignSettings& sign : settings().signs) {
    ViewInput without_clock = input_for(sign.rooms);
    without_clock.clock_trusted = false;
    views.push_back(view_at(without_clock, now));
  }
  views.push_back(view_at(input_for({"Golden Gate A"}), now));
  views.back().words.technician = {"Sign golden-gate-a · host golden-gate-a · 10.0.0.17, fd00::2",
                                   "Config /etc/placard/venue.json",
                                   "Feed https://example.org/schedule.json: no-data"};
  input.schedule = nullptr;
  views.push_back(view_at(input, now));
  const std::string sentence =
      "/etc/placard/venue.json:12:3: error: \"signs.golden-gate-a.size\" is not a size. Write the panel's pixels like "
      "\"1920x1080\".";
  views.push_back(attention_view("golden-gate-a", sentence, input.times, now));
  return views;
}

struct Distance {
  PixelSize size;
  double panel_mm, meters;
};
constexpr Distance kDistances[] = {{{800, 480}, 217, 2}, {{1920, 1080}, 531, 3}, {{1080, 1920}, 298, 5}};

// Every eighth of the views on glasses whose type is enlarged for a viewing distance.
void add_distant(std::vector<Picture>& pictures, const std::vector<View>& views) {
  for (const Distance& distance : kDistances) {
    const Glass glass{distance.size.width, distance.size.height, distance.panel_mm, distance.meters};
    for (std::size_t i = 0; i < views.size(); i += 8) {
      const View& view = views[i];
      std::ostringstream what;
      what << glass.width << "x" << glass.height << " for " << distance.meters << " m, " << view.room << " at "
           << settings().zone->format(view.at);
      pictures.push_back({what.str(), lay_out(view, glass, dark_theme(), fonts()), view.room});
    }
  }
}

std::vector<Picture> make_pictures() {
  std::vector<View> views = troubles();
  for (const auto& more : {messages(), replacements(), changed_sessions()}) {
    views.insert(views.end(), more.begin(), more.end());
  }
  for (const SignSettings& sign : settings().signs) {
    for (View& view : day_of(sign.rooms)) views.push_back(std::move(view));
  }
  for (View& view : day_of({"Lightning Theater"}, Layout::countdown)) views.push_back(std::move(view));
  std::vector<Picture> pictures;
  for (const PixelSize size : kSizes) {
    for (const Theme* theme : {&dark_theme(), &light_theme()}) {
      for (const View& view : views) {
        std::ostringstream what;
        what << size.width << "x" << size.height << (theme == &dark_theme() ? " dark, " : " light, ") << view.room
             << " at " << settings().zone->format(view.at);
        const Glass glass{size.width, size.height, std::nullopt};
        pictures.push_back({what.str(), lay_out(view, glass, *theme, fonts()), view.room});
      }
    }
  }
  add_distant(pictures, views);
  return pictures;
}

const std::vector<Picture>& pictures() {
  static const auto all = make_pictures();
  return all;
}

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

TEST_CASE("room and times are never cut") {
  check_items("cut", [](const Frame&, const Item& item) {
    const bool whole = item.role == Role::room || item.role == Role::clock || item.role == Role::time ||
                       item.role == Role::time_left || item.role == Role::next_time;
    return !whole || !item.truncated;
  });
}

TEST_CASE("titles are never cut from 800x480 up") {
  check_items("cut", [](const Frame& frame, const Item& item) {
    return item.role != Role::title || std::min(frame.width, frame.height) < 480 || !item.truncated;
  });
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

// The colour that most pixels of an area have.
std::uint32_t ground_of(const Pixels& pixels, const Rect& box) {
  std::unordered_map<std::uint32_t, int> counts;
  for (int y = box.y; y < box.bottom(); ++y) {
    for (int x = box.x; x < box.right(); ++x) ++counts[pixels.row(y)[x]];
  }
  return std::max_element(counts.begin(), counts.end(),
                          [](const auto& a, const auto& b) { return a.second < b.second; })
      ->first;
}

// What a text really looks like: the pixels it touches, and the contrast of its strongest ones.
struct Painted {
  Rect ink;
  double contrast = 0;
};

Painted painted_text(const Pixels& pixels, const Item& item) {
  Painted out;
  std::set<std::uint32_t> colors;
  for (int y = item.box.y; y < item.box.bottom(); ++y) {
    for (int x = item.box.x; x < item.box.right(); ++x) {
      const std::uint32_t color = pixels.row(y)[x];
      if (color == pack(item.background)) continue;
      const bool of_fill = std::any_of(item.fills.begin(), item.fills.end(), [&](const Fill& fill) {
        return overlap(fill.rect, {x, y, 1, 1}) && !overlap(item.ink, {x, y, 1, 1});
      });
      if (of_fill) continue;
      out.ink = united(out.ink, {x, y, 1, 1});
      colors.insert(color);
    }
  }
  for (const std::uint32_t color : colors)
    out.contrast = std::max(out.contrast, contrast(unpack(color), item.background));
  return out;
}

// Pixels that are not the ground's though the frame says nothing is there.
int stray_pixels(const Pixels& pixels, const Frame& frame) {
  Pixels expected = pixels;
  for (const Item& item : frame.items) {
    const auto clear = [&expected, &frame](const Rect& area) {
      for (int y = area.y; y < area.bottom(); ++y)
        std::fill_n(expected.row(y) + area.x, std::max(0, area.w), pack(frame.background));
    };
    if (!item.ink.empty()) clear(item.ink);
    for (const Fill& fill : item.fills) clear(fill.rect);
  }
  return static_cast<int>(std::count_if(expected.data.begin(), expected.data.end(),
                                        [&frame](std::uint32_t pixel) { return pixel != pack(frame.background); }));
}

TEST_CASE("painted: every text stands out from the ground it says, and there is no ink but where the frame says") {
  Faults faults;
  std::size_t painted = 0;
  for (std::size_t i = 0; i < pictures().size(); i += 61) {
    const Picture& picture = pictures()[i];
    const Pixels pixels = paint(picture.frame, fonts());
    ++painted;
    if (stray_pixels(pixels, picture.frame) > 0) faults.add("ink outside all boxes", picture.what);
    for (const Item& item : picture.frame.items) {
      if (!is_text(item) || item.ink.empty()) continue;
      const std::uint32_t ground = ground_of(pixels, item.ink);
      if (ground != pack(item.background) && ground != pack(item.color))
        faults.add("ground", picture.what + ": " + item.text);
      const Painted text = painted_text(pixels, item);
      if (text.ink != item.ink) faults.add("ink", picture.what + ": " + item.text);
      if (text.contrast < least_contrast(item)) faults.add("contrast", picture.what + ": " + item.text);
      if (text.contrast + 0.01 < contrast(item.color, item.background))
        faults.add("colour", picture.what + ": " + item.text);
    }
  }
  CHECK(painted > 100);
}
