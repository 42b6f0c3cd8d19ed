// SPDX-License-Identifier: MIT
#include "sign/sources/override_state.hpp"

#include <doctest/doctest.h>

#include "schedule/programme.hpp"
#include "sign/conditions.hpp"
#include "sign/sources/polled_sources.hpp"

using namespace placard;
using namespace std::chrono_literals;

namespace {

using Lines = std::vector<std::string>;

OverridesUpdate fresh(const std::string& text) {
  FetchResult update;
  update.where = "overrides.json";
  update.outcome = Fetched(text);
  return to_overrides_update(update);
}

OverridesUpdate failed(ErrorKind cause, long status = 0) {
  FetchResult update;
  update.outcome = FetchError{"it can't be had.", cause, status};
  return to_overrides_update(update);
}

std::string file_of(const std::string& entries) {
  return "{\"overrides\": [" + entries + "]}";
}

const std::string kHello = R"({"message": "Hello", "level": "notice"})";
const std::string kWorld = R"({"message": "World", "level": "takeover", "until": "2025-11-04T14:00"})";

struct Staff {
  OverrideState state;
  ConditionLog log;
  Instant now = moment("12:00");

  Lines take(const OverridesUpdate& update, const TimeZone& zone = los_angeles()) {
    now += 1s;
    state.apply(update, zone, now);
    return log.note(overrides_condition(state), 0s);
  }
  Lines texts() const {
    Lines out;
    for (const LoadedOverride& one : *state.loaded()) out.push_back(std::get<MessageOverride>(one.entry.what).text);
    return out;
  }
};

}  // namespace

TEST_CASE("a file that can't be parsed changes nothing, and is told once, with line and column") {
  Staff known;
  CHECK(known.take(fresh(file_of(kHello))).empty());
  const Lines log = known.take(fresh("{\n  \"overrides\": [\n    nonsense"));
  REQUIRE(log.size() == 1);
  CAPTURE(log.front());
  CHECK(log.front().starts_with("overrides.json:3:6: error: "));
  CHECK(known.texts() == Lines{"Hello"});
  CHECK_FALSE(known.state.readable());
  CHECK(known.take(fresh("{\n  \"overrides\": [\n    nonsense")).empty());
  CHECK(known.take(fresh(file_of(kWorld))) == Lines{"The staff messages are read well again."});
  CHECK(known.texts() == Lines{"World"});
}

TEST_CASE("a bad entry is told and left out; its neighbours count") {
  Staff known;
  const Lines log = known.take(fresh(file_of(kHello + R"(, {"message": 5, "level": "notice"}, )" + kWorld)));
  REQUIRE(log.size() == 1);
  CHECK(log.front().find("overrides[1].message") != std::string::npos);
  CHECK(known.texts() == Lines{"Hello", "World"});
  CHECK(known.state.readable());
}

TEST_CASE("a file that is missing once was being saved; missing twice it means that there are no overrides") {
  for (const OverridesUpdate& gone :
       {failed(ErrorKind::missing), failed(ErrorKind::answer, 404), failed(ErrorKind::answer, 410)}) {
    Staff known;
    known.take(fresh(file_of(kHello)));
    CHECK(known.take(gone).empty());
    CHECK(known.texts() == Lines{"Hello"});
    known.take(fresh(file_of(kWorld)));
    CHECK(known.texts() == Lines{"World"});
    known.take(gone);
    CHECK(known.take(gone).empty());
    CHECK(known.texts().empty());
    CHECK(known.take(fresh(file_of(kHello))).empty());
    CHECK(known.texts() == Lines{"Hello"});
  }
}

TEST_CASE("what can't be had for another reason keeps the last good messages") {
  for (const OverridesUpdate& update : {failed(ErrorKind::network), failed(ErrorKind::local),
                                        failed(ErrorKind::answer, 503), failed(ErrorKind::certificate)}) {
    Staff known;
    known.take(fresh(file_of(kHello)));
    CHECK(known.take(update).size() == 1);
    CHECK(known.take(update).empty());
    CHECK(known.texts() == Lines{"Hello"});
  }
}

TEST_CASE("the age of what is known counts from when it was last read well") {
  Staff known;
  CHECK_FALSE(known.state.as_of().has_value());
  known.take(failed(ErrorKind::missing));
  CHECK_FALSE(known.state.as_of().has_value());
  known.take(fresh(file_of(kHello)));
  CHECK((known.state.as_of() == known.now));
  known.take(OverridesUpdate{.kind = OverridesUpdate::Kind::unchanged, .bytes = nullptr, .where = "", .sentence = ""});
  const Instant good = known.now;
  CHECK((known.state.as_of() == good));
  for (const OverridesUpdate& bad : {failed(ErrorKind::network), failed(ErrorKind::missing), fresh("nonsense")}) {
    known.take(bad);
    CHECK((known.state.as_of() == good));
  }
  // Unchanged nonsense is nonsense still.
  known.take(OverridesUpdate{.kind = OverridesUpdate::Kind::unchanged, .bytes = nullptr, .where = "", .sentence = ""});
  CHECK((known.state.as_of() == good));
  known.state.follow_clock(3600s);
  CHECK((known.state.as_of() == good + 3600s));
  known.take(fresh(file_of(kWorld)));
  CHECK((known.state.as_of() == known.now));
}

TEST_CASE("an entry keeps the instant it was first read, wherever it moves in the file") {
  Staff known;
  known.take(fresh(file_of(kHello)));
  const Instant first = (*known.state.loaded()).front().first_read;
  known.take(fresh("// a comment\n" + file_of(kWorld + ",\n\n" + kHello)));
  REQUIRE(known.texts() == Lines{"World", "Hello"});
  CHECK(((*known.state.loaded())[1].first_read == first));
  CHECK(((*known.state.loaded())[0].first_read == known.now));
  // Changed, it is another entry.
  known.take(fresh(file_of(R"({"message": "Hello", "level": "warning"})")));
  CHECK(((*known.state.loaded())[0].first_read == known.now));
}

TEST_CASE("local times are read anew when the venue's zone becomes known") {
  Staff known;
  known.take(fresh(file_of(kWorld)), TimeZone::fixed(seconds(0)));
  CHECK(((*known.state.loaded())[0].entry.until == moment("2025-11-04T14:00Z")));
  known.state.use_zone(los_angeles(), known.now);
  CHECK(((*known.state.loaded())[0].entry.until == moment("14:00")));
}

TEST_CASE("a local file is looked at more than twice a second, a URL as often as the config says") {
  Settings settings;
  CHECK_FALSE(overrides_source(settings));
  settings.overrides = "/etc/placard/overrides.json";
  CHECK(overrides_source(settings)->interval < 500ms);
  settings.overrides = "https://example.org/overrides.json";
  CHECK(overrides_source(settings)->interval == 5s);
  settings.overrides_poll = 9s;
  CHECK(overrides_source(settings)->interval == 9s);
}
