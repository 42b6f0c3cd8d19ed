#include "fetch/token.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "base/os/local_file.hpp"

namespace placard {
namespace {

constexpr std::size_t kMostBytes = 4096;
constexpr mode_t kOpenToOthers = 0066;

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view space = " \t\r\n";
  const auto first = text.find_first_not_of(space);
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(space) - first + 1);
}

bool is_visible_ascii(char c) {
  return c > ' ' && c <= '~';
}

}  // namespace

Expected<std::string> read_token(const std::string& path) {
  const auto reading = read_local_file(path, kMostBytes);
  if (const auto* failure = std::get_if<FileFailure>(&reading)) {
    return failed("token_file " + failure->sentence);
  }
  const auto& file = std::get<FileBytes>(reading);
  if ((file.permissions & kOpenToOthers) != 0) {
    return failed(fmt::format("token_file {0}: other users can read it: run chmod 600 {0}.", path));
  }
  const std::string_view token = trimmed(file.bytes);
  if (token.empty()) return failed(fmt::format("token_file {}: it is empty: write the token into it.", path));
  if (!std::all_of(token.begin(), token.end(), is_visible_ascii)) {
    return failed(fmt::format("token_file {}: it holds more than a token: write only the token, in one line.", path));
  }
  return std::string(token);
}

}  // namespace placard
