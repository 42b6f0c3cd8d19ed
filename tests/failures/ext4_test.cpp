// SPDX-License-Identifier: MIT
// Row B19 with a real file system: an ext4 in a file whose blocks are copied while copies are written to it. The copy
// is what a power cut leaves; mounting it replays its journal.
#include <doctest/doctest.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <fstream>
#include <thread>

#include "base/os/temp_folder.hpp"
#include "catalogue/dose.hpp"
#include "failures/writer_process.hpp"
#include "fetch/cache/cached_copies.hpp"

using namespace placard;
using namespace placard::test;

namespace {

constexpr std::size_t kSize = 60'000;
constexpr std::uint64_t kMostMicroseconds = 60'000;  // between two cuts

bool well(const std::string& command) {
  return std::system((command + " >/dev/null 2>&1").c_str()) == 0;
}

// A file system in a file, mounted while this lives.
class MountedImage {
 public:
  MountedImage(const TempFolder& temp, const std::string& image, const std::string& at)
      : at_(temp.path(at)),
        mounted_(well("mkdir -p " + at_) && well("mount -o loop -t ext4 " + temp.path(image) + " " + at_)) {}
  ~MountedImage() {
    if (mounted_ && !well("umount " + at_)) well("umount -l " + at_);
  }
  MountedImage(const MountedImage&) = delete;
  MountedImage& operator=(const MountedImage&) = delete;
  bool mounted() const { return mounted_; }
  CacheFolder folder() const { return CacheFolder(at_ + "/kept"); }

 private:
  std::string at_;
  bool mounted_;
};

bool make_image(const std::string& path) {
  return well("truncate -s 8M " + path) && well("/sbin/mkfs.ext4 -q -F -E lazy_itable_init=0 " + path);
}

}  // namespace

TEST_CASE("B19: an ext4 whose power is cut holds the copy last written, or the one being written") {
  const TempFolder temp;
  if (geteuid() != 0 || !make_image(temp.path("disk"))) {
    MESSAGE("skipped: only root can mount an ext4 in a file");
    return;
  }
  const Dose cuts = dose("ext4 images of power cuts", 20);
  const MountedImage disk(temp, "disk", "mounted");
  if (!disk.mounted()) {
    MESSAGE("skipped: there is no loop device");
    return;
  }
  const SharedNumber on_disk;
  const WriterProcess writer(disk.folder(), 1, kSize, on_disk);
  std::uint64_t bad = 0;
  for (std::uint64_t number = cuts.first; number < cuts.first + cuts.count; ++number) {
    std::this_thread::sleep_for(std::chrono::microseconds(Chance(number).below(kMostMicroseconds)));
    const std::uint64_t certain = on_disk.value();
    // Blocks that were copied while several copies were written are of no one moment.
    writer.pause();
    REQUIRE(well("cp --sparse=never " + temp.path("disk") + " " + temp.path("cut")));
    const std::uint64_t begun = on_disk.value() + 1;
    writer.go_on();
    const MountedImage left(temp, "cut", "left");
    const auto found = left.folder().read("feed", kKey);
    const std::uint64_t now = found.copies.empty() ? 0 : generation_of(found.copies.front());
    if (left.mounted() && now >= certain && now <= begun) continue;
    ++bad;
    FAIL_CHECK("found " << now << ", written " << certain << " to " << begun << ", mounted " << left.mounted()
                        << ", PLACARD_SEED=" << number);
  }
  MESSAGE(on_disk.value().load() << " copies written");
  CHECK(bad == 0);
  CHECK(on_disk.value() > cuts.count / 4);
}
