#include "fetch/http_client.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/os/clock.hpp"
#include "fetch/curl_exchange.hpp"
#include "fetch/http_date.hpp"
#include "fetch/http_sentence.hpp"
#include "fetch/url.hpp"

namespace placard {
namespace {

using std::chrono::milliseconds;
using Steady = std::chrono::steady_clock;

constexpr int kMostRedirects = 4;

milliseconds since(Steady::time_point start) {
  return std::chrono::duration_cast<milliseconds>(steady_now() - start);
}

RawRequest question_for(const HttpRequest& request, const std::string& url) {
  RawRequest question;
  question.url = url;
  if (url == request.validators.url) {
    question.etag = request.validators.etag;
    question.last_modified = request.validators.last_modified;
  }
  if (!request.bearer_token.empty() && same_origin(request.url, url)) question.bearer_token = request.bearer_token;
  question.ca_file = request.ca_file;
  question.max_bytes = request.max_bytes;
  question.connect_timeout = request.timeouts.connect;
  question.low_speed_bytes = request.timeouts.low_speed_bytes;
  question.low_speed_time = request.timeouts.low_speed_time;
  return question;
}

bool is_redirect(const RawResponse& answer) {
  constexpr long statuses[] = {301, 302, 303, 307, 308};
  const bool moved = std::find(std::begin(statuses), std::end(statuses), answer.status) != std::end(statuses);
  return answer.curl_code == 0 && !answer.stopped && moved && !answer.redirect_url.empty();
}

// What is longer than any honest server's would only make our next request too large.
std::string kept(const std::string& validator) {
  constexpr std::size_t limit = 1024;
  return validator.size() <= limit ? validator : std::string();
}

Validators validators_of(const RawRequest& question, const RawResponse& answer) {
  if (!validators_settled(answer.last_modified, answer.date)) return {};
  return {question.url, kept(answer.etag), kept(answer.last_modified)};
}

bool is_whole(const RawResponse& answer) {
  return answer.curl_code == 0 && !answer.stopped;
}

// With any other status the header is nobody's wish, but a default of some proxy.
bool asks_to_wait(long status) {
  return status == 429 || status == 503;
}

// The last answer, redirects done.
HttpResponse reply_to(const HttpRequest& request, const RawRequest& question, RawResponse answer, milliseconds spent) {
  HttpResponse reply;
  reply.validators = request.validators;
  if (asks_to_wait(answer.status)) reply.retry_after = retry_after(answer.retry_after, answer.date);
  // With an Age the answer comes from a cache on the way, and its date is of another hour.
  if (answer.age.empty()) reply.date = answer.date;
  reply.last_modified = kept(answer.last_modified);
  reply.effective_url = question.url;
  const bool asked_for_changes = !question.etag.empty() || !question.last_modified.empty();
  if (is_whole(answer) && answer.status == 304 && asked_for_changes) {
    reply.result = HttpNotModified{};
  } else if (is_whole(answer) && answer.status == 200 && !answer.body.empty()) {
    reply.validators = validators_of(question, answer);
    reply.result = HttpBody{std::move(answer.body)};
  } else {
    if (answer.status == 304) reply.validators = {};
    reply.result = failure_of(question, answer, spent);
  }
  return reply;
}

HttpResponse refused(const HttpRequest& request, const std::string& url, std::string sentence) {
  HttpResponse reply;
  reply.validators = request.validators;
  reply.effective_url = url;
  reply.result = FetchError{std::move(sentence), ErrorKind::answer, 0};
  return reply;
}

}  // namespace

HttpClient::HttpClient(std::function<void()> on_turn) : exchange_(std::make_unique<CurlExchange>(std::move(on_turn))) {}
HttpClient::~HttpClient() = default;

void HttpClient::stop() noexcept {
  exchange_->stop();
}

HttpResponse HttpClient::get(const HttpRequest& request) {
  const auto start = steady_now();
  TransferBudget budget({.body_bytes = request.max_bytes, .time = request.timeouts.total}, start);
  std::string url = request.url;
  for (int redirects = 0;; ++redirects) {
    const RawRequest question = question_for(request, url);
    RawResponse answer = exchange_->ask(question, budget);
    if (!is_redirect(answer)) return reply_to(request, question, std::move(answer), since(start));
    if (redirects == kMostRedirects) return refused(request, url, too_many_redirects(request.url, kMostRedirects));
    if (!redirect_allowed(url, answer.redirect_url)) {
      return refused(request, url, forbidden_redirect(url, answer.redirect_url));
    }
    url = answer.redirect_url;
  }
}

}  // namespace placard
