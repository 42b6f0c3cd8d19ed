// SPDX-License-Identifier: MIT
// Row A4: every time zone around every change of its clocks, against Python's zoneinfo, whatever zone the device is in.
#include <doctest/doctest.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <sstream>

#include "catalogue/dose.hpp"
#include "schedule/programme.hpp"

using namespace placard;
using namespace placard::test;

namespace {

// A few years from 2025; PLACARD_COUNT more, back to 2000 and on to 2037.
std::string python_says() {
  const int years = static_cast<int>(dose("years of every time zone", 2).count);
  const int first = years <= 13 ? 2025 : std::max(2000, 2038 - years);
  const std::string command = "python3 '" PLACARD_SOURCE "/tests/catalogue/zone_changes.py' " + std::to_string(first) +
                              " " + std::to_string(std::min(2037, first + years - 1));
  FILE* pipe = popen(command.c_str(), "r");
  if (pipe == nullptr) return "";
  std::string out;
  std::array<char, 65536> block;
  while (const std::size_t got = fread(block.data(), 1, block.size(), pipe)) out.append(block.data(), got);
  return pclose(pipe) == 0 ? out : "";
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

struct DeviceZone {
  explicit DeviceZone(const char* name) { set(name); }
  ~DeviceZone() { set(before.c_str()); }
  DeviceZone(const DeviceZone&) = delete;
  DeviceZone& operator=(const DeviceZone&) = delete;
  static void set(const char* name) {
    setenv("TZ", name, 1);
    tzset();
  }
  const std::string before = std::getenv("TZ") != nullptr ? std::getenv("TZ") : "";
};

}  // namespace

TEST_CASE("A4: every time zone at every change of its clocks is as Python has it, in four device zones") {
  const std::string told = python_says();
  if (told.empty()) {
    MESSAGE("Skipped: python3 with its zoneinfo is not there.");
    return;
  }
  for (const std::string device : {"Asia/Tokyo", "America/Los_Angeles", "UTC", "Australia/Lord_Howe"}) {
    CAPTURE(device);
    const DeviceZone pretended(device.c_str());
    std::map<std::string, std::size_t> lines;
    std::istringstream stream(told);
    std::size_t mismatches = 0;
    for (std::string line; std::getline(stream, line);) {
      ++lines[line.substr(0, line.find('\t'))];
      const std::string wrong = mismatch(line);
      if (!wrong.empty() && ++mismatches <= 10) FAIL_CHECK(wrong);
    }
    CHECK(mismatches == 0);
    CHECK(lines["at"] > 1500);
    CHECK(lines["local"] > 3000);
    MESSAGE(lines["at"] << " instants and " << lines["local"] << " local times");
  }
}
