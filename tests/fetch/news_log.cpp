#include "fetch/news_log.hpp"

#include <chrono>

namespace placard::test {

OnNews NewsLog::listener() {
  return [this](const News& news) {
    {
      const std::scoped_lock lock(mutex_);
      news_.push_back(news);
      more_.notify_all();
    }
    return judge_(news);
  };
}

std::vector<News> NewsLog::first(std::size_t count) {
  std::unique_lock lock(mutex_);
  more_.wait_for(lock, std::chrono::seconds(10), [&] { return news_.size() >= count; });
  std::vector<News> result = news_;
  if (result.size() > count) result.resize(count);
  return result;
}

std::size_t NewsLog::count() {
  const std::scoped_lock lock(mutex_);
  return news_.size();
}

std::string summary(const News& news) {
  if (const auto* fetched = std::get_if<Fetched>(&news.outcome)) return "fetched " + *fetched->bytes;
  return std::holds_alternative<Unchanged>(news.outcome) ? "unchanged" : "failed";
}

std::vector<std::string> summaries(const std::vector<News>& news) {
  std::vector<std::string> result;
  result.reserve(news.size());
  for (const News& one : news) result.push_back(summary(one));
  return result;
}

std::string sentence(const News& news) {
  const auto* failed = std::get_if<Failed>(&news.outcome);
  return failed == nullptr ? "" : failed->sentence;
}

}  // namespace placard::test
