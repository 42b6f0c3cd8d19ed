// SPDX-License-Identifier: MIT
#include "source_tree.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>

namespace placard::test {
namespace {

bool is_source(const std::filesystem::path& path) {
  return path.extension() == ".cpp" || path.extension() == ".hpp";
}

// What a line includes, whichever marks stand around it; "" if nothing.
std::string included(const std::string& line) {
  static const std::regex kInclude("^\\s*#\\s*include\\s*[<\"]([^>\"]+)[>\"]");
  std::smatch match;
  return std::regex_search(line, match, kInclude) ? match[1].str() : "";
}

// The file of src/ that a file includes by `header`, from src/ or from its own folder; "" if it is none of ours.
std::string own_file(const Names& all, const SourceFile& file, const std::string& header) {
  const auto normal = [](const std::string& path) {
    return std::filesystem::path(path).lexically_normal().generic_string();
  };
  if (all.count(normal(header)) == 1) return normal(header);
  const std::string beside = normal(file.folder() + "/" + header);
  return all.count(beside) == 1 ? beside : "";
}

}  // namespace

std::string folder_of(const std::string& path) {
  const auto slash = path.rfind('/');
  return slash == std::string::npos ? "" : path.substr(0, slash);
}

std::vector<SourceFile> sources_under(const std::string& folder) {
  const std::filesystem::path root = std::filesystem::path(PLACARD_SOURCE) / folder;
  std::vector<SourceFile> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
    if (!entry.is_regular_file() || !is_source(entry.path())) continue;
    SourceFile file{std::filesystem::relative(entry.path(), root).generic_string(), {}};
    std::ifstream stream(entry.path());
    for (std::string line; std::getline(stream, line);) file.lines.push_back(line);
    files.push_back(std::move(file));
  }
  return files;
}

std::string without_comment(const std::string& line) {
  return line.substr(0, line.find("//"));
}

std::vector<Include> includes_of(const std::vector<SourceFile>& files) {
  Names all;
  for (const SourceFile& file : files) all.insert(file.path);
  std::vector<Include> found;
  for (const SourceFile& file : files) {
    for (const std::string& line : file.lines) {
      const std::string header = included(line);
      if (!header.empty()) found.push_back({&file, header, own_file(all, file, header)});
    }
  }
  return found;
}

// Names that stand for a clock: "Steady" in `using Steady = std::chrono::steady_clock;`, and names for such names.
Names clock_aliases(const std::vector<SourceFile>& files) {
  static const std::regex kAlias("\\busing\\s+(\\w+)\\s*=\\s*([\\w:]+)\\s*;");
  static const std::regex kTypedef("\\btypedef\\s+([\\w:]+)\\s+(\\w+)\\s*;");
  Names names;
  const auto is_clock = [&names](const std::string& type) {
    const std::string last = type.substr(type.rfind(':') + 1);
    return (last.size() > 6 && last.compare(last.size() - 6, 6, "_clock") == 0) || names.count(last) == 1;
  };
  for (std::size_t before = 1; before != names.size();) {
    before = names.size();
    for (const SourceFile& file : files) {
      for (const std::string& line : file.lines) {
        std::smatch match;
        if (std::regex_search(line, match, kAlias) && is_clock(match[2].str())) names.insert(match[1].str());
        if (std::regex_search(line, match, kTypedef) && is_clock(match[1].str())) names.insert(match[2].str());
      }
    }
    if (before == names.size()) break;
  }
  return names;
}

bool reads_clock(const std::string& line, const Names& aliases) {
  static const std::regex kReading(
      "\\w*[cC]lock::now\\s*\\(|\\bclock_gettime\\s*\\(|\\bstd::time\\s*\\(|(^|[^\\w.>:])time\\s*\\(\\s*(nullptr|NULL|"
      "0|&)");
  const std::string code = without_comment(line);
  if (std::regex_search(code, kReading)) return true;
  return std::any_of(aliases.begin(), aliases.end(),
                     [&code](const std::string& alias) { return code.find(alias + "::now(") != std::string::npos; });
}

// A way of includes that comes back to where it began, as a sentence; "" if there is none. A .hpp and its .cpp are one.
std::string cycle_between_files(const std::vector<Include>& includes) {
  std::map<std::string, Names> knows;
  const auto unit = [](const std::string& path) { return path.substr(0, path.rfind('.')); };
  for (const Include& include : includes) {
    if (!include.own.empty() && unit(include.own) != unit(include.from->path)) {
      knows[unit(include.from->path)].insert(unit(include.own));
    }
  }
  // What knows nothing more is set aside until all is, or what is left goes round in circles.
  for (bool found = true; found;) {
    found = false;
    for (auto at = knows.begin(); at != knows.end();) {
      std::erase_if(at->second, [&knows](const std::string& other) { return knows.count(other) == 0; });
      if (at->second.empty()) {
        at = knows.erase(at);
        found = true;
      } else {
        ++at;
      }
    }
  }
  std::string left;
  for (const auto& [name, others] : knows) left += name + " ";
  return left;
}

}  // namespace placard::test
