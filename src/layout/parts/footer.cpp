// SPDX-License-Identifier: MIT
#include "layout/parts/footer.hpp"

#include "layout/parts/upcoming.hpp"

namespace placard {
namespace {

// "Not updated since 12:20 PM: times may have changed": on a narrow glass only what stands before the colon.
Block freshness_line(const Desk& desk, const Words& words, int width) {
  FitRequest request{words.freshness, FontStyle::strong, {desk.scale.small}, width, 4 * desk.scale.small, 2, 1.2};
  FittedText fitted = fit_text(desk.measure, request);
  const auto colon = request.text.find(": ");
  if (fitted.truncated && colon != std::string::npos) {
    request.text.resize(colon);
    fitted = fit_text(desk.measure, request);
  }
  return text_block(desk, Role::freshness, request.text, fitted, desk.theme.quiet);
}

}  // namespace

Block footer_block(const Desk& desk, const Words& words, const FooterRequest& request) {
  if (!request.upcoming) return freshness_line(desk, words, request.width);
  Block best;
  for (std::size_t count = 1; count <= request.most; ++count) {
    Block block = upcoming_block(desk, words, {request.width, count, request.title_lines, request.labels});
    stack(block, freshness_line(desk, words, request.width), desk.scale.gap(2.2));
    if (count > 1 && block.height > request.height) break;
    best = std::move(block);
  }
  return best;
}

}  // namespace placard
