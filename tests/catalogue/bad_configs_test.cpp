// SPDX-License-Identifier: MIT
// Row B39: what people do to a config by hand, and what Placard tells them: the file, the line, the column, what is
// wrong and what to do.
#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>

#include "schedule/programme.hpp"
#include "settings/read_settings.hpp"

using namespace placard;

namespace {

// The shipped config without its comments, where a slip would do no harm.
const std::string kGood = [] {
  std::istringstream file(file_text(PLACARD_SOURCE "/config/venue.json"));
  std::string text;
  for (std::string line; std::getline(file, line);) {
    if (line.find("//") == std::string::npos) text += line + "\n";
  }
  return text;
}();

struct Slip {
  std::string what;
  std::string from, to;  // the last `from` of the config becomes `to`
};

struct BadConfig {
  std::string what, text;
};

// Keys that a hand has written a little wrong, each in three ways.
std::vector<Slip> mistyped_keys() {
  std::vector<Slip> slips;
  for (const std::string key : {"event", "time_zone", "hours", "feed", "url", "poll_seconds", "overrides", "tracks",
                                "everywhere", "signs", "room", "layout"}) {
    const std::string quoted = "\"" + key + "\":";
    const std::string doubled = key + key.back();
    std::string swapped = key;
    std::swap(swapped[swapped.size() - 1], swapped[swapped.size() - 2]);
    for (const std::string& slip : {key.substr(0, key.size() - 1), doubled, swapped}) {
      slips.push_back({"the key " + slip, quoted, "\"" + slip + "\":"});
    }
  }
  return slips;
}

// Values that no sign can use.
std::vector<Slip> wrong_values() {
  const std::string sign = "\"signs\": {";
  const auto in_sign = [&](const std::string& member) {
    return Slip{"a sign's " + member, sign, sign + "\"new\": {\"room\": \"X\", " + member + "},"};
  };
  std::vector<Slip> slips;
  for (const char* member : {"\"rotate\": 45",
                             "\"rotate\": \"90\"",
                             "\"rotate\": -90",
                             "\"rotate\": 90.5",
                             "\"size\": \"large\"",
                             "\"size\": \"1920\"",
                             "\"size\": \"1920*1080\"",
                             "\"size\": \"0x0\"",
                             "\"size\": \"99999x99999\"",
                             "\"size\": 1920",
                             "\"layout\": \"rooms\"",
                             "\"layout\": true",
                             "\"layout\": \"\"",
                             "\"theme\": \"blue\"",
                             "\"theme\": \"Dark\"",
                             "\"theme\": 1",
                             "\"viewing_distance_m\": \"3\"",
                             "\"viewing_distance_m\": -3",
                             "\"viewing_distance_m\": 0",
                             "\"panel_width_mm\": \"wide\"",
                             "\"panel_width_mm\": 0",
                             "\"warning_seconds\": \"180\"",
                             "\"warning_seconds\": -1",
                             "\"danger_seconds\": 1.5",
                             "\"direction\": \"sideways\"",
                             "\"open\": \"always\"",
                             "\"open\": [1]",
                             "\"open\": [\"8-20\"]",
                             "\"night\": \"off\"",
                             "\"burn_in\": \"no\"",
                             "\"connector\": 1",
                             "\"room\": \"Y\"",
                             "\"them\": \"dark\"",
                             "\"Rotate\": 90",
                             "\"hours\": \"24\""}) {
    slips.push_back(in_sign(member));
  }
  for (const char* broken_sign : {"\"new\": {},", "\"new\": null,", "\"new\": \"Hall\",", "\"new\": [\"Hall\"],",
                                  "\"new\": {\"room\": \"\"},", "\"new\": {\"room\": []},", "\"new\": {\"room\": 7},",
                                  "\"new\": {\"room\": {}},", "\"new\": {\"rooms\": [\"Hall\"]},"}) {
    slips.push_back({"the sign " + std::string(broken_sign), sign, sign + broken_sign});
  }
  const std::string top = "\"signs\":";
  for (const char* member : {"\"clock\": \"ntp\"",
                             "\"clock\": true",
                             "\"fresh\": 60",
                             "\"fresh\": {\"aging_s\": -1}",
                             "\"fresh\": {\"stale_s\": \"900\"}",
                             "\"fresh\": {\"stale\": 900}",
                             "\"language\": 5",
                             "\"skip_breaks\": \"yes\"",
                             "\"overrides_poll_seconds\": 0",
                             "\"overrides_poll_seconds\": \"5\"",
                             "\"everywhere\": {}",
                             "\"everywhere\": [1]",
                             "\"tracks\": []",
                             "\"tracks\": {\"A\": \"red\"}",
                             "\"tracks\": {\"A\": 255}",
                             "\"sign\": {}",
                             "\"feeds\": []",
                             "\"room\": \"Hall\"",
                             "\"rotation\": 90",
                             "\"display\": {}"}) {
    slips.push_back({"top level " + std::string(member), top, std::string(member) + ",\n" + top});
  }
  return slips;
}

std::vector<Slip> wrong_heads() {
  std::vector<Slip> slips;
  for (const char* zone :
       {"\"California\"", "\"PST\"", "\"America/Los_Angelos\"", "\"UTC-8\"", "\"\\u0000\"", "-8", "[]"}) {
    slips.push_back({"the zone " + std::string(zone), "\"America/Los_Angeles\"", zone});
  }
  for (const char* seconds : {"0", "1", "-15", "1.5", "\"15\"", "\"15s\"", "true", "1e9", "[15]"}) {
    slips.push_back(
        {"poll_seconds " + std::string(seconds), "\"poll_seconds\": 15", "\"poll_seconds\": " + std::string(seconds)});
  }
  for (const char* url : {"\"\"", "\"   \"", "5", "null", "{}", "[\"a\"]", "true"}) {
    slips.push_back({"the url " + std::string(url), "\"feed/ray-summit-2025.json\"", url});
  }
  return slips;
}

// Slips of punctuation, at several places each.
std::vector<BadConfig> mispunctuated() {
  std::vector<BadConfig> texts;
  for (const char mark : std::string("\":,{}[]")) {
    std::size_t at = kGood.find('{');
    for (int copy = 0; copy < 6; ++copy) {
      at = kGood.find(mark, at + 1 + static_cast<std::size_t>(copy) * 17);
      if (at == std::string::npos) break;
      const std::string place = mark + std::string(" at ") + std::to_string(at);
      std::string text = kGood;
      text.erase(at, 1);
      texts.push_back({"without the " + place, text});
      text.insert(at, 2, mark);
      texts.push_back({"twice the " + place, text});
    }
  }
  for (const char* text : {"",
                           " ",
                           "\n",
                           "{",
                           "}",
                           "[]",
                           "null",
                           "5",
                           "\"venue\"",
                           "{}",
                           "{\"signs\": {}}",
                           "feed: a\n",
                           "<html></html>",
                           "{\"feed\": \"a\"}",
                           "{\"feed\": {\"url\": \"a\"}} {}",
                           "{'feed': {}}",
                           "{\"feed\": {\"url\": \"a\"},}",
                           "{\"feed\": {\"url\": \"a\" \"poll_seconds\": 5}}",
                           "{\"feed\": {\"url\": \"a\"}, \"feed\": {\"url\": \"b\"}}",
                           "{\"feed\": {\"url\": \"a}}",
                           "{\"feed\": {\"url\": \"a\\q\"}}",
                           "{\"feed\": {\"url\": \"\xff\"}}",
                           "/* a comment without end",
                           "// only a comment",
                           "{\"feed\": {\"url\": \"a\"}} // fine\n]"}) {
    texts.push_back({"", text});
  }
  return texts;
}

std::vector<BadConfig> bad_configs() {
  std::vector<BadConfig> texts = mispunctuated();
  for (const auto& slips : {mistyped_keys(), wrong_values(), wrong_heads()}) {
    for (const Slip& slip : slips) {
      const auto at = kGood.rfind(slip.from);
      INFO(slip.what);
      REQUIRE(at != std::string::npos);
      texts.push_back({slip.what, std::string(kGood).replace(at, slip.from.size(), slip.to)});
    }
  }
  return texts;
}

std::size_t lines_of(const std::string& text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) + 1;
}

}  // namespace

TEST_CASE(
    "B39: every one of more than 200 bad configs is told of with file, line and column, what is wrong and what to do") {
  const std::vector<BadConfig> texts = bad_configs();
  std::size_t silent = 0;
  for (const BadConfig& bad : texts) {
    const auto& text = bad.text;
    const ReadSettings read = read_settings("venue.json", text);
    CAPTURE(bad.what);
    CAPTURE(text.substr(0, 100));
    if (read.problems.empty()) ++silent;
    CHECK_FALSE(read.problems.empty());
    for (const Problem& problem : read.problems) {
      CAPTURE(to_sentence(problem));
      CHECK(problem.file == "venue.json");
      CHECK(problem.line >= 1);
      CHECK(problem.line <= lines_of(text));
      CHECK(problem.column >= 1);
      CHECK(problem.what.size() > 10);
    }
  }
  MESSAGE(silent << " of " << texts.size() << " bad configs were read without a word");
  CHECK(texts.size() >= 200);
}

TEST_CASE("B39: a config of which only the beginning was written is refused, wherever it ends") {
  const std::size_t last = kGood.rfind('}');
  std::size_t accepted = 0;
  for (std::size_t length = 0; length <= last; ++length) {
    if (read_settings("venue.json", kGood.substr(0, length)).settings) ++accepted;
  }
  CHECK(accepted == 0);
  CHECK(read_settings("venue.json", kGood).settings);
}

TEST_CASE("B39: a config whose end is zeros, as after a power cut, is refused") {
  for (std::size_t kept = 0; kept < kGood.rfind('}'); kept += 101) {
    std::string text = kGood;
    std::fill(text.begin() + static_cast<std::ptrdiff_t>(kept), text.end(), '\0');
    CHECK_FALSE(read_settings("venue.json", text).settings);
  }
}
