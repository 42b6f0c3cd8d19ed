// SPDX-License-Identifier: MIT
// Where a document is to be read: what people write for a feed, the staff messages or a file.
#pragma once

#include <string_view>

namespace placard {

enum class AddressKind {
  http,   ///< http://…, in any case
  https,  ///< https://…
  path,   ///< a file on this device
  other,  ///< what nobody reads: file://, ftp://, …, or nothing at all
};

/// What an address is, told from how it begins; it need not be a whole one. Any thread.
AddressKind address_kind(std::string_view address);

}  // namespace placard
