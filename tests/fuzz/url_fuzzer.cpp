// SPDX-License-Identifier: MIT
// Addresses: what is printed holds no secret and no control character; redirects never lead out of http.
#include <algorithm>
#include <cctype>

#include "base/text/address.hpp"
#include "base/text/clean.hpp"
#include "fetch/url.hpp"
#include "fuzz/claims.hpp"

using namespace placard;
using namespace placard::fuzz;

namespace {

void claim_printable(const std::string& url) {
  const std::string shown = printable_url(url);
  claim(shown.size() <= 203, "an address shown is short", shown);
  const auto points = code_points(shown);
  claim(to_utf8(points) == shown, "an address shown is UTF-8", shown);
  for (const char32_t c : points) {
    claim(c >= 0x20 && (c < 0x7F || c > 0x9F), "an address shown has no control character", shown);
  }
}

// A secret in the places where URLs carry them, whatever stands around it.
void claim_secret(const std::string& text) {
  static const std::string kSecret = "s3cr3t";
  std::string lower = text;
  std::transform(lower.begin(), lower.end(), lower.begin(), [](unsigned char c) { return std::tolower(c); });
  if (lower.find(kSecret) != std::string::npos) return;  // it is no secret where anything may stand
  const std::string path = text.substr(0, text.find_first_of("?#"));
  for (const std::string& url :
       {"https://user:" + kSecret + "@example.org/" + path, "https://" + kSecret + "@example.org/" + path,
        "https://example.org/" + path + "?token=" + kSecret, "https://example.org/" + path + "#" + kSecret,
        text + "?token=" + kSecret}) {
    claim(printable_url(url).find(kSecret) == std::string::npos, "a secret is not shown", url);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text = text_of(data, size);
  const auto bar = text.find('\n');
  const std::string from = text.substr(0, bar);
  const std::string to = bar == std::string::npos ? "" : text.substr(bar + 1);
  claim_printable(text);
  claim_secret(from);
  if (redirect_allowed(from, to)) {
    claim(redirect_allowed(to, to), "where a redirect may lead, one may stay", to);
    claim(!redirect_allowed(from, "file:///etc/passwd") && !redirect_allowed(from, "ftp://example.org/"),
          "no redirect leads out of http", from);
  }
  claim(same_origin(from, to) == same_origin(to, from), "being of the same origin is mutual", text);
  address_kind(text);
  return 0;
}
