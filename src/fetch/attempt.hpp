// One attempt to read a source, be it a URL or a file.
#pragma once

#include <chrono>
#include <optional>

#include "base/os/local_file.hpp"
#include "fetch/http_client.hpp"
#include "fetch/source.hpp"

namespace placard {

/// What is remembered of a source from one attempt to the next, so that an unchanged one need not be read.
struct SourceMemory {
  Validators validators;                                   // of a URL
  std::chrono::steady_clock::time_point validators_since;  // when the last whole document came
  std::optional<FileIdentity> file;
};

/// Reads the source once, on the calling thread, and updates what is remembered of it. Never throws: running out of
/// memory is a FetchError too. For ten minutes a server may answer "not modified" by its ETag, then all is asked for
/// again: a proxy may have it wrong. By the time of the last change it may for less than a minute: many servers compare
/// whether theirs is newer, and an older copy put back is not.
FetchResult attempt(const Source& source, SourceMemory& memory, HttpClient& client) noexcept;

/// For commands that read a source once: blocks for `timeout` at most (longer only if the disk does). Any thread, no
/// Poller needed.
FetchResult fetch_once(Source source, std::chrono::milliseconds timeout) noexcept;

}  // namespace placard
