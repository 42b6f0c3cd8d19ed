// SPDX-License-Identifier: MIT
#include "feed/keeper.hpp"

#include <condition_variable>
#include <exception>
#include <map>
#include <mutex>
#include <system_error>
#include <thread>
#include <utility>

#include "feed/signal_mask.hpp"

namespace placard {

class Keeper::Loop {
 public:
  Loop(KeptFolder folder, OnDone on_done) : folder_(std::move(folder)), on_done_(std::move(on_done)) {}
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

  void keep(const std::string& name, KeptCopy copy) {
    if (!thread_.joinable()) return on_done_(name, "There is no thread to keep the last good copy with.");
    {
      const std::scoped_lock lock(mutex_);
      waiting_[name] = std::move(copy);
    }
    wake_.notify_one();
  }

 private:
  void run() {
    block_signals_in_this_thread();
    while (true) {
      std::unique_lock lock(mutex_);
      wake_.wait(lock, [this] { return ends_ || !waiting_.empty(); });
      if (waiting_.empty()) return;
      auto job = waiting_.extract(waiting_.begin());
      lock.unlock();
      write(job.key(), job.mapped());
    }
  }

  void write(const std::string& name, const KeptCopy& copy) noexcept try {
    on_done_(name, folder_.write(name, copy));
  } catch (const std::exception&) {  // no memory: the next copy may find some
  }

  KeptFolder folder_;
  OnDone on_done_;
  std::mutex mutex_;
  std::condition_variable wake_;
  std::map<std::string, KeptCopy> waiting_;  // guarded by mutex_
  bool ends_ = false;                        // guarded by mutex_
  std::jthread thread_;                      // last: its end comes before that of everything it uses
};

Keeper::Keeper(KeptFolder folder, OnDone on_done)
    : loop_(std::make_unique<Loop>(std::move(folder), std::move(on_done))) {
  try {
    loop_->start();
  } catch (const std::system_error&) {  // told at the first copy
  }
}

Keeper::~Keeper() = default;

void Keeper::keep(const std::string& name, KeptCopy copy) {
  loop_->keep(name, std::move(copy));
}

}  // namespace placard
