// SPDX-License-Identifier: MIT
// Makes the n-th file operation fail, once or from then on, by the rule that a test tries every n until none is
// reached.
#pragma once

#include <cerrno>
#include <cstddef>
#include <string>

#include "failures/file_calls.hpp"

namespace placard::test {

struct Fault {
  std::string name;
  int error = 0;  ///< 0: reads and writes move one byte at a time
  bool for_ever = false;
};

inline const Fault kFaults[] = {
    {"ENOSPC", ENOSPC},
    {"EIO", EIO},
    {"EROFS", EROFS},
    {"EMFILE", EMFILE},
    {"EACCES", EACCES},
    {"EINTR", EINTR},
    {"short", 0},
    {"ENOSPC for ever", ENOSPC, true},
    {"EIO for ever", EIO, true},
    {"EROFS for ever", EROFS, true},
    {"EMFILE for ever", EMFILE, true},
    {"EACCES for ever", EACCES, true},
    {"short for ever", 0, true},
};

class FailingCalls : public FileCallWatch {
 public:
  /// `index` counts from 1.
  FailingCalls(const Fault& fault, std::size_t index) : fault_(fault), index_(index) {}

  int fails(const FileCall&) override {
    ++calls_;
    return is_due() ? fault_.error : 0;
  }
  std::size_t at_most(const FileCall&, std::size_t size) override {
    return is_due() && fault_.error == 0 && size > 1 ? 1 : size;
  }
  bool reached() const { return calls_ >= index_; }

 private:
  bool is_due() const { return fault_.for_ever ? calls_ >= index_ : calls_ == index_; }

  const Fault fault_;
  const std::size_t index_;
  std::size_t calls_ = 0;
};

/// Calls `attempt` with every index at which a call can fail; the attempt makes the FailingCalls, and says whether the
/// index was reached. Returns how many there were.
template <typename Attempt>
std::size_t fail_each_call(Attempt attempt) {
  std::size_t index = 1;
  while (attempt(index)) ++index;
  return index - 1;
}

}  // namespace placard::test
