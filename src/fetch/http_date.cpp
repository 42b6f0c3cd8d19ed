#include "fetch/http_date.hpp"

#include <curl/curl.h>

#include <algorithm>

namespace placard {
namespace {

using std::chrono::seconds;

constexpr seconds kLongestWait = std::chrono::hours(1);

bool only_digits(const std::string& text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::optional<seconds> wait_text(const std::string& digits) {
  constexpr std::size_t kSafeDigits = 9;
  if (digits.size() > kSafeDigits) return kLongestWait;
  return std::min(seconds(std::stoi(digits)), kLongestWait);
}

}  // namespace

std::optional<std::chrono::sys_seconds> http_date(const std::string& text) {
  if (text.empty()) return {};
  const std::int64_t time = curl_getdate(text.c_str(), nullptr);
  return time < 0 ? std::nullopt : std::optional(std::chrono::sys_seconds(seconds(time)));
}

std::optional<seconds> retry_after(const std::string& header, const std::string& date) {
  if (only_digits(header)) return wait_text(header);
  const auto then = http_date(header);
  const auto now = http_date(date);
  if (!then || !now || *then < *now) return {};
  return std::min<seconds>(*then - *now, kLongestWait);
}

bool validators_settled(const std::string& last_modified, const std::string& date) {
  const auto changed = http_date(last_modified);
  const auto sent = http_date(date);
  return !changed || !sent || *sent - *changed >= seconds(2);
}

}  // namespace placard
