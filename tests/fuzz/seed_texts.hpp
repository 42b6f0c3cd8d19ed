// SPDX-License-Identifier: MIT
// Texts that fuzzing begins with: what stands in quotes in our own tests.
#pragma once

#include <string>
#include <vector>

namespace placard::fuzz {

/// The bytes of a file; ends the program when it can't be read.
std::string bytes_of(const std::string& path);

/// All string literals of a C++ source file, those of several adjoining pieces as one; what is escaped in ways JSON
/// does not know is left out.
std::vector<std::string> literals_of(const std::string& source);

/// The literals of all sources in a folder of tests/.
std::vector<std::string> literals_in(const std::string& folder);

}  // namespace placard::fuzz
