// The dates and delays of HTTP headers. Pure functions, any thread; nothing here reads this device's clock, which may
// be wrong.
#pragma once

#include <chrono>
#include <optional>
#include <string>

namespace placard {

/// The instant of an HTTP date (RFC 9110, 5.6.7); nothing when it is malformed.
std::optional<std::chrono::sys_seconds> http_date(const std::string& text);

/// A Retry-After header: seconds, or a date measured against the answer's own Date header. Never more than an hour.
/// Nothing for a header that is empty, malformed, in the past, or a date in an answer without Date.
std::optional<std::chrono::seconds> retry_after(const std::string& header, const std::string& date);

/// False when the document was changed less than two seconds before it was sent. HTTP dates (and nginx' ETags, made
/// from them) count whole seconds, so such a document may be changed again without its validators changing: they are
/// not worth keeping.
bool validators_settled(const std::string& last_modified, const std::string& date);

}  // namespace placard
