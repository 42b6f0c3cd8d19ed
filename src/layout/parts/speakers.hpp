// SPDX-License-Identifier: MIT
// Who speaks.
#pragma once

#include "layout/parts/block.hpp"

namespace placard {

struct SpeakersRequest {
  int width = 0;
  std::size_t max_lines = 2;
};

/// "A, B, C +2": whole names only, as many as find room; empty where not even one does.
Block speakers_block(const LayoutContext& context, const std::vector<std::string>& names,
                     const SpeakersRequest& request);

}  // namespace placard
