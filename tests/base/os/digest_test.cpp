// SPDX-License-Identifier: MIT
#include "base/os/digest.hpp"

#include <doctest/doctest.h>

using namespace placard;

TEST_CASE("digests are SHA-256, as the standard's own examples have it") {
  struct Row {
    std::string bytes, digest;
  };
  const Row rows[] = {
      {"", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
      {"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
      {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
       "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
      {std::string(1'000'000, 'a'), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.bytes.size());
    CHECK(sha256(row.bytes) == row.digest);
  }
}

TEST_CASE("a zero byte counts") {
  CHECK(sha256(std::string("a\0", 2)) != sha256("a"));
}
