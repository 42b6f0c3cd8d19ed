// SPDX-License-Identifier: MIT
#include "commands/sheet/file_names.hpp"

#include <fmt/format.h>

#include <set>

#include "base/os/digest.hpp"
#include "base/text/fold.hpp"

namespace placard {
namespace {

constexpr std::size_t kMostBytes = 60;  // file systems take 255, with all that stands behind
constexpr std::size_t kDigits = 8;      // of a digest

std::string plain_name(const std::string& name) {
  const std::string plain = hyphenated(name, kMostBytes);
  return plain.empty() ? "sign" : plain;
}

}  // namespace

std::map<std::string, std::string> file_names(const std::vector<std::string>& names) {
  const std::set<std::string> sorted(names.begin(), names.end());
  std::map<std::string, std::size_t> sharing;
  for (const std::string& name : sorted) ++sharing[plain_name(name)];
  std::map<std::string, std::string> out;
  std::set<std::string> taken;
  for (const auto& [plain, count] : sharing) taken.insert(plain);
  for (const std::string& name : sorted) {
    std::string file = plain_name(name);
    const bool its_own = name == file || sharing[file] == 1;
    // Another sign's own name may look like this one's with a digest; longer than kMostBytes none is.
    for (std::size_t digits = kDigits; !its_own; ++digits) {
      file = fmt::format("{}-{}", plain_name(name), sha256(name).substr(0, digits));
      if (taken.insert(file).second) break;
    }
    out.emplace(name, std::move(file));
  }
  return out;
}

}  // namespace placard
