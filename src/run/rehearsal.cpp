// SPDX-License-Identifier: MIT
#include "run/rehearsal.hpp"

#include <exception>

#include "screen/painter.hpp"
#include "screen/panel_frame.hpp"
#include "sign/documents.hpp"
#include "sign/sign_input.hpp"
#include "view/view_at.hpp"

namespace placard {

void rehearse(const Knowledge& knowledge, const Moment& moment, std::chrono::milliseconds steady, PixelSize panel,
              const FontBook& fonts, CrashLoopGuard& guard) try {
  guard.use(documents_in_use(knowledge));
  if (!guard.careful()) return;
  Knowledge asked = knowledge;
  asked.apply_clock(moment);
  {
    const CrashMark mark = guard.paint();
    const View seen = view_at(asked.at(moment), asked.now(moment));
    paint(frame_of(seen, asked.sign(), panel, fonts), fonts);
  }
  guard.painted(steady);
} catch (const std::exception&) {  // it is drawn again
}

}  // namespace placard
