// SPDX-License-Identifier: MIT
// Replaces a file so that whoever reads it sees the old one or the new one, never a part, also after kill -9 or a power
// cut: the new one is written beside the old one, forced to the disk, and only then takes its name.
#pragma once

#include <string>
#include <string_view>
#include <system_error>

namespace placard {

/// Whether a write must outlive the power switch, or only this program.
enum class Durable { yes, no };

/// Who may do what with the new file: its owner alone (mode 0600), or as with the file before: then mode, group and (by
/// root) owner are kept, and a first file is for all to read.
enum class FileAccess { owner_only, as_before };

struct FileReplacement {
  std::string name;        ///< in the folder
  std::string beside;      ///< the name of the new file until it is whole; what is left there by a crash is removed
  std::string older = {};  ///< the name that the file before takes; "": none. A crash may leave only this one
  FileAccess access = FileAccess::owner_only;
  Durable durable = Durable::yes;
};

/// Gives the file in `folder`, an open descriptor, the content `bytes`. No error: it is done; else the old file or the
/// new one is there. No two may write beside one file at once. Blocks as long as the disk does.
std::error_code replace_file(int folder, const FileReplacement& replacement, std::string_view bytes);

}  // namespace placard
