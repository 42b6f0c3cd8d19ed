// SPDX-License-Identifier: MIT
// What a command says to the person at the terminal, beside its result. Main thread.
#pragma once

#include <string>

#include "base/os/no_resources.hpp"
#include "cli/exit_status.hpp"

namespace placard {

/// A sentence on stderr, with the program's name before it.
void print_error(const std::string& sentence);

/// Tells why nothing more is done; gives `status` back.
int refuse(const std::string& sentence, int status = kUnusable);

/// What to do where the device has nothing left to run with; `why` is the system's word.
std::string no_resources_sentence(const std::string& why);

}  // namespace placard
