// SPDX-License-Identifier: MIT
// `describe`, a running sign and the proof sheet say the same at every change, for the published schedules and the
// shipped one: whoever reads the sheet or asks `describe` knows what hangs at the door.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "commands/event_walk.hpp"
#include "commands/one_frame.hpp"
#include "real_feeds/sample.hpp"
#include "schedule/room_plan.hpp"
#include "settings/read_settings.hpp"
#include "sign/known_sign.hpp"
#include "sign/sign_input.hpp"

using namespace placard;
using namespace placard::test;
using namespace std::chrono_literals;

namespace {

// A venue's config, and what its sources answered once.
struct EventOnce {
  Settings settings;
  SourcesOnce sources;
};

FeedUpdate read_update(std::size_t feed, const std::string& text, const Settings& settings) {
  FetchResult result;
  result.where = settings.feeds[feed].url;
  result.outcome = Fetched(text);
  return to_feed_update(feed, result, settings);
}

OverridesUpdate staff_says(const nlohmann::json& entries) {
  FetchResult result;
  result.where = "overrides.json";
  result.outcome = Fetched(nlohmann::json{{"overrides", entries}}.dump());
  return to_overrides_update(result);
}

// Nothing ages while the event lasts: how old a feed is when it is not polled is no question of who asks.
EventOnce event_of(const std::string& feed, Settings settings) {
  settings.fresh = {24h * 10'000, 24h * 10'000, 24h * 10'000};
  EventOnce event{std::move(settings), {}};
  event.sources.feeds.push_back(read_update(0, feed, event.settings));
  REQUIRE(event.sources.feeds.front().schedule);
  return event;
}

EventOnce shipped_event() {
  const std::string folder = PLACARD_SOURCE "/config/";
  const auto read = read_settings(folder + "venue.json", file_text(folder + "venue.json"));
  return event_of(file_text(read.settings->feeds.front().url), *read.settings);
}

EventOnce sample_event(const Sample& sample) {
  Settings settings;
  settings.zone = TimeZone::find(sample.zone);
  settings.feeds = {{sample_path(sample.file), 60s, "", ""}};
  return event_of(file_text(sample_path(sample.file)), settings);
}

Schedule schedule_of(const EventOnce& event) {
  return *merged_schedule(event.sources.feeds);
}

SignSettings sign_of(const std::string& room) {
  SignSettings sign;
  sign.name = "door";
  sign.rooms = {room};
  return sign;
}

std::size_t busiest_room(const Schedule& schedule) {
  std::vector<std::size_t> sessions(schedule.rooms.size());
  for (const Session& session : schedule.sessions) {
    for (const std::size_t room : session.rooms) ++sessions[room];
  }
  return static_cast<std::size_t>(std::max_element(sessions.begin(), sessions.end()) - sessions.begin());
}

// The first, the busiest and the last.
std::vector<Room> some_rooms(const Schedule& schedule) {
  std::vector<Room> rooms;
  for (const std::size_t room : std::set{std::size_t{0}, busiest_room(schedule), schedule.rooms.size() - 1}) {
    rooms.push_back(schedule.rooms[room]);
  }
  return rooms;
}

View described(const std::shared_ptr<const Venue>& venue, const SourcesOnce& sources, Instant at) {
  Options options;
  options.at = parse_time(TimeZone::fixed(0s).format(at));
  return view_of(take_snapshot(venue, sources, options, Moment{build_time() + 24h, 1h}));
}

// A running sign reads the messages first.
View shown_by(KnownSign& sign, const SourcesOnce& sources, const Moment& moment) {
  if (sources.overrides) sign.apply(*sources.overrides, moment);
  for (const FeedUpdate& update : sources.feeds) sign.apply(update, moment);
  return sign.view(moment);
}

KnownSign running_sign(const Venue& venue, bool pretended) {
  KnowledgeRules rules;
  rules.pretended = pretended;
  rules.built = build_time();
  return {venue, std::move(rules), nullptr};
}

std::vector<View> on_sheet(const EventOnce& event, const SignSettings& sign) {
  const auto span = event_span(schedule_of(event));
  REQUIRE(span);
  return views_of_event(knowledge_for_event(event.settings, sign, event.sources, *span), *span);
}

// What may differ by the contract, made alike. What counts as read at the instant asked for is live and stays so; to a
// sign that polls, an event that is over is old, and not told any more as of when it was read. One that runs on tells
// the same second for two, so that "as of" does not flicker.
View comparable(View view, Instant event_end) {
  if (view.at >= event_end) {
    view.freshness = Freshness::live;
    view.event_over = false;
    view.texts.freshness.clear();
  }
  if (view.data_as_of && *view.data_as_of == view.at - 1s) view.data_as_of = view.at;
  for (auto* next : {&view.next_change, &view.next_repaint}) {
    if (*next && **next >= event_end) next->reset();
  }
  return view;
}

// The facts in which two views differ; "" if they are the same.
std::string difference(const View& a, const View& b) {
  const std::pair<const char*, bool> facts[] = {{"state", a.state == b.state},
                                                {"now", a.now == b.now},
                                                {"next", a.next == b.next},
                                                {"absent", a.absent == b.absent},
                                                {"elsewhere", a.elsewhere == b.elsewhere},
                                                {"messages", a.messages == b.messages},
                                                {"texts", a.texts == b.texts},
                                                {"freshness", a.freshness == b.freshness},
                                                {"data_as_of", a.data_as_of == b.data_as_of},
                                                {"next_change", a.next_change == b.next_change}};
  std::string out;
  for (const auto& [fact, same] : facts) out += same ? "" : std::string(" ") + fact;
  return out.empty() && a != b ? "something else" : out;
}

// Compares all three at every change, a sign that was started at that moment and one that runs on; gives what the sheet
// shows.
std::vector<View> check_agreement(const EventOnce& event, const SignSettings& sign) {
  CAPTURE(sign.rooms.front());
  const auto venue = std::make_shared<const Venue>(Venue{event.settings, sign, ""});
  const Instant end = last_end(schedule_of(event)).value();
  const auto views = on_sheet(event, sign);
  KnownSign runs_on = running_sign(*venue, true);
  for (const View& on_paper : views) {
    CAPTURE(on_paper.at.time_since_epoch().count());
    const Moment moment{on_paper.at, 1h + (on_paper.at - views.front().at)};
    KnownSign started = running_sign(*venue, true);
    const View told = comparable(described(venue, event.sources, on_paper.at), end);
    CHECK(difference(told, comparable(on_paper, end)) == "");
    CHECK(difference(told, comparable(shown_by(started, event.sources, moment), end)) == "");
    CHECK(difference(told, comparable(shown_by(runs_on, event.sources, moment), end)) == "");
  }
  return views;
}

// What staff say about a room in use. An entry without "from" begins when it is first read, which is another instant
// for each of the three.
struct Announcement {
  Instant from;
  Instant until;
  nlohmann::json entries;
};

Announcement announcement(const EventOnce& event, const std::string& room) {
  const auto views = on_sheet(event, sign_of(room));
  const auto in_use =
      std::find_if(views.begin(), views.end(), [](const View& view) { return view.state == RoomStatus::now; });
  REQUIRE(in_use != views.end());
  Announcement said;
  said.from = std::chrono::floor<std::chrono::minutes>(in_use->at) + 1min;
  said.until = said.from + 20min;
  said.entries = nlohmann::json::parse(R"([{"message": "Please use the back door", "level": "notice"},
                                           {"delay_minutes": 10}, {"full": true}])");
  const Schedule schedule = schedule_of(event);
  const TimeZone zone = venue_zone(event.settings, &schedule);
  for (nlohmann::json& entry : said.entries) {
    entry["rooms"] = nlohmann::json::array({room});
    entry["from"] = zone.format(said.from).substr(0, 16);
    entry["until"] = zone.format(said.until).substr(0, 16);
  }
  return said;
}

// … and the message is on the glass exactly while it holds, however the config names the room.
void check_announcement(EventOnce event, const Room& room) {
  const Announcement said = announcement(event, room.name);
  event.sources.overrides = staff_says(said.entries);
  for (const std::string& name : {room.name, room.id}) {
    if (name.empty()) continue;
    std::size_t with_message = 0;
    for (const View& view : check_agreement(event, sign_of(name))) {
      CHECK(view.messages.empty() == (view.at < said.from || view.at >= said.until));
      with_message += view.messages.empty() ? 0 : 1;
    }
    CHECK(with_message > 0);
  }
}

// A feed that can't be read, beside the one that was.
EventOnce with_feed_missing(EventOnce event) {
  event.settings.feeds.push_back({"missing.json", 60s, "", ""});
  FetchResult result;
  result.outcome = FetchError{"missing.json is not there.", ErrorKind::answer, 0};
  event.sources.feeds.push_back(to_feed_update(1, result, event.settings));
  return event;
}

}  // namespace

TEST_CASE("the shipped event: describe, the running sign and the sheet say the same at every change") {
  const EventOnce event = shipped_event();
  std::size_t compared = 0;
  for (const SignSettings& sign : event.settings.signs) compared += check_agreement(event, sign).size();
  CHECK(compared > 150);
}

TEST_CASE("published schedules: describe, the running sign and the sheet say the same at every change") {
  if (!have_samples()) return;
  std::size_t compared = 0;
  for (const Sample& sample : samples()) {
    CAPTURE(sample.file);
    const EventOnce event = sample_event(sample);
    for (const Room& room : some_rooms(schedule_of(event))) {
      compared += check_agreement(event, sign_of(room.name)).size();
    }
  }
  MESSAGE(compared << " changes");
  CHECK(compared > 500);
}

TEST_CASE("what staff say is the same on all three, whether the config names the room or gives the feed's id") {
  EventOnce shipped = shipped_event();
  shipped.settings.zone.reset();  // times without offset are the feed's then
  check_announcement(shipped, {"Golden Gate B", ""});
  if (!have_samples()) return;
  std::size_t with_id = 0;
  for (const Sample& sample : samples()) {
    CAPTURE(sample.file);
    const EventOnce event = sample_event(sample);
    const Schedule schedule = schedule_of(event);
    const Room& room = schedule.rooms[busiest_room(schedule)];
    with_id += room.id.empty() ? 0 : 1;
    check_announcement(event, room);
  }
  MESSAGE(with_id << " rooms with an id");
  CHECK(with_id > 2);
}

TEST_CASE("one feed of two missing: a room that the other does not name is unknown on all three") {
  const EventOnce event = with_feed_missing(shipped_event());
  for (const View& view : check_agreement(event, sign_of("Other Room"))) {
    CHECK(view.state == RoomStatus::unknown);
    CHECK(view.freshness == Freshness::no_data);
    CHECK(view.texts.main.headline == "Waiting for the programme");
  }
  for (const View& view : check_agreement(event, sign_of("Golden Gate B"))) CHECK(view.freshness == Freshness::aging);
}

TEST_CASE("a feed dated two days ahead takes a clock chip's word away neither from describe nor from a sign") {
  const Moment device{build_time() + 240h, 1h};
  const TimeZone utc = TimeZone::fixed(0s);
  Settings settings;
  settings.zone = utc;
  settings.clock = ClockMode::rtc;
  settings.feeds = {{"feed.json", 60s, "", ""}};
  const nlohmann::json feed = {{"generated_at", utc.format(device.now + 48h)},
                               {"sessions",
                                {{{"title", "Alpha"},
                                  {"room", "Hall"},
                                  {"start", utc.format(device.now - 5min)},
                                  {"end", utc.format(device.now + 5min)}}}}};
  const EventOnce event = event_of(feed.dump(), settings);
  const auto venue = std::make_shared<const Venue>(Venue{event.settings, sign_of("Hall"), ""});
  KnownSign sign = running_sign(*venue, false);
  const View views[] = {view_of(take_snapshot(venue, event.sources, {}, device)),
                        shown_by(sign, event.sources, device)};
  for (const View& view : views) {
    CHECK(view.freshness == Freshness::live);
    REQUIRE(view.state == RoomStatus::now);
    CHECK(view.now->title == "Alpha");
    CHECK_FALSE(view.texts.header.clock.empty());
  }
  CHECK(difference(comparable(views[0], device.now + 5min), comparable(views[1], device.now + 5min)) == "");
}
