// Signals belong to the main thread, which reads them from a signalfd.
#pragma once

namespace placard {

/// Blocks every signal in the calling thread and in the threads it starts (libcurl's name lookups). Also keeps SIGPIPE,
/// which OpenSSL raises when a server hangs up, from ending the program.
void block_signals_in_this_thread() noexcept;

}  // namespace placard
