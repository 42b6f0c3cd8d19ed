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

class NewsLog {
 public:
  using Judge = std::function<Verdict(const News&)>;

  NewsLog() = default;
  explicit NewsLog(Judge judge) : judge_(std::move(judge)) {}

  /// What to give a poller. The log must outlive it.
  OnNews listener();
  /// The first `count` news; fewer if they have not come after 10 s.
  std::vector<News> first(std::size_t count);
  std::size_t count();

 private:
  Judge judge_ = [](const News&) { return Verdict::accepted; };
  std::mutex mutex_;
  std::condition_variable more_;
  std::vector<News> news_;
};

/// "fetched <bytes>", "unchanged" or "failed".
std::string summary(const News& news);
/// The summaries of all, in order.
std::vector<std::string> summaries(const std::vector<News>& news);
/// The sentence of a Failed, else "".
std::string sentence(const News& news);

}  // namespace placard::test
