// SPDX-License-Identifier: MIT
// Servers that send without end what a client must read before it has the answer, or lie about what they send.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "fetch/fault_server.hpp"

namespace placard::test {

struct FloodingServer {
  std::string what;
  FaultServer::Script script;
};

/// One of each kind.
std::vector<FloodingServer> flooding_servers();

/// Drips, floods, trails and lies, mixed by chance; the same for the same number.
FloodingServer random_server(std::uint64_t number);

}  // namespace placard::test
