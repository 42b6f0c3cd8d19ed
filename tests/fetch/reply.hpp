// A Reply as one line, for tests.
#pragma once

#include <string>

#include "fetch/http_message.hpp"

namespace placard::test {

/// "body <bytes>", "not modified", or the sentence of the failure.
std::string said(const HttpResponse& reply);
/// The failure; a sentence that says so if there is none.
FetchError failure(const HttpResponse& reply);
/// A request that gives up soon enough for a test.
HttpRequest impatient(const std::string& url);

}  // namespace placard::test
