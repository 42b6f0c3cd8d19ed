// SPDX-License-Identifier: MIT
// The sources as text, for tests of their shape.
#pragma once

#include <set>
#include <string>
#include <vector>

namespace placard::test {

using Names = std::set<std::string>;

/// "base/text" of "base/text/fold.hpp"; "" at the top.
std::string folder_of(const std::string& path);

struct SourceFile {
  std::string path;  ///< from the folder they were looked for in
  std::vector<std::string> lines;

  std::string folder() const { return folder_of(path); }
};

/// Every .cpp and .hpp under a folder of the repository ("src").
std::vector<SourceFile> sources_under(const std::string& folder);

std::string without_comment(const std::string& line);

struct Include {
  const SourceFile* from;
  std::string header;  ///< as written, whichever marks stand around it
  std::string own;     ///< the file of ours, found from src/ or from its own folder; "" of a library's or the system's
};

/// What these files include. They must outlive it.
std::vector<Include> includes_of(const std::vector<SourceFile>& files);

/// Names that stand for a clock: "Steady" in `using Steady = std::chrono::steady_clock;`, and names for such names.
Names clock_aliases(const std::vector<SourceFile>& files);

/// Whether a line reads a clock, by its own name or by one of `aliases`.
bool reads_clock(const std::string& line, const Names& aliases);

/// The files whose includes come back to them, and those that hang on such ones; "" if there are none. A .hpp and its
/// .cpp are one.
std::string cycle_between_files(const std::vector<Include>& includes);

}  // namespace placard::test
