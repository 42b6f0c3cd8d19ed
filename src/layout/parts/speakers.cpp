// SPDX-License-Identifier: MIT
#include "layout/parts/speakers.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text/clean.hpp"
#include "layout/parts/spacing.hpp"

namespace placard {
namespace {

std::string joined(const std::vector<std::string>& names, std::size_t count) {
  const bool with_commas = std::any_of(names.begin(), names.end(),
                                       [](const std::string& name) { return name.find(',') != std::string::npos; });
  std::string text = names.front();
  for (std::size_t i = 1; i < count; ++i) text += (with_commas ? "; " : ", ") + names[i];
  if (count < names.size()) text += fmt::format(" +{}", names.size() - count);
  return text;
}

// Breaks fall between people, not inside one of the first `count` names; but one wider than a line would be broken
// inside a word.
std::vector<std::string> unbreakable(const LayoutContext& context, std::vector<std::string> names, std::size_t count,
                                     int width) {
  static const std::string kNoBreakSpace = "\u00A0";
  const Font font{FontStyle::plain, context.scale.small};
  for (std::size_t i = 0; i < count; ++i) {
    std::string& name = names[i];
    if (line_width(context.measure, font, name + ";") > width) continue;
    for (auto at = name.find(' '); at != std::string::npos; at = name.find(' ', at)) name.replace(at, 1, kNoBreakSpace);
  }
  return names;
}

// No more names than could fit were every letter a thin one: a feed may list hundreds.
std::size_t most_names(const std::vector<std::string>& names, std::size_t letters) {
  std::size_t count = 0;
  for (std::size_t used = 0; count < names.size() && used <= letters; ++count) used += code_points(names[count]).size();
  return count;
}

}  // namespace

Block speakers_block(const LayoutContext& context, const std::vector<std::string>& names,
                     const SpeakersRequest& request) {
  const auto thin_letters = static_cast<std::size_t>(request.width * 5 / context.scale.small) * request.max_lines;
  const std::size_t most = most_names(names, thin_letters);
  const auto unbroken = unbreakable(context, names, most, request.width);
  for (std::size_t count = most; count > 0; --count) {
    const FitRequest asked{.text = joined(unbroken, count),
                           .style = FontStyle::plain,
                           .sizes = {context.scale.small},
                           .width = request.width,
                           .max_lines = request.max_lines,
                           .pitch = kTextPitch};
    const FittedText fitted = fit_text(context.measure, asked);
    if (fitted.truncated) continue;
    return text_block(context, {Role::speakers, joined(names, count), context.theme.quiet}, fitted);
  }
  return {};
}

}  // namespace placard
