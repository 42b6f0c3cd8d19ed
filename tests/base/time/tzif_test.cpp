// SPDX-License-Identifier: MIT
#include "base/time/tzif.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

#include "base/time/tzif_bytes.hpp"

using namespace placard;
using namespace placard::test;
using namespace std::chrono_literals;

namespace {

seconds offset_in(const std::string& file, std::int64_t instant) {
  return offset_at(read_tzif("zone", file).value(), Instant(seconds(instant))).offset;
}

std::string refusal(const std::string& file) {
  const auto rules = read_tzif("Some/Zone", file);
  return rules ? "" : rules.error().sentence;
}

std::string file_of_device(const std::string& zone) {
  std::ifstream file("/usr/share/zoneinfo/" + zone, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// Whatever a damaged file says, it is refused or gives offsets a zone can have, each until a later instant.
void check_harmless(const std::string& file) {
  const auto rules = read_tzif("zone", file);
  if (!rules) return;
  for (const std::int64_t instant : {-4'000'000'000, 0L, 1'762'000'000L, 2'140'000'000L, 4'000'000'000L}) {
    const OffsetUntil found = offset_at(*rules, Instant(seconds(instant)));
    if (found.offset < -49h || found.offset > 49h || found.until <= Instant(seconds(instant)))
      FAIL_CHECK("offset " << found.offset.count());
  }
}

}  // namespace

TEST_CASE("before the first change, from each on, and after the last") {
  const TzifParts parts{{{1000, 1}, {2000, 2}, {3000, 1}}, {60, 3600, 7200}, "ABC-3"};
  for (const char version : {'2', '3', '4'}) {
    CAPTURE(version);
    const std::string file = tzif_file(parts, version);
    CHECK(offset_in(file, -5000) == 60s);
    CHECK(offset_in(file, 999) == 60s);
    CHECK(offset_in(file, 1000) == 3600s);
    CHECK(offset_in(file, 1999) == 3600s);
    CHECK(offset_in(file, 2000) == 7200s);
    CHECK(offset_in(file, 3000) == 3h);  // by the last line
    CHECK(offset_in(file, 4'000'000'000) == 3h);
  }
}

TEST_CASE("of version 1, and with an empty last line, the last offset stays") {
  TzifParts parts{{{-1000, 1}, {2000, 0}}, {60, -3600}, ""};
  for (const char version : {'\0', '2'}) {
    const std::string file = tzif_file(parts, version);
    CHECK(offset_in(file, -1001) == 60s);
    CHECK(offset_in(file, -1000) == -1h);
    CHECK(offset_in(file, 4'000'000'000) == 60s);
  }
}

TEST_CASE("a zone without changes goes by its last line") {
  const std::string file = tzif_file({{}, {3600}, "CET-1CEST,M3.5.0,M10.5.0/3"});
  CHECK(offset_in(file, 2'224'281'600) == 2h);  // July 2040
  CHECK(offset_in(file, 2'240'000'000) == 1h);  // December 2040
}

TEST_CASE("what is no zone file, damaged, or of another kind of time is refused with a sentence") {
  CHECK(refusal("") == "Some/Zone: this is no time zone file.");
  CHECK(refusal("# version 2025b\n") == "Some/Zone: this is no time zone file.");
  const std::string damaged =
      "Some/Zone: this time zone file can't be used (it is damaged): reinstall the package tzdata.";
  CHECK(refusal("TZif2") == damaged);
  CHECK(refusal(tzif_file({{{1000, 1}}, {0}})) == damaged);                   // a type that is not there
  CHECK(refusal(tzif_file({{{1000, 0}, {1000, 0}}, {0}})) == damaged);        // not ascending
  CHECK(refusal(tzif_file({{}, {}})) == damaged);                             // no type
  CHECK(refusal(tzif_file({{}, {26 * 3600}})) == damaged);                    // no zone is so far
  CHECK(refusal(tzif_file({{}, {0}, "CET-1CEST"})) == damaged);               // summer time without a rule
  CHECK(refusal(tzif_file({{{std::int64_t{1} << 61, 0}}, {0}})) == damaged);  // no such time
  CHECK(refusal(tzif_file({std::vector<std::pair<std::int64_t, int>>(2001)})) == damaged);
  CHECK(refusal(tzif_file({{}, {0}, "UTC0", 27})).find("leap seconds") != std::string::npos);
}

TEST_CASE("every cut of a zone file is refused, and every changed byte does no harm") {
  const TzifParts parts{{{1000, 1}, {2000, 2}, {3000, 1}}, {60, 3600, 7200}, "CET-1CEST,M3.5.0,M10.5.0/3"};
  for (const std::string& file : {tzif_file(parts), file_of_device("America/Los_Angeles"),
                                  file_of_device("Australia/Lord_Howe"), file_of_device("Africa/Casablanca")}) {
    if (file.empty()) continue;
    CHECK(refusal(file) == "");
    for (std::size_t length = 0; length < file.size(); ++length) {
      if (refusal(file.substr(0, length)).empty()) FAIL_CHECK("cut at " << length);
    }
    for (std::size_t at = 0; at < file.size(); ++at) {
      for (const char byte : {'\0', '\x01', '\x7f', '\xff', static_cast<char>(file[at] ^ 0x80)}) {
        std::string other = file;
        other[at] = byte;
        check_harmless(other);
      }
    }
  }
}
