#include "fetch/reply.hpp"

#include "fetch/result_log.hpp"

namespace placard::test {

std::string said(const HttpResponse& reply) {
  if (const auto* body = std::get_if<HttpBody>(&reply.result)) return "body " + body->bytes;
  if (const auto* failed = std::get_if<FetchError>(&reply.result)) return whole(failed->sentence);
  return "not modified";
}

FetchError failure(const HttpResponse& reply) {
  const auto* failed = std::get_if<FetchError>(&reply.result);
  return failed == nullptr ? FetchError{"(no failure: " + said(reply) + ")"} : *failed;
}

HttpRequest impatient(const std::string& url) {
  HttpRequest request;
  request.url = url;
  request.timeouts.connect = std::chrono::seconds(5);
  request.timeouts.total = std::chrono::seconds(5);
  request.timeouts.low_speed_time = std::chrono::seconds(1);
  return request;
}

}  // namespace placard::test
