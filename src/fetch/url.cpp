#include "fetch/url.hpp"

#include <curl/curl.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <string_view>

#include "base/text/clean.hpp"

namespace placard {
namespace {

struct UrlDeleter {
  void operator()(CURLU* url) const { curl_url_cleanup(url); }
};
struct TextDeleter {
  void operator()(char* text) const { curl_free(text); }
};

struct UrlParts {
  std::string scheme, host, port, path;
  bool port_given = false;
};

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string lowered(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(), lower);
  return result;
}

std::string part(CURLU* url, CURLUPart which, unsigned flags) {
  char* text = nullptr;
  if (curl_url_get(url, which, &text, flags) != CURLUE_OK) return {};
  const std::unique_ptr<char, TextDeleter> owner(text);
  return text;
}

std::optional<UrlParts> parts_of(const std::string& text) {
  const std::unique_ptr<CURLU, UrlDeleter> url(curl_url());
  if (!url || curl_url_set(url.get(), CURLUPART_URL, text.c_str(), CURLU_NON_SUPPORT_SCHEME) != CURLUE_OK) return {};
  UrlParts parts;
  parts.scheme = lowered(part(url.get(), CURLUPART_SCHEME, 0));
  parts.host = lowered(part(url.get(), CURLUPART_HOST, 0));
  parts.port = part(url.get(), CURLUPART_PORT, CURLU_DEFAULT_PORT);
  parts.path = part(url.get(), CURLUPART_PATH, 0);
  parts.port_given = !part(url.get(), CURLUPART_PORT, CURLU_NO_DEFAULT_PORT).empty();
  return parts;
}

bool is_http(const UrlParts& parts) {
  return parts.scheme == "http" || parts.scheme == "https";
}

// For text that is no URL: anything that could be a password goes, even at the price of a piece of the path.
std::string without_secrets(const std::string& text) {
  std::string result = text.substr(0, text.find_first_of("?#"));
  const auto at = result.rfind('@');
  return at == std::string::npos ? result : result.substr(at + 1);
}

std::string fit_for_a_log(std::string text) {
  constexpr std::size_t limit = 200;
  const auto is_control = [](unsigned char c) { return c < 0x20 || c == 0x7f; };
  std::replace_if(text.begin(), text.end(), is_control, '?');
  text = clean_line(text);  // the controls beyond ASCII, and what is no UTF-8
  if (text.size() <= limit) return text;
  return std::string(cut_bytes(text, limit)) + "…";
}

}  // namespace

std::string printable_url(const std::string& url) {
  const auto parts = parts_of(url);
  if (!parts) return fit_for_a_log(without_secrets(url));
  return fit_for_a_log(parts->scheme + "://" + parts->host + (parts->port_given ? ":" + parts->port : "") +
                       parts->path);
}

bool same_origin(const std::string& a, const std::string& b) {
  const auto one = parts_of(a);
  const auto other = parts_of(b);
  return one && other && one->scheme == other->scheme && one->host == other->host && one->port == other->port;
}

bool redirect_allowed(const std::string& from, const std::string& to) {
  const auto start = parts_of(from);
  const auto target = parts_of(to);
  if (!start || !target || !is_http(*start) || !is_http(*target) || target->host.empty()) return false;
  return !(start->scheme == "https" && target->scheme == "http");
}

}  // namespace placard
