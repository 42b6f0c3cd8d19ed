// SPDX-License-Identifier: MIT
// A few frames, pixel by pixel, as they were when somebody last looked at them. PLACARD_UPDATE_GOLDENS=1 renews them
// (tools/test --update-goldens does); a frame that differs leaves a picture of the difference.
#include <SDL_ttf.h>
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>

#include "layout/layout.hpp"
#include "screen/painter.hpp"
#include "screen/png.hpp"
#include "screen/read_png.hpp"
#include "screen/ruler.hpp"
#include "view/sign_input.hpp"

using namespace placard;
using namespace placard::test;

namespace {

const std::string kFolder = PLACARD_SOURCE "/tests/screen/goldens/";

struct Golden {
  const char* name;
  const char* room;
  const char* at;
  int width;
  int height;
  bool light = false;
  Layout layout = Layout::room;
  MessageLevel level = MessageLevel::notice;
  const char* message = "";
  const char* as_of = "";  // "": read at that very instant; "never": not at all
  const char* replacement = "";
};

const Golden kGoldens[] = {
    {"now", "Golden Gate B", "2025-11-04T13:05", 480, 320},
    {"gap-light", "Golden Gate A", "2025-11-04T13:35", 320, 240, true},
    {"over", "Golden Gate B", "2025-11-04T18:00", 320, 240},
    {"portrait", "Yerba Buena 2-3", "2025-11-04T13:05", 240, 320},
    {"countdown", "Lightning Theater", "2025-11-04T12:50", 320, 240, false, Layout::countdown},
    {"countdown-danger", "Lightning Theater", "2025-11-04T12:59:18", 320, 240, false, Layout::countdown},
    {"countdown-warning", "Lightning Theater", "2025-11-04T12:57:30", 480, 320, false, Layout::countdown},
    {"no-data", "Golden Gate B", "2025-11-04T13:05", 480, 320, false, Layout::room, MessageLevel::notice, "", "never"},
    {"stale", "Golden Gate B", "2025-11-04T13:05", 480, 320, false, Layout::room, MessageLevel::notice, "",
     "2025-11-04T12:20"},
    {"replaced", "Golden Gate B", "2025-11-04T13:05", 480, 320, true, Layout::room, MessageLevel::notice, "", "",
     "Private event"},
    {"now-800", "Golden Gate B", "2025-11-04T13:05", 800, 480},
    {"notice", "Golden Gate B", "2025-11-04T13:05", 320, 240, false, Layout::room, MessageLevel::notice, "Stairs only"},
    {"warning", "Golden Gate B", "2025-11-04T13:05", 320, 240, false, Layout::room, MessageLevel::warning,
     "Stairs only"},
    {"takeover", "Golden Gate B", "2025-11-04T13:05", 320, 240, false, Layout::room, MessageLevel::takeover,
     "Please leave by the nearest exit"},
};

Pixels drawn(const Golden& golden) {
  ViewInput input = shipped_sign(golden.room);
  input.layout = golden.layout;
  const Instant at = los_angeles().instant(parse_time(golden.at).value());
  if (*golden.message != '\0') input.messages = {{"", golden.level, golden.message, at, {}, {}}};
  const std::string as_of = golden.as_of;
  if (as_of == "never") {
    input.evidence.age = NeverRead{};
    input.schedule = nullptr;
  } else if (!as_of.empty()) {
    input.evidence.age = AsOf{los_angeles().instant(parse_time(as_of).value())};
  }
  if (*golden.replacement != '\0') input.replacement = Replacement{golden.replacement, "Back at 2:00 PM", {}};
  const Panel panel{golden.width, golden.height, std::nullopt};
  return paint(lay_out(view_at(input, at), panel, golden.light ? light_theme() : dark_theme(), fonts()), fonts());
}

// Expected, drawn, and where they differ, side by side.
Pixels comparison(const Pixels& expected, const Pixels& actual) {
  Pixels out(actual.width * 3, std::max(actual.height, expected.height), kBlack);
  for (int y = 0; y < actual.height; ++y) {
    for (int x = 0; x < actual.width; ++x) {
      const bool known = x < expected.width && y < expected.height;
      const std::uint32_t before = known ? expected.row(y)[x] : pack(kBlack);
      out.row(y)[x] = before;
      out.row(y)[x + actual.width] = actual.row(y)[x];
      out.row(y)[x + 2 * actual.width] = before == actual.row(y)[x] ? pack(kBlack) : pack({255, 60, 60});
    }
  }
  return out;
}

// The software and the fonts that decide what pixels a letter has.
std::string drawn_with() {
  std::string out;
  int major = 0;
  int minor = 0;
  int patch = 0;
  fonts();
  TTF_GetFreeTypeVersion(&major, &minor, &patch);
  out += fmt::format("FreeType {}.{}.{}\n", major, minor, patch);
  TTF_GetHarfBuzzVersion(&major, &minor, &patch);
  out += fmt::format("HarfBuzz {}.{}.{}\n", major, minor, patch);
  std::set<std::string> files;
  for (const auto& entry : std::filesystem::directory_iterator(PLACARD_FONTS)) {
    const std::string kind = entry.path().extension().string();
    if (kind != ".ttf" && kind != ".otf") continue;
    files.insert(fmt::format("{} {}\n", entry.path().filename().string(), entry.file_size()));
  }
  for (const std::string& file : files) out += file;
  return out;
}

}  // namespace

TEST_CASE("frames are drawn as they were when somebody last looked") {
  const char* asked = std::getenv("PLACARD_UPDATE_GOLDENS");
  const bool update = asked != nullptr && *asked == '1';
  const std::string made_with = kFolder + "drawn-with.txt";
  if (update) std::ofstream(made_with) << drawn_with();
  if (file_text(made_with) != drawn_with()) {
    MESSAGE("Skipped: drawn with other fonts or another FreeType than the pictures here (tests/screen/goldens).");
    return;
  }
  for (const Golden& golden : kGoldens) {
    CAPTURE(std::string(golden.name));
    const std::string path = kFolder + golden.name + ".png";
    const Pixels actual = drawn(golden);
    if (update) {
      std::filesystem::create_directories(kFolder);
      CHECK(write_png(actual, path));
    }
    REQUIRE(std::filesystem::exists(path));
    const Pixels expected = read_png(path);
    if (expected == actual) continue;
    const std::string difference = PLACARD_FONTS "/../golden-" + std::string(golden.name) + ".png";
    CHECK(write_png(comparison(expected, actual), difference));
    FAIL_CHECK("differs; expected, drawn and the difference stand side by side in "
               << difference << ". If the new one is right: tools/test --update-goldens");
  }
}
