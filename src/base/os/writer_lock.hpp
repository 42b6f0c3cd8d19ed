// SPDX-License-Identifier: MIT
// One writer of a file at a time.
#pragma once

#include <memory>
#include <string>

#include "base/os/descriptor.hpp"
#include "base/text/error.hpp"

namespace placard {

/// Holds the right to change the file `name` in `folder` until it is destroyed, or the program ends in any way. The
/// lock is a file beside it (".NAME.lock"), which stays; only who may write in the folder can open it, so that nobody
/// who may only read can keep writers out. Waits at most ten seconds, then it is a sentence about the file.
Expected<std::unique_ptr<const Descriptor>> lock_for_writing(const std::string& folder, const std::string& name);

}  // namespace placard
