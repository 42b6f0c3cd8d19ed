// What is polled, and what comes of it.
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "base/os/digest.hpp"
#include "base/text/address.hpp"
#include "fetch/http_message.hpp"
#include "fetch/retry.hpp"

namespace placard {

/// Whose result waits for whose.
enum class Delivery {
  in_turn,  // told when no other of these is being taken in
  at_once,  // told whatever else is being taken in: a message of the staff
};

/// A document to be read again and again: a feed, or the staff's overrides.
struct Source {
  std::string id;       // comes back in every FetchResult
  std::string address;  // a URL, or a path of this device
  std::chrono::milliseconds interval{60'000};
  Delivery delivery = Delivery::in_turn;
  RetryLimits retry{};
  std::string token_file;  // empty: no token
  std::size_t max_bytes = kDefaultMaxBytes;
  Timeouts timeouts;                    // of a URL
  std::string ca_file = kSystemCaFile;  // of a URL
};

struct Fetched {
  /// Takes the digest, once for everybody who tells documents apart. Throws only std::bad_alloc.
  explicit Fetched(std::string document)
      : bytes(std::make_shared<const std::string>(std::move(document))), digest(sha256(*bytes)) {}

  std::shared_ptr<const std::string> bytes;  // never null
  std::string digest;                        // of the bytes: SHA-256 in hexadecimal
};
struct Unchanged {};  // still what was last accepted; as good a sign of life as Fetched

/// The outcome of one attempt.
struct FetchResult {
  std::string source;  // its id
  std::variant<FetchError, Fetched, Unchanged> outcome;
  std::string where;                                // the path, or the printable URL after redirects
  std::string date;                                 // the Date header of the server's own answer; empty for a file
  std::string last_modified;                        // the server's word of the document; empty: none
  bool verified = false;                            // the answer came over TLS from a server that proved who it is
  std::optional<std::chrono::seconds> retry_after;  // the server's wish; the poller obeys it within limits
};

}  // namespace placard
