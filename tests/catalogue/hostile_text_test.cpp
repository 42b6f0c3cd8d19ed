// SPDX-License-Identifier: MIT
// Row B28: texts that are broken, invisible, backwards, towering or endless, from the feed's bytes to the glass.
// Row C49: what hostile texts do to the log: no control byte gets there.
#include <doctest/doctest.h>
#include <unistr.h>

#include "base/text/clean.hpp"
#include "catalogue/dose.hpp"
#include "fetch/url.hpp"
#include "layout/layout.hpp"
#include "overrides/check_targets.hpp"
#include "overrides/read_overrides.hpp"
#include "schedule/formats/placard_feed_text.hpp"
#include "screen/painter.hpp"
#include "screen/ruler.hpp"
#include "settings/read_settings.hpp"
#include "view/sign_input.hpp"

using namespace placard;
using namespace placard::test;
using namespace std::string_literals;

namespace {

std::string repeated(const std::string& text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

// What may stand in a log line or in a title: whole UTF-8 without control characters, C1 and bidi overrides included.
bool harmless(const std::string& text) {
  if (u8_check(reinterpret_cast<const std::uint8_t*>(text.data()), text.size()) != nullptr) return false;
  for (const char32_t c : code_points(text)) {
    const bool control = c < 0x20 || (c >= 0x7f && c < 0xa0);
    const bool bidi = (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0x200e || c == 0x200f;
    if (control || bidi || c == 0x2028 || c == 0x2029) return false;
  }
  return true;
}

// As JSON strings, escaped where JSON wants it so.
const std::string kHostile[] = {
    R"(%n%n%n%s%s%x)",
    R"(\u001b[31mred\u001b[0m\u001b]0;title\u0007)",
    R"(\u001b[2J\u001b[H)",
    R"(line\nfeed: error: forged line)",
    R"(\r\u000b\u000c\b\t)",
    R"(../../../../etc/passwd)",
    R"(file:///etc/passwd)",
    R"(\u0000after a zero)",
    R"(\u009b31m C1 \u0085 \u0090)",
    R"(\u202eright to left\u202c \u2066isolate\u2069 \u200f\u200e)",
    R"(\u2028line\u2029paragraph)",
    R"($(reboot) `reboot` ; reboot | reboot)",
    R"({0} {} {:n})",
    R"(<script>alert(1)</script>)",
    R"(' OR 1=1 --)",
    "Z\u0351\u036b\u0343\u036a\u0302a" + repeated("\u0302\u0301\u0300", 200) + "lgo",
    R"(\ufeff\u200b\u200d\u2060)",
    R"(\ud83d\ude80 \udbff\udfff)",
};

std::string title_of(const std::string& json_text) {
  const ReadFeed feed =
      read_text(feed_of({R"({"room": "Hall", "start": "2025-11-04T13:00:00-08:00", "title": ")" + json_text + "\"}"}));
  return feed.schedule && !feed.schedule->sessions.empty() ? feed.schedule->sessions.front().title : "(refused)";
}

// The same hostile text wherever a file has room for one.
std::string everywhere_in(const std::string& form, const std::string& text) {
  std::string out;
  for (const char c : form) out += c == '@' ? text : std::string(1, c);
  return out;
}

constexpr const char* kFeedForms[] = {
    R"({"event": "@", "time_zone": "@", "generated_at": "@", "sessions": [{"room": "Hall", "start": "@", "title": "@"}]})",
    R"({"sessions": [{"room": "@", "start": "2025-11-04T13:00:00-08:00", "title": "A", "status": "@", "end": "@"}]})",
    R"({"sessions": [{"room": "@", "title": "A", "start": "2025-11-04T13:00"}]})",
    R"({"@": 1, "b@": [], "c": {"@": 2}})",
    R"({"@": 1, "@": 2})",
    R"({"sessions": {"@": "@"}})",
    R"([{"@": "@"}])",
    R"("@")",
    R"({"sessions": [], @})",
    R"({"talks": [{"room": "@", "start": "@", "track": "@"}], "rooms": [{"id": "@", "name": "@"}], "tracks": [], "timezone": "@"})",
    R"({"schedule": {"conference": {"days": [{"rooms": {"@": [{"title": "@", "date": "@", "duration": "@"}]}}]}}})",
};

constexpr const char* kVenueForms[] = {
    R"({"@": 1, "feed": {"url": "f", "@": 2, "format": "@"}, "signs": {"@": {"@": 1}}})",
    R"({"time_zone": "@", "hours": "@", "clock": "@", "feed": {"url": "@", "token_file": "@"}})",
    R"({"feed": {"url": "f"}, "tracks": {"@": "@"}, "fresh": {"@": 1}, "language": "@"})",
    R"({"feed": {"url": "f"}, "signs": {"@": {"room": "@", "layout": "@", "size": "@", "theme": "@", "open": ["@"]}}})",
    R"({"feed": {"url": "f"}, "signs": {"@": 5, "b": {"room": []}, "c": {"room": "A", "direction": "@", "night": "@"}}})",
    R"({"@": 1, "@": 2})",
};

constexpr const char* kOverrideForms[] = {
    R"({"@": 1, "overrides": [{"@": 1}, {"message": "@", "level": "@", "until": "@", "id": "@", "by": "@"}]})",
    R"({"overrides": [{"id": "@", "rooms": ["@"], "signs": ["@"], "full": true, "from": "@"}]})",
    R"({"overrides": [{"id": "@", "session": {"id": "@"}, "move_to": "@"}, {"id": "@", "message": "@", "level": "notice"}]})",
    R"({"overrides": [{"id": "@", "session": {"room": "@", "start": "@"}, "set": {"start": "@", "@": 1}}]})",
    R"({"overrides": [{"id": "@", "session": {"title": "@"}, "cancelled": true}, {"id": "@", "message": "a", "delay_minutes": 5}]})",
};

std::size_t check_log(const Problems& problems) {
  for (const Problem& problem : problems) {
    const std::string line = to_sentence(problem);
    CAPTURE(line);
    CHECK(harmless(line));
    CHECK(line.size() < 4000);
  }
  return problems.size();
}

std::size_t check_all_logs(const std::string& text) {
  std::size_t lines = 0;
  for (const char* form : kFeedForms) lines += check_log(read_text(everywhere_in(form, text)).problems);
  for (const char* form : kVenueForms)
    lines += check_log(read_settings("venue.json", everywhere_in(form, text)).problems);
  const Schedule schedule = ray_summit();
  const KnownTargets known{{"golden-gate-a"}, room_names(schedule), &schedule, los_angeles(),
                           [](Instant instant) { return los_angeles().format(instant); }};
  for (const char* form : kOverrideForms) {
    const ReadOverrides read = read_overrides("overrides.json", everywhere_in(form, text), los_angeles());
    lines += check_log(read.problems);
    if (read.overrides) lines += check_log(check_targets(*read.overrides, known, "overrides.json"));
  }
  return lines;
}

// Text nobody means to send: letters of every direction, marks, joiners, emoji, private and unassigned ones, broken
// bytes.
std::string random_text(Chance& chance) {
  static const std::string kPieces[] = {"a",
                                        "W",
                                        " ",
                                        "\u0301",
                                        "\u0302\u0323",
                                        "\u202e",
                                        "\u2066",
                                        "\u200d",
                                        "\u200b",
                                        "\u00ad",
                                        "\u05d0",
                                        "\u0645",
                                        "\u0915\u094d\u0937",
                                        "\u0e01\u0e33",
                                        "\u4f1a",
                                        "\ud55c",
                                        "\u1100\u1161",
                                        "\U0001F680",
                                        "\U0001F1E9\U0001F1EA",
                                        "\U0001F469\u200D\U0001F680",
                                        "\U000F0000",
                                        "\U0010FFFD",
                                        "\uFFFD",
                                        "\xff",
                                        "\xe2\x82",
                                        "\u2028",
                                        "\u0000"s,
                                        "\t",
                                        "-",
                                        "\u00a0",
                                        "\u3000",
                                        "/",
                                        "\u0f3e",
                                        "\u0600",
                                        "\u06dd",
                                        "\u115f",
                                        "\ufdfd",
                                        "\u0e49",
                                        "\ua9c5"};
  std::string text;
  const std::uint64_t pieces = 1 + chance.below(chance.one_in(10) ? 2000 : 60);
  for (std::uint64_t i = 0; i < pieces; ++i) text += repeated(chance.of(kPieces), chance.one_in(20) ? 30 : 1);
  return text;
}

SignTexts random_words(Chance& chance) {
  const auto text = [&chance] { return clean_line(random_text(chance)); };
  SignTexts texts;
  texts.header.room = text();
  texts.header.clock = "12:05 PM";
  texts.main.status = "Now";
  texts.main.shows_session = true;
  texts.main.headline = text();
  texts.main.track = TrackLabel{text(), {0xE6, 0x9F, 0x00}};
  texts.main.time = "11:45 AM – 12:15 PM";
  texts.main.labels = {text(), text()};
  texts.main.speakers = {text(), text(), text()};
  texts.next.sessions = {{"1:45 PM", "", text(), TrackLabel{text(), {0xD6, 0x90, 0xB8}}}};
  if (chance.one_in(4)) texts.message.text = text();
  texts.freshness = "Not updated since 10:42 AM";
  return texts;
}

// No pixel outside the safe area but the background's, and no ink outside its box.
void check_frame(const SignTexts& texts, int width, int height) {
  View view;
  view.texts = texts;
  const Frame frame = lay_out(view, Panel{width, height, std::nullopt}, dark_theme(), fonts());
  for (const Item& item : frame.items) {
    if (item.ink.empty()) continue;
    CAPTURE(item.text);
    CHECK(contains(item.box, item.ink));
    CHECK(contains(safe_area(frame), item.ink));
  }
  CHECK(paint(frame, fonts()).data.size() == static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
}

}  // namespace

TEST_CASE("B28: a title comes out as whole UTF-8 without anything that steers a screen, or its feed is refused") {
  for (const std::string& text : kHostile) {
    CAPTURE(text);
    CHECK(harmless(title_of(text)));
  }
  CHECK(title_of(R"(a\u2028b\u2029c)") == "a b c");
  CHECK(title_of(R"(\u202eabc\u202c)") == "abc");
  CHECK(title_of(R"(a\u0000b)") == "ab");
  CHECK(title_of(std::string(1 << 20, 'x')).size() == kMaxShownCodePoints);
  CHECK(title_of(R"(a\ud800)") == "a\uFFFD");
  CHECK(title_of(R"(\udc00\ud800)") == "\uFFFD\uFFFD");
  // What is no JSON is no feed: the last good one stays.
  for (const std::string& broken : {"\xff"s, "\xc0\xaf"s, "\xed\xa0\x80"s, "a\0b"s, "a\nb"s}) {
    CAPTURE(broken);
    CHECK(title_of(broken) == "(refused)");
  }
}

TEST_CASE("B28: random hostile texts in every field stay in their boxes, on the glass of five signs") {
  constexpr std::uint64_t once_failed[] = {522};  // a tower as title, on the smallest glass
  constexpr std::pair<int, int> sizes[] = {{320, 240}, {800, 480}, {1920, 1080}, {1080, 1920}, {480, 800}};
  const Dose texts = dose("signs full of hostile texts", 60);
  std::vector<std::uint64_t> numbers(std::begin(once_failed), std::end(once_failed));
  for (std::uint64_t i = 0; i < texts.count; ++i) numbers.push_back(texts.first + i);
  for (const std::uint64_t number : numbers) {
    CAPTURE(number);
    Chance chance(number);
    const auto [width, height] = chance.of(sizes);
    check_frame(random_words(chance), width, height);
  }
}

TEST_CASE("C49: no problem of a feed, config or overrides file brings a control byte or a forged line into the log") {
  std::size_t lines = 0;
  for (const std::string& text : kHostile) {
    CAPTURE(text);
    lines += check_all_logs(text);
  }
  for (int code = 0; code < 0x20; ++code) {
    char escaped[8];
    std::snprintf(escaped, sizeof escaped, "\\u%04x", static_cast<unsigned>(code));
    lines += check_all_logs("x" + std::string(escaped) + "y");
  }
  MESSAGE(lines << " lines");
  CHECK(lines > 1000);
}

TEST_CASE("C49: nor does an address, a path or a file's name") {
  for (const std::string& text : {"a\x1b[31mb"s, "a\nb"s, "a\rb"s, "a\x7f"s, "a\u202eb"s, "a\u009b31m"s, "a\xff"s}) {
    CAPTURE(text);
    CHECK(harmless(printable_url("http://127.0.0.1/" + text)));
    CHECK(harmless(printable_url("http://" + text + "/")));
    CHECK(harmless(printable_url(text)));
    CHECK(harmless(to_sentence(Problem{Severity::error, "dir/" + text, 1, 1, "What " + text, "Do " + text})));
  }
}
