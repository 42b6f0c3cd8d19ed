// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <cstdio>

#include "cli/commands.hpp"
#include "cli/exit_status.hpp"
#include "commands/one_frame.hpp"
#include "screen/painter.hpp"
#include "screen/png.hpp"
#include "view/alt_text.hpp"

namespace placard {

int shot(const Options& options) {
  const auto one = make_one_frame(options);
  if (!one) return kUnusable;
  const Pixels upright = paint(one->frame, *one->fonts);
  const auto written = write_png(options.panel ? turned(upright, one->sign.rotate) : upright, options.out);
  if (!written) {
    fmt::print(stderr, "placard: {}\n", written.error().sentence);
    return kUnusable;
  }
  if (options.out != "-") fmt::print("{}\n", alt_text(one->view.texts));
  return one->status;
}

}  // namespace placard
