// SPDX-License-Identifier: MIT
#include "base/os/heap.hpp"

#include <malloc.h>

namespace placard {

void give_memory_back() noexcept {
  malloc_trim(0);
}

}  // namespace placard
