// SPDX-License-Identifier: MIT
// Texts no organiser means to send, in every field of a sign, on small and large glasses.
#include <doctest/doctest.h>

#include <functional>
#include <set>

#include "base/text/clean.hpp"
#include "layout/layout.hpp"
#include "screen/painter.hpp"
#include "screen/ruler.hpp"

using namespace placard;
using namespace placard::test;

namespace {

struct Size {
  int width, height;
};
constexpr Size kSizes[] = {{320, 240},   {480, 320},   {800, 480},   {1024, 600}, {1280, 800},
                           {1920, 1080}, {1080, 1920}, {3840, 2160}, {480, 800}};

// A frame full of hard texts takes long; these have the shapes of all.
constexpr Size kSizesForAllFields[] = {{320, 240}, {480, 320}, {800, 480}, {1080, 1920}};

std::string repeated(std::string_view text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

struct HardText {
  std::string what, text;
};

const HardText kHardTexts[] = {
    {"one letter", "A"},
    {"60 letters", "The Conference Room With The Longest Name In The Whole House"},
    {"300 letters", repeated("Scaling and serving at once ", 11).substr(0, 300)},
    {"a word of 80 letters", "Donau" + repeated("dampfschifffahrts", 4) + "kapitän"},
    {"a word of 300 letters", repeated("x", 300)},
    {"300 wide letters", repeated("W ", 150)},
    {"an address", "https://example.org/" + repeated("a/very/long/path/", 12)},
    {"Chinese", "人工智能大会：可扩展的机器学习平台、强化学习与大语言模型的实践"},
    {"Japanese", "「機械学習」の未来、データセンターとサーバー：スケーラブルなシステムの作り方。"},
    {"Korean", "인공지능 컨퍼런스: 대규모 언어 모델과 강화 학습의 실제"},
    {"Thai", "การประชุมปัญญาประดิษฐ์: การเรียนรู้ของเครื่องขนาดใหญ่"},
    {"Cyrillic and Greek", "Масштабирование машинного обучения – Κλιμάκωση της μηχανικής μάθησης"},
    {"all capitals", "SCALING REINFORCEMENT LEARNING FOR ROBOTICS AND SIMULATION"},
    {"Arabic", "مؤتمر الذكاء الاصطناعي: توسيع نطاق التعلم الآلي والنماذج اللغوية الكبيرة"},
    {"Hebrew", "כנס הבינה המלאכותית: הרחבת למידת מכונה ומודלי שפה גדולים"},
    {"Devanagari", "कृत्रिम बुद्धिमत्ता सम्मेलन: मशीन लर्निंग और बड़े भाषा मॉडल"},
    {"Vietnamese", "Hội nghị Trí tuệ nhân tạo: Ứng dụng học máy quy mô lớn ở Việt Nam, ĐƯỜNG ẨM THỰC"},
    {"emoji", "🚀🎉👩\u200D🚀🏳\uFE0F\u200D🌈🇩🇪"},
    {"emoji and words", "🚀 Launch of the 🎉 party"},
    {"a tower of marks", "Tow" + ("e" + repeated("\u0302\u0301\u0300", 10)) + "r of marks"},
    {"towers of a face that stacks marks", repeated("\u1D00" + repeated("\u0302", 29), 10)},
    {"many towers", repeated("e" + repeated("\u0302", 9), 30)},
    {"only marks", repeated("\u0301", 100)},
    {"only spaces", "     "},
    {"only no-break spaces", repeated("\u00A0", 40)},
    {"quotes and dashes", "– “—” – … · | – “” ’"},
    {"no letters that a font has", "\U000F0000\U000F0001"},
    {"broken bytes", "Caf\xE9 \xFF\xFE"},
};

using Field = std::function<void(SignTexts&, const std::string&)>;

struct NamedField {
  std::string name;
  Field set;
};

const NamedField kFields[] = {
    {"room", [](SignTexts& texts, const std::string& text) { texts.header.room = text; }},
    {"title", [](SignTexts& texts, const std::string& text) { texts.main.headline = text; }},
    {"note", [](SignTexts& texts, const std::string& text) { texts.main.note = text; }},
    {"track", [](SignTexts& texts, const std::string& text) { texts.main.track->name = text; }},
    {"labels", [](SignTexts& texts, const std::string& text) { texts.main.labels.assign(32, text); }},
    {"speakers", [](SignTexts& texts, const std::string& text) { texts.main.speakers.assign(32, text); }},
    {"elsewhere", [](SignTexts& texts, const std::string& text) { texts.main.elsewhere = text; }},
    {"absent", [](SignTexts& texts, const std::string& text) { texts.main.absent = "Cancelled: 1:45 PM, " + text; }},
    {"notice", [](SignTexts& texts, const std::string& text) { texts.message.text = text; }},
    {"takeover",
     [](SignTexts& texts, const std::string& text) {
       texts.message.text = text;
       texts.message.level = MessageLevel::takeover;
     }},
    {"replacement", [](SignTexts& texts, const std::string& text) { texts.message.replacement = text; }},
    {"alternatives",
     [](SignTexts& texts, const std::string& text) { texts.main.alternatives.assign(3, "1:45 PM, " + text); }},
    {"next title", [](SignTexts& texts, const std::string& text) { texts.next.sessions[0].title = text; }},
    {"next track", [](SignTexts& texts, const std::string& text) { texts.next.sessions[0].track->name = text; }},
};

SignTexts plain_words() {
  SignTexts texts;
  texts.header.room = "Golden Gate A";
  texts.header.clock = "12:05 PM";
  texts.main.status = "Now";
  texts.main.is_on = true;
  texts.main.shows_session = true;
  texts.main.headline = "Scaling Ray to a thousand nodes";
  texts.main.track = TrackLabel{"LLMs", {0xE6, 0x9F, 0x00}};
  texts.main.time = "11:45 AM – 12:15 PM";
  texts.main.time_left = "10 min left";
  texts.main.progress = 666;
  texts.next.sessions = {{"1:45 PM", "", "Serving many models at once", TrackLabel{"vLLM", {0xD6, 0x90, 0xB8}}},
                         {"2:30 PM", "", "A talk after that", std::nullopt}};
  texts.next.also = "+1 more";
  texts.freshness = "Not updated since 10:42 AM";
  return texts;
}

// What is said in a state, before anything hard is put into it.
SignTexts words_of(const std::string& state) {
  SignTexts texts = plain_words();
  if (state == "now") return texts;
  if (state == "countdown") {
    texts.count.label = "Time left";
    texts.count.number = "1:07:42";
    texts.count.widest = "10:00:00";
    texts.count.phase = Phase::warning;
    texts.count.phase_text = "Last 3 minutes";
    return texts;
  }
  texts.main.progress.reset();
  texts.main.is_on = false;
  texts.next.also.clear();
  if (state == "gap") {
    texts.main.status = "No more sessions today";
    texts.main.time = "Tomorrow 11:45 AM – 12:15 PM";
    texts.main.time_left.clear();
    return texts;
  }
  SignTexts sentence;
  sentence.header.room = texts.header.room;
  sentence.header.clock = texts.header.clock;
  sentence.main.headline = state == "over" ? "That was the last session here" : "This sign needs attention";
  if (state == "over") {
    sentence.main.note = "Thank you for coming.";
    sentence.freshness = texts.freshness;
  }
  return sentence;
}

Frame frame_of(const SignTexts& texts, Size size, const Theme& theme = dark_theme()) {
  View view;
  view.texts = texts;
  view.layout = texts.count.number.empty() ? Layout::room : Layout::countdown;
  return lay_out(view, Panel{size.width, size.height, std::nullopt}, theme, fonts());
}

bool is_never_cut(Role role) {
  return role == Role::clock || role == Role::time || role == Role::time_left || role == Role::next_time ||
         role == Role::countdown;
}

void measure_text(const Item& item, const std::string& role, const std::string& where, Faults& faults) {
  if (item.cap_px < 14) faults.add("too small" + role, where);
  if (contrast(item.color, item.background) < least_contrast(item)) faults.add("too little contrast" + role, where);
  if (!has_all_glyphs(item)) faults.add("a character without a glyph" + role, where);
  if (is_never_cut(item.role) && item.truncated) faults.add("time cut" + role, where);
}

void measure(const Frame& frame, const std::string& where, Faults& faults) {
  for (std::size_t i = 0; i < frame.items.size(); ++i) {
    const Item& item = frame.items[i];
    const std::string role = " (" + std::string(name_of(item.role)) + ")";
    if (is_text(item)) measure_text(item, role, where, faults);
    for (std::size_t k = 0; k < i && is_text(item); ++k) {
      const Item& other = frame.items[k];
      if (is_text(other) && overlap(item.box, other.box))
        faults.add("overlap" + role + " (" + std::string(name_of(other.role)) + ")", where);
    }
    if (!contains(safe_area(frame), item.box)) faults.add("box outside the safe area" + role, where);
    if (item.ink.empty()) continue;
    if (!contains(safe_area(frame), item.ink)) faults.add("ink outside the safe area" + role, where);
    if (!contains(item.box, item.ink)) faults.add("ink outside its box" + role, where);
  }
}

std::string size_text(Size size) {
  return std::to_string(size.width) + "x" + std::to_string(size.height);
}

}  // namespace

TEST_CASE("a hard text in one field stays in its box and on the glass, apart from all others and readable") {
  Faults faults;
  for (const HardText& hard : kHardTexts) {
    for (const NamedField& field : kFields) {
      for (const Size size : kSizes) {
        const bool large = field.name == "room" || field.name == "title" || field.name == "takeover";
        if (size.width > 1920 && !large) continue;  // the pictures of the largest glass take longest
        SignTexts texts = plain_words();
        field.set(texts, clean_line(hard.text));
        measure(frame_of(texts, size), hard.what + " as " + field.name + " at " + size_text(size), faults);
      }
    }
  }
}

TEST_CASE("a hard text in all fields of a sign's state stays in its box and on the glass") {
  struct RoomStatus {
    std::string name;
    std::set<std::string> fields;
  };
  const RoomStatus states[] = {
      {"now", {"room", "title", "track", "labels", "speakers", "absent", "next title", "next track"}},
      {"gap", {"room", "title", "track", "labels", "speakers", "absent", "elsewhere", "next title", "next track"}},
      {"over", {"room", "absent", "elsewhere"}},
      {"countdown", {"room", "title", "track", "labels", "next title", "next track"}},
      {"attention", {"room", "note"}},
  };
  Faults faults;
  for (const HardText& hard : kHardTexts) {
    for (const RoomStatus& state : states) {
      SignTexts texts = words_of(state.name);
      for (const NamedField& field : kFields) {
        if (state.fields.count(field.name) == 1) field.set(texts, clean_line(hard.text));
      }
      for (const Size size : kSizesForAllFields) {
        for (const Theme* theme : {&dark_theme(), &light_theme()}) {
          if (theme == &light_theme() && size.width != 800) continue;  // nothing moves with the theme
          measure(frame_of(texts, size, *theme), hard.what + " in state " + state.name + " at " + size_text(size),
                  faults);
        }
      }
    }
  }
}

TEST_CASE("the longest times are shown whole") {
  Faults faults;
  SignTexts texts = words_of("gap");
  texts.main.time = "Wed, Nov 12 11:45 AM – Thu 12:15 PM";
  texts.next.sessions[0].time = "Wed, Nov 26 12:45 PM";
  for (const Size size : kSizes) {
    const Frame frame = frame_of(texts, size);
    measure(frame, "the longest times at " + size_text(size), faults);
    for (const Item& item : frame.items) {
      const bool time = item.role == Role::time || item.role == Role::next_time;
      if (time && item.truncated) faults.add("cut", item.text + " at " + size_text(size));
    }
  }
}

TEST_CASE("what a hard text leaves of a sign can be painted") {
  for (const HardText& hard : kHardTexts) {
    CAPTURE(hard.what);
    SignTexts texts = plain_words();
    for (const NamedField& field : kFields) field.set(texts, hard.text);
    const Frame frame = frame_of(texts, {480, 320});
    CHECK(paint(frame, fonts()).data.size() == std::size_t{480} * 320);
  }
}
