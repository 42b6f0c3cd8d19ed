// SPDX-License-Identifier: MIT
// This program's operator new. The sanitizers' own is not used, so they see its blocks as malloc()'s, leaks included.
#include "memory/failing_memory.hpp"

#include <cstdlib>

namespace {

struct Plan {
  bool armed = false;
  bool for_ever = false;
  std::size_t index = 0;
  std::size_t count = 0;
  bool failed = false;
};
thread_local Plan plan;
thread_local std::ptrdiff_t live = 0;

bool fails_now() {
  if (!plan.armed) return false;
  ++plan.count;
  const bool fails = plan.for_ever ? plan.count >= plan.index : plan.count == plan.index;
  plan.failed = plan.failed || fails;
  return fails;
}

void* counted(void* memory) {
  if (memory != nullptr) ++live;
  return memory;
}

void freed(void* memory) {
  if (memory != nullptr) --live;
  std::free(memory);
}

void* allocated(std::size_t size) noexcept {
  return counted(fails_now() ? nullptr : std::malloc(size == 0 ? 1 : size));
}

void* allocated(std::size_t size, std::align_val_t alignment) noexcept {
  const auto step = static_cast<std::size_t>(alignment);
  return counted(fails_now() ? nullptr : std::aligned_alloc(step, (size + step) / step * step));
}

void* or_throw(void* memory) {
  if (memory == nullptr) throw std::bad_alloc();
  return memory;
}

}  // namespace

namespace placard::test {

FailingMemory::FailingMemory(Fails fails, std::size_t index) {
  plan = {true, fails == Fails::for_ever, index};
}

FailingMemory::~FailingMemory() {
  plan.armed = false;
}

bool FailingMemory::failed() const {
  return plan.failed;
}

std::ptrdiff_t live_blocks() {
  return live;
}

}  // namespace placard::test

void* operator new(std::size_t size) {
  return or_throw(allocated(size));
}
void* operator new[](std::size_t size) {
  return or_throw(allocated(size));
}
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  return allocated(size);
}
void* operator new[](std::size_t size, const std::nothrow_t&) noexcept {
  return allocated(size);
}
void* operator new(std::size_t size, std::align_val_t alignment) {
  return or_throw(allocated(size, alignment));
}
void* operator new[](std::size_t size, std::align_val_t alignment) {
  return or_throw(allocated(size, alignment));
}
void operator delete(void* memory) noexcept {
  freed(memory);
}
void operator delete[](void* memory) noexcept {
  freed(memory);
}
void operator delete(void* memory, std::size_t) noexcept {
  freed(memory);
}
void operator delete[](void* memory, std::size_t) noexcept {
  freed(memory);
}
void operator delete(void* memory, const std::nothrow_t&) noexcept {
  freed(memory);
}
void operator delete[](void* memory, const std::nothrow_t&) noexcept {
  freed(memory);
}
void operator delete(void* memory, std::align_val_t) noexcept {
  freed(memory);
}
void operator delete[](void* memory, std::align_val_t) noexcept {
  freed(memory);
}
void operator delete(void* memory, std::size_t, std::align_val_t) noexcept {
  freed(memory);
}
void operator delete[](void* memory, std::size_t, std::align_val_t) noexcept {
  freed(memory);
}
