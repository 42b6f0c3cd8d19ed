// SPDX-License-Identifier: MIT
#include "layout/parts/footer.hpp"

#include "layout/parts/spacing.hpp"

namespace placard {

// "Not updated since 12:20 PM: times may have changed": on a narrow panel only what stands before the colon.
Block freshness_block(const LayoutContext& context, const SignTexts& texts, int width) {
  FitRequest request{.text = texts.freshness,
                     .style = FontStyle::strong,
                     .sizes = {context.scale.small},
                     .width = width,
                     .height = 4 * context.scale.small,
                     .max_lines = 2,
                     .pitch = 1.2};
  FittedText fitted = fit_text(context.measure, request);
  const auto colon = request.text.find(": ");
  if (fitted.truncated && colon != std::string::npos) {
    request.text.resize(colon);
    fitted = fit_text(context.measure, request);
  }
  return text_block(context, {Role::freshness, request.text, context.theme.quiet}, fitted);
}

Block footer_block(const LayoutContext& context, const SignTexts& texts, const FooterRequest& request) {
  Block best;
  for (std::size_t count = 1; count <= request.max_count; ++count) {
    Block block = upcoming_block(context, texts, {request.width, count, request.title_lines, request.labels});
    stack(block, freshness_block(context, texts, request.width), context.scale.gap(kRowGap));
    if (count > 1 && block.height > request.height) break;
    best = std::move(block);
  }
  return best;
}

}  // namespace placard
