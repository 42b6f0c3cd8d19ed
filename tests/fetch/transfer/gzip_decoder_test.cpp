// SPDX-License-Identifier: MIT
#include "fetch/transfer/gzip_decoder.hpp"

#include <doctest/doctest.h>

#include <string>

#include "fetch/gzipped.hpp"

using namespace placard;
using namespace placard::test;

namespace {

using Result = GzipDecoder::Result;

struct Unpacked {
  std::string text;
  Result result = Result::more;

  bool operator==(const Unpacked&) const = default;
};

// In pieces of `size` bytes, as a network might bring them.
Unpacked unpacked(const std::string& packed, std::size_t size) {
  GzipDecoder decoder;
  Unpacked out;
  for (std::size_t at = 0; at < packed.size() && out.result == Result::more; at += size) {
    out.result = decoder.unpack(packed.substr(at, size), [&out](std::string_view piece) {
      out.text += piece;
      return true;
    });
  }
  return out;
}

struct Row {
  const char* what;
  std::string packed;
  Unpacked right;
};

std::vector<Row> rows() {
  const std::string one = gzipped("{\"sessions\":"), two = gzipped(" []}"), zeros(700, '\0');
  const std::string both = "{\"sessions\": []}";
  std::string wrong_sum = one;
  wrong_sum[wrong_sum.size() - 8] ^= 1;
  return {
      {"one member", one, {"{\"sessions\":"}},
      {"two members", one + two, {both}},
      {"many members, some empty", one + gzipped("") + two + gzipped("") + gzipped(""), {both}},
      {"padded with zeros", one + two + zeros, {both}},
      {"zeros between members", one + zeros + two, {both}},
      {"other bytes behind it", one + two + "garbage", {both}},
      {"other bytes behind zeros", one + two + zeros + "x", {both}},
      {"what begins like a member behind it", one + two + "\x1f\x01garbage", {both}},
      {"the first byte of a member behind it", one + two + "\x1f", {both}},
      {"nothing", "", {""}},
      {"cut", one.substr(0, one.size() - 8), {"{\"sessions\":"}},
      {"no gzip", "{\"sessions\": []}", {"", Result::damaged}},
      {"a wrong sum", wrong_sum, {"{\"sessions\":", Result::damaged}},
      {"a wrong sum in the second member", one + wrong_sum, {"{\"sessions\":{\"sessions\":", Result::damaged}},
      {"zeros only", zeros, {"", Result::damaged}},
  };
}

}  // namespace

TEST_CASE("gzip is unpacked to the end as gzip -d would, however it is cut into pieces") {
  for (const Row& row : rows()) {
    CAPTURE(row.what);
    for (const std::size_t size : {std::size_t{1}, std::size_t{2}, std::size_t{7}, std::size_t{4096}}) {
      CAPTURE(size);
      CHECK(unpacked(row.packed, size) == row.right);
    }
  }
}

TEST_CASE("whoever takes what is unpacked can stop it, after 16 KiB at most") {
  const std::string packed = gzipped(std::string(1 << 20, ' '));
  GzipDecoder decoder;
  std::size_t taken = 0;
  CHECK(decoder.unpack(packed, [&taken](std::string_view piece) {
    taken += piece.size();
    return false;
  }) == Result::stopped);
  CHECK(taken <= 16384);
}
