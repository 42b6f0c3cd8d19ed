// SPDX-License-Identifier: MIT
// Row A4: every time zone to the year 2100, around every change of its clocks, against Python's zoneinfo, whatever zone
// the device is in.
#include <doctest/doctest.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <map>
#include <optional>
#include <sstream>

#include "base/os/temp_folder.hpp"
#include "base/time/posix_zone.hpp"
#include "catalogue/dose.hpp"
#include "schedule/programme.hpp"

using namespace placard;
using namespace placard::test;

namespace {

// What a program of Python says; "" when it fails.
std::string told_by(const std::string& script, const std::string& arguments) {
  FILE* pipe = popen(("python3 '" PLACARD_SOURCE "/tests/catalogue/" + script + "' " + arguments).c_str(), "r");
  if (pipe == nullptr) return "";
  std::string out;
  std::array<char, 65536> block;
  while (const std::size_t got = fread(block.data(), 1, block.size(), pipe)) out.append(block.data(), got);
  return pclose(pipe) == 0 ? out : "";
}

// This year and the next, and years that only the last line of a zone file knows; PLACARD_COUNT more, from 2000 on.
std::string some_years() {
  const std::uint64_t count = dose("years of every time zone", 4).count;
  if (count <= 4) return "2025 2026 2050 2100";
  std::string years;
  for (std::uint64_t i = 0; i < std::min<std::uint64_t>(count, 101); ++i) years += std::to_string(2000 + i) + ' ';
  return years;
}

const char* name_of(LocalTimeKind kind) {
  if (kind == LocalTimeKind::skipped) return "skipped";
  return kind == LocalTimeKind::repeated ? "repeated" : "unique";
}

// "" when Placard reads the line of zone_changes.py the same way.
std::string mismatch(const std::string& line) {
  const auto words = parts_of(line, '\t');
  const auto zone = TimeZone::find(words.at(1));
  if (!zone) return "unknown zone: " + line;
  if (words[0] == "at") {
    const Instant instant{seconds(std::stoll(words.at(2)))};
    const bool same = zone->offset(instant) == seconds(std::stoll(words.at(3))) &&
                      zone->local(instant).time_since_epoch() - instant.time_since_epoch() == zone->offset(instant);
    return same ? "" : line;
  }
  const LocatedTime located = zone->locate(parse_time(words.at(2)).value().local);
  const bool same =
      located.instant == Instant{seconds(std::stoll(words.at(3)))} && name_of(located.kind) == words.at(4);
  return same ? "" : line;
}

// A variable of the environment for a while.
struct Environment {
  Environment(const char* variable, const std::string& value) : name(variable) {
    if (const char* known = std::getenv(variable)) before = known;
    set(value);
  }
  ~Environment() { before ? set(*before) : static_cast<void>(unsetenv(name)); }
  Environment(const Environment&) = delete;
  Environment& operator=(const Environment&) = delete;
  void set(const std::string& value) const {
    setenv(name, value.c_str(), 1);
    tzset();
  }
  const char* name;
  std::optional<std::string> before;
};

// How many lines of each kind agree, but for those of one zone; the others are failures.
std::map<std::string, std::size_t> compared(const std::string& told, const std::string& without = "") {
  std::map<std::string, std::size_t> lines;
  std::istringstream stream(told);
  std::size_t mismatches = 0;
  for (std::string line; std::getline(stream, line);) {
    if (!without.empty() && line.find(without) != std::string::npos) continue;
    ++lines[line.substr(0, line.find('\t'))];
    const std::string wrong = mismatch(line);
    if (!wrong.empty() && ++mismatches <= 10) FAIL_CHECK(wrong);
  }
  CHECK(mismatches == 0);
  return lines;
}

}  // namespace

TEST_CASE("A4: every time zone at every change of its clocks is as Python has it, in four device zones") {
  const std::string told = told_by("zone_changes.py", some_years());
  if (told.empty()) {
    MESSAGE("Skipped: python3 with its zoneinfo is not there.");
    return;
  }
  for (const std::string device : {"Asia/Tokyo", "America/Los_Angeles", "UTC", "Australia/Lord_Howe"}) {
    CAPTURE(device);
    const Environment pretended("TZ", device);
    auto lines = compared(told);
    CHECK(lines["at"] > 3000);
    CHECK(lines["local"] > 6000);
    MESSAGE(lines["at"] << " instants and " << lines["local"] << " local times");
  }
}

TEST_CASE("A4: slim and fat zone files, as zic makes them, say the same as Python has it") {
  const TempFolder folder;
  for (const std::string kind : {"slim", "fat"}) {
    CAPTURE(kind);
    const std::string zones = folder.path(kind);
    const std::string zic = "zic -b " + kind + " -d '" + zones + "' /usr/share/zoneinfo/tzdata.zi 2>/dev/null";
    if (std::system(("PATH=$PATH:/usr/sbin; " + zic).c_str()) != 0) {
      MESSAGE("Skipped: zic or the database as text is not there.");
      return;
    }
    const Environment ours("TZDIR", zones), pythons("PYTHONTZPATH", zones);
    // A slim file's last line contradicts its last change: zic leaves out a week of 2022, and Python reads it two ways.
    const std::string contradictory = kind == "slim" ? "America/Ojinaga" : "";
    auto lines = compared(told_by("zone_changes.py", some_years()), contradictory);
    CHECK(lines["at"] > 3000);
    MESSAGE(lines["at"] << " instants and " << lines["local"] << " local times");
  }
}

TEST_CASE("A4: random last lines of zone files are read as Python and the C library read them") {
  const Dose lines = dose("random time zones", 300);
  std::istringstream stream(told_by("posix_zones.py", std::to_string(lines.first) + " " + std::to_string(lines.count)));
  const Environment device("TZ", "UTC");
  std::size_t instants = 0, by_python = 0, mismatches = 0;
  for (std::string line; std::getline(stream, line); ++instants) {
    const auto words = parts_of(line, '\t');
    const std::time_t instant = std::stoll(words.at(1));
    device.set(words[0]);
    std::tm as_c_has_it{};
    localtime_r(&instant, &as_c_has_it);
    const auto zone = parse_posix_zone(words[0]);
    const auto offset = zone ? offset_at(*zone, Instant(seconds(instant))).offset.count() : -1;
    const bool python_agrees = words.at(2) == "?" || offset == std::stoll(words[2]);
    by_python += words[2] == "?" ? 0 : 1;
    if ((!python_agrees || offset != as_c_has_it.tm_gmtoff) && ++mismatches <= 10) FAIL_CHECK(line);
  }
  CHECK(mismatches == 0);
  MESSAGE(instants << " instants, " << by_python << " of them by Python");
}
