// SPDX-License-Identifier: MIT
// When two names are the same name to a person.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace placard {

/// `name` trimmed, Unicode case folded (full folding, then NFC) and with every run of white space as one space.
/// Two names with equal results are the same room (rule 7 of the sign's rules). Any thread.
std::string fold_name(std::string_view name);

/// The letters and digits of a folded name: what is left when only blanks and marks tell two names apart. Any thread.
std::string letters_only(std::string_view name);

/// A folded name as a part of file names and addresses: its letters and digits of any script, everything between them
/// as one hyphen; at most `max_bytes` long. "" where there are none. Different names may have the same. Any thread.
std::string hyphenated(std::string_view name, std::size_t max_bytes);

}  // namespace placard
