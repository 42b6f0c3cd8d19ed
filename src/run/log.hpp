// SPDX-License-Identifier: MIT
// The log of a running sign: stderr, which systemd keeps.
#pragma once

#include <string>

namespace placard {

/// One line. Main thread.
void log(const std::string& line);

}  // namespace placard
