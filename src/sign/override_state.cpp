// SPDX-License-Identifier: MIT
#include "sign/override_state.hpp"

#include <algorithm>
#include <cstdlib>
#include <sstream>
#include <utility>

#include "overrides/read_overrides.hpp"

namespace placard {
namespace {

// A file is looked at so often that a change is on the glass within a second, whatever file system it lies on and
// however it was saved; that costs a stat(). Network drives tell nobody of changes anyway.
constexpr std::chrono::milliseconds kLookAtFile{400};

// Behind a time that was read off a clock nobody vouched for.
constexpr char kUnsure = '?';

bool is_url(const std::string& address) {
  return address_kind(address) != AddressKind::path;
}

// The same words in another place of the file are the same entry.
Override without_place(Override entry) {
  entry.line = 0;
  entry.column = 0;
  return entry;
}

LoadedOverride known_as(Override entry, const LoadedOverrides& before, Instant now) {
  const auto same = std::find_if(before.begin(), before.end(), [&entry](const LoadedOverride& known) {
    return without_place(known.entry) == without_place(entry);
  });
  if (same == before.end()) return {std::move(entry), now};
  return {std::move(entry), same->first_read, same->first_read_trusted};
}

}  // namespace

OverridesUpdate to_overrides_update(const FetchResult& update) {
  OverridesUpdate out;
  out.where = update.where;
  if (const auto* failed = std::get_if<FetchError>(&update.outcome)) {
    const bool gone = failed->cause == ErrorKind::missing || failed->http_status == 404 || failed->http_status == 410;
    out.kind = gone ? OverridesUpdate::Kind::missing : OverridesUpdate::Kind::failed;
    out.sentence = failed->sentence;
  } else if (const auto* fetched = std::get_if<Fetched>(&update.outcome)) {
    out.kind = OverridesUpdate::Kind::fresh;
    out.bytes = fetched->bytes;
  } else {
    out.kind = OverridesUpdate::Kind::unchanged;
  }
  return out;
}

std::optional<Source> overrides_source(const Settings& settings) {
  if (settings.overrides.empty()) return std::nullopt;
  Source source;
  source.id = kOverridesSource;
  source.address = settings.overrides;
  source.max_bytes = kMaxOverridesBytes;
  source.interval = kLookAtFile;
  if (is_url(settings.overrides)) source.interval = settings.overrides_poll;
  return source;
}

std::vector<std::string> OverrideState::apply(const OverridesUpdate& update, const TimeZone& zone, Instant now) {
  use_zone(zone, now);
  const bool missed_before = std::exchange(missed_, update.kind == OverridesUpdate::Kind::missing);
  switch (update.kind) {
    case OverridesUpdate::Kind::unchanged:
      return log_of(problems_);
    case OverridesUpdate::Kind::failed:
      return log_of({{Severity::error, "", 0, 0, update.sentence, "The last good messages stay."}});
    case OverridesUpdate::Kind::missing:
      if (!missed_before) return {};
      read(nullptr, where_, zone, now);
      break;
    case OverridesUpdate::Kind::fresh:
      if (bytes_ && *bytes_ == *update.bytes) return log_of(problems_);
      read(update.bytes, update.where, zone, now);
      break;
  }
  return log_of(problems_);
}

void OverrideState::use_zone(const TimeZone& zone, Instant now) {
  if (zone_ == zone) return;
  if (bytes_) read(bytes_, where_, zone, now);
  zone_ = zone;
}

// All or nothing, should memory run out.
void OverrideState::read(Bytes bytes, std::string where, const TimeZone& zone, Instant now) {
  ReadOverrides read{Overrides{}, {}};
  if (bytes) read = read_overrides(where, *bytes, zone);
  const bool readable = read.overrides.has_value();
  LoadedOverrides known;
  if (readable) {
    for (Override& entry : *read.overrides) known.push_back(known_as(std::move(entry), known_, now));
    known_ = std::move(known);
  }
  readable_ = readable;
  problems_ = std::move(read.problems);
  bytes_ = std::move(bytes);
  where_ = std::move(where);
}

void OverrideState::restore(const std::string& bytes, const std::string& first_reads, const std::string& where,
                            const TimeZone& zone, Instant now) {
  if (bytes.empty()) return;
  read(std::make_shared<const std::string>(bytes), where, zone, now);
  zone_ = zone;
  std::istringstream times(first_reads);
  std::string time;
  for (LoadedOverride& known : known_) {
    if (!(times >> time)) break;
    known.first_read_trusted = time.back() != kUnsure;
    const Instant first_read(seconds(std::strtoll(time.c_str(), nullptr, 10)));
    known.first_read = known.first_read_trusted ? first_read : std::min(now, first_read);
  }
}

void OverrideState::follow_clock(seconds by) {
  for (LoadedOverride& known : known_) {
    if (!known.first_read_trusted) known.first_read += by;
  }
}

std::string OverrideState::first_reads(bool clock_trusted) const {
  std::string text;
  for (const LoadedOverride& known : known_) {
    text += std::to_string(known.first_read.time_since_epoch().count());
    if (!clock_trusted && !known.first_read_trusted) text += kUnsure;
    text += ' ';
  }
  return text;
}

std::vector<std::string> OverrideState::log_of(const Problems& problems) {
  std::string health;
  std::vector<std::string> lines;
  for (const Problem& problem : problems) {
    lines.push_back(to_sentence(problem));
    health += lines.back() + '\n';
  }
  if (health == health_) return {};
  if (lines.empty()) lines.emplace_back("The staff messages are read well again.");
  health_ = std::move(health);
  return lines;
}

}  // namespace placard
