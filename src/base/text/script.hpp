// SPDX-License-Identifier: MIT
// Which script a character belongs to, where that matters for how its letters are joined.
#pragma once

#include <string_view>

namespace placard {

/// The ISO 15924 code of a script whose letters change with their neighbours ("Arab", "Deva", …); "" for scripts that
/// are set letter by letter, and for what all scripts share (digits, punctuation). Lives for ever; any thread.
std::string_view shaping_script(char32_t c);

}  // namespace placard
