// SPDX-License-Identifier: MIT
#include "sign/sources/override_state.hpp"

#include <algorithm>
#include <cstdlib>
#include <sstream>
#include <utility>

#include "overrides/read_overrides.hpp"

namespace placard {
namespace {

// Behind a time that was read off a clock nobody vouched for.
constexpr char kUnsure = '?';

LoadedOverride loaded_as(Override entry, const LoadedOverrides& before, Instant now) {
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

void OverrideState::apply(const OverridesUpdate& update, const TimeZone& zone, Instant now) {
  use_zone(zone, now);
  failure_.clear();
  const bool missed_before = std::exchange(missed_, update.kind == OverridesUpdate::Kind::missing);
  switch (update.kind) {
    case OverridesUpdate::Kind::unchanged:
      break;
    case OverridesUpdate::Kind::failed:
      failure_ = {{Severity::error, "", 0, 0, update.sentence, "The last good messages stay."}};
      return;
    case OverridesUpdate::Kind::missing:
      if (missed_before) read(nullptr, where_, zone, now);
      return;
    case OverridesUpdate::Kind::fresh:
      if (!bytes_ || *bytes_ != *update.bytes) read(update.bytes, update.where, zone, now);
      break;
  }
  if (readable_) as_of_ = now;
}

void OverrideState::use_zone(const TimeZone& zone, Instant now) {
  if (zone_ == zone) return;
  if (bytes_) read(bytes_, where_, zone, now);
  zone_ = zone;
}

void OverrideState::read(Bytes bytes, std::string where, const TimeZone& zone, Instant now) {
  ReadOverrides read{Overrides{}, {}};
  if (bytes) read = read_overrides(where, *bytes, zone);
  readable_ = read.overrides.has_value();
  if (readable_) {
    LoadedOverrides loaded;
    for (Override& entry : *read.overrides) loaded.push_back(loaded_as(std::move(entry), *loaded_, now));
    loaded_ = std::make_shared<const LoadedOverrides>(std::move(loaded));
  }
  problems_ = std::move(read.problems);
  bytes_ = std::move(bytes);
  where_ = std::move(where);
}

void OverrideState::restore(const std::string& bytes, const std::string& first_reads, const std::string& where,
                            const TimeZone& zone, Instant now) {
  if (bytes.empty()) return;
  read(std::make_shared<const std::string>(bytes), where, zone, now);
  zone_ = zone;
  LoadedOverrides loaded = *loaded_;
  std::istringstream times(first_reads);
  std::string time;
  for (LoadedOverride& one : loaded) {
    if (!(times >> time)) break;
    one.first_read_trusted = time.back() != kUnsure;
    const Instant first_read(seconds(std::strtoll(time.c_str(), nullptr, 10)));
    one.first_read = one.first_read_trusted ? first_read : std::min(now, first_read);
  }
  loaded_ = std::make_shared<const LoadedOverrides>(std::move(loaded));
}

void OverrideState::follow_clock(seconds by) {
  LoadedOverrides loaded = *loaded_;
  for (LoadedOverride& one : loaded) {
    if (!one.first_read_trusted) one.first_read += by;
  }
  if (as_of_) *as_of_ += by;
  loaded_ = std::make_shared<const LoadedOverrides>(std::move(loaded));
}

std::string OverrideState::first_reads(ClockState clock) const {
  std::string text;
  for (const LoadedOverride& one : *loaded_) {
    text += std::to_string(one.first_read.time_since_epoch().count());
    if (clock == ClockState::unknown && !one.first_read_trusted) text += kUnsure;
    text += ' ';
  }
  return text;
}

}  // namespace placard
