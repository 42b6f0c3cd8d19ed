// SPDX-License-Identifier: MIT
#include "fetch/cache/cache_writer.hpp"

#include <condition_variable>
#include <exception>
#include <map>
#include <mutex>
#include <system_error>
#include <thread>
#include <utility>

#include "base/os/signal_mask.hpp"

namespace placard {

class CacheWriter::Loop {
 public:
  Loop(CacheFolder folder, OnDone on_done, std::chrono::milliseconds again)
      : folder_(std::move(folder)), on_done_(std::move(on_done)), again_(again) {}
  ~Loop() {
    {
      const std::scoped_lock lock(mutex_);
      ends_ = true;
    }
    wake_.notify_one();
  }

  void start() {
    thread_ = std::jthread([this] { run(); });
  }

  void store(const std::string& name, CachedCopy copy) {
    if (!thread_.joinable()) return on_done_({name, "There is no thread to keep the last good copy with.", 0});
    {
      const std::scoped_lock lock(mutex_);
      waiting_.insert_or_assign(name, std::move(copy));
      failed_.erase(name);
    }
    wake_.notify_one();
  }

 private:
  using Copies = std::map<std::string, CachedCopy>;

  void run() {
    block_signals_in_this_thread();
    while (Copies::node_type job = next()) {
      if (!write(job.key(), job.mapped())) put_back(std::move(job));
    }
  }

  // Nothing: the end has come, and all was tried.
  Copies::node_type next() {
    std::unique_lock lock(mutex_);
    const auto due = [this] { return ends_ || !waiting_.empty(); };
    if (failed_.empty()) {
      wake_.wait(lock, due);
    } else if (!wake_.wait_for(lock, again_, due)) {
      waiting_.merge(failed_);
    }
    return waiting_.empty() ? Copies::node_type() : waiting_.extract(waiting_.begin());
  }

  // Moves what is there already: that needs no memory, which may be what was missing.
  void put_back(Copies::node_type job) {
    const std::scoped_lock lock(mutex_);
    if (!waiting_.contains(job.key())) failed_.insert(std::move(job));
  }

  bool write(const std::string& name, const CachedCopy& copy) noexcept try {
    const auto written = folder_.write(name, copy);
    on_done_(written ? Done{name, "", *written} : Done{name, written.error().sentence, 0});
    return written.has_value();
  } catch (const std::exception&) {
    return false;
  }

  CacheFolder folder_;
  OnDone on_done_;
  const std::chrono::milliseconds again_;
  std::mutex mutex_;
  std::condition_variable wake_;
  Copies waiting_;       // guarded by mutex_
  Copies failed_;        // guarded by mutex_
  bool ends_ = false;    // guarded by mutex_
  std::jthread thread_;  // last: its end comes before that of everything it uses
};

CacheWriter::CacheWriter(CacheFolder folder, OnDone on_done, std::chrono::milliseconds again)
    : loop_(std::make_unique<Loop>(std::move(folder), std::move(on_done), again)) {
  try {
    loop_->start();
  } catch (const std::system_error&) {  // told at the first copy
  }
}

CacheWriter::~CacheWriter() = default;

void CacheWriter::store(const std::string& name, CachedCopy copy) {
  loop_->store(name, std::move(copy));
}

}  // namespace placard
