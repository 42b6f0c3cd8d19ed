// How a URL may be shown, and where a redirect may lead. Pure functions, any thread.
#pragma once

#include <string>

namespace placard {

/// The URL for logs and for the glass: scheme, host, port and path. User, password, query and fragment are left out,
/// control characters become '?', bytes that are no UTF-8 U+FFFD, and what is longer than 200 bytes is cut.
std::string printable_url(const std::string& url);

/// Same scheme, host and port: the only place a token may be sent to.
bool same_origin(const std::string& a, const std::string& b);

/// True for http and https targets, but never from https to http. False for anything that is not a whole URL.
bool redirect_allowed(const std::string& from, const std::string& to);

}  // namespace placard
