// One HTTP request and its answer, without redirects: the one file that drives libcurl, and where its policy is set.
#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>

#include "fetch/transfer/document_reader.hpp"

namespace placard {

struct RawRequest {
  std::string url;
  std::string etag, last_modified, bearer_token;  // empty: not sent
  std::string ca_file;                            // PEM bundle of trusted authorities
  std::size_t max_bytes = 0;                      // of a body, as its header announces it
  std::chrono::milliseconds connect_timeout{};
  long low_speed_bytes = 0;               // give up below this many bytes/s …
  std::chrono::seconds low_speed_time{};  // … for this long
};

struct RawResponse {
  int curl_code = 0;  // a CURLcode; 0 is a whole answer
  bool stopped = false;
  DocumentReader::Trouble trouble = DocumentReader::Trouble::none;
  Overrun overrun = Overrun::none;  // this answer, or those before it
  long status = 0, verify_result = 0, system_errno = 0;
  std::string body;  // only of a 200; unpacked
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

  /// One thread. Ends as soon as the budget is spent, and then gives back what memory it took.
  RawResponse ask(const RawRequest& question, TransferBudget& budget);
  void stop() noexcept;  // any thread: ends a running `ask` within milliseconds, and all later ones
  bool stopped() const noexcept { return stop_; }

 private:
  struct EasyDeleter {
    void operator()(void* easy) const;
  };
  struct MultiDeleter {
    void operator()(void* multi) const;
  };

  RawResponse transfer(const RawRequest& question, TransferBudget& budget);
  int run(const TransferBudget& budget);

  std::function<void()> on_turn_;
  std::atomic<bool> stop_ = false;
  std::unique_ptr<void, MultiDeleter> multi_;
  std::unique_ptr<void, EasyDeleter> easy_;
};

}  // namespace placard
