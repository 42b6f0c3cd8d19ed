// SPDX-License-Identifier: MIT
// The shape of the code: which folder may know which, where each library stands, and where clocks are read.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "source_tree.hpp"

namespace {

using namespace placard::test;

// Each folder of src/ and the others whose headers it may include ("base/": all of base's), from the ground up: a
// folder may know only what stands above it in this list, so the arrows can never lead back.
struct Folder {
  std::string path;
  Names knows;
};
const std::vector<Folder> kFolders = {
    {"base/text", {}},
    {"base/json", {"base/text"}},
    {"base/time", {"base/text", "base/json"}},
    {"base/os", {"base/text", "base/time"}},
    {"schedule", {"base/"}},
    {"schedule/formats/reading", {"base/", "schedule"}},
    {"schedule/formats", {"base/", "schedule", "schedule/formats/reading"}},
    {"fetch/cache", {"base/"}},
    {"fetch/transfer", {"base/"}},
    {"fetch", {"base/", "fetch/transfer"}},
    {"overrides", {"base/", "schedule"}},
    {"look", {"base/"}},
    {"view/rules", {"base/", "schedule"}},
    {"view", {"base/", "schedule", "overrides", "look", "view/rules"}},
    {"layout/type", {"base/"}},
    {"layout/frame", {"base/", "look", "layout/type"}},
    {"layout/parts", {"base/", "look", "view/", "layout/frame", "layout/type"}},
    {"layout", {"base/", "look", "view/", "layout/frame", "layout/type", "layout/parts"}},
    {"settings", {"base/", "schedule", "schedule/formats", "look", "view/"}},
    {"screen/fonts", {"base/", "layout/type"}},
    {"screen", {"base/", "look", "view/", "layout/type", "layout/frame", "layout", "settings", "screen/fonts"}},
    {"sign/sources", {"base/", "schedule/", "fetch/", "overrides", "view/", "settings"}},
    {"sign", {"base/", "schedule/", "fetch/", "overrides", "look", "view/", "settings", "sign/sources"}},
    {"cli", {"base/", "schedule/formats", "overrides", "settings"}},
    {"commands",
     {"base/", "schedule/", "fetch", "overrides", "view/", "layout/", "settings", "screen/", "sign/", "cli"}},
    {"commands/sheet", {"base/", "schedule", "view/", "layout/", "settings", "screen/", "sign/", "cli", "commands"}},
    {"commands/staff",
     {"base/", "schedule", "overrides", "view/", "layout/", "settings", "screen/", "sign/", "cli", "commands"}},
    {"run", {"base/", "schedule", "fetch/", "view/", "layout/", "settings", "screen/", "sign/", "cli"}},
    {"", {"cli"}},
};

constexpr std::size_t kMostInFolder = 25;

// Where a header that is neither ours nor the standard library's may be included: folders (ending in /) or files.
struct Library {
  std::string header_begins;
  Names places;
};
const std::vector<Library> kLibraries = {
    {"SDL", {"screen/"}},
    {"curl/", {"fetch/"}},
    {"nlohmann/", {"base/json/parse.cpp", "base/json/write.cpp", "commands/describe.cpp"}},
    {"png.h", {"screen/png.cpp"}},
    {"CLI/", {"cli/options.cpp", "cli/say_options.cpp"}},
    {"fmt/",
     {"base/", "schedule/", "fetch/", "overrides/", "look/", "view/", "layout/", "settings/", "screen/", "sign/",
      "cli/", "commands/", "run/"}},
    {"tl/", {"base/text/error.hpp"}},
    {"fribidi.h", {"base/text/bidi.cpp"}},
    {"openssl/", {"base/os/base64.cpp", "base/os/digest.cpp"}},
    {"zlib.h", {"fetch/transfer/gzip_decoder.cpp"}},
    {"malloc.h", {"base/os/heap.cpp"}},
    {"xcb/", {"screen/x11_screen.cpp"}},
    {"systemd/", {"run/systemd_notifier.cpp"}},
    {"uni", {"base/text/", "layout/type/"}},  // libunistring's and POSIX's unistd.h, told apart below
};
const Names kUnistring = {"unicase.h", "unictype.h", "unigbrk.h", "unilbrk.h", "uninorm.h", "unistr.h"};

// The system's own: only at the edge.
const Names kSystemHeaders = {"unistd.h",       "fcntl.h",     "poll.h",        "dlfcn.h",     "net/if.h",
                              "ifaddrs.h",      "arpa/inet.h", "sys/eventfd.h", "sys/file.h",  "sys/resource.h",
                              "sys/signalfd.h", "sys/stat.h",  "sys/timerfd.h", "sys/timex.h", "sys/types.h"};
const Names kSystemPlaces = {"base/os/", "fetch/", "screen/", "sign/mailbox.cpp", "cli/", "commands/", "run/"};

const Names kClockReaders = {"base/os/clock.cpp"};

const Names kForbiddenCalls = {"SDL_WaitEvent", "_Wrapped",   "high_resolution_clock",
                               "gettimeofday",  "localtime(", "localtime_r("};

constexpr std::size_t kMostLines = 350;
const Names kLongerFiles = {"tests/tools/agenda_test.cpp"};

const std::vector<SourceFile>& sources() {
  static const auto files = sources_under("src");
  return files;
}

bool stands_in(const std::string& path, const Names& places) {
  return std::any_of(places.begin(), places.end(), [&path](const std::string& place) {
    return place.back() == '/' ? path.rfind(place, 0) == 0 : path == place;
  });
}

bool may_know(const Folder& folder, const std::string& other) {
  if (other == folder.path) return true;
  return std::any_of(folder.knows.begin(), folder.knows.end(), [&other](const std::string& known) {
    return known.back() == '/' ? (other + "/").rfind(known, 0) == 0 : other == known;
  });
}

const Folder* find_folder(const std::string& path) {
  const auto found =
      std::find_if(kFolders.begin(), kFolders.end(), [&path](const Folder& folder) { return folder.path == path; });
  return found != kFolders.end() ? &*found : nullptr;
}

}  // namespace

TEST_CASE("the sources are where this test looks for them") {
  std::map<std::string, std::size_t> files;
  for (const SourceFile& file : sources()) ++files[file.folder()];
  CHECK(sources().size() > 90);
  for (const Folder& folder : kFolders) CHECK_MESSAGE(files.count(folder.path) == 1, folder.path);
  for (const auto& [folder, count] : files) {
    CAPTURE(folder);
    CHECK(find_folder(folder) != nullptr);
    CHECK(count <= kMostInFolder);
  }
}

TEST_CASE("folders know only those that the arrows lead to") {
  for (const Include& include : includes_of(sources())) {
    if (include.own.empty()) continue;
    CAPTURE(include.from->path);
    CAPTURE(include.header);
    const Folder* folder = find_folder(include.from->folder());
    REQUIRE(folder != nullptr);
    CHECK(may_know(*folder, folder_of(include.own)));
    CHECK_MESSAGE(include.header == include.own, "headers are named from src/");
  }
}

TEST_CASE("the arrows go one way, between folders and between files") {
  for (auto folder = kFolders.begin(); folder != kFolders.end(); ++folder) {
    for (auto later = folder + 1; later != kFolders.end(); ++later) {
      // A folder that stands below in the list must not be known, also not as a part of a whole room.
      CAPTURE(folder->path);
      CAPTURE(later->path);
      CHECK_FALSE(may_know(*folder, later->path));
    }
  }
  CHECK(cycle_between_files(includes_of(sources())) == "");
}

TEST_CASE("each library stands in its own place, and no other is used") {
  Names used;
  for (const Include& include : includes_of(sources())) {
    const std::string& header = include.header;
    const bool standard = header.find_first_of("./") == std::string::npos;
    if (!include.own.empty() || standard) continue;
    CAPTURE(include.from->path);
    CAPTURE(header);
    if (kSystemHeaders.count(header) == 1) {
      CHECK(stands_in(include.from->path, kSystemPlaces));
      continue;
    }
    const auto library = std::find_if(kLibraries.begin(), kLibraries.end(), [&header](const Library& one) {
      return header.rfind(one.header_begins, 0) == 0;
    });
    REQUIRE(library != kLibraries.end());
    if (library->header_begins == "uni") CHECK(kUnistring.count(header) == 1);
    CHECK(stands_in(include.from->path, library->places));
    used.insert(library->header_begins);
  }
  for (const Library& library : kLibraries)
    CHECK_MESSAGE(used.count(library.header_begins) == 1, library.header_begins);
}

TEST_CASE("clocks are read in one place only") {
  const Names aliases = clock_aliases(sources());
  Names readers;
  for (const SourceFile& file : sources()) {
    CAPTURE(file.path);
    const bool reads = std::any_of(file.lines.begin(), file.lines.end(),
                                   [&aliases](const std::string& line) { return reads_clock(line, aliases); });
    if (reads) readers.insert(file.path);
    if (reads) CHECK(stands_in(file.path, kClockReaders));
  }
  CHECK(readers.count("base/os/clock.cpp") == 1);
}

TEST_CASE("these checks see what they are for") {
  const std::vector<SourceFile> odd = {
      {"view/a.hpp", {"#include <view/b.hpp>", "using Steady = std::chrono::steady_clock;", "using S = Steady;"}},
      {"view/b.hpp", {"#include \"c.hpp\"", "auto x = S::now();"}},
      {"view/c.cpp", {"# include \"view/a.hpp\""}},
      {"view/c.hpp", {}},
      {"view/d.hpp", {"typedef std::chrono::system_clock Wall;", "#include <png.h>"}},
  };
  const auto includes = includes_of(odd);
  REQUIRE(includes.size() == 4);
  CHECK(includes[0].own == "view/b.hpp");  // in <…>
  CHECK(includes[1].own == "view/c.hpp");  // by its own folder
  CHECK(includes[3].own == "");
  CHECK(cycle_between_files(includes) == "view/a view/b view/c ");
  CHECK(clock_aliases(odd) == Names{"S", "Steady", "Wall"});
  CHECK(reads_clock("auto x = S::now();", clock_aliases(odd)));
  CHECK(reads_clock("x = std::chrono::steady_clock::now();", {}));
  CHECK(reads_clock("return time(nullptr);", {}));
  CHECK_FALSE(reads_clock("next_time(0); view.time(0); clock.now(); // steady_clock::now()", {}));
  CHECK(may_know({"x", {"base/", "view"}}, "base/text"));
  CHECK(may_know({"x", {"base/", "view"}}, "view"));
  CHECK_FALSE(may_know({"x", {"base/", "view"}}, "view/inner"));
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
