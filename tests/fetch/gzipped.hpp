// Packs a body as a web server would.
#pragma once

#include <string>

namespace placard::test {

/// `text` as a whole gzip stream.
std::string gzipped(const std::string& text);

}  // namespace placard::test
