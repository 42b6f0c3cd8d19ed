// SPDX-License-Identifier: MIT
// Texts as rooms, titles, names and messages of a sign, laid out and painted with the real fonts. Each line of the
// input is a text; its last eight bytes are the glass, the minute and what is the matter with the sessions.
#include <algorithm>

#include "base/text/clean.hpp"
#include "fuzz/claims.hpp"
#include "layout/layout.hpp"
#include "screen/geometry.hpp"
#include "screen/painter.hpp"
#include "view/sign_input.hpp"

using namespace placard;
using namespace placard::fuzz;
using namespace std::chrono_literals;

namespace {

constexpr std::size_t kGlassBytes = 8;

// Hands out the lines of a text, in turn.
class Texts {
 public:
  explicit Texts(std::string text) : rest_(std::move(text)) {}

  std::string next(const char* otherwise) {
    const auto end = rest_.find('\n');
    const std::string line = clean_line(rest_.substr(0, end));
    rest_ = end == std::string::npos ? "" : rest_.substr(end + 1);
    return line.empty() ? otherwise : line;
  }

 private:
  std::string rest_;
};

struct Choices {
  const std::uint8_t* bytes;

  bool bit(std::size_t number) const { return (bytes[number / 8] >> number % 8 & 1) != 0; }
  int of(std::size_t byte, int count) const { return bytes[byte] % count; }
};

Schedule schedule_of(Texts& texts, const std::string& room, const Choices& choices) {
  Schedule schedule = programme({"A | 13:00 - 13:30 | x", "A | 13:30 - 14:00 | x", "A | 14:00 - | x",
                                 "B | 13:10 - 13:40 | x", "A | 13:00 - 13:20 | x"});
  schedule.rooms[0].name = room;
  schedule.rooms[1].name = texts.next("Foyer");
  if (choices.bit(0)) schedule.sessions.pop_back();
  for (std::size_t i = 0; i < schedule.sessions.size(); ++i) {
    Session& session = schedule.sessions[i];
    session.title = texts.next("Scaling and serving at once");
    if (choices.bit(1)) session.track = texts.next("LLMs");
    if (choices.bit(2)) session.labels = {texts.next("Beginner"), texts.next("Workshop")};
    if (choices.bit(3)) session.speakers = {texts.next("Ada Lovelace"), texts.next("Alan Turing")};
    session.cancelled = choices.bit(4) && i % 2 == 0;
    session.full = choices.bit(5) && i == 0;
    if (choices.bit(6) && i == 1) session.moved_to = schedule.rooms[1].name;
    if (choices.bit(7)) session.printed_start = session.start - 10min;
  }
  return schedule;
}

ViewInput input_of(Texts& texts, const Schedule& schedule, const Choices& choices) {
  ViewInput input = sign_of(schedule, {schedule.rooms[0].name}, {schedule.rooms[1].name});
  input.times.twelve_hours = choices.bit(8);
  input.layout = choices.bit(9) ? Layout::countdown : Layout::room;
  input.room_full = choices.bit(10);
  if (choices.bit(11)) input.open = OpenHours{8h, 13h + 20min};
  if (choices.bit(12)) {
    const auto level = static_cast<MessageLevel>(choices.of(2, 3));
    input.messages = {{"", level, texts.next("Stairs only"), moment("12:55"), {}, {}}};
  }
  if (choices.bit(13)) input.replacement = Replacement{texts.next("Private event"), texts.next("Please wait"), {}};
  if (choices.bit(14)) input = read_once(input, moment("12:30"));
  return input;
}

const FontBook& fonts() {
  static const auto book = FontBook::open(PLACARD_FONTS);
  claim(book != nullptr, "the staged fonts can be opened", PLACARD_FONTS);
  return *book;
}

// From the smallest glass the layouts are made for, in any shape.
Panel panel_of(const Choices& choices) {
  const int longer = 320 + choices.bytes[4] * 2;
  const int shorter = std::min(longer, 240 + choices.bytes[5]);
  return choices.bit(15) ? Panel{shorter, longer, std::nullopt} : Panel{longer, shorter, std::nullopt};
}

void claim_items(const Frame& frame) {
  for (const Item& item : frame.items) {
    claim(test::contains(test::safe_area(frame), item.box), "a box is on the glass", item.text);
    claim(item.ink.empty() || test::contains(item.box, item.ink), "ink is in its box", item.text);
  }
}

// Fills included.
void claim_painted(const Frame& frame) {
  Pixels pixels = paint(frame, fonts());
  for (const Item& item : frame.items) {
    for (int y = item.box.y; y < item.box.bottom(); ++y) {
      std::fill_n(pixels.row(y) + item.box.x, item.box.w, pack(frame.background));
    }
  }
  claim(std::all_of(pixels.data.begin(), pixels.data.end(),
                    [&](std::uint32_t pixel) { return pixel == pack(frame.background); }),
        "nothing is painted outside of the boxes");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < kGlassBytes) return 0;
  const Choices choices{data + size - kGlassBytes};
  Texts texts(text_of(data, size - kGlassBytes));
  const std::string room = texts.next("Hall");
  const Schedule schedule = schedule_of(texts, room, choices);
  const ViewInput input = input_of(texts, schedule, choices);
  const View view = view_at(input, moment("12:40") + choices.bytes[3] * 25s);
  const Theme& theme = choices.of(6, 2) == 0 ? dark_theme() : light_theme();
  const Frame frame = lay_out(view, panel_of(choices), theme, fonts());
  claim_items(frame);
  claim_painted(frame);
  return 0;
}
