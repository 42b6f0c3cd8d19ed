// SPDX-License-Identifier: MIT
// The shape of the code: which folder may know which, and where each library stands.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

namespace {

using Names = std::set<std::string>;

// Each folder of src/, and the others whose headers it may include.
const std::map<std::string, Names> kArrows = {
    {"main.cpp", {"app"}},
    {"app", {"feed", "glass", "json", "overrides", "schedule", "settings", "sign", "text"}},
    {"feed", {"text"}},
    {"glass", {"json", "sign"}},
    {"settings", {"json", "schedule", "sign", "text"}},
    {"overrides", {"json", "schedule", "sign", "text"}},
    {"sign", {"schedule", "text"}},
    {"schedule", {"json", "text"}},
    {"json", {"text"}},
    {"text", {}},
};

// Where a library's headers may be included: folders (ending in /) or single files.
struct Library {
  std::string header_begins;
  Names places;
};
const Library kLibraries[] = {
    {"SDL", {"glass/"}},
    {"curl/", {"feed/"}},
    {"nlohmann/", {"json/parse.cpp", "json/write.cpp", "app/describe.cpp"}},
    {"png.h", {"glass/png.cpp"}},
    {"date/", {"schedule/time_zone.cpp"}},
    {"CLI/", {"app/options.cpp", "app/say_options.cpp"}},
    {"fribidi.h", {"text/bidi.cpp"}},
};

// The sign loop times how long a window stays busy; everything else is handed the time.
const Names kClockReaders = {"app/clock.cpp", "app/sign_loop.cpp", "feed/"};

const Names kForbiddenCalls = {"SDL_WaitEvent", "_Wrapped",   "high_resolution_clock",
                               "gettimeofday",  "localtime(", "localtime_r("};

constexpr std::size_t kMostLines = 350;
const Names kLongerFiles = {"tests/tools/agenda_test.cpp"};

struct SourceFile {
  std::string path;  // from src/
  std::vector<std::string> lines;

  std::string folder() const { return path.substr(0, path.find('/')); }
};

bool is_source(const std::filesystem::path& path) {
  return path.extension() == ".cpp" || path.extension() == ".hpp";
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

const std::vector<SourceFile>& sources() {
  static const auto files = sources_under("src");
  return files;
}

std::string without_comment(const std::string& line) {
  return line.substr(0, line.find("//"));
}

bool stands_in(const std::string& path, const Names& places) {
  return std::any_of(places.begin(), places.end(), [&path](const std::string& place) {
    return place.back() == '/' ? path.rfind(place, 0) == 0 : path == place;
  });
}

// What a line includes: "sign/view.hpp" or <vector>, without its marks; "" if nothing.
std::string included(const std::string& line, char mark) {
  static const std::regex kInclude("^\\s*#\\s*include\\s*([<\"])([^>\"]+)[>\"]");
  std::smatch match;
  if (!std::regex_search(line, match, kInclude) || match[1].str()[0] != mark) return "";
  return match[2].str();
}

}  // namespace

TEST_CASE("the sources are where this test looks for them") {
  Names folders;
  for (const SourceFile& file : sources()) folders.insert(file.folder());
  CHECK(sources().size() > 90);
  for (const auto& [folder, known] : kArrows) CHECK(folders.count(folder) == 1);
  for (const std::string& folder : folders) {
    CAPTURE(folder);
    CHECK(kArrows.count(folder) == 1);
  }
}

TEST_CASE("folders know only those that the arrows lead to") {
  for (const SourceFile& file : sources()) {
    CAPTURE(file.path);
    const auto arrows = kArrows.find(file.folder());
    const Names known = arrows == kArrows.end() ? Names{} : arrows->second;
    for (const std::string& line : file.lines) {
      const std::string header = included(line, '"');
      if (header.empty()) continue;
      CAPTURE(header);
      const std::string folder = header.substr(0, header.find('/'));
      CHECK((folder == file.folder() || known.count(folder) == 1));
    }
  }
}

TEST_CASE("the arrows go one way") {
  const std::vector<std::string> order = {"main.cpp", "app",      "settings", "glass", "overrides",
                                          "sign",     "schedule", "json",     "feed",  "text"};
  CHECK(order.size() == kArrows.size());
  for (auto from = order.begin(); from != order.end(); ++from) {
    for (const std::string& to : kArrows.at(*from)) {
      CAPTURE(*from);
      CAPTURE(to);
      CHECK(std::find(from, order.end(), to) != order.end());
    }
  }
}

TEST_CASE("each library stands in its own place") {
  for (const Library& library : kLibraries) {
    bool used = false;
    for (const SourceFile& file : sources()) {
      for (const std::string& line : file.lines) {
        const std::string header = included(line, '<') + included(line, '"');
        if (header.rfind(library.header_begins, 0) != 0) continue;
        CAPTURE(file.path);
        CAPTURE(header);
        CHECK(stands_in(file.path, library.places));
        used = true;
      }
    }
    CAPTURE(library.header_begins);
    CHECK(used);
  }
}

TEST_CASE("clocks are read in a few places only") {
  const std::regex reading(
      "\\w*[cC]lock::now\\s*\\(|\\bclock_gettime\\s*\\(|\\bstd::time\\s*\\(|(^|[^\\w.>:])time\\s*\\(\\s*(nullptr|NULL|"
      "0|&)");
  CHECK(std::regex_search("x = std::chrono::steady_clock::now();", reading));
  CHECK(std::regex_search("return time(nullptr);", reading));
  CHECK_FALSE(std::regex_search("next_time(0); view.time(0); clock.now();", reading));
  Names readers;
  for (const SourceFile& file : sources()) {
    CAPTURE(file.path);
    const bool reads = std::any_of(file.lines.begin(), file.lines.end(), [&](const std::string& line) {
      return std::regex_search(without_comment(line), reading);
    });
    if (reads) readers.insert(file.path);
    if (reads) CHECK(stands_in(file.path, kClockReaders));
  }
  CHECK(readers.count("app/clock.cpp") == 1);
}

TEST_CASE("calls that have proved dangerous are made nowhere") {
  for (const SourceFile& file : sources()) {
    CAPTURE(file.path);
    for (const std::string& line : file.lines) {
      for (const std::string& call : kForbiddenCalls) {
        if (without_comment(line).find(call) != std::string::npos) FAIL_CHECK(call << ": " << line);
      }
    }
  }
}

TEST_CASE("no file is too long to read, and none is named for nothing") {
  for (const std::string folder : {"src", "tests"}) {
    for (const SourceFile& file : sources_under(folder)) {
      const std::string path = folder + "/" + file.path;
      CAPTURE(path);
      if (kLongerFiles.count(path) == 0) CHECK(file.lines.size() <= kMostLines);
      const std::string name = path.substr(path.rfind('/') + 1);
      for (const char* nothing : {"util", "common", "helper", "manager", "misc"}) {
        CHECK(name.find(nothing) == std::string::npos);
      }
    }
  }
}
