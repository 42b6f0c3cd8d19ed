// SPDX-License-Identifier: MIT
// Room for what staff say: what comes next and lists give way before it does.
#pragma once

#include <functional>

#include "layout/frame/frame.hpp"
#include "layout/parts/head.hpp"
#include "view/sign_texts.hpp"

namespace placard {

/// A frame with the strip within some limits.
struct Attempt {
  Frame frame;
  Said said;
  bool keeps_main = true;  ///< what the sign is about stands whole: a session's title and times, a list's first line
};

/// The frame that `lay_out` makes with the usual limits where that says all; else the one that says most, of those with
/// a larger strip that keep what the sign is about, then with smaller type. About ten frames are made at the most.
/// Main thread.
Frame laid_out_for_messages(const LayoutContext& context, const SignTexts& texts, const StripLimits& usual,
                            const std::function<Attempt(const StripLimits&)>& lay_out);

/// A context for attempts in that type: five sizes of type in a frame are enough, and small messages are one more.
LayoutContext context_for(LayoutContext context, MessageType type);

}  // namespace placard
