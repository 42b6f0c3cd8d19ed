#include "base/text/byte_size.hpp"

#include <doctest/doctest.h>

using namespace placard;

TEST_CASE("a number of bytes is told in the largest unit that divides it") {
  CHECK(byte_size_text(0) == "0 bytes");
  CHECK(byte_size_text(1023) == "1023 bytes");
  CHECK(byte_size_text(4096) == "4 KiB");
  CHECK(byte_size_text(4097) == "4097 bytes");
  CHECK(byte_size_text(16 << 20) == "16 MiB");
}
