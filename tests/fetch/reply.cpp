#include "fetch/reply.hpp"

namespace placard::test {

std::string said(const Reply& reply) {
  if (const auto* body = std::get_if<HttpBody>(&reply.result)) return "body " + body->bytes;
  if (const auto* failed = std::get_if<Failed>(&reply.result)) return failed->sentence;
  return "not modified";
}

Failed failure(const Reply& reply) {
  const auto* failed = std::get_if<Failed>(&reply.result);
  return failed == nullptr ? Failed{"(no failure: " + said(reply) + ")"} : *failed;
}

Request impatient(const std::string& url) {
  Request request;
  request.url = url;
  request.timeouts.connect = std::chrono::seconds(5);
  request.timeouts.total = std::chrono::seconds(5);
  request.timeouts.low_speed_time = std::chrono::seconds(1);
  return request;
}

}  // namespace placard::test
