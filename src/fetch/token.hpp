// Reads a bearer token from a file that only its owner can read. Any thread.
#pragma once

#include <string>
#include <variant>

namespace placard {

struct Token {
  std::string text;  // visible ASCII, 1 byte to 4 KiB
};
struct TokenFailure {
  std::string sentence;  // names the file, never its content
};

/// Space and line ends around the token are dropped. Refused: a file that group or others can read or write, an empty
/// one, one of more than 4 KiB, and one with anything but visible ASCII inside (control characters, a second line,
/// "Bearer …").
std::variant<Token, TokenFailure> read_token(const std::string& path);

}  // namespace placard
