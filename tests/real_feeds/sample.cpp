// SPDX-License-Identifier: MIT
#include "real_feeds/sample.hpp"

#include <array>
#include <cstdio>

namespace placard::test {

nlohmann::json plain_reading(const std::string& file, const std::string& zone) {
  const std::string command =
      "python3 '" PLACARD_SOURCE "/tests/real_feeds/plain_feeds.py' '" + sample_path(file) + "' " + zone;
  FILE* pipe = popen(command.c_str(), "r");
  REQUIRE(pipe != nullptr);
  std::string out;
  std::array<char, 65536> block;
  while (const std::size_t got = fread(block.data(), 1, block.size(), pipe)) out.append(block.data(), got);
  REQUIRE(pclose(pipe) == 0);
  return nlohmann::json::parse(out);
}

}  // namespace placard::test
