// SPDX-License-Identifier: MIT
#include "base/os/zone_files.hpp"

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>
#include <variant>

#include "base/os/clock.hpp"
#include "base/os/local_file.hpp"
#include "base/time/time_zone.hpp"
#include "base/time/zone.hpp"

namespace placard {
namespace {

constexpr std::size_t kMostZoneBytes = std::size_t{256} << 10U;
constexpr std::size_t kMostIndexBytes = std::size_t{4} << 20U;
constexpr std::size_t kMostNameBytes = 64;
constexpr int kMostLinks = 4;  // from an old name to an old name

// As last read.
struct KnownZone {
  std::shared_ptr<const Zone> zone;
  std::optional<FileIdentity> identity;  // nothing: to be read again in any case
  std::string trouble;
  bool told = false;  // of the trouble
};

// Of one folder. Bounded by the names the zone database has: others are not kept.
struct KnownZones {
  std::mutex mutex;
  std::string folder;
  std::map<std::string, KnownZone, std::less<>> zones;
  std::uint64_t changes = 0;
};

KnownZones& known_zones() {
  static KnownZones known;
  return known;
}

std::string folder_of_device() {
  const char* folder = secure_getenv("TZDIR");
  return folder != nullptr && *folder != '\0' ? folder : "/usr/share/zoneinfo";
}

bool belongs_in_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
         c == '+' || c == '/';
}

// A name of IANA's. Files of the database that are the device's own zone, no zone, or zones twice are none.
bool is_zone_name(std::string_view name) {
  if (name.empty() || name.size() > kMostNameBytes || name.front() == '/') return false;
  if (name == "localtime" || name == "posixrules" || name == "Factory") return false;
  if (name.rfind("right/", 0) == 0 || name.rfind("posix/", 0) == 0) return false;
  return std::all_of(name.begin(), name.end(), belongs_in_name);
}

// The database as text, whose lines "L Asia/Kolkata Asia/Calcutta" also tell the old names that have no file (on Debian
// 13 they are in a package of their own). It begins with "# version 2025b".
std::string zone_index(const std::string& folder) {
  const auto read = read_local_file(folder + "/tzdata.zi", kMostIndexBytes);
  const auto* file = std::get_if<FileBytes>(&read);
  return file != nullptr ? file->bytes : "";
}

std::string edition_of(const std::string& index) {
  const std::string before = "# version ";
  if (index.rfind(before, 0) != 0) return "";
  std::string edition = index.substr(before.size(), std::min(index.find('\n'), kMostNameBytes) - before.size());
  return std::all_of(edition.begin(), edition.end(), belongs_in_name) ? edition : "";
}

// "" where `name` is no old one.
std::string link_target(const std::string& index, const std::string& name) {
  const std::string wanted = ' ' + name + '\n';
  for (auto end = index.find(wanted); end != std::string::npos; end = index.find(wanted, end + 1)) {
    const auto begin = index.rfind('\n', end) + 1;
    if (index.compare(begin, 2, "L ") != 0 || end < begin + 2) continue;
    std::string target = index.substr(begin + 2, end - begin - 2);
    return is_zone_name(target) ? target : "";
  }
  return "";
}

using ReadFile = std::variant<FileBytes, FileUnchanged, FileFailure>;

ReadFile read_zone_file(const std::string& folder, std::string name, const std::optional<FileIdentity>& known) {
  ReadFile read = read_local_file(folder + '/' + name, kMostZoneBytes, known);
  const auto is_missing = [&read] {
    const auto* failure = std::get_if<FileFailure>(&read);
    return failure != nullptr && failure->missing;
  };
  if (!is_missing()) return read;
  const std::string index = zone_index(folder);
  for (int i = 0; i < kMostLinks && is_missing(); ++i) {
    name = link_target(index, name);
    if (name.empty()) return read;
    ReadFile target = read_local_file(folder + '/' + name, kMostZoneBytes, known);
    read = std::move(target);
  }
  return read;
}

void note_trouble(KnownZone& known, std::string trouble) {
  known.told = known.told && known.trouble == trouble;
  known.trouble = std::move(trouble);
}

// Whether the zone has other rules than before. Without good ones what was known stays, and there is a trouble.
bool take(const std::string& folder, const std::string& name, KnownZone& known, const FileBytes& file) {
  auto rules = read_tzif(folder + '/' + name, file.bytes);
  const bool changed = rules && (known.zone == nullptr || known.zone->rules != *rules);
  if (rules) {
    Zone zone{name, std::move(*rules), edition_of(zone_index(folder))};
    if (changed || known.zone->edition != zone.edition) known.zone = std::make_shared<const Zone>(std::move(zone));
  }
  note_trouble(known, rules ? "" : rules.error().sentence);
  known.identity.reset();
  if (identity_settled(file.identity, wall_now())) known.identity = file.identity;
  return changed;
}

bool read_again(const std::string& folder, const std::string& name, KnownZone& known) {
  const ReadFile read = read_zone_file(folder, name, known.identity);
  if (const auto* file = std::get_if<FileBytes>(&read)) return take(folder, name, known, *file);
  if (const auto* failure = std::get_if<FileFailure>(&read)) note_trouble(known, failure->sentence);
  return false;
}

// Before each use.
void follow_folder(KnownZones& known) {
  std::string folder = folder_of_device();
  if (folder == known.folder) return;
  known.folder = std::move(folder);
  if (!known.zones.empty()) ++known.changes;
  known.zones.clear();
}

std::vector<std::string> refresh(KnownZones& known) {
  std::vector<std::string> sentences;
  for (auto& [name, zone] : known.zones) {
    if (read_again(known.folder, name, zone)) ++known.changes;
    if (zone.trouble.empty() || std::exchange(zone.told, true)) continue;
    sentences.push_back(zone.trouble + " The zone stays as it was.");
  }
  return sentences;
}

}  // namespace

std::optional<TimeZone> TimeZone::find(std::string_view iana_name) {
  if (!is_zone_name(iana_name)) return std::nullopt;
  KnownZones& known = known_zones();
  const std::lock_guard lock(known.mutex);
  follow_folder(known);
  if (const auto found = known.zones.find(iana_name); found != known.zones.end()) return TimeZone(found->second.zone);
  KnownZone zone;
  const std::string name(iana_name);
  read_again(known.folder, name, zone);
  if (zone.zone == nullptr) return std::nullopt;
  // Two zones of two editions would contradict each other. What is told of it is told by the next look.
  for (auto& [other, one] : known.zones) {
    if (read_again(known.folder, other, one)) ++known.changes;
  }
  return TimeZone(known.zones.emplace(name, std::move(zone)).first->second.zone);
}

std::vector<std::string> refresh_zones() {
  KnownZones& known = known_zones();
  const std::lock_guard lock(known.mutex);
  follow_folder(known);
  return refresh(known);
}

std::uint64_t zone_changes() {
  KnownZones& known = known_zones();
  const std::lock_guard lock(known.mutex);
  return known.changes;
}

}  // namespace placard
