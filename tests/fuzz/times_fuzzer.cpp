// SPDX-License-Identifier: MIT
// Texts as times of every kind: of feeds, of configs, of HTTP headers.
#include "base/time/clock_time.hpp"
#include "base/time/duration.hpp"
#include "fetch/http_date.hpp"
#include "fuzz/claims.hpp"

using namespace placard;
using namespace placard::fuzz;
using namespace std::chrono_literals;

namespace {

// Zones with skipped and repeated hours, half hours, and a day that never was.
const std::vector<TimeZone>& zones() {
  static const std::vector<TimeZone> kZones = [] {
    std::vector<TimeZone> all;
    for (const char* name : {"America/Los_Angeles", "Europe/Berlin", "Asia/Kolkata", "Australia/Lord_Howe",
                             "Pacific/Apia", "Pacific/Kiritimati", "Africa/Casablanca"}) {
      all.push_back(TimeZone::find(name).value());
    }
    return all;
  }();
  return kZones;
}

void claim_located(const TimeZone& zone, LocalTime local) {
  const LocatedTime located = zone.locate(local);
  const LocalTime back = zone.local(located.instant);
  claim(located.kind == LocalTimeKind::skipped ? back > local : back == local, "a local time is found again",
        zone.name());
  const auto written = parse_time(zone.format(located.instant));
  claim(!written || zone.instant(*written) == located.instant, "a written instant is read back", zone.name());
  const Instant midnight = zone.midnight(located.instant, 0);
  claim(midnight <= located.instant && located.instant - midnight < 26h, "midnight comes before", zone.name());
  claim(zone.midnight(located.instant, 1) > located.instant, "the next midnight comes after", zone.name());
}

void claim_time(const std::string& text) {
  const auto written = parse_time(text);
  if (!written) return;
  const seconds offset = written->offset.value_or(0s);
  claim(std::chrono::abs(offset) <= 14h, "offsets are at most 14 hours", text);
  const std::string again = format_rfc3339(written->local, offset);
  claim(parse_time(again) == WrittenTime{written->local, offset}, "a time written is read back", text);
  for (const TimeZone& zone : zones()) claim_located(zone, written->local);
}

void claim_wait(const std::string& header, const std::string& date) {
  const auto wait = retry_after(header, date);
  claim(!wait || (*wait >= 0s && *wait <= 1h), "a wait is at most an hour", header);
  validators_settled(header, date);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text = text_of(data, size);
  claim_time(text);
  const auto time_of_day = parse_time_of_day(text);
  claim(!time_of_day || (*time_of_day >= 0s && *time_of_day < 24h), "a time of day is within a day", text);
  const auto clock = parse_clock_time(text);
  claim(!clock || (clock->time >= 0s && clock->time <= 24h), "a clock time is within a day or ends it", text);
  const auto span = parse_span(text);
  claim(!span || (*span > 0s && *span <= 30 * 24h), "a span is at most 30 days", text);
  const auto duration = parse_duration(text);
  const auto at_most_60_days = [](std::optional<seconds> span) { return !span || (*span >= 0s && *span <= 60 * 24h); };
  claim(!duration || (at_most_60_days(duration->span) && at_most_60_days(duration->in_hours)),
        "a duration is at most 60 days", text);
  TimeZone::find(text);
  const auto comma = text.find('|');
  claim_wait(text.substr(0, comma), comma == std::string::npos ? "" : text.substr(comma + 1));
  return 0;
}
