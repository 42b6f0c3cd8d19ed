// SPDX-License-Identifier: MIT
#include "run/background_thread.hpp"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <stop_token>
#include <system_error>
#include <thread>
#include <utility>

#include "base/os/signal_mask.hpp"

namespace placard {

class BackgroundThread::Loop {
 public:
  explicit Loop(std::function<void()> on_done) : on_done_(std::move(on_done)) {}

  void start() {
    thread_ = std::jthread([this](const std::stop_token& stop) { work(stop); });
  }
  void run(std::function<void()> job);

 private:
  void work(const std::stop_token& stop);
  std::function<void()> next(const std::stop_token& stop);

  std::function<void()> on_done_;
  std::mutex mutex_;
  std::condition_variable_any wake_;
  std::deque<std::function<void()>> jobs_;  // guarded by mutex_
  std::jthread thread_;                     // last: its end comes before that of everything it uses
};

void BackgroundThread::Loop::run(std::function<void()> job) {
  if (!thread_.joinable()) {
    job();
    on_done_();
    return;
  }
  const std::scoped_lock lock(mutex_);
  jobs_.push_back(std::move(job));
  wake_.notify_one();
}

void BackgroundThread::Loop::work(const std::stop_token& stop) {
  block_signals_in_this_thread();
  while (auto job = next(stop)) {
    job();
    job = nullptr;  // before whoever waits for it goes on
    on_done_();
  }
}

// Nothing when the thread is to end.
std::function<void()> BackgroundThread::Loop::next(const std::stop_token& stop) {
  std::unique_lock lock(mutex_);
  const bool is_one = wake_.wait(lock, stop, [this] { return !jobs_.empty(); });
  if (!is_one || stop.stop_requested()) return nullptr;
  auto job = std::move(jobs_.front());
  jobs_.pop_front();
  return job;
}

BackgroundThread::BackgroundThread(std::function<void()> on_done) : loop_(std::make_unique<Loop>(std::move(on_done))) {
  try {
    loop_->start();
  } catch (const std::system_error&) {  // no thread: the picture waits, but the sign goes on
  }
}

BackgroundThread::~BackgroundThread() = default;

void BackgroundThread::run(std::function<void()> job) {
  loop_->run(std::move(job));
}

}  // namespace placard
