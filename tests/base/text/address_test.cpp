// SPDX-License-Identifier: MIT
#include "base/text/address.hpp"

#include <doctest/doctest.h>

using namespace placard;

TEST_CASE("an address is a web address, a path, or of a scheme that nobody reads") {
  struct Row {
    const char* address;
    AddressKind kind;
  };
  constexpr Row rows[] = {
      {"http://example.org/feed.json", AddressKind::http},
      {"https://example.org/", AddressKind::https},
      {"HTTPS://example.org/", AddressKind::https},
      {"HTTP://", AddressKind::http},
      {"feed/ray-summit-2025.json", AddressKind::path},
      {"/var/lib/feed.json", AddressKind::path},
      {"../a file: with a colon.json", AddressKind::path},
      {"folder/what://ever", AddressKind::path},
      {"http:/one-slash", AddressKind::path},
      {"", AddressKind::other},
      {"file:///etc/passwd", AddressKind::other},
      {"FILE:/etc/passwd", AddressKind::other},
      {"ftp://example.org/feed.json", AddressKind::other},
      {"gopher://example.org/", AddressKind::other},
      {"://example.org/", AddressKind::other},
  };
  for (const Row& row : rows) {
    CAPTURE(row.address);
    CHECK(address_kind(row.address) == row.kind);
  }
}
