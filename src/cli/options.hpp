// SPDX-License-Identifier: MIT
// The command line.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/time/time.hpp"
#include "cli/say_options.hpp"
#include "settings/settings.hpp"

namespace placard {

enum class Command { run, shot, describe, sheet, check, say, unsay };

/// What was asked for. A missing option is nullopt or empty.
struct Options {
  Command command = Command::run;
  std::optional<std::string> config;
  std::string sign;
  std::string feed;
  std::string format;
  std::vector<std::string> rooms;
  std::optional<std::string> overrides;  ///< a URL, or a path from the current folder
  std::optional<Layout> layout;
  std::optional<TimeZone> zone;
  std::optional<ThemeName> theme;
  std::optional<PixelSize> size;
  std::optional<int> rotate;
  std::optional<WrittenTime> at;
  std::optional<WrittenTime> as_of;
  double speed = 1;
  std::string out;     ///< of shot a file, of sheet a folder
  bool panel = false;  ///< shot: as turned on the panel
  SayOptions say;
  UnsayOptions unsay;
  bool report = false;  ///< run: say when the first frame was shown
};

/// The program should end with this status; the text was already printed (help, version, or what is malformed).
struct EndNow {
  int status = 0;
};

std::variant<Options, EndNow> parse_options(int argc, const char* const* argv);

}  // namespace placard
