#include "fetch/result_log.hpp"

#include <doctest/doctest.h>

#include <chrono>

namespace placard::test {

OnResult ResultLog::listener() {
  return [this](const FetchResult& result) {
    {
      const std::scoped_lock lock(mutex_);
      news_.push_back(result);
      more_.notify_all();
    }
    return judge_(result);
  };
}

std::vector<FetchResult> ResultLog::first(std::size_t count) {
  std::unique_lock lock(mutex_);
  more_.wait_for(lock, std::chrono::seconds(10), [&] { return news_.size() >= count; });
  std::vector<FetchResult> result = news_;
  if (result.size() > count) result.resize(count);
  return result;
}

std::size_t ResultLog::count() {
  const std::scoped_lock lock(mutex_);
  return news_.size();
}

std::string summary(const FetchResult& result) {
  if (const auto* fetched = std::get_if<Fetched>(&result.outcome)) return "fetched " + *fetched->bytes;
  return std::holds_alternative<Unchanged>(result.outcome) ? "unchanged" : "failed";
}

std::vector<std::string> summaries(const std::vector<FetchResult>& results) {
  std::vector<std::string> texts;
  texts.reserve(results.size());
  for (const FetchResult& result : results) texts.push_back(summary(result));
  return texts;
}

std::string sentence(const FetchResult& result) {
  const auto* failed = std::get_if<FetchError>(&result.outcome);
  return failed == nullptr ? "" : whole(failed->sentence);
}

std::string whole(const std::string& sentence) {
  CAPTURE(sentence);
  CHECK((sentence.ends_with('.') || sentence.ends_with('?')));
  return sentence;
}

}  // namespace placard::test
