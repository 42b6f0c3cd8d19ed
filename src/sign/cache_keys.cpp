// SPDX-License-Identifier: MIT
#include "sign/cache_keys.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "base/os/digest.hpp"
#include "sign/documents.hpp"

namespace placard {
namespace {

constexpr std::size_t kNameLength = 16;

std::string from_environment(const char* name) {
  const char* value = std::getenv(name);
  return value != nullptr ? value : "";
}

// When bytes with that digest were seen good last, if that is known beside their copy.
std::optional<GoodTime> latest_good(const std::vector<CachedCopy>& notes, const std::string& digest) {
  for (const CachedCopy& good : notes) {
    if (good.notes == digest) return good.good;
  }
  return std::nullopt;
}

void add_times(const std::vector<CachedCopy>& copies, std::vector<GoodTime>& times) {
  for (const CachedCopy& copy : copies) times.push_back(copy.good);
}

}  // namespace

std::string cache_folder_path() {
  const std::string set_aside = from_environment("STATE_DIRECTORY");
  if (!set_aside.empty()) return set_aside.substr(0, set_aside.find(':'));
  const std::string state = from_environment("XDG_STATE_HOME");
  if (!state.empty()) return state + "/placard";
  const std::string home = from_environment("HOME");
  return home.empty() ? "" : home + "/.local/state/placard";
}

std::string cache_file(const std::string& kind, const std::string& identity) {
  return kind + "-" + identity.substr(0, kNameLength);
}

RestoredFeed read_cached_feed(const CacheFolder& folder, const std::string& identity, const MayRead& may_read,
                              const Settings& settings, std::size_t feed) {
  RestoredFeed restored;
  const std::string file = cache_file("feed", identity);
  auto found = folder.read(file, identity);
  auto notes = folder.read(cache_file("good", identity), identity);
  restored.sentences = std::move(found.sentences);
  restored.sentences.insert(restored.sentences.end(), notes.sentences.begin(), notes.sentences.end());
  add_times(found.copies, restored.times);
  add_times(notes.copies, restored.times);
  bool refused = false;
  for (CachedCopy& copy : found.copies) {
    const Fetched document(std::move(copy.bytes));
    const CrashMark mark = may_read(document.digest, name_of_feed(settings, feed));
    refused = refused || !mark;
    if (!mark) continue;
    const bool newest = &copy == &found.copies.front();
    const GoodTime good = newest ? latest_good(notes.copies, document.digest).value_or(copy.good) : copy.good;
    FetchResult update;
    update.where = folder.path() + "/" + file;
    update.outcome = document;
    FeedUpdate read = to_feed_update(feed, update, settings);
    // Read well once, so only another config can make it unreadable.
    if (read.kind != FeedUpdate::Kind::fresh) continue;
    restored.copies.push_back({std::move(read), read_kept(copy.notes), good});
    if (refused) folder.give_way(file);
  }
  std::reverse(restored.copies.begin(), restored.copies.end());
  return restored;
}

}  // namespace placard
