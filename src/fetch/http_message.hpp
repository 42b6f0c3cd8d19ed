// What an HTTP client is asked, and what it answers.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <variant>

#include "fetch/fetch_error.hpp"

namespace placard {

/// Which copy of a document we hold, in its server's words: sent back so that it may answer "not modified".
struct Validators {
  std::string url;  // where they came from, and the only place they are sent to
  std::string etag, last_modified;
  bool empty() const { return etag.empty() && last_modified.empty(); }
};

struct Timeouts {
  std::chrono::milliseconds connect{10'000};
  std::chrono::milliseconds total{30'000};  // over all redirects together
  long low_speed_bytes = 100;               // slower than this many bytes/s …
  std::chrono::seconds low_speed_time{10};  // … for this long ends the transfer
};

inline constexpr std::size_t kDefaultMaxBytes = std::size_t{16} << 20;
inline constexpr const char* kSystemCaFile = "/etc/ssl/certs/ca-certificates.crt";

struct HttpRequest {
  std::string url;  // http or https
  Validators validators;
  std::string bearer_token;  // sent to this url's scheme, host and port only; empty: none
  std::size_t max_bytes =
      kDefaultMaxBytes;  // of the body, counted after decompression; packed, it may have twice as many
  Timeouts timeouts;
  std::string ca_file = kSystemCaFile;  // PEM bundle of trusted authorities
};

struct HttpBody {
  std::string bytes;  // never empty
};
struct HttpNotModified {};

struct HttpResponse {
  std::variant<HttpBody, HttpNotModified, FetchError> result;
  Validators validators;                            // to send with the next request
  std::optional<std::chrono::seconds> retry_after;  // of a 429 or 503: the server's wish, at most an hour
  std::string date;                                 // the Date header, as it came
  std::string last_modified;                        // of the body, as it came
  std::string effective_url;                        // after redirects; whole, so show it only through printable_url
};

}  // namespace placard
