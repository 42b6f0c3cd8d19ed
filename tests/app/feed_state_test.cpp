// SPDX-License-Identifier: MIT
#include "app/feed_state.hpp"

#include <doctest/doctest.h>

using namespace placard;
using namespace std::chrono_literals;

namespace {

using Lines = std::vector<std::string>;

constexpr Instant kNoon{seconds(1'762'286'400)};  // 2025-11-04T20:00:00Z

std::string feed_text(const std::string& room, const std::string& title = "Keynote") {
  return R"({"sessions": [{"room": ")" + room + R"(", "title": ")" + title +
         R"(", "start": "2025-11-04T12:00:00-08:00"}]})";
}

Settings settings_with(std::size_t feeds) {
  Settings settings;
  settings.feeds.resize(feeds);
  return settings;
}

News fetched(const std::string& text) {
  News news;
  news.outcome = Fetched{std::make_shared<const std::string>(text)};
  news.where = "feed.json";
  return news;
}

FeedNews fresh(std::size_t feed, const std::string& text) {
  const FeedNews news = to_feed_news(feed, fetched(text), settings_with(2));
  REQUIRE(news.kind == FeedNews::Kind::fresh);
  return news;
}

FeedNews unchanged(std::size_t feed) {
  News news;
  news.outcome = Unchanged{};
  return to_feed_news(feed, news, settings_with(2));
}

FeedNews failed(std::size_t feed, const std::string& sentence) {
  News news;
  news.outcome = Failed{sentence};
  return to_feed_news(feed, news, settings_with(2));
}

Lines titles(const FeedState& state) {
  Lines out;
  REQUIRE(state.schedule() != nullptr);
  for (const Session& session : state.schedule()->sessions) out.push_back(session.title);
  return out;
}

// Three sessions, the first so many of them without a room.
std::string with_bad_sessions(int bad) {
  std::string text = R"({"sessions": [)";
  for (int i = 0; i < 3; ++i) {
    text +=
        i < bad ? R"({"title": "no room"},)" : R"({"room": "A", "title": "T", "start": "2025-11-04T12:00:00-08:00"},)";
  }
  text.back() = ']';
  return text + "}";
}

}  // namespace

TEST_CASE("bytes become news") {
  const FeedNews good = to_feed_news(1, fetched(feed_text("A")), settings_with(2));
  CHECK(good.feed == 1);
  CHECK(good.kind == FeedNews::Kind::fresh);
  CHECK(good.schedule->rooms.at(0).name == "A");
  CHECK(good.problems.empty());

  const FeedNews bad = to_feed_news(0, fetched("<html>"), settings_with(2));
  CHECK(bad.kind == FeedNews::Kind::failed);
  CHECK(bad.schedule == nullptr);
  CHECK(to_sentence(bad.problems.at(0)).find("feed.json:1:1: error: ") == 0);

  const FeedNews some = to_feed_news(0, fetched(with_bad_sessions(1)), settings_with(2));
  CHECK(some.kind == FeedNews::Kind::fresh);
  CHECK(some.skipped == 1);
  CHECK_FALSE(some.problems.empty());

  CHECK(unchanged(0).kind == FeedNews::Kind::unchanged);
  CHECK(failed(0, "No answer.").kind == FeedNews::Kind::failed);
  CHECK(to_sentence(failed(0, "No answer.").problems.at(0)) == "error: No answer.");
}

TEST_CASE("a feed is read with the config's zone and format") {
  const std::string local = R"({"sessions": [{"room": "A", "title": "T", "start": "2025-11-04T12:00:00"}]})";
  Settings settings = settings_with(1);
  CHECK(to_feed_news(0, fetched(local), settings).kind == FeedNews::Kind::failed);
  settings.zone = TimeZone::find("America/Los_Angeles");
  const FeedNews news = to_feed_news(0, fetched(local), settings);
  REQUIRE(news.schedule);
  CHECK(news.schedule->sessions.at(0).start == kNoon);
  settings.feeds[0].format = "no such format";
  CHECK(to_feed_news(0, fetched(local), settings).kind == FeedNews::Kind::failed);
}

TEST_CASE("the feeds of a config are the poller's sources, known by their numbers") {
  Settings settings = settings_with(2);
  settings.feeds[0] = {"a.json", 15s, "", "token"};
  settings.feeds[1] = {"https://example.org/b", 60s, "", ""};
  const auto sources = feed_sources(settings);
  REQUIRE(sources.size() == 2);
  CHECK(sources[0].id == "0");
  CHECK(sources[0].address == "a.json");
  CHECK(sources[0].interval == 15s);
  CHECK(sources[0].token_file == "token");
  CHECK(sources[1].id == "1");
  CHECK(sources[1].address == "https://example.org/b");
  CHECK(sources[1].token_file == "");
}

TEST_CASE("before the first good poll nothing is known") {
  FeedState state(1);
  CHECK(state.schedule() == nullptr);
  CHECK_FALSE(state.as_of());
  state.apply(failed(0, "No answer."), kNoon);
  CHECK(state.schedule() == nullptr);
  CHECK_FALSE(state.as_of());
}

TEST_CASE("the last good schedule stays while polls fail, and grows old") {
  FeedState state(1);
  state.apply(fresh(0, feed_text("A", "First")), kNoon);
  CHECK(titles(state) == Lines{"First"});
  CHECK(state.as_of() == kNoon);
  state.apply(failed(0, "No answer."), kNoon + 60s);
  CHECK(titles(state) == Lines{"First"});
  CHECK(state.as_of() == kNoon);
  state.apply(unchanged(0), kNoon + 120s);
  CHECK(titles(state) == Lines{"First"});
  CHECK(state.as_of() == kNoon + 120s);
  state.apply(fresh(0, feed_text("A", "Second")), kNoon + 180s);
  CHECK(titles(state) == Lines{"Second"});
  CHECK(state.as_of() == kNoon + 180s);
}

TEST_CASE("several feeds are one schedule, in the order of the config, as old as the oldest part") {
  FeedState state(2);
  state.apply(fresh(1, feed_text("B", "Of the second")), kNoon);
  CHECK(titles(state) == Lines{"Of the second"});
  state.apply(fresh(0, feed_text("A", "Of the first")), kNoon + 10s);
  CHECK(titles(state) == Lines{"Of the first", "Of the second"});
  CHECK(state.as_of() == kNoon);
  state.apply(unchanged(1), kNoon + 20s);
  CHECK(state.as_of() == kNoon + 10s);
  state.apply(fresh(0, feed_text("A", "Changed")), kNoon + 30s);
  CHECK(titles(state) == Lines{"Changed", "Of the second"});
}

TEST_CASE("the same document read again is no change") {
  FeedState state(1);
  state.apply(fresh(0, feed_text("A")), kNoon);
  const Schedule* before = state.schedule();
  const Session* session = before->sessions.data();
  CHECK(state.apply(fresh(0, feed_text("A")), kNoon + 1s).empty());
  CHECK(state.schedule() == before);
  CHECK(state.schedule()->sessions.data() == session);
  CHECK(state.as_of() == kNoon + 1s);
}

TEST_CASE("a feed that is read whole has nothing left out") {
  CHECK(left_out_sentence(0) == "");
  CHECK(left_out_sentence(2).find("2 of the feed's sessions") == 0);
}

TEST_CASE("one line in the log for each change of a feed's health") {
  const std::string left_out = left_out_sentence(1);
  const std::string well = "The feed is read well again.";
  struct Step {
    FeedNews news;
    Lines log;
  };
  const Step steps[] = {
      {fresh(0, feed_text("A")), {}},
      {unchanged(0), {}},
      {failed(0, "No answer."), {"error: No answer."}},
      {failed(0, "No answer."), {}},
      {failed(0, "Not found."), {"error: Not found."}},
      {unchanged(0), {well}},
      {unchanged(0), {}},
      {fresh(0, with_bad_sessions(1)), {left_out}},
      {unchanged(0), {}},
      {fresh(0, with_bad_sessions(1)), {}},
      {failed(0, "No answer."), {"error: No answer."}},
      {unchanged(0), {left_out}},
      {fresh(0, feed_text("A")), {well}},
  };
  FeedState state(1);
  Instant now = kNoon;
  for (std::size_t i = 0; i < std::size(steps); ++i) {
    CAPTURE(i);
    CHECK(state.apply(steps[i].news, now += 15s) == steps[i].log);
  }
}

TEST_CASE("each feed has a health of its own") {
  FeedState state(2);
  CHECK(state.apply(failed(0, "No answer."), kNoon).size() == 1);
  CHECK(state.apply(failed(1, "No answer."), kNoon).size() == 1);
  CHECK(state.apply(failed(0, "No answer."), kNoon).empty());
  CHECK(state.apply(fresh(1, feed_text("B")), kNoon).size() == 1);
  CHECK(state.apply(failed(0, "No answer."), kNoon).empty());
}
