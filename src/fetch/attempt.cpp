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

constexpr auto kEtagLasts = std::chrono::minutes(10);
constexpr auto kTimeOfChangeLasts = std::chrono::minutes(1);

FetchError local_failure(std::string sentence) {
  return {std::move(sentence), ErrorKind::local, 0};
}

void read_path(const Source& source, SourceMemory& memory, FetchResult& result) {
  result.where = source.address;
  auto reading = read_local_file(source.address, source.max_bytes, memory.file);
  if (const auto* failure = std::get_if<FileFailure>(&reading)) {
    memory.file.reset();
    result.outcome = FetchError{failure->sentence, failure->missing ? ErrorKind::missing : ErrorKind::local, 0};
  } else if (auto* file = std::get_if<FileBytes>(&reading)) {
    memory.file.reset();
    if (identity_settled(file->identity, wall_now())) memory.file = file->identity;
    result.outcome = Fetched(std::move(file->bytes));
  } else {
    result.outcome = Unchanged{};
  }
}

// By a time of change only while the attempt after this one, which is to bring everything, still falls into the minute.
Validators validators_for(const Source& source, const SourceMemory& memory) {
  const auto age = steady_now() - memory.validators_since;
  if (age >= kEtagLasts) return {};
  Validators validators = memory.validators;
  if (age + source.interval * 11 / 10 > kTimeOfChangeLasts) validators.last_modified.clear();
  return validators;
}

HttpRequest request_for(const Source& source, const SourceMemory& memory, std::string token) {
  HttpRequest request;
  request.url = source.address;
  request.validators = validators_for(source, memory);
  request.bearer_token = std::move(token);
  request.max_bytes = source.max_bytes;
  request.timeouts = source.timeouts;
  request.ca_file = source.ca_file;
  return request;
}

void take(HttpResponse reply, SourceMemory& memory, FetchResult& result) {
  memory.validators = std::move(reply.validators);
  result.where = printable_url(reply.effective_url);
  result.date = std::move(reply.date);
  result.last_modified = std::move(reply.last_modified);
  // Certificates are always verified, so an answer over TLS came from who it should.
  result.verified = address_kind(result.where) == AddressKind::https && !result.date.empty();
  result.retry_after = reply.retry_after;
  if (auto* body = std::get_if<HttpBody>(&reply.result)) {
    memory.validators_since = steady_now();
    result.outcome = Fetched(std::move(body->bytes));
  } else if (auto* failed = std::get_if<FetchError>(&reply.result)) {
    result.outcome = std::move(*failed);
  } else {
    result.outcome = Unchanged{};
  }
}

// The token is read anew each time, so that it can be replaced while the sign runs.
void read_url(const Source& source, SourceMemory& memory, HttpClient& client, FetchResult& result) {
  result.where = printable_url(source.address);
  std::string token;
  if (!source.token_file.empty()) {
    auto reading = read_token(source.token_file);
    if (!reading) {
      result.outcome = local_failure(reading.error().sentence);
      return;
    }
    token = std::move(*reading);
  }
  take(client.get(request_for(source, memory, std::move(token))), memory, result);
}

void read_source(const Source& source, SourceMemory& memory, HttpClient& client, FetchResult& result) {
  result.source = source.id;
  switch (address_kind(source.address)) {
    case AddressKind::http:
    case AddressKind::https:
      return read_url(source, memory, client, result);
    case AddressKind::path:
      return read_path(source, memory, result);
    case AddressKind::other:
      result.where = printable_url(source.address);
      result.outcome =
          local_failure(result.where + ": this kind of address is not read: give http://, https:// or a path.");
  }
}

}  // namespace

FetchResult attempt(const Source& source, SourceMemory& memory, HttpClient& client) noexcept {
  FetchResult result;
  try {
    result.outcome = local_failure("out of memory.");  // stands if the reading is cut short; short enough to need none
    read_source(source, memory, client, result);
  } catch (...) {
    memory = {};
  }
  return result;
}

FetchResult fetch_once(Source source, std::chrono::milliseconds timeout) noexcept {
  FetchResult result;
  source.timeouts.total = timeout;
  source.timeouts.connect = std::min(source.timeouts.connect, timeout);
  const auto fetch = [&] {
    block_signals_in_this_thread();
    try {
      HttpClient client;
      SourceMemory memory;
      result = attempt(source, memory, client);
    } catch (...) {  // the failure below stands
    }
  };
  try {
    result.outcome = local_failure("no resources.");
    result.source = source.id;
    std::thread(fetch).join();  // a thread of its own, for it must not change the caller's signals
  } catch (...) {
  }
  return result;
}

}  // namespace placard
