// SPDX-License-Identifier: MIT
// The documents a sign shows something of, by digest and by a name for the log.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "fetch/cache/crash_loop_guard.hpp"
#include "sign/knowledge.hpp"
#include "sign/mailbox.hpp"

namespace placard {

using Document = CrashLoopGuard::Document;

/// "the feed https://…", "the messages /etc/…".
std::string name_of_feed(const Settings& settings, std::size_t feed);
std::string name_of_overrides(const Settings& settings);

/// What came with an event, if it has bytes that are taken in.
std::optional<Document> document_of(const Event& event, const Settings& settings);

/// Whatever may be on the glass: the feeds in the order of the config, then the messages.
std::vector<Document> documents_in_use(const Knowledge& knowledge);

}  // namespace placard
