// SPDX-License-Identifier: MIT
// The venue's configuration as plain values, with defaults and units. The file's form: config/venue.schema.json.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/time/time_zone.hpp"
#include "look/color.hpp"
#include "view/rules/countdown.hpp"
#include "view/rules/freshness.hpp"
#include "view/rules/layout_choice.hpp"
#include "view/rules/night.hpp"

namespace placard {

enum class ThemeName { dark, light };

struct PixelSize {
  int width = 0;
  int height = 0;

  bool operator==(const PixelSize&) const = default;
};

/// What makes the device's clock count.
enum class ClockMode {
  checked,  ///< the kernel calls it synchronised, or servers whose certificates hold agree with it
  system,   ///< the operator vouches for it
  rtc,      ///< as checked; and a clock chip runs on: a time later than all that was surely seen counts
  feed,     ///< as checked; and the feed's server sets it right, also over plain http
};

struct FeedSettings {
  std::string url;         ///< http, https, or a path (from the current folder)
  seconds poll{60};        ///< at least 2 s
  std::string format;      ///< "": told from the document's shape
  std::string token_file;  ///< a path; "": no token
};

/// Where in the config a value stands, for sentences about it.
struct Place {
  std::string file;
  std::size_t line = 0;
  std::size_t column = 0;
};

/// One sign; also the venue's defaults for all of them.
struct SignSettings {
  std::string name;
  std::vector<std::string> rooms;  ///< names of the same room; the first is shown
  Place rooms_at;
  Layout layout = Layout::room;
  CountdownRules countdown;
  std::optional<PixelSize> size;  ///< the panel's pixels before turning
  int rotate = 0;                 ///< degrees clockwise: 0, 90, 180, 270
  ThemeName theme = ThemeName::dark;
  std::optional<OpenHours> open;  ///< nothing: always
  Night night = Night::dim;       ///< what the sign does outside of them
  bool burn_in = true;            ///< `run` moves the picture a little, to spare the panel
  std::optional<double> viewing_distance_m;
  std::optional<double> panel_width_mm;
};

struct Settings {
  std::string event;
  std::optional<TimeZone> zone;
  std::uint64_t zone_changes = 0;  ///< this device's, when the config was read (base/os/zone_files.hpp)
  bool twelve_hours = false;
  std::vector<FeedSettings> feeds;
  std::string language;                 ///< of feeds in several languages; "": English
  bool skip_breaks = false;             ///< a talk goes before a break in "next"
  std::string overrides;                ///< URL or path of the staff's overrides; "": none
  seconds overrides_poll{5};            ///< how often such a URL is asked; at least 1 s
  std::map<std::string, Color> tracks;  ///< by folded name
  std::vector<std::string> everywhere;
  Place everywhere_at;
  FreshnessLimits fresh;
  ClockMode clock = ClockMode::checked;
  SignSettings defaults;
  std::vector<SignSettings> signs;
};

const SignSettings* find_sign(const Settings& settings, const std::string& name);
std::vector<std::string> sign_names(const Settings& settings);

/// Of a sign whose config does not tell.
inline constexpr PixelSize kDefaultPanel{1920, 1080};

/// Least and most of a panel's width and height, in px.
inline constexpr int kLeastSide = 160;
inline constexpr int kMostSide = 8192;

/// That a screen is smaller than kLeastSide either way, so that nothing on it can be relied upon; "" for others.
std::string small_screen_sentence(PixelSize screen);

std::vector<std::string> layout_names();

/// Texts of options and config keys → values; nullopt when malformed.
std::optional<PixelSize> parse_size(std::string_view text);  ///< "1920x1080", kLeastSide to kMostSide each
std::optional<Layout> parse_layout(std::string_view text);
std::optional<ThemeName> parse_theme(std::string_view text);
std::optional<int> parse_rotation(std::int64_t degrees);

}  // namespace placard
