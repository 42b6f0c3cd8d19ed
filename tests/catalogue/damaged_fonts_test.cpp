// SPDX-License-Identifier: MIT
// Row B29: font files that are missing, damaged or something else: the sign is drawn with the faces that are left.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "base/os/temp_folder.hpp"
#include "catalogue/dose.hpp"
#include "layout/layout.hpp"
#include "schedule/programme.hpp"
#include "screen/fonts/font_book.hpp"
#include "screen/painter.hpp"

using namespace placard;
using namespace placard::test;
namespace fs = std::filesystem;

namespace {

constexpr const char* kFirstFaces[] = {"InterDisplay-Bold.otf", "Inter-SemiBold.otf", "Inter-Medium.otf"};

// The staged fonts, of which single files can be replaced.
class FontFolder {
 public:
  FontFolder() {
    for (const auto& entry : fs::directory_iterator(PLACARD_FONTS)) {
      const std::string name = entry.path().filename().string();
      if (entry.is_regular_file() && name != "Makefile") fs::create_symlink(entry.path(), at(name));
    }
  }
  std::string at(const std::string& name) const { return folder_.path(name); }
  std::string root() const { return folder_.path(""); }
  void remove(const std::string& name) const { fs::remove_all(at(name)); }
  void replace(const std::string& name, const std::string& bytes) const {
    remove(name);
    std::ofstream(at(name), std::ios::binary) << bytes;
  }
  void restore(const std::string& name) const {
    remove(name);
    fs::create_symlink(std::string(PLACARD_FONTS) + "/" + name, at(name));
  }

 private:
  TempFolder folder_;
};

std::string damaged(std::string bytes, Chance& chance) {
  switch (chance.below(6)) {
    case 0:
      return bytes.substr(0, chance.below(bytes.size()));
    case 1: {
      const auto from = bytes.begin() + static_cast<std::ptrdiff_t>(chance.below(bytes.size()));
      std::fill(from, std::min(bytes.end(), from + 4096), '\0');
      return bytes;
    }
    case 2:  // the tables' directory, where most harm is done
      for (std::uint64_t i = 1 + chance.below(8); i > 0; --i) {
        bytes[chance.below(400)] = static_cast<char>(chance.below(256));
      }
      return bytes;
    default:
      for (std::uint64_t i = 1 + chance.below(200); i > 0; --i) {
        bytes[chance.below(bytes.size())] ^= static_cast<char>(1U << chance.below(8));
      }
      return bytes;
  }
}

Frame sample_frame(const FontBook& fonts) {
  View view;
  view.texts.header.room = "Golden Gate A";
  view.texts.header.clock = "12:05 PM";
  view.texts.main.status = "Now";
  view.texts.main.shows_session = true;
  view.texts.main.headline = "Scaling Ray to a thousand nodes";
  view.texts.main.time = "11:45 AM – 12:15 PM";
  return lay_out(view, Panel{480, 320, std::nullopt}, dark_theme(), fonts);
}

// Room, title and time have ink, and so has the picture.
bool readable(const FontBook& fonts) {
  const Frame frame = sample_frame(fonts);
  for (const Role role : {Role::room, Role::title, Role::time}) {
    const bool inked = std::any_of(frame.items.begin(), frame.items.end(),
                                   [role](const Item& item) { return item.role == role && !item.ink.empty(); });
    if (!inked) return false;
  }
  const Pixels picture = paint(frame, fonts);
  const auto background = picture.data.front();
  return std::count_if(picture.data.begin(), picture.data.end(),
                       [background](std::uint32_t pixel) { return pixel != background; }) > 500;
}

bool still_readable(const FontFolder& folder) {
  const auto book = FontBook::open(folder.root());
  return book != nullptr && readable(*book);
}

}  // namespace

TEST_CASE("B29: without its first faces, or with something else in their place, the sign is drawn with the next ones") {
  const FontFolder folder;
  REQUIRE(still_readable(folder));
  const std::string hebrew = file_text(PLACARD_FONTS "/NotoSansHebrew-Regular.ttf");
  const std::string whole = file_text(std::string(PLACARD_FONTS) + "/" + kFirstFaces[0]);
  for (const std::string& instead : {std::string(), std::string("not a font\n"), std::string(300'000, '\0'), hebrew,
                                     whole.substr(0, 100), whole.substr(0, whole.size() / 2)}) {
    CAPTURE(instead.size());
    for (const char* face : kFirstFaces) folder.replace(face, instead);
    CHECK(still_readable(folder));
  }
  for (const char* face : kFirstFaces) folder.remove(face);
  CHECK(still_readable(folder));
  for (const char* face : kFirstFaces) fs::create_directory(folder.at(face));
  CHECK(still_readable(folder));
}

TEST_CASE("B29: with no face at all, or no list of them, there is a refusal") {
  const FontFolder folder;
  for (const auto& entry : fs::directory_iterator(folder.root())) {
    if (entry.path().extension() != ".json") folder.replace(entry.path().filename().string(), "not a font");
  }
  CHECK(FontBook::open(folder.root()) == nullptr);
  for (const char* list : {"", "{", "[]", "{\"styles\": 5}", "{\"styles\": {\"display\": [5]}}"}) {
    folder.replace("fonts.json", list);
    CHECK(FontBook::open(folder.root()) == nullptr);
  }
}

TEST_CASE("B29: font files damaged by chance: always a readable frame") {
  const FontFolder folder;
  const Dose sets = dose("sets of damaged fonts", 40);
  for (std::uint64_t number = sets.first; number < sets.first + sets.count; ++number) {
    CAPTURE(number);
    Chance chance(number);
    for (const char* face : kFirstFaces) {
      const std::string whole = file_text(std::string(PLACARD_FONTS) + "/" + face);
      chance.one_in(4) ? folder.restore(face) : folder.replace(face, damaged(whole, chance));
    }
    CHECK(still_readable(folder));
  }
}
