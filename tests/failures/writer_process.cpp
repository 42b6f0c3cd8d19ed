// SPDX-License-Identifier: MIT
#include "failures/writer_process.hpp"

#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <new>

#include "fetch/cache/cached_copies.hpp"

namespace placard::test {
namespace {

void* shared_page() {
  return mmap(nullptr, sizeof(std::atomic<std::uint64_t>), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
}

}  // namespace

SharedNumber::SharedNumber() : number_(new (shared_page()) std::atomic<std::uint64_t>(0)) {}

SharedNumber::~SharedNumber() {
  munmap(number_, sizeof *number_);
}

WriterProcess::WriterProcess(const CacheFolder& folder, std::uint64_t first, std::size_t size,
                             const SharedNumber& on_disk)
    : process_(fork()) {
  if (process_ != 0) return;
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  for (std::uint64_t number = first;; ++number) {
    if (folder.write("feed", generation(number, size))) on_disk.value() = number;
  }
}

void WriterProcess::pause() const {
  kill(process_, SIGSTOP);
}

void WriterProcess::go_on() const {
  kill(process_, SIGCONT);
}

WriterProcess::~WriterProcess() {
  kill(process_, SIGKILL);
  waitpid(process_, nullptr, 0);
}

}  // namespace placard::test
