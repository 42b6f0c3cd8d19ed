// SPDX-License-Identifier: MIT
#include "fuzz/seed_texts.hpp"

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "fuzz/claims.hpp"

namespace placard::fuzz {
namespace {

struct Literal {
  std::string text;
  bool good = false;
  std::size_t end = 0;  // after its closing quote
};

// R"( … )", or R"name( … )name".
Literal raw_literal(const std::string& source, std::size_t quote) {
  const auto open = source.find('(', quote);
  if (open == std::string::npos || open - quote > 16) return {"", false, quote + 1};
  const std::string closing = ")" + source.substr(quote + 1, open - quote - 1) + "\"";
  const auto close = source.find(closing, open);
  if (close == std::string::npos) return {"", false, quote + 1};
  return {source.substr(open + 1, close - open - 1), true, close + closing.size()};
}

Literal plain_literal(const std::string& source, std::size_t quote) {
  std::size_t end = quote + 1;
  while (end < source.size() && source[end] != '"' && source[end] != '\n') end += source[end] == '\\' ? 2 : 1;
  if (end >= source.size() || source[end] != '"') return {"", false, quote + 1};
  const auto read = nlohmann::json::parse(source.substr(quote, end - quote + 1), nullptr, false);
  if (!read.is_string()) return {"", false, end + 1};
  return {read.get<std::string>(), true, end + 1};
}

bool adjoin(const std::string& source, std::size_t end, std::size_t next) {
  return source.find_first_not_of(" \n", end) >= next;
}

}  // namespace

std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  claim(file.good(), "a file can be read", path);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

std::vector<std::string> literals_of(const std::string& source) {
  std::vector<std::string> literals;
  std::size_t last_end = std::string::npos;
  for (std::size_t quote = source.find('"'); quote != std::string::npos;) {
    const bool raw = quote > 0 && source[quote - 1] == 'R';
    const Literal literal = raw ? raw_literal(source, quote) : plain_literal(source, quote);
    if (literal.good && last_end != std::string::npos && adjoin(source, last_end, raw ? quote - 1 : quote)) {
      literals.back() += literal.text;
    } else if (literal.good) {
      literals.push_back(literal.text);
    }
    last_end = literal.good ? literal.end : std::string::npos;
    quote = source.find('"', literal.end);
  }
  return literals;
}

std::vector<std::string> literals_in(const std::string& folder) {
  std::vector<std::string> literals;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(PLACARD_SOURCE "/tests/" + folder)) {
    if (!entry.is_regular_file()) continue;
    const auto more = literals_of(bytes_of(entry.path()));
    literals.insert(literals.end(), more.begin(), more.end());
  }
  return literals;
}

}  // namespace placard::fuzz
