#include "fetch/token.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include "base/os/temp_folder.hpp"

using namespace placard;
using placard::test::TempFolder;

namespace {

std::string sentence_of(const std::string& path) {
  const auto token = read_token(path);
  return token ? "(no failure)" : token.error().sentence;
}

std::string token_of(const std::string& path) {
  return read_token(path).value_or("(no token)");
}

}  // namespace

TEST_CASE("a token is what stands in the file, without the space around it") {
  const TempFolder folder;
  CHECK(token_of(folder.write("plain", "abc-123._~+/=")) == "abc-123._~+/=");
  CHECK(token_of(folder.write("line", "abc\n")) == "abc");
  CHECK(token_of(folder.write("spaced", "\r\n \tabc \r\n\n")) == "abc");
  CHECK(token_of(folder.write("longest", std::string(4096, 'x'))) == std::string(4096, 'x'));
}

TEST_CASE("a file that is no token is refused without showing what it holds") {
  const TempFolder folder;
  struct Row {
    const char* what;
    std::string content, sentence;
  };
  const Row rows[] = {
      {"empty", "", "it is empty: write the token into it."},
      {"only space", " \n\t", "it is empty: write the token into it."},
      {"too long", std::string(4097, 'x'), "the file is larger than 4 KiB: is it the right one?"},
      {"two lines", "abc\ndef", "it holds more than a token: write only the token, in one line."},
      {"a header", "Bearer abc", "it holds more than a token: write only the token, in one line."},
      {"a control character",
       "ab\x01"
       "c",
       "it holds more than a token: write only the token, in one line."},
      {"a zero", std::string("a\0b", 3), "it holds more than a token: write only the token, in one line."},
      {"a byte order mark",
       "\xef\xbb\xbf"
       "abc",
       "it holds more than a token: write only the token, in one line."},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    const std::string path = folder.write("token", row.content);
    CHECK(sentence_of(path) == "token_file " + path + ": " + row.sentence);
  }
  const std::string absent = folder.path("absent");
  CHECK(sentence_of(absent) == "token_file " + absent + ": there is no such file: is the path right?");
}

TEST_CASE("a token that others can read is refused") {
  const TempFolder folder;
  const std::string path = folder.write("token", "abc");
  struct Row {
    mode_t mode;
    bool good;
  };
  constexpr Row rows[] = {{0600, true},  {0400, true},  {0700, true},  {0640, false},
                          {0604, false}, {0644, false}, {0620, false}, {0602, false}};
  for (const Row& row : rows) {
    CAPTURE(row.mode);
    ::chmod(path.c_str(), row.mode);
    CHECK((token_of(path) == "abc") == row.good);
    const std::string advice = ": other users can read it: run chmod 600 " + path + ".";
    CHECK(sentence_of(path).ends_with(advice) == !row.good);
  }
}
