// What a poller told, kept for the test to read.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <functional>
#include <mutex>
#include <string>
#include <vector>

#include "fetch/poller.hpp"

namespace placard::test {

class ResultLog {
 public:
  using Judge = std::function<Acceptance(const FetchResult&)>;

  ResultLog() = default;
  explicit ResultLog(Judge judge) : judge_(std::move(judge)) {}

  /// What to give a poller. The log must outlive it.
  OnResult listener();
  /// The first `count` result; fewer if they have not come after 10 s.
  std::vector<FetchResult> first(std::size_t count);
  std::size_t count();

 private:
  Judge judge_ = [](const FetchResult&) { return Acceptance::accepted; };
  std::mutex mutex_;
  std::condition_variable more_;
  std::vector<FetchResult> news_;
};

/// "fetched <bytes>", "unchanged" or "failed".
std::string summary(const FetchResult& result);
/// The summaries of all, in order.
std::vector<std::string> summaries(const std::vector<FetchResult>& result);
/// The sentence, checked for its own full stop or question mark.
std::string whole(const std::string& sentence);
/// The sentence of a failure, else "".
std::string sentence(const FetchResult& result);

}  // namespace placard::test
