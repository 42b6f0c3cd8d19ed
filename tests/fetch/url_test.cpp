#include "fetch/url.hpp"

#include <doctest/doctest.h>

using namespace placard;

TEST_CASE("a URL is shown without anything that could be a secret") {
  struct Row {
    std::string url, shown;
  };
  const Row rows[] = {
      {"https://example.org/feed.json", "https://example.org/feed.json"},
      {"https://Example.ORG:8443/a/b", "https://example.org:8443/a/b"},
      {"https://example.org/feed.json?key=secret#secret", "https://example.org/feed.json"},
      {"https://user:secret@example.org/feed.json", "https://example.org/feed.json"},
      {"http://[::1]:8080/x?secret", "http://[::1]:8080/x"},
      {"http://user:sec/ret@example.org/x", "example.org/x"},
      {"not a url ?secret", "not a url"},
      {"line\nbreak", "line?break"},
      {"http://example.org/\u009b2J\u202E\u2066x", "http://example.org/2Jx"},
      {"http://example.org/\xFF/\xC3", "http://example.org/\uFFFD/\uFFFD"},
      {"http://example.org/" + std::string(500, 'x'), "http://example.org/" + std::string(181, 'x') + "…"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.url);
    CHECK(printable_url(row.url) == row.shown);
  }
}

TEST_CASE("a URL is shown without what steers a terminal, or is no text at all") {
  CHECK(printable_url("http://a/\x1b[31m") == "http://a/?[31m");
  CHECK(printable_url("http://a/\u009b31m") == "http://a/31m");
  CHECK(printable_url("http://a/\u202eb") == "http://a/b");
  CHECK(printable_url("http://a/\xff") == "http://a/\uFFFD");
}

TEST_CASE("same origin is the same scheme, host and port") {
  CHECK(same_origin("https://example.org/a", "https://EXAMPLE.org:443/b?c"));
  CHECK_FALSE(same_origin("https://example.org/", "http://example.org/"));
  CHECK_FALSE(same_origin("https://example.org/", "https://example.org:8443/"));
  CHECK_FALSE(same_origin("https://example.org/", "https://www.example.org/"));
  CHECK_FALSE(same_origin("https://example.org/", "https://example.org@evil.example/"));
  CHECK_FALSE(same_origin("nonsense", "nonsense"));
}

TEST_CASE("where a redirect may lead") {
  struct Row {
    const char *from, *to;
    bool allowed;
  };
  constexpr Row rows[] = {
      {"http://a.example/", "http://b.example/", true},
      {"http://a.example/", "https://a.example/", true},
      {"https://a.example/", "https://b.example:8443/x", true},
      {"https://a.example/", "HTTP://a.example/", false},
      {"https://a.example/", "http://a.example/", false},
      {"http://a.example/", "file:///etc/passwd", false},
      {"http://a.example/", "ftp://a.example/", false},
      {"http://a.example/", "gopher://a.example/", false},
      {"http://a.example/", "javascript:alert(1)", false},
      {"http://a.example/", "/relative", false},
      {"http://a.example/", "", false},
      {"http://a.example/", "http://", false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.from);
    CAPTURE(row.to);
    CHECK(redirect_allowed(row.from, row.to) == row.allowed);
  }
}
