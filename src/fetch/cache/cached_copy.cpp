// SPDX-License-Identifier: MIT
#include "fetch/cache/cached_copy.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/os/digest.hpp"

namespace placard {
namespace {

constexpr std::string_view kFamily = "Placard kept copy ";
constexpr std::string_view kVersion = "1";
constexpr std::size_t kDigestLength = 64;
constexpr std::string_view kVouched = " vouched";  // a version before this word reads no time in its place

std::string one_line(std::string text) {
  std::erase_if(text, [](unsigned char c) { return c < 0x20 || c == 0x7F; });
  return text;
}

// Takes lines from the front of a text.
class Lines {
 public:
  explicit Lines(std::string_view text) : rest_(text) {}

  std::optional<std::string_view> next() {
    const auto end = rest_.find('\n');
    if (end == std::string_view::npos) return std::nullopt;
    const std::string_view line = rest_.substr(0, end);
    rest_.remove_prefix(end + 1);
    return line;
  }
  /// The value of the next line, which must be called `name`.
  std::optional<std::string_view> value(std::string_view name) {
    const auto line = next();
    if (!line || line->substr(0, name.size()) != name || line->substr(name.size(), 2) != ": ") return std::nullopt;
    return line->substr(name.size() + 2);
  }
  std::string_view rest() const { return rest_; }

 private:
  std::string_view rest_;
};

std::optional<std::int64_t> number(std::optional<std::string_view> text) {
  if (!text) return std::nullopt;
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), value);
  return error == std::errc{} && end == text->data() + text->size() ? std::optional(value) : std::nullopt;
}

// "SECONDS", "SECONDS vouched" or "SECONDS vouched SYNCHRONISED_MS".
void read_time(std::string_view text, GoodTime& good) {
  if (const auto at = text.find(kVouched); at != text.npos) {
    const std::string_view after = text.substr(at + kVouched.size());
    good.vouched = true;
    if (const auto uptime = number(after.substr(after.empty() ? 0 : 1))) {
      good.synchronised = std::chrono::milliseconds(*uptime);
    }
    text = text.substr(0, at);
  }
  if (const auto seconds = number(text)) good.time = std::chrono::sys_seconds(std::chrono::seconds(*seconds));
}

std::string time_text(const GoodTime& good) {
  if (!good.time) return "-";
  std::string text = fmt::format("{}{}", good.time->time_since_epoch().count(), good.vouched ? kVouched : "");
  if (good.vouched && good.synchronised) text += fmt::format(" {}", good.synchronised->count());
  return text;
}

std::optional<CachedCopy> read_body(std::string_view body) {
  Lines lines(body);
  CachedCopy copy;
  const auto key = lines.value("key");
  const auto time = lines.value("good");
  const auto boot = lines.value("boot");
  const auto uptime = number(lines.value("uptime_ms"));
  const auto notes = lines.value("notes");
  const auto size = number(lines.value("bytes"));
  if (!key || !time || !boot || !uptime || !notes || !size) return std::nullopt;
  if (static_cast<std::uint64_t>(*size) != lines.rest().size()) return std::nullopt;
  read_time(*time, copy.good);
  copy.key = *key;
  copy.good.boot = *boot;
  copy.good.uptime = std::chrono::milliseconds(*uptime);
  copy.notes = *notes;
  copy.bytes = lines.rest();
  return copy;
}

}  // namespace

std::string packed(const CachedCopy& copy) {
  const std::string body = fmt::format("key: {}\ngood: {}\nboot: {}\nuptime_ms: {}\nnotes: {}\nbytes: {}\n{}",
                                       one_line(copy.key), time_text(copy.good), one_line(copy.good.boot),
                                       copy.good.uptime.count(), one_line(copy.notes), copy.bytes.size(), copy.bytes);
  return fmt::format("{}{}\n{}\n{}", kFamily, kVersion, sha256(body), body);
}

std::variant<CachedCopy, Unreadable> unpacked(std::string_view file) {
  Lines lines(file);
  const auto first = lines.next();
  if (!first || first->substr(0, kFamily.size()) != kFamily) return Unreadable::damaged;
  if (first->substr(kFamily.size()) != kVersion) return Unreadable::other_version;
  const auto digest = lines.next();
  if (!digest || digest->size() != kDigestLength || *digest != sha256(lines.rest())) return Unreadable::damaged;
  auto copy = read_body(lines.rest());
  if (!copy) return Unreadable::damaged;
  return std::move(*copy);
}

}  // namespace placard
