// SPDX-License-Identifier: MIT
// Does what takes long on a thread of its own: the thread that paints waits for no work.
#pragma once

#include <functional>
#include <memory>

namespace placard {

class BackgroundThread {
 public:
  /// Starts the thread. If there is none to be had, jobs are done by whoever has them. `on_done` is called after each
  /// job, on the thread that did it.
  explicit BackgroundThread(std::function<void()> on_done);
  /// Drops the jobs that wait, and waits for the one at work.
  ~BackgroundThread();
  BackgroundThread(const BackgroundThread&) = delete;
  BackgroundThread& operator=(const BackgroundThread&) = delete;

  /// Has `job` done after those before it. It must not throw; what it holds ends on that thread too. Main thread;
  /// throws only std::bad_alloc, and then nothing has changed.
  void run(std::function<void()> job);

 private:
  class Loop;
  std::unique_ptr<Loop> loop_;
};

}  // namespace placard
