// SPDX-License-Identifier: MIT
#include "base/os/base64.hpp"

#include <doctest/doctest.h>

using namespace placard;

TEST_CASE("base64, by the test vectors of RFC 4648") {
  CHECK(base64("").empty());
  CHECK(base64("f") == "Zg==");
  CHECK(base64("fo") == "Zm8=");
  CHECK(base64("foo") == "Zm9v");
  CHECK(base64("foob") == "Zm9vYg==");
  CHECK(base64("fooba") == "Zm9vYmE=");
  CHECK(base64("foobar") == "Zm9vYmFy");
  CHECK(base64(std::string("\0\xFF\x80", 3)) == "AP+A");
}
