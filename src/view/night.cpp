// SPDX-License-Identifier: MIT
#include "view/night.hpp"

namespace placard {

std::string_view name_of(Night night) {
  switch (night) {
    case Night::dim:
      return "dim";
    case Night::blank:
      return "blank";
    case Night::none:
      break;
  }
  return "";
}

namespace {

struct Span {
  Instant opens;
  Instant closes;
};

// The open hours of the days around `at`. Located once a day, so that on the nights the clocks change a venue opens and
// closes once too.
std::vector<Span> open_spans(const OpenHours& hours, const TimeZone& zone, Instant at) {
  const auto today = std::chrono::floor<std::chrono::days>(zone.local(at));
  const std::chrono::days over_midnight(hours.closes <= hours.opens ? 1 : 0);
  std::vector<Span> spans;
  for (int day = -1; day <= 1; ++day) {
    const LocalTime midnight(today + std::chrono::days(day));
    spans.push_back(
        {zone.locate(midnight + hours.opens).instant, zone.locate(midnight + over_midnight + hours.closes).instant});
  }
  return spans;
}

}  // namespace

bool is_open(const OpenHours& hours, const TimeZone& zone, Instant at) {
  for (const Span& span : open_spans(hours, zone, at)) {
    if (span.opens <= at && at < span.closes) return true;
  }
  return false;
}

std::vector<Instant> openings_and_closings(const OpenHours& hours, const TimeZone& zone, Instant at) {
  std::vector<Instant> out;
  for (const Span& span : open_spans(hours, zone, at)) {
    out.push_back(span.opens);
    out.push_back(span.closes);
  }
  return out;
}

}  // namespace placard
