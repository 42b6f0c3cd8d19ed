// What is polled, and what is heard of it.
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <variant>

#include "base/text/address.hpp"
#include "fetch/http_message.hpp"

namespace placard {

/// A document to be read again and again: a feed, or the staff's overrides.
struct Source {
  std::string id;       // comes back in every News
  std::string address;  // a URL, or a path of this device
  std::chrono::milliseconds interval{60'000};
  std::string token_file;  // empty: no token
  std::size_t max_bytes = kDefaultMaxBytes;
  Timeouts timeouts;                    // of a URL
  std::string ca_file = kSystemCaFile;  // of a URL
};

struct Fetched {
  std::shared_ptr<const std::string> bytes;  // never null
};
struct Unchanged {};  // still what was last accepted; as good a sign of life as Fetched

/// The outcome of one attempt.
struct FetchResult {
  std::string source;  // its id
  std::variant<Fetched, Unchanged, FetchError> outcome;
  std::string where;                                // the path, or the printable URL after redirects
  std::string date;                                 // the Date header of the server's own answer; empty for a file
  bool verified = false;                            // the answer came over TLS from a server that proved who it is
  std::optional<std::chrono::seconds> retry_after;  // the server's wish; the poller obeys it
};

}  // namespace placard
