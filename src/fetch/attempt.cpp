#include "fetch/attempt.hpp"

#include <algorithm>
#include <thread>
#include <utility>

#include "base/os/clock.hpp"
#include "base/os/signal_mask.hpp"
#include "fetch/token.hpp"
#include "fetch/url.hpp"

namespace placard {
namespace {

using Steady = std::chrono::steady_clock;

constexpr auto validators_last = std::chrono::minutes(10);

Failed local_failure(std::string sentence) {
  return {std::move(sentence), Cause::local, 0};
}

Fetched fetched(std::string bytes) {
  return {std::make_shared<const std::string>(std::move(bytes))};
}

void read_path(const Source& source, SourceMemory& memory, News& news) {
  news.where = source.address;
  auto reading = read_local_file(source.address, source.max_bytes, memory.file);
  if (const auto* failure = std::get_if<FileFailure>(&reading)) {
    memory.file.reset();
    news.outcome = Failed{failure->sentence, failure->missing ? Cause::missing : Cause::local, 0};
  } else if (auto* file = std::get_if<FileBytes>(&reading)) {
    memory.file.reset();
    if (identity_settled(file->identity, wall_now())) memory.file = file->identity;
    news.outcome = fetched(std::move(file->bytes));
  } else {
    news.outcome = Unchanged{};
  }
}

Request request_for(const Source& source, const SourceMemory& memory, std::string token) {
  Request request;
  request.url = source.address;
  if (steady_now() - memory.validators_since < validators_last) request.validators = memory.validators;
  request.bearer_token = std::move(token);
  request.max_bytes = source.max_bytes;
  request.timeouts = source.timeouts;
  request.ca_file = source.ca_file;
  return request;
}

void take(Reply reply, SourceMemory& memory, News& news) {
  memory.validators = std::move(reply.validators);
  news.where = printable_url(reply.effective_url);
  news.date = std::move(reply.date);
  // Certificates are always verified, so an answer over TLS came from who it should.
  news.verified = news.where.starts_with("https://") && !news.date.empty();
  news.retry_after = reply.retry_after;
  if (auto* body = std::get_if<HttpBody>(&reply.result)) {
    memory.validators_since = steady_now();
    news.outcome = fetched(std::move(body->bytes));
  } else if (auto* failed = std::get_if<Failed>(&reply.result)) {
    news.outcome = std::move(*failed);
  } else {
    news.outcome = Unchanged{};
  }
}

// The token is read anew each time, so that it can be replaced while the sign runs.
void read_url(const Source& source, SourceMemory& memory, HttpClient& client, News& news) {
  news.where = printable_url(source.address);
  std::string token;
  if (!source.token_file.empty()) {
    auto reading = read_token(source.token_file);
    if (const auto* failure = std::get_if<TokenFailure>(&reading)) {
      news.outcome = local_failure(failure->sentence);
      return;
    }
    token = std::move(std::get<Token>(reading).text);
  }
  take(client.get(request_for(source, memory, std::move(token))), memory, news);
}

void read_source(const Source& source, SourceMemory& memory, HttpClient& client, News& news) {
  news.source = source.id;
  switch (address_kind(source.address)) {
    case AddressKind::http:
      return read_url(source, memory, client, news);
    case AddressKind::path:
      return read_path(source, memory, news);
    case AddressKind::refused:
      news.where = printable_url(source.address);
      news.outcome = local_failure(news.where + ": this kind of address is not read: give http://, https:// or a path");
  }
}

}  // namespace

News attempt(const Source& source, SourceMemory& memory, HttpClient& client) noexcept {
  News news;
  try {
    news.outcome = local_failure("out of memory");  // stands if the reading is cut short; short enough to need none
    read_source(source, memory, client, news);
  } catch (...) {
    memory = {};
  }
  return news;
}

News fetch_once(Source source, std::chrono::milliseconds timeout) noexcept {
  News news;
  source.timeouts.total = timeout;
  source.timeouts.connect = std::min(source.timeouts.connect, timeout);
  const auto fetch = [&] {
    block_signals_in_this_thread();
    try {
      HttpClient client;
      SourceMemory memory;
      news = attempt(source, memory, client);
    } catch (...) {  // the failure below stands
    }
  };
  try {
    news.outcome = local_failure("no resources");
    news.source = source.id;
    std::thread(fetch).join();  // a thread of its own, for it must not change the caller's signals
  } catch (...) {
  }
  return news;
}

}  // namespace placard
