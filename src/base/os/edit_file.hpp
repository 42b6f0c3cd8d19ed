// SPDX-License-Identifier: MIT
// Changes a file that others read at any moment and may change too.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "base/text/error.hpp"

namespace placard {

/// From the text a file has (nothing: there is no file) to the one it is to have, or why not.
using Edit = std::function<Expected<std::string>(const std::optional<std::string>& before)>;

/// Edits the file at `path` so that readers see the old text or the new one, never a part, also after a power cut; two
/// who edit at once do it one after the other (base/os/writer_lock). A symbolic link stays one, and is refused where it
/// would make a file in somebody else's folder; mode, group and (by root) owner are kept. A
/// text that stays the same is not written. Waits at most ten seconds for the other. Nothing: it is done.
std::optional<Error> edit_file(const std::string& path, std::size_t max_bytes, const Edit& edit);

}  // namespace placard
