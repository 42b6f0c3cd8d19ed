// SPDX-License-Identifier: MIT
#include "catalogue/flooding_server.hpp"

#include <chrono>
#include <utility>

#include "catalogue/dose.hpp"
#include "fetch/gzipped.hpp"

namespace placard::test {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t kEndless = 1U << 30U;

const std::string kOk = "HTTP/1.1 200 OK\r\n";
const std::string kChunked = "Transfer-Encoding: chunked\r\n\r\n";

std::string header_of(std::size_t size) {
  return "X-Filler: " + std::string(size, 'x') + "\r\n";
}

std::string times(std::size_t count, const std::string& text) {
  std::string all;
  for (std::size_t i = 0; i < count; ++i) all += text;
  return all;
}

/// Something to be sent `count` times.
struct Part {
  std::string what, bytes;
  std::size_t count = 1;
  std::chrono::milliseconds pause{0};
};

bool send(Conversation& talk, const Part& part) {
  for (std::size_t sent = 0; sent < part.count; ++sent) {
    if (!talk.send(part.bytes) || !talk.pause(part.pause)) return false;
  }
  return true;
}

FaultServer::Script sending(std::vector<Part> parts) {
  return [parts = std::move(parts)](Conversation& talk) {
    for (const Part& part : parts) {
      if (!send(talk, part)) break;
    }
    talk.close();
  };
}

FloodingServer flood(const std::string& what, const std::string& head, const std::string& piece) {
  return {what, sending({{"", head}, {what, piece, kEndless}})};
}

std::string redirect_with(const std::string& headers) {
  return "HTTP/1.1 302 Found\r\nLocation: /again\r\n" + headers + "Content-Length: 0\r\n\r\n";
}

// Unpacked once, it is a bomb still.
std::string bomb(int layers) {
  std::string bytes = gzipped(std::string(std::size_t{64} << 20U, ' '));
  for (int layer = 1; layer < layers; ++layer) bytes = gzipped(bytes);
  return bytes;
}

std::string piece_of(Chance& chance) {
  static constexpr std::size_t kSizes[] = {1, 80, 3000, 16'000};
  return std::string(chance.of(kSizes), 'x');
}

std::size_t count_of(Chance& chance) {
  static constexpr std::size_t kCounts[] = {1, 1, 3, 40, 2000, kEndless};
  return chance.of(kCounts);
}

Part random_part(Chance& chance, const std::string& what, const std::string& bytes) {
  static constexpr std::chrono::milliseconds kPauses[] = {0ms, 0ms, 0ms, 0ms, 0ms, 30ms};
  return {what, bytes, count_of(chance), chance.of(kPauses)};
}

std::string random_lie(Chance& chance) {
  static const std::string kLies[] = {
      "Content-Length: 5\r\n",
      "Content-Length: 99999999999\r\n",
      "Content-Encoding: gzip\r\n",
      "Transfer-Encoding: gzip\r\n",
      "Content-Encoding: br\r\n",
      "Location: /again\r\n",
      "ETag: \"" + piece_of(chance) + "\"\r\n",
      "Retry-After: 99999999\r\n",
      "Connection: close\r\n",
  };
  return chance.of(kLies);
}

void add_body(Chance& chance, std::vector<Part>& parts) {
  const std::string piece = piece_of(chance);
  if (chance.one_in(3)) {
    parts.push_back({"", "\r\n"});
    parts.push_back(random_part(chance, "a body", piece));
    return;
  }
  parts.push_back({"", kChunked});
  const bool extended = chance.one_in(3);
  parts.push_back(random_part(chance, extended ? "extended chunks" : "chunks",
                              extended ? "1;" + piece + "\r\nx\r\n" : "a\r\n0123456789\r\n"));
  if (chance.one_in(3)) parts.push_back(random_part(chance, "one extension", piece_of(chance)));
  parts.push_back({"", "0\r\n"});
  parts.push_back(random_part(chance, "trailers", header_of(piece.size())));
  parts.push_back({"", "\r\n"});
}

}  // namespace

std::vector<FloodingServer> flooding_servers() {
  const std::string block(64 << 10, 'x');
  const std::string packed = kOk + "Content-Encoding: gzip\r\n";
  return {
      flood("interim answers", "", "HTTP/1.1 103 Early Hints\r\n" + header_of(4000) + "\r\n"),
      flood("small interim answers", "", times(100, "HTTP/1.1 100 Continue\r\n\r\n")),
      flood("headers", kOk, header_of(8000)),
      flood("small headers", kOk, "X: y\r\n"),
      flood("one header", kOk + "X: ", block),
      flood("trailers", kOk + kChunked + "1\r\nx\r\n0\r\n", header_of(3000)),
      flood("small trailers", kOk + kChunked + "1\r\nx\r\n0\r\n", "X: y\r\n"),
      flood("one trailer", kOk + kChunked + "1\r\nx\r\n0\r\nX: ", block),
      {"redirects with large headers", sending({{"", redirect_with(times(9, header_of(7000)))}})},
      {"redirects with large bodies",
       sending({{"", "HTTP/1.1 302 Found\r\nLocation: /again\r\n\r\n"}, {"", block, kEndless}})},
      flood("a body", kOk + "\r\n", block),
      flood("a chunked body", kOk + kChunked, "10000\r\n" + block + "\r\n"),
      flood("chunks of one byte", kOk + kChunked, times(1000, "1\r\nx\r\n")),
      flood("a chunk's extension", kOk + kChunked + "1;", block),
      flood("a chunk's size", kOk + kChunked, "0"),
      flood("a bomb", packed + "\r\n", bomb(1)),
      flood("a bomb in a bomb", kOk + "Content-Encoding: gzip, gzip, gzip\r\n\r\n", bomb(3)),
      flood("a bomb in the transfer", kOk + "Transfer-Encoding: gzip, gzip, gzip\r\n\r\n", bomb(3)),
      flood("members with nothing in them", packed + "\r\n", times(1000, gzipped(""))),
      flood("zeros behind a member", packed + "\r\n" + gzipped("{}"), std::string(64 << 10, '\0')),
  };
}

FloodingServer random_server(std::uint64_t number) {
  Chance chance(number);
  std::vector<Part> parts;
  const auto add = [&](const std::string& what, const std::string& bytes) {
    parts.push_back(random_part(chance, what, bytes));
  };
  if (chance.one_in(3))
    add("interim answers", "HTTP/1.1 103 Early Hints\r\n" + header_of(piece_of(chance).size()) + "\r\n");
  if (chance.one_in(4)) add("redirects", redirect_with(header_of(piece_of(chance).size())));
  static const std::string kHeads[] = {
      kOk, kOk, kOk, "HTTP/1.1 503 No\r\n", "HTTP/1.1 302 Found\r\nLocation: /x\r\n", "HTTP/1.1 304 Not Modified\r\n"};
  parts.push_back({"", chance.of(kHeads)});
  for (std::uint64_t lies = chance.below(3); lies > 0; --lies) parts.push_back({"a lie", random_lie(chance)});
  if (chance.one_in(3)) add("headers", header_of(piece_of(chance).size()));
  add_body(chance, parts);
  std::string what;
  for (const Part& part : parts) {
    if (part.what.empty()) continue;
    what += part.what + " x" + std::to_string(part.count) + (part.pause > 0ms ? " dripping, " : ", ");
  }
  return {what, sending(std::move(parts))};
}

}  // namespace placard::test
