// SPDX-License-Identifier: MIT
#include "layout/parts/footer.hpp"

#include "layout/parts/upcoming.hpp"

namespace placard {
namespace {

// "Not updated since 12:20 PM: times may have changed": on a narrow glass only what stands before the colon.
Block freshness_line(const LayoutContext& context, const SignTexts& texts, int width) {
  FitRequest request{texts.freshness, FontStyle::strong, {context.scale.small}, width, 4 * context.scale.small, 2, 1.2};
  FittedText fitted = fit_text(context.measure, request);
  const auto colon = request.text.find(": ");
  if (fitted.truncated && colon != std::string::npos) {
    request.text.resize(colon);
    fitted = fit_text(context.measure, request);
  }
  return text_block(context, Role::freshness, request.text, fitted, context.theme.quiet);
}

}  // namespace

Block footer_block(const LayoutContext& context, const SignTexts& texts, const FooterRequest& request) {
  if (!request.upcoming) return freshness_line(context, texts, request.width);
  Block best;
  for (std::size_t count = 1; count <= request.most; ++count) {
    Block block = upcoming_block(context, texts, {request.width, count, request.title_lines, request.labels});
    stack(block, freshness_line(context, texts, request.width), context.scale.gap(2.2));
    if (count > 1 && block.height > request.height) break;
    best = std::move(block);
  }
  return best;
}

}  // namespace placard
