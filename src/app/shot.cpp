// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <cstdio>

#include "app/commands.hpp"
#include "app/exit_status.hpp"
#include "app/one_frame.hpp"
#include "glass/painter.hpp"
#include "glass/png.hpp"
#include "sign/spoken.hpp"

namespace placard {

int shot(const Options& options) {
  const auto one = make_one_frame(options);
  if (!one) return kUnusable;
  const Pixels upright = paint(one->frame, *one->fonts);
  const std::string sentence = write_png(options.panel ? turned(upright, one->sign.rotate) : upright, options.out);
  if (!sentence.empty()) {
    fmt::print(stderr, "placard: {}\n", sentence);
    return kUnusable;
  }
  if (options.out != "-") fmt::print("{}\n", spoken(one->view.words));
  return one->status;
}

}  // namespace placard
