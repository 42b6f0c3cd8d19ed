// SPDX-License-Identifier: MIT
#include "base/time/tzif.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>

namespace placard {
namespace {

constexpr std::size_t kHeaderBytes = 44;
constexpr std::size_t kMostChanges = 2000;  // as in zic
constexpr std::size_t kMostTypes = 256;
constexpr std::size_t kMostOthers = 2048;                  // letters of abbreviations, leap seconds
constexpr std::int64_t kFarthest = std::int64_t{1} << 60;  // zic's beginning of time is 2^59 seconds ago
constexpr std::int64_t kLeastOffset = -25 * 3600, kMostOffset = 26 * 3600;

struct Header {
  bool with_64_bits = false;
  std::size_t ut_marks = 0, standard_marks = 0, leap_seconds = 0, changes = 0, types = 0, letters = 0;

  std::size_t body_bytes(std::size_t time_bytes) const {
    return changes * (time_bytes + 1) + types * 6 + letters + leap_seconds * (time_bytes + 4) + standard_marks +
           ut_marks;
  }
};

// Big-endian, signed.
std::int64_t number_at(std::string_view bytes, std::size_t at, std::size_t size) {
  std::uint64_t value = (static_cast<unsigned char>(bytes[at]) & 0x80U) != 0 ? ~std::uint64_t{0} : 0;
  for (const char c : bytes.substr(at, size)) value = value << 8U | static_cast<unsigned char>(c);
  return static_cast<std::int64_t>(value);
}

std::optional<Header> read_header(std::string_view bytes) {
  if (bytes.size() < kHeaderBytes || bytes.substr(0, 4) != "TZif") return std::nullopt;
  const auto count = [bytes](std::size_t index) {
    return static_cast<std::size_t>(number_at(bytes, 20 + 4 * index, 4) & 0xFFFFFFFF);
  };
  const Header header{bytes[4] >= '2', count(0), count(1), count(2), count(3), count(4), count(5)};
  const bool sane = header.changes <= kMostChanges && header.types <= kMostTypes && header.letters <= kMostOthers &&
                    header.leap_seconds <= kMostOthers && header.standard_marks <= header.types &&
                    header.ut_marks <= header.types;
  return sane ? std::optional(header) : std::nullopt;
}

std::optional<seconds> read_type(std::string_view body, const Header& header, std::size_t types_at, std::size_t type) {
  if (type >= header.types) return std::nullopt;
  const std::int64_t offset = number_at(body, types_at + 6 * type, 4);
  if (offset <= kLeastOffset || offset >= kMostOffset) return std::nullopt;
  return seconds(offset);
}

// `body` has as many bytes as the header says.
std::optional<ZoneRules> read_body(std::string_view body, const Header& header, std::size_t time_bytes) {
  const std::size_t indexes_at = header.changes * time_bytes;
  const std::size_t types_at = indexes_at + header.changes;
  ZoneRules rules;
  const auto first = read_type(body, header, types_at, 0);
  if (!first) return std::nullopt;
  rules.offsets.push_back(*first);
  std::int64_t before = -kFarthest - 1;
  for (std::size_t i = 0; i < header.changes; ++i) {
    const std::int64_t at = number_at(body, i * time_bytes, time_bytes);
    const auto offset = read_type(body, header, types_at, static_cast<unsigned char>(body[indexes_at + i]));
    if (!offset || at <= before || at > kFarthest) return std::nullopt;
    rules.changes.emplace_back(seconds(at));
    rules.offsets.push_back(*offset);
    before = at;
  }
  return rules;
}

// Its last line, between two newlines, may be empty.
bool read_last_line(std::string_view bytes, ZoneRules& rules) {
  if (bytes.empty() || bytes.front() != '\n') return false;
  const auto end = bytes.find('\n', 1);
  if (end == std::string_view::npos) return false;
  const std::string_view line = bytes.substr(1, end - 1);
  if (line.empty()) return true;
  rules.after = parse_posix_zone(line);
  return rules.after.has_value();
}

std::optional<ZoneRules> read_rules(std::string_view bytes, std::string& why) {
  auto header = read_header(bytes);
  std::size_t time_bytes = 4;
  if (header && header->with_64_bits) {
    bytes.remove_prefix(std::min(bytes.size(), kHeaderBytes + header->body_bytes(4)));
    header = read_header(bytes);
    time_bytes = 8;
  }
  if (!header || bytes.size() - kHeaderBytes < header->body_bytes(time_bytes)) return std::nullopt;
  if (header->leap_seconds > 0) {
    why = "it counts leap seconds, which clocks do not show";
    return std::nullopt;
  }
  bytes.remove_prefix(kHeaderBytes);
  const std::size_t size = header->body_bytes(time_bytes);
  auto rules = read_body(bytes.substr(0, size), *header, time_bytes);
  if (rules && time_bytes == 8 && !read_last_line(bytes.substr(size), *rules)) return std::nullopt;
  return rules;
}

}  // namespace

Expected<ZoneRules> read_tzif(const std::string& name, std::string_view bytes) {
  if (bytes.substr(0, 4) != "TZif") return failed(fmt::format("{}: this is no time zone file.", name));
  std::string why = "it is damaged";
  auto rules = read_rules(bytes, why);
  if (!rules)
    return failed(fmt::format("{}: this time zone file can't be used ({}): reinstall the package tzdata.", name, why));
  return std::move(*rules);
}

OffsetUntil offset_at(const ZoneRules& rules, Instant instant) {
  const auto next = std::upper_bound(rules.changes.begin(), rules.changes.end(), instant);
  if (next == rules.changes.end() && rules.after) return offset_at(*rules.after, instant);
  const auto index = static_cast<std::size_t>(next - rules.changes.begin());
  return {rules.offsets[index], next == rules.changes.end() ? Instant::max() : *next};
}

}  // namespace placard
