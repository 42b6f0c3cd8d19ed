// One HTTP request and its answer, without redirects: the one file that drives libcurl, and where its policy is set.
#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>

namespace placard {

struct RawRequest {
  std::string url;
  std::string etag, last_modified, bearer_token;  // empty: not sent
  std::string ca_file;                            // PEM bundle of trusted authorities
  std::size_t max_bytes = 0;                      // of the body, after decompression
  std::chrono::milliseconds connect_timeout{}, total_timeout{};
  long low_speed_bytes = 0;               // give up below this many bytes/s …
  std::chrono::seconds low_speed_time{};  // … for this long
};

struct RawResponse {
  int curl_code = 0;  // a CURLcode; 0 is a whole answer
  bool stopped = false, too_large = false, out_of_memory = false;
  long status = 0, verify_result = 0, system_errno = 0;
  std::string body;  // only of a 200
  std::string redirect_url, etag, last_modified, date, age, retry_after;
  std::string detail;  // libcurl's own words, cleaned; worth showing for TLS only
};

/// Owns one easy handle on one multi handle, and with them the kept-alive connection, the DNS cache and the parsed
/// authorities.
class CurlExchange {
 public:
  /// `on_turn` is called on the asking thread at every wake of the transfer, at least once a second. It must
  /// not throw.
  explicit CurlExchange(std::function<void()> on_turn);

  RawResponse ask(const RawRequest& question);  // one thread
  void stop() noexcept;  // any thread: ends a running `ask` within milliseconds, and all later ones
  bool stopped() const noexcept { return stop_; }

 private:
  struct EasyDeleter {
    void operator()(void* easy) const;
  };
  struct MultiDeleter {
    void operator()(void* multi) const;
  };

  int run();

  std::function<void()> on_turn_;
  std::atomic<bool> stop_ = false;
  std::unique_ptr<void, MultiDeleter> multi_;
  std::unique_ptr<void, EasyDeleter> easy_;
};

}  // namespace placard
