// SPDX-License-Identifier: MIT
// After a life that ended while it drew, what is new is drawn alone once, where nobody sees it: if that is the end, it
// is known what was at fault.
#pragma once

#include "fetch/cache/crash_loop_guard.hpp"
#include "layout/type/text_measure.hpp"
#include "screen/fonts/font_book.hpp"
#include "settings/settings.hpp"
#include "sign/knowledge.hpp"

namespace placard {

/// Says what is in use from now on, and draws it for a panel of that size where the guard is careful; `steady` as in
/// TurnTime. Memory that runs out meanwhile is no matter: the glass tells.
void rehearse(const Knowledge& knowledge, const Moment& moment, std::chrono::milliseconds steady, PixelSize panel,
              const FontBook& fonts, CrashLoopGuard& guard);

}  // namespace placard
