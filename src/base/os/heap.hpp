// SPDX-License-Identifier: MIT
// The memory this process has and does not use.
#pragma once

namespace placard {

/// Gives what was freed back to the system, which the C library alone does late or never. Takes milliseconds. Any
/// thread.
void give_memory_back() noexcept;

}  // namespace placard
