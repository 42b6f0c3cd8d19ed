// SPDX-License-Identifier: MIT
// A few frames, pixel by pixel, as they were when somebody last looked at them. PLACARD_UPDATE_GOLDENS=1 renews them
// (tools/test --update-goldens does); a frame that differs leaves a picture of the difference.
#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>

#include "glass/painter.hpp"
#include "glass/png.hpp"
#include "glass/read_png.hpp"
#include "glass/ruler.hpp"
#include "sign/layout.hpp"
#include "sign/sign_input.hpp"

using namespace placard;
using namespace placard::test;

namespace {

const std::string kFolder = PLACARD_SOURCE "/tests/glass/goldens/";

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
};

const Golden kGoldens[] = {
    {"now", "Golden Gate B", "2025-11-04T13:05", 480, 320},
    {"gap-light", "Golden Gate A", "2025-11-04T13:35", 320, 240, true},
    {"over", "Golden Gate B", "2025-11-04T18:00", 320, 240},
    {"portrait", "Yerba Buena 2-3", "2025-11-04T13:05", 240, 320},
    {"countdown", "Lightning Theater", "2025-11-04T12:50", 320, 240, false, Layout::countdown},
    {"countdown-danger", "Lightning Theater", "2025-11-04T12:59:18", 320, 240, false, Layout::countdown},
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
  const Glass glass{golden.width, golden.height, std::nullopt};
  return paint(lay_out(view_at(input, at), glass, golden.light ? light_theme() : dark_theme(), fonts()), fonts());
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

}  // namespace

TEST_CASE("frames are drawn as they were when somebody last looked") {
  const char* asked = std::getenv("PLACARD_UPDATE_GOLDENS");
  const bool update = asked != nullptr && *asked == '1';
  for (const Golden& golden : kGoldens) {
    CAPTURE(std::string(golden.name));
    const std::string path = kFolder + golden.name + ".png";
    const Pixels actual = drawn(golden);
    if (update) {
      std::filesystem::create_directories(kFolder);
      CHECK(write_png(actual, path).empty());
    }
    REQUIRE(std::filesystem::exists(path));
    const Pixels expected = read_png(path);
    if (expected == actual) continue;
    const std::string difference = PLACARD_FONTS "/../golden-" + std::string(golden.name) + ".png";
    CHECK(write_png(comparison(expected, actual), difference).empty());
    FAIL_CHECK("differs; expected, drawn and the difference stand side by side in "
               << difference << ". If the new one is right: tools/test --update-goldens");
  }
}
