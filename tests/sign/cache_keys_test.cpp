// SPDX-License-Identifier: MIT
#include "sign/cache_keys.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <optional>
#include <set>

#include "base/os/digest.hpp"
#include "base/os/temp_folder.hpp"
#include "sign/sources/feed_updates.hpp"
#include "sign/sources/source_identity.hpp"

using namespace placard;
using namespace placard::test;
using std::chrono::milliseconds;

namespace {

// A variable of the environment, put back at the end.
class Variable {
 public:
  Variable(const char* name, const char* value) : name_(name) {
    if (const char* before = std::getenv(name)) before_ = before;
    value != nullptr ? setenv(name, value, 1) : unsetenv(name);
  }
  ~Variable() { before_ ? setenv(name_, before_->c_str(), 1) : unsetenv(name_); }
  Variable(const Variable&) = delete;
  Variable& operator=(const Variable&) = delete;

 private:
  const char* name_;
  std::optional<std::string> before_;
};

const std::string kIdentity = "of the feed";

// A folder with copies of feeds by title, as a sign keeps them.
struct Kept {
  void keep(const std::string& title, GoodTime good = {}) const {
    CHECK(folder.write(cache_file("feed", kIdentity), {kIdentity, good, "", feed_text("A", title)}));
  }
  void keep_good_time(const std::string& title, GoodTime good) const {
    const std::string digest = sha256(feed_text("A", title));
    CHECK(folder.write(cache_file("good", kIdentity), {kIdentity, good, digest, ""}));
  }
  RestoredFeed read(const MayRead& may_read = [](const std::string&, const std::string&) { return true; }) const {
    return read_cached_feed(folder, kIdentity, may_read, settings_with(1), 0);
  }

  TempFolder temp;
  CacheFolder folder{temp.path("kept")};
};

Lines titles(const RestoredFeed& restored) {
  Lines all;
  for (const RestoredCopy& copy : restored.copies) all.push_back(copy.update.schedule->sessions.front().title);
  return all;
}

GoodTime good_at(int uptime) {
  return {kNoon + seconds(uptime), "boot", milliseconds(uptime)};
}

}  // namespace

TEST_CASE("copies lie where systemd says, else in the user's folder for state, else nowhere") {
  struct Row {
    const char* set_aside;
    const char* state;
    const char* home;
    const char* path;
  };
  const Row rows[] = {
      {"/var/lib/placard", "/state", "/home/a", "/var/lib/placard"},
      {"/var/lib/placard:/var/lib/other", nullptr, nullptr, "/var/lib/placard"},
      {nullptr, "/state", "/home/a", "/state/placard"},
      {nullptr, nullptr, "/home/a", "/home/a/.local/state/placard"},
      {"", "", "/home/a", "/home/a/.local/state/placard"},
      {nullptr, nullptr, nullptr, ""},
      {"", "", "", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.path));
    const Variable set_aside("STATE_DIRECTORY", row.set_aside);
    const Variable state("XDG_STATE_HOME", row.state);
    const Variable home("HOME", row.home);
    CHECK(cache_folder_path() == row.path);
  }
}

TEST_CASE("every address, format, event and kind of clock has copies of its own") {
  Settings settings = settings_with(1);
  std::set<std::string> identities;
  const auto is_new = [&](ReadOn clock) { return identities.insert(feed_identity(settings, 0, clock)).second; };
  CHECK(is_new(ReadOn::device_clock));
  CHECK(is_new(ReadOn::pretended_clock));
  settings.feeds[0].url = "https://a.example/feed.json?token=secret";
  CHECK(is_new(ReadOn::device_clock));
  settings.feeds[0].format = "frab";
  CHECK(is_new(ReadOn::device_clock));
  settings.event = "another";
  CHECK(is_new(ReadOn::device_clock));
  CHECK_FALSE(is_new(ReadOn::device_clock));
  settings.overrides = "/etc/placard/overrides.json";
  CHECK(identities.insert(overrides_identity(settings, ReadOn::device_clock)).second);
  CHECK(identities.insert(overrides_identity(settings, ReadOn::pretended_clock)).second);
  for (const std::string& identity : identities) {
    CHECK(identity.size() == 64);  // a digest, so nobody reads an address from a file's name
    CHECK(cache_file("feed", identity) == "feed-" + identity.substr(0, 16));
  }
}

TEST_CASE("both generations are restored, the older first") {
  const Kept kept;
  CHECK(titles(kept.read()).empty());
  kept.keep("First");
  CHECK(titles(kept.read()) == Lines{"First"});
  kept.keep("Second");
  CHECK(titles(kept.read()) == Lines{"First", "Second"});
  CHECK(kept.read().sentences.empty());
}

TEST_CASE("the newest copy was good as late as the file beside it says, if that is of the same bytes") {
  const Kept kept;
  kept.keep("First", good_at(1));
  kept.keep_good_time("First", good_at(5));
  CHECK(kept.read().copies.back().good == good_at(5));
  kept.keep("Second", good_at(7));
  CHECK(kept.read().copies.front().good == good_at(1));
  CHECK(kept.read().copies.back().good == good_at(7));
  kept.keep_good_time("Second", good_at(9));
  CHECK(kept.read().copies.back().good == good_at(9));
  kept.temp.write("kept/" + cache_file("good", kIdentity), "x");
  const RestoredFeed restored = kept.read();
  CHECK(restored.copies.back().good == good_at(7));
  CHECK(restored.sentences.size() == 1);
}

TEST_CASE("what may not be read, and what is no feed any more, is left out") {
  const Kept kept;
  kept.keep("First");
  kept.keep("Second");
  const std::string second = sha256(feed_text("A", "Second"));
  CHECK(titles(kept.read([](const std::string&, const std::string&) { return false; })).empty());
  const auto but_second = [&](const std::string& digest, const std::string&) { return digest != second; };
  CHECK(titles(kept.read(but_second)) == Lines{"First"});
  REQUIRE(kept.folder.write(cache_file("feed", kIdentity), {kIdentity, {}, "", "<html>"}));
  CHECK(titles(kept.read()) == Lines{"First"});
}
