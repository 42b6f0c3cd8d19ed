// SPDX-License-Identifier: MIT
#include "sign/sign_input.hpp"

#include <fmt/format.h>

#include <set>
#include <utility>

#include "base/text/fold.hpp"
#include "base/text/nearest.hpp"
#include "look/track_colors.hpp"

namespace placard {

TimeZone venue_zone(const Settings& settings, const Schedule* schedule) {
  if (settings.zone) return *settings.zone;
  if (schedule == nullptr) return TimeZone::fixed(seconds(0));
  if (const auto zone = TimeZone::find(schedule->time_zone)) return *zone;
  return TimeZone::fixed(schedule->utc_offset.value_or(seconds(0)));
}

TimeStyle time_style(const Settings& settings, const Schedule* schedule) {
  return {venue_zone(settings, schedule), settings.twelve_hours};
}

std::map<std::string, Color> track_colors(const Settings& settings, const Schedule* schedule) {
  std::map<std::string, Color> colors = settings.tracks;
  if (schedule == nullptr) return colors;
  for (const TrackColor& color : schedule->track_colors) {
    const auto channel = [&color](unsigned shift) { return static_cast<std::uint8_t>((color.rgb >> shift) & 0xFFU); };
    colors.emplace(fold_name(color.track), Color{channel(16), channel(8), channel(0)});
  }
  std::set<std::string> written;
  for (const Session& session : schedule->sessions) written.insert(session.track);
  std::set<std::string> names;
  for (const std::string& track : written) names.insert(fold_name(track));
  return colors_for_tracks(colors, {names.begin(), names.end()});
}

ViewInput view_input(const Settings& settings, const SignSettings& sign, std::shared_ptr<const Schedule> schedule,
                     Evidence evidence) {
  ViewInput input{.sign = sign.name,
                  .rooms = sign.rooms,
                  .schedule = std::move(schedule),
                  .evidence = std::move(evidence),
                  .poll = seconds(2),
                  .fresh = settings.fresh,
                  .times = {},
                  .tracks = {},
                  .everywhere = settings.everywhere,
                  .layout = sign.layout,
                  .countdown = sign.countdown,
                  .next_rule = settings.skip_breaks ? NextRule::talks_first : NextRule::any,
                  .staff = nullptr,
                  .plans = nullptr,
                  .messages = {},
                  .replacement = std::nullopt,
                  .room_full = false,
                  .open = sign.open,
                  .at_night = sign.night};
  input.times = time_style(settings, input.schedule.get());
  for (const FeedSettings& feed : settings.feeds) input.poll = std::max(input.poll, feed.poll);
  return input;
}

std::string unknown_zone_sentence(const Settings& settings, const Schedule& schedule) {
  if (settings.zone || !schedule.time_zone.empty() || schedule.utc_offset != seconds(0)) return "";
  return "The feed's times are all in UTC and no time zone is set, so the sign shows UTC. Set \"time_zone\" in the "
         "config.";
}

std::string unknown_room_sentence(const Schedule& schedule, const std::vector<std::string>& rooms) {
  if (rooms.empty() || !rooms_named(schedule, rooms).empty()) return "";
  const auto known = room_names(schedule);
  if (known.empty()) return fmt::format("The feed has no rooms, so none called \"{}\".", rooms.front());
  return fmt::format("The feed has no room \"{}\".{} Its rooms are: {}.", rooms.front(),
                     did_you_mean(rooms.front(), all_room_names(schedule)), fmt::join(known, ", "));
}

}  // namespace placard
