// SPDX-License-Identifier: MIT
// The commands of the program. Each returns the exit status (cli/exit_status.hpp); main thread.
#pragma once

#include "cli/options.hpp"

namespace placard {

int run(const Options& options);
int shot(const Options& options);
int describe(const Options& options);
int sheet(const Options& options);
int check(const Options& options);
int say(const Options& options);
int unsay(const Options& options);

}  // namespace placard
