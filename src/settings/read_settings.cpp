// SPDX-License-Identifier: MIT
#include "settings/read_settings.hpp"

#include <fmt/format.h>

#include "base/json/object_reader.hpp"
#include "base/json/parse.hpp"
#include "base/text/address.hpp"
#include "base/text/clean.hpp"
#include "base/text/fold.hpp"
#include "schedule/formats/feed_format.hpp"

namespace placard {
namespace {

constexpr std::size_t kMaxConfigBytes = std::size_t{4} << 20U;
constexpr std::int64_t kDaySeconds = 86'400;

struct Reading {
  const json::Document& document;
  std::string folder;  // "" or ending in '/'
  Problems& problems;
};

std::string from_folder(const Reading& reading, const std::string& path) {
  const bool relative = address_kind(path) == AddressKind::path && path.front() != '/';
  return relative ? reading.folder + path : path;
}

Place place_of(const Reading& reading, const json::Value& object, std::string_view key) {
  const json::Value* value = json::find(object, key);
  if (value == nullptr) return {reading.document.name, 0, 0};
  const Problem at = reading.document.problem_at(value->offset, Severity::error, "");
  return {at.file, at.line, at.column};
}

std::vector<std::string> strings(std::initializer_list<const char*> names) {
  return {names.begin(), names.end()};
}

std::optional<FeedSettings> read_feed_settings(Reading& reading, const json::Value& value, const std::string& path) {
  json::ObjectReader object(reading.document, value, path, Severity::error, reading.problems);
  FeedSettings feed;
  const auto url = object.raw_text("url");
  if (clean_line(url.value_or("")).empty() && !object.failed()) {
    object.complain("url", fmt::format("\"{}\" is missing.", object.path_of("url")),
                    "Write the feed's address or path.");
  }
  feed.url = from_folder(reading, url.value_or(""));
  feed.poll = seconds(object.integer("poll_seconds", 2, kDaySeconds).value_or(feed.poll.count()));
  feed.format = object.one_of("format", feed_format_names()).value_or("");
  feed.token_file = from_folder(reading, object.raw_text("token_file").value_or(""));
  object.warn_of_unknown_keys();
  return object.failed() ? std::nullopt : std::optional(feed);
}

void read_feeds(Reading& reading, json::ObjectReader& top, Settings& settings) {
  const json::Value* value = top.any("feed");
  if (value == nullptr || (value->array() != nullptr && value->array()->empty())) {
    top.complain("feed", "The config names no feed.", "Add \"feed\": {\"url\": \"…\"}.");
    return;
  }
  const auto add = [&](const json::Value& item, const std::string& path) {
    if (item.object() == nullptr) {
      top.complain_at(item, fmt::format("\"{}\" is {} where an object belongs.", path, json::kind_name(item)),
                      "Write \"feed\": {\"url\": \"…\"}.");
    } else if (auto feed = read_feed_settings(reading, item, path)) {
      settings.feeds.push_back(std::move(*feed));
    }
  };
  if (value->array() == nullptr) return add(*value, "feed");
  for (std::size_t i = 0; i < value->array()->size(); ++i) add((*value->array())[i], fmt::format("feed[{}]", i));
}

void read_tracks(Reading& reading, json::ObjectReader& top, Settings& settings) {
  const json::Value* tracks = top.object("tracks");
  if (tracks == nullptr) return;
  json::ObjectReader object(reading.document, *tracks, "tracks", Severity::error, reading.problems);
  for (const json::Member& member : *tracks->object()) {
    const auto color = member.value.text() == nullptr ? std::nullopt : parse_color(*member.value.text());
    if (color) {
      settings.tracks[fold_name(member.key)] = *color;
    } else {
      object.complain_at(member.value, fmt::format("The colour of track \"{}\" is not a colour.", member.key),
                         "Write it like \"#56B4E9\".");
    }
  }
}

void read_freshness(Reading& reading, json::ObjectReader& top, Settings& settings) {
  const json::Value* fresh = top.object("fresh");
  if (fresh == nullptr) return;
  json::ObjectReader object(reading.document, *fresh, "fresh", Severity::error, reading.problems);
  FreshnessLimits& limits = settings.fresh;
  if (const auto value = object.integer("aging_s", 1, 30 * kDaySeconds)) limits.aging = seconds(*value);
  limits.stale = seconds(object.integer("stale_s", 1, 30 * kDaySeconds).value_or(limits.stale.count()));
  limits.old = seconds(object.integer("old_s", 1, 30 * kDaySeconds).value_or(limits.old.count()));
  object.warn_of_unknown_keys();
}

void read_clock(json::ObjectReader& top, Settings& settings) {
  const auto name = top.one_of("clock", strings({"system", "rtc", "feed"}));
  if (!name) return;
  settings.clock = *name == "system" ? ClockMode::system : *name == "rtc" ? ClockMode::rtc : ClockMode::feed;
}

std::optional<OpenHours> parse_open_hours(const std::vector<std::string>& texts) {
  if (texts.size() != 2) return std::nullopt;
  const auto opens = parse_time_of_day(texts[0]);
  // The midnight that ends the day is 24:00 or 00:00.
  const auto closes = parse_time_of_day(texts[1] == "24:00" ? "00:00" : texts[1]);
  if (!opens || !closes) return std::nullopt;
  return OpenHours{*opens, *closes};
}

void read_open_hours(json::ObjectReader& object, SignSettings& sign) {
  const auto texts = object.texts("open");
  if (!texts) return;
  sign.open = parse_open_hours(*texts);
  const bool equal = sign.open && sign.open->opens == sign.open->closes;
  // From midnight to midnight is what a sign writes when the venue's hours are not its own.
  const bool always = equal && sign.open->opens == seconds(0);
  if (always) sign.open.reset();
  if (always || (sign.open && !equal)) return;
  object.complain(
      "open", fmt::format("\"{}\" is not an opening and a closing time.", object.path_of("open")),
      "Write them like [\"08:00\", \"22:00\"]; closing may be 24:00 or later. Always open: [\"00:00\", \"24:00\"].");
}

// The keys a sign and the venue's defaults share.
void read_sign_keys(json::ObjectReader& object, SignSettings& sign) {
  if (const auto name = object.one_of("layout", layout_names())) {
    sign.layout = *parse_layout(*name);
  }
  if (const auto text = object.raw_text("size", 32)) {
    sign.size = parse_size(*text);
    if (!sign.size) {
      object.complain(
          "size", fmt::format("\"{}\" is not a size.", object.path_of("size")),
          fmt::format("Write the panel's pixels like \"1920x1080\", from {0} to {1} each.", kLeastSide, kMostSide));
    }
  }
  if (const auto degrees = object.integer("rotate", -360, 360)) {
    if (const auto rotation = parse_rotation(*degrees)) sign.rotate = *rotation;
    if (!parse_rotation(*degrees)) {
      object.complain("rotate", fmt::format("\"{}\" is {}.", object.path_of("rotate"), *degrees),
                      "It must be 0, 90, 180 or 270.");
    }
  }
  if (const auto value = object.integer("warning_seconds", 0, kDaySeconds)) sign.countdown.warning = seconds(*value);
  if (const auto value = object.integer("danger_seconds", 0, kDaySeconds)) sign.countdown.danger = seconds(*value);
  if (const auto name = object.one_of("direction", strings({"down", "up"}))) sign.countdown.up = *name == "up";
  if (const auto name = object.one_of("theme", strings({"dark", "light"}))) sign.theme = *parse_theme(*name);
  read_open_hours(object, sign);
  if (const auto name = object.one_of("night", strings({"dim", "blank"}))) {
    sign.night = *name == "blank" ? Night::blank : Night::dim;
  }
  sign.burn_in = object.boolean("burn_in").value_or(sign.burn_in);
  if (const auto meters = object.number("viewing_distance_m", 0.2, 100)) sign.viewing_distance_m = meters;
  if (const auto millimeters = object.number("panel_width_mm", 20, 10'000)) sign.panel_width_mm = millimeters;
}

// Keys of the file's form that no code obeys yet: their values are held to the form all the same, so that a config
// that is right today stays right.
void check_unused_sign_keys(json::ObjectReader& object) {
  object.raw_text("connector", 64);
}

void check_unused_venue_keys(json::ObjectReader& top) {
  top.raw_text("$schema");
}

void read_sign(Reading& reading, const json::Member& member, Settings& settings) {
  const std::string path = "signs." + member.key;
  json::ObjectReader object(reading.document, member.value, path, Severity::error, reading.problems);
  if (member.value.object() == nullptr) {
    object.complain_at(member.value,
                       fmt::format("\"{}\" is {} where an object belongs.", path, json::kind_name(member.value)),
                       "Write {\"room\": \"…\"}.");
    return;
  }
  SignSettings sign = settings.defaults;
  sign.name = member.key;
  sign.rooms = object.texts("room", json::TextsAs::list_or_one).value_or(std::vector<std::string>{});
  sign.rooms_at = place_of(reading, member.value, "room");
  if (sign.rooms.empty() && !object.failed()) {
    object.complain("room", fmt::format("The sign \"{}\" has no room.", member.key), "Add \"room\": \"…\".");
  }
  read_sign_keys(object, sign);
  check_unused_sign_keys(object);
  object.warn_of_unknown_keys();
  settings.signs.push_back(std::move(sign));
}

void read_zone(json::ObjectReader& top, Settings& settings) {
  const auto name = top.raw_text("time_zone", 64);
  if (!name) return;
  settings.zone = TimeZone::find(*name);
  if (settings.zone) return;
  top.complain("time_zone", fmt::format("\"{}\" is not a time zone this system knows.", *name),
               "Write an IANA name such as America/Los_Angeles.");
}

void read_venue(Reading& reading, json::ObjectReader& top, Settings& settings) {
  settings.event = top.text("event").value_or("");
  read_zone(top, settings);
  settings.twelve_hours = top.one_of("hours", strings({"12", "24"})) == "12";
  settings.overrides = from_folder(reading, top.raw_text("overrides").value_or(""));
  settings.language = top.raw_text("language", 64).value_or("");
  settings.skip_breaks = top.boolean("skip_breaks").value_or(false);
  settings.overrides_poll =
      seconds(top.integer("overrides_poll_seconds", 1, kDaySeconds).value_or(settings.overrides_poll.count()));
  read_tracks(reading, top, settings);
  settings.everywhere = top.texts("everywhere", json::TextsAs::list_or_one).value_or(std::vector<std::string>{});
  settings.everywhere_at = place_of(reading, reading.document.root, "everywhere");
  read_freshness(reading, top, settings);
  read_clock(top, settings);
  check_unused_venue_keys(top);
  read_sign_keys(top, settings.defaults);
  check_unused_sign_keys(top);
  if (const json::Value* signs = top.object("signs")) {
    for (const json::Member& member : *signs->object()) read_sign(reading, member, settings);
  }
  top.warn_of_unknown_keys();
}

}  // namespace

ReadSettings read_settings(const std::string& path, std::string bytes, FeedKey feed_key) {
  json::Limits limits;
  limits.max_bytes = kMaxConfigBytes;
  limits.comments = true;
  auto parsed = json::parse(path, std::move(bytes), limits);
  if (auto* problem = std::get_if<Problem>(&parsed)) return {std::nullopt, {std::move(*problem)}};
  const auto& document = std::get<json::Document>(parsed);
  ReadSettings result;
  const auto slash = path.rfind('/');
  Reading reading{document, slash == std::string::npos ? "" : path.substr(0, slash + 1), result.problems};
  json::ObjectReader top(document, document.root, "", Severity::error, result.problems);
  if (document.root.object() == nullptr) {
    top.complain_at(document.root, "The config is no JSON object.", "Begin it with { and end it with }.");
    return result;
  }
  Settings settings;
  read_feeds(reading, top, settings);
  if (feed_key == FeedKey::replaced) result.problems.clear();
  append(result.problems, document.warnings);
  read_venue(reading, top, settings);
  if (!has_errors(result.problems)) result.settings = std::move(settings);
  return result;
}

}  // namespace placard
