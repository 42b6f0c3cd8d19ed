// SPDX-License-Identifier: MIT
// Writes kept copies on a thread of its own: a slow card must hold up neither the clock on the glass nor the polls.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "feed/kept_folder.hpp"

namespace placard {

class Keeper {
 public:
  /// Called on the keeper's thread after each write: the name, and "" or a sentence why it is not on the disk.
  using OnDone = std::function<void(const std::string& name, const std::string& sentence)>;

  /// Starts the thread. If there is none to be had, every copy is a failure.
  Keeper(KeptFolder folder, OnDone on_done);
  /// Writes what is still to be written, then ends the thread.
  ~Keeper();
  Keeper(const Keeper&) = delete;
  Keeper& operator=(const Keeper&) = delete;

  /// Has `copy` written. One that still waits under the same name is replaced by it. Any thread.
  void keep(const std::string& name, KeptCopy copy);

 private:
  class Loop;
  std::unique_ptr<Loop> loop_;
};

}  // namespace placard
