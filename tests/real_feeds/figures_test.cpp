// SPDX-License-Identifier: MIT
// The figures of published schedules in tests/README.md, and the documents that are refused.
#include <doctest/doctest.h>

#include <set>
#include <sstream>

#include "real_feeds/sample.hpp"

using namespace placard;
using namespace placard::test;

namespace {

std::string table_row(const Sample& sample) {
  const ReadFeed read = read_sample(sample.file, sample.zone);
  REQUIRE(read.schedule);
  std::set<std::string> tracks;
  std::size_t breaks = 0;
  std::size_t plenary = 0;
  for (const Session& session : read.schedule->sessions) {
    if (!session.track.empty()) tracks.insert(session.track);
    breaks += session.is_break ? 1 : 0;
    plenary += session.every_room ? 1 : 0;
  }
  std::ostringstream row;
  row << "| `" << sample.file << "` | " << read.schedule->sessions.size() << " | " << read.schedule->rooms.size()
      << " | " << tracks.size() << " | " << breaks << " | " << plenary << " | " << read.skipped << " |";
  return row.str();
}

std::string refusal(const std::string& bytes) {
  const ReadFeed read = read_feed("feed", bytes, {});
  CHECK_FALSE(read.schedule);
  CHECK(read.problems.size() == 1);
  return read.problems.empty() ? "" : to_sentence(read.problems.front());
}

}  // namespace

TEST_CASE("the table of published schedules in tests/README.md is true") {
  if (!have_samples()) return;
  const std::string readme = file_text(PLACARD_SOURCE "/tests/README.md");
  for (const Sample& sample : samples()) {
    const std::string row = table_row(sample);
    CAPTURE(row);
    CHECK(readme.find(row) != std::string::npos);
  }
}

TEST_CASE("schedules of other shapes are refused in one sentence that says what they have and what comes nearest") {
  if (!have_samples()) return;
  struct Row {
    const char* file;
    const char* keys;
    const char* nearest;
  };
  for (const Row& row : {Row{"custom--fosdem-2024.json", "date, start, end, rooms", "nearest comes gridsmart"},
                         Row{"custom--pyconfr-2024.json", "schedule, sprints, rooms", "nearest comes opass"},
                         Row{"hoverboard--devfest-ukraine-2016.json", "blog, gallery, config", "or sessionize"}}) {
    CAPTURE(std::string(row.file));
    const std::string sentence = refusal(file_text(sample_path(row.file)));
    CAPTURE(sentence);
    CHECK(sentence.find(row.keys) != std::string::npos);
    CHECK(sentence.find(row.nearest) != std::string::npos);
    CHECK(sentence.size() < 500);
  }
}

TEST_CASE("a published schedule cut short anywhere is refused") {
  if (!have_samples()) return;
  for (const Sample& sample : samples()) {
    CAPTURE(sample.file);
    const std::string whole = file_text(sample_path(sample.file));
    for (std::size_t i = 1; i <= 40; ++i) {
      const ReadFeed read =
          read_feed("feed", whole.substr(0, whole.size() * i / 41), {TimeZone::find(sample.zone), "", ""});
      CHECK_FALSE(read.schedule);
      CHECK_FALSE(read.problems.empty());
    }
  }
}

TEST_CASE("no title of a published schedule is left with a character reference") {
  if (!have_samples()) return;
  std::size_t apostrophes = 0;
  for (const Sample& sample : samples()) {
    CAPTURE(sample.file);
    const ReadFeed read = read_sample(sample.file, sample.zone);
    REQUIRE(read.schedule);
    for (const Session& session : read.schedule->sessions) {
      CAPTURE(session.title);
      CHECK(session.title.find("&#") == std::string::npos);
      for (const char* name : {"&amp;", "&quot;", "&lt;", "&gt;", "&nbsp;"}) {
        CHECK(session.title.find(name) == std::string::npos);
      }
      const bool congress = sample.file == "frab--30c3-2013.json";
      apostrophes += congress && session.title.find('\'') != std::string::npos ? 1 : 0;
    }
  }
  CHECK(apostrophes == 6);
}
