// SPDX-License-Identifier: MIT
#include "cli/load_venue.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <functional>
#include <iterator>

#include "base/os/local_file.hpp"
#include "base/os/zone_files.hpp"
#include "base/text/fold.hpp"
#include "base/text/nearest.hpp"
#include "settings/read_settings.hpp"

namespace placard {
namespace {

constexpr const char* kDefaultConfig = "/etc/placard/venue.json";
constexpr std::size_t kMaxConfigBytes = std::size_t{4} << 20U;

ReadSettings read_config(const std::string& path, FeedKey feed_key) {
  const auto file = read_local_file(path, kMaxConfigBytes);
  if (const auto* bytes = std::get_if<FileBytes>(&file)) return read_settings(path, bytes->bytes, feed_key);
  const auto* failure = std::get_if<FileFailure>(&file);
  return {std::nullopt, {{Severity::error, "", 0, 0, failure != nullptr ? failure->sentence : path, ""}}};
}

void put_options_in_place(Settings& settings, const Options& options) {
  // As it is now, not as it was when the options were read.
  if (options.zone) settings.zone = TimeZone::find(options.zone->name());
  if (options.overrides) settings.overrides = *options.overrides;
  if (!options.feed.empty()) {
    // The config's token belongs to the config's server, and its format to the config's feed.
    FeedSettings feed;
    feed.url = options.feed;
    if (!settings.feeds.empty()) feed.poll = settings.feeds.front().poll;
    settings.feeds = {feed};
  }
  if (!options.format.empty()) {
    for (FeedSettings& feed : settings.feeds) feed.format = options.format;
  }
}

void put_options_in_place(SignSettings& sign, const Options& options) {
  if (options.layout) sign.layout = *options.layout;
  if (options.theme) sign.theme = *options.theme;
  if (options.size) sign.size = options.size;
  if (options.rotate) sign.rotate = *options.rotate;
}

bool is_sign_of(const SignSettings& sign, const std::string& room) {
  return std::any_of(sign.rooms.begin(), sign.rooms.end(),
                     [&room](const std::string& name) { return name == room || fold_name(name) == fold_name(room); });
}

// The sign one of whose rooms is named, with the other names beside its own; else an unnamed sign.
SignSettings sign_of_rooms(const Settings& settings, const std::vector<std::string>& rooms) {
  for (const SignSettings& known : settings.signs) {
    const auto is_ours = [&known](const std::string& room) { return is_sign_of(known, room); };
    if (std::none_of(rooms.begin(), rooms.end(), is_ours)) continue;
    SignSettings sign = known;
    std::copy_if(rooms.begin(), rooms.end(), std::back_inserter(sign.rooms), std::not_fn(is_ours));
    return sign;
  }
  SignSettings sign = settings.defaults;
  sign.rooms = rooms;
  return sign;
}

std::string no_sign_sentence(const Settings& settings, const std::string& wanted) {
  const auto names = sign_names(settings);
  if (names.empty())
    return fmt::format("No config says what the sign \"{}\" shows. Name its room with --room.", wanted);
  return fmt::format("The config has no sign \"{}\".{} Its signs are: {}.", wanted, did_you_mean(wanted, names),
                     fmt::join(names, ", "));
}

void choose_sign(Venue& venue, const Options& options, const std::string& host) {
  const Settings& settings = venue.settings;
  if (options.sign.empty() && !options.rooms.empty()) {
    venue.sign = sign_of_rooms(settings, options.rooms);
    return;
  }
  const std::string wanted = options.sign.empty() ? host : options.sign;
  const SignSettings* sign = find_sign(settings, wanted);
  if (sign == nullptr) {
    venue.sentence = no_sign_sentence(settings, wanted);
    return;
  }
  venue.sign = *sign;
  if (!options.rooms.empty()) venue.sign->rooms = options.rooms;
}

}  // namespace

std::optional<std::string> config_path(const Options& options) {
  if (options.config) return options.config;
  if (!options.feed.empty()) return std::nullopt;
  const bool for_staff = options.command == Command::say || options.command == Command::unsay;
  if (for_staff && !options.overrides.value_or("").empty() && access(kDefaultConfig, F_OK) != 0) return std::nullopt;
  return kDefaultConfig;
}

std::string host_name() {
  char name[256] = {};
  if (gethostname(name, sizeof name - 1) != 0) return "";
  const std::string host = name;
  return host.substr(0, host.find('.'));
}

LoadedVenue load_venue(const Options& options, const std::string& host) {
  const std::uint64_t changes_before = zone_changes();
  LoadedVenue loaded;
  Venue venue;
  if (const auto path = config_path(options)) {
    ReadSettings read = read_config(*path, options.feed.empty() ? FeedKey::needed : FeedKey::replaced);
    loaded.problems = std::move(read.problems);
    if (!read.settings) return loaded;
    venue.settings = std::move(*read.settings);
  }
  venue.settings.zone_changes = changes_before;
  put_options_in_place(venue.settings, options);
  choose_sign(venue, options, host);
  if (venue.sign) put_options_in_place(*venue.sign, options);
  loaded.venue = std::move(venue);
  return loaded;
}

std::string first_error(const LoadedVenue& loaded) {
  for (const Problem& problem : loaded.problems) {
    if (problem.severity == Severity::error) return to_sentence(problem);
  }
  return "The config could not be read.";
}

}  // namespace placard
