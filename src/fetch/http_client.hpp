// HTTP for something that runs unattended for weeks: every answer is bounded in time and size, TLS is always verified,
// and redirects and tokens go only where they may. Used by one thread; `stop` alone may be called from any.
#pragma once

#include <functional>
#include <memory>

#include "fetch/http_message.hpp"

namespace placard {

class CurlExchange;

class HttpClient {
 public:
  /// `on_turn` is called on the fetching thread during a `get`, at least once a second; it must not throw.
  explicit HttpClient(std::function<void()> on_turn = {});
  ~HttpClient();
  HttpClient(const HttpClient&) = delete;
  HttpClient& operator=(const HttpClient&) = delete;

  /// Follows at most four redirects. Only a 200 with a body is a body. Throws nothing but std::bad_alloc.
  HttpResponse get(const HttpRequest& request);

  /// Any thread. A running `get` returns within milliseconds, whatever it hangs in, and so do all later ones
  /// (Cause::stopped). Only the parsing of the authorities, once a day, cannot be interrupted: tens of ms, more on a
  /// slow device.
  void stop() noexcept;

 private:
  std::unique_ptr<CurlExchange> exchange_;
};

}  // namespace placard
