// The sentences for everything that can go wrong with an HTTP request. Pure functions, any thread.
#pragma once

#include <chrono>
#include <string>

#include "fetch/curl_exchange.hpp"
#include "fetch/fetch_error.hpp"

namespace placard {

/// For an answer that is of no use. `spent` is the time since the request began, redirects included.
FetchError failure_of(const RawRequest& question, const RawResponse& answer, std::chrono::milliseconds spent);

std::string too_many_redirects(const std::string& url, int followed);
std::string forbidden_redirect(const std::string& from, const std::string& to);

}  // namespace placard
