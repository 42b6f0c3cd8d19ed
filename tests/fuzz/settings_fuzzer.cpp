// SPDX-License-Identifier: MIT
// A venue.json: what is taken is within its bounds; what is refused is told.
#include "fuzz/claims.hpp"
#include "settings/read_settings.hpp"

using namespace placard;
using namespace placard::fuzz;

namespace {

bool is_length_of_panel(int pixels) {
  return pixels >= 160 && pixels <= 8192;
}

void claim_sign(const SignSettings& sign) {
  for (const std::string& room : sign.rooms) {
    claim(!room.empty(), "a room has a name");
    claim_clean(room, "a room's name is clean");
  }
  claim(!sign.size || (is_length_of_panel(sign.size->width) && is_length_of_panel(sign.size->height)),
        "a panel has from 160 to 8192 pixels", sign.name);
  claim(sign.rotate >= 0 && sign.rotate < 360 && sign.rotate % 90 == 0, "a panel is turned by quarters", sign.name);
  claim(!sign.open || sign.open->opens != sign.open->closes, "a venue opens and closes", sign.name);
  claim(sign.countdown.warning >= seconds(0) && sign.countdown.danger >= seconds(0), "phases are not negative");
}

void claim_settings(const Settings& settings) {
  claim_clean(settings.event, "the event is clean");
  for (const FeedSettings& feed : settings.feeds) {
    claim(!feed.url.empty(), "a feed has an address");
    claim(feed.poll >= seconds(2), "a feed is not polled more often than every 2 s", feed.url);
  }
  claim(settings.overrides_poll >= seconds(1), "overrides are not polled more often than every second");
  claim(settings.fresh.stale > seconds(0) && settings.fresh.old > seconds(0), "freshness has limits");
  for (const std::string& room : settings.everywhere) claim_clean(room, "a room's name is clean");
  claim_sign(settings.defaults);
  for (const SignSettings& sign : settings.signs) {
    claim(!sign.rooms.empty(), "a sign has a room", sign.name);
    claim(find_sign(settings, sign.name) == &sign, "a sign is found by its name", sign.name);
    claim_sign(sign);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes = text_of(data, size);
  for (const FeedKey feed_key : {FeedKey::needed, FeedKey::replaced}) {
    const ReadSettings read = read_settings("/venue/venue.json", bytes, feed_key);
    claim_problems(read.problems, bytes, "/venue/venue.json");
    claim(read.settings.has_value() == !has_errors(read.problems), "errors and settings exclude each other");
    if (!read.settings) continue;
    claim(feed_key == FeedKey::replaced || !read.settings->feeds.empty(), "a config names a feed");
    claim_settings(*read.settings);
  }
  return 0;
}
