// SPDX-License-Identifier: MIT
// The lines of one session: labels, then the title, then a description given twice or three times around "Read more".
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "agenda2feed/agenda.hpp"
#include "agenda2feed/start_line.hpp"

namespace placard::agenda {

struct Line {
  std::size_t number = 0;  ///< counted from 1
  std::string published;
  std::string text;  ///< cleaned, never empty
};

struct Block {
  std::size_t number = 0;  ///< of the start line
  StartLine opening;
  std::vector<Line> lines;  ///< after the start line
};

/// The session, or nothing for a block without room or title; what is odd about it is appended to `oddities`.
std::optional<Session> read_block(const Block& block, std::vector<Oddity>& oddities);

}  // namespace placard::agenda
