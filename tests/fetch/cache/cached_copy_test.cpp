// SPDX-License-Identifier: MIT
#include "fetch/cache/cached_copy.hpp"

#include <doctest/doctest.h>

#include "base/os/digest.hpp"
#include "catalogue/dose.hpp"
#include "fetch/cache/cached_copies.hpp"

using namespace placard;
using namespace placard::test;
using std::chrono::milliseconds;
using std::chrono::seconds;
using std::chrono::sys_seconds;

namespace {

constexpr std::size_t kFileSize = 16 << 10U;

std::string file_of(const std::string& first_line, const std::string& body) {
  return first_line + "\n" + sha256(body) + "\n" + body;
}

const std::string kFirstLine = "Placard kept copy 1";
const std::string kBody = "key: k\ngood: 5\nboot: b\nuptime_ms: 6\nnotes: n\nbytes: 3\nabc";

std::string read_as(const std::string& file) {
  const auto read = unpacked(file);
  if (const auto* copy = std::get_if<CachedCopy>(&read)) return copy->bytes;
  return std::get<Unreadable>(read) == Unreadable::damaged ? "(damaged)" : "(other version)";
}

// Whether nothing was read of it, whatever it is taken for.
bool refused(const std::string& file) {
  return std::holds_alternative<Unreadable>(unpacked(file));
}

// A whole file of 16 KiB.
std::string sample_file() {
  const std::size_t around = packed(generation(1, 10'000)).size() - 10'000;
  return packed(generation(1, kFileSize - around));
}

std::string damaged(std::string file, Chance& chance) {
  switch (chance.below(6)) {
    case 0:
      file.resize(chance.below(file.size()));
      return file;
    case 1:  // a sector that was never written
      file.replace(chance.below(file.size()) / 512 * 512, 512, std::string(512, '\0'));
      return file;
    case 2:
      return file.insert(chance.below(file.size()),
                         std::string(1 + chance.below(9), static_cast<char>(chance.below(256))));
    case 3:
      return file.erase(chance.below(file.size()), 1 + chance.below(600));
    case 4:  // two sectors in each other's place
      return file.substr(512, 512) + file.substr(0, 512) + file.substr(1024);
    default:
      for (std::uint64_t i = 1 + chance.below(20); i > 0; --i) {
        file[chance.below(file.size())] ^= static_cast<char>(1 + chance.below(255));
      }
      return file;
  }
}

}  // namespace

TEST_CASE("a copy comes back as it was packed") {
  const CachedCopy rows[] = {
      {},
      {"key", {sys_seconds(seconds(1'762'286'400)), "a boot", milliseconds(5)}, "notes: with a colon", "bytes"},
      {"key", {sys_seconds(seconds(1'762'286'400)), "a boot", milliseconds(5), true}, "", ""},
      {"key", {sys_seconds(seconds(1'762'286'400)), "a boot", milliseconds(5), true, milliseconds(4)}, "", ""},
      {"key", {sys_seconds(seconds(-1)), "", milliseconds(-1)}, "", std::string("\n\0key: x\n", 9)},
      {"Zürich 東京", {}, "", std::string(100'000, '\n')},
      {"", {sys_seconds::min(), "", milliseconds::max()}, "", "Placard kept copy 1\n"},
  };
  for (const CachedCopy& row : rows) {
    CAPTURE(row.key);
    const auto read = unpacked(packed(row));
    REQUIRE(std::holds_alternative<CachedCopy>(read));
    CHECK(std::get<CachedCopy>(read) == row);
  }
}

TEST_CASE("the key and the notes stay on their lines") {
  const auto read = unpacked(packed({"a\nbytes: 0\n", {{}, "b\r\n", {}}, "\x01n\x7F", "abc"}));
  REQUIRE(std::holds_alternative<CachedCopy>(read));
  CHECK(std::get<CachedCopy>(read) == CachedCopy{"abytes: 0", {{}, "b", {}}, "n", "abc"});
}

// Whoever changes the format counts its version up, and goes on reading this one (B56).
TEST_CASE("B56: what the first version of Placard wrote is read") {
  CHECK(packed({"k", {sys_seconds(seconds(5)), "b", milliseconds(6)}, "n", "abc"}) ==
        "Placard kept copy 1\n"
        "df97b8b940243bcc7015a921e47dacfe15d2ec8deb999524322859dcdaaa7263\n"
        "key: k\ngood: 5\nboot: b\nuptime_ms: 6\nnotes: n\nbytes: 3\nabc");
  CHECK(read_as(file_of(kFirstLine, kBody)) == "abc");
}

TEST_CASE("what is no copy of this version is told from damage") {
  struct Row {
    const char* name;
    std::string file, read;
  };
  const auto with = [](const std::string& part, const std::string& instead) {
    std::string body = kBody;
    return file_of(kFirstLine, body.replace(body.find(part), part.size(), instead));
  };
  const Row rows[] = {
      {"a whole one", file_of(kFirstLine, kBody), "abc"},
      {"a later version", file_of("Placard kept copy 2", "whatever it writes"), "(other version)"},
      {"a much later one", file_of("Placard kept copy 10", kBody), "(other version)"},
      {"an earlier one", file_of("Placard kept copy 0", kBody), "(other version)"},
      {"nothing", "", "(damaged)"},
      {"a line's end", "\n", "(damaged)"},
      {"its first line", kFirstLine, "(damaged)"},
      {"no digest", kFirstLine + "\n" + kBody, "(damaged)"},
      {"an empty digest", kFirstLine + "\n\n" + kBody, "(damaged)"},
      {"half a digest", kFirstLine + "\n" + sha256(kBody).substr(32) + "\n" + kBody, "(damaged)"},
      {"a feed", R"({"sessions": []})", "(damaged)"},
      {"zeros", std::string(4096, '\0'), "(damaged)"},
      {"another program's", file_of("Other kept copy 1", kBody), "(damaged)"},
      {"without key", with("key: k\n", ""), "(damaged)"},
      {"lines in another order", with("key: k\ngood: 5\n", "good: 5\nkey: k\n"), "(damaged)"},
      {"no space", with("key: k", "key:k"), "(damaged)"},
      {"more bytes than said", with("bytes: 3", "bytes: 2"), "(damaged)"},
      {"fewer bytes than said", with("bytes: 3", "bytes: 4"), "(damaged)"},
      {"less than none", with("bytes: 3", "bytes: -3"), "(damaged)"},
      {"no number", with("bytes: 3", "bytes: 3x"), "(damaged)"},
      {"a number too large", with("uptime_ms: 6", "uptime_ms: 99999999999999999999"), "(damaged)"},
      {"no time", with("good: 5", "good: -"), "abc"},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.name));
    CHECK(read_as(row.file) == row.read);
  }
}

TEST_CASE("B20: a copy of 16 KiB with any one bit changed is refused") {
  std::string file = sample_file();
  REQUIRE(file.size() == kFileSize);
  REQUIRE_FALSE(refused(file));
  std::size_t believed = 0;
  for (std::size_t bit = 0; bit < file.size() * 8; ++bit) {
    const auto mask = static_cast<char>(1U << bit % 8);
    file[bit / 8] ^= mask;
    believed += refused(file) ? 0U : 1U;
    file[bit / 8] ^= mask;
  }
  CHECK(believed == 0);
}

TEST_CASE("B20: a copy of 16 KiB cut after any byte is refused, and so is one with more after its end") {
  const std::string file = sample_file();
  std::size_t believed = 0;
  for (std::size_t size = 0; size < file.size(); ++size) believed += refused(file.substr(0, size)) ? 0U : 1U;
  CHECK(believed == 0);
  for (const std::string& more : {std::string("\n"), std::string("\0", 1), file}) CHECK(refused(file + more));
}

TEST_CASE("B20: a copy damaged by chance is refused") {
  const std::string file = sample_file();
  const Dose files = dose("damaged copies", 20'000);
  std::size_t believed = 0;
  for (std::uint64_t number = files.first; number < files.first + files.count; ++number) {
    Chance chance(number);
    const std::string bad = damaged(file, chance);
    if (bad == file || refused(bad)) continue;
    ++believed;
    FAIL_CHECK("believed, PLACARD_SEED=" << number);
  }
  CHECK(believed == 0);
}
