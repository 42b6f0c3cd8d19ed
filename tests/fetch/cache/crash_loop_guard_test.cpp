// SPDX-License-Identifier: MIT
#include "fetch/cache/crash_loop_guard.hpp"

#include <doctest/doctest.h>

#include "base/os/temp_folder.hpp"

using namespace placard;
using namespace placard::test;
using namespace std::chrono_literals;

namespace {

// Lives of a sign on one device: each begins, reads digests, and comes to a good end or to none.
class Device {
 public:
  /// What a life that ends without warning was allowed to read.
  std::vector<std::string> crash_after(const std::vector<std::string>& digests) {
    CrashLoopGuard guard(folder(), boot, 0ms);
    guard.begin();
    return allowed(guard, digests, 1s);
  }
  std::vector<std::string> settle_after(const std::vector<std::string>& digests) {
    CrashLoopGuard guard(folder(), boot, 0ms);
    guard.begin();
    auto read = allowed(guard, digests, 1s);
    guard.mark_healthy();
    return read;
  }
  static std::vector<std::string> allowed(CrashLoopGuard& guard, const std::vector<std::string>& digests,
                                          std::chrono::milliseconds now) {
    std::vector<std::string> read;
    for (const std::string& digest : digests) {
      if (guard.may_read(digest, now)) read.push_back(digest);
    }
    return read;
  }
  std::string boot = "boot";
  CacheFolder folder() const { return CacheFolder(temp_.path("kept")); }
  void damage() const { temp_.write("kept/starts", "x"); }

 private:
  TempFolder temp_;
};

using Digests = std::vector<std::string>;

}  // namespace

TEST_CASE("B34: bytes that ended three lives in a row are passed over in the fourth, for an hour") {
  Device device;
  for (int life = 1; life <= kMostCrashes; ++life) {
    CAPTURE(life);
    CHECK(device.crash_after({"poison"}) == Digests{"poison"});
  }
  CrashLoopGuard guard(device.folder(), "boot", 0ms);
  guard.begin();
  CHECK(guard.sentence().empty());
  CHECK(Device::allowed(guard, {"poison", "other"}, 1s) == Digests{"other"});
  CHECK(guard.sentence().find("passed over for an hour") != std::string::npos);
  CHECK(Device::allowed(guard, {"poison", "other"}, kPassedOver - 1ms) == Digests{"other"});
  CHECK(Device::allowed(guard, {"poison", "other"}, kPassedOver) == Digests{"poison", "other"});
}

TEST_CASE("B34: what is passed over stays so while the sign runs well, and at its next start") {
  Device device;
  for (int life = 1; life <= kMostCrashes; ++life) device.crash_after({"poison"});
  for (int life = 1; life <= 3; ++life) {
    CrashLoopGuard guard(device.folder(), "boot", 0ms);
    guard.begin();
    CHECK(Device::allowed(guard, {"poison", "other"}, 1s) == Digests{"other"});
    guard.mark_healthy();
    CHECK(Device::allowed(guard, {"poison"}, 20s).empty());
  }
}

TEST_CASE("B34: what was passed over and then did no harm is read as anything else") {
  Device device;
  for (int life = 1; life <= kMostCrashes; ++life) device.crash_after({"feed"});
  CrashLoopGuard guard(device.folder(), "boot", 0ms);
  guard.begin();
  CHECK(Device::allowed(guard, {"feed"}, kPassedOver) == Digests{"feed"});
  guard.mark_healthy();
  CHECK(device.crash_after({"feed"}) == Digests{"feed"});
}

TEST_CASE("B34: one that ended the program again after its hour is passed over at once") {
  Device device;
  for (int life = 1; life <= kMostCrashes; ++life) device.crash_after({"poison"});
  CrashLoopGuard guard(device.folder(), "boot", 0ms);
  guard.begin();
  CHECK(Device::allowed(guard, {"poison"}, kPassedOver) == Digests{"poison"});  // and the life ends
  CHECK(device.crash_after({"poison"}).empty());
}

TEST_CASE("B34: the good copy read before the poison stays; if it was the poison after all, they change places") {
  Device device;
  for (int life = 1; life <= kMostCrashes; ++life) CHECK(device.crash_after({"a", "b"}) == Digests{"a", "b"});
  CHECK(device.crash_after({"a", "b"}) == Digests{"a"});
  CHECK(device.crash_after({"a", "b"}) == Digests{"b"});
}

TEST_CASE("a good end between makes the count begin anew") {
  Device device;
  for (int round = 0; round < 3; ++round) {
    for (int life = 1; life < kMostCrashes; ++life) CHECK(device.crash_after({"feed"}).size() == 1);
    CHECK(device.settle_after({"feed"}).size() == 1);
  }
  CrashLoopGuard guard(device.folder(), "boot", 0ms);
  guard.begin();
  CHECK(guard.sentence().empty());
}

TEST_CASE("B34: one poisonous feed is found among any number of feeds with two generations each") {
  Device device;
  Digests digests;
  for (int i = 0; i < 20; ++i) digests.push_back("feed-" + std::to_string(i));
  const Digests poison{digests.back()};
  for (int life = 1; life <= kMostCrashes; ++life) device.crash_after(digests);
  CHECK(device.crash_after(poison).empty());
}

TEST_CASE("B34: a feed that comes later and ends the program each time is found too") {
  Device device;
  for (int life = 1; life <= kMostCrashes; ++life) {
    CrashLoopGuard guard(device.folder(), "boot", 0ms);
    guard.begin();
    CHECK(Device::allowed(guard, {"cached"}, 1s).size() == 1);
    guard.mark_healthy();
    CHECK(Device::allowed(guard, {"poison"}, 15s).size() == 1);  // and the life ends
  }
  CrashLoopGuard guard(device.folder(), "boot", 0ms);
  guard.begin();
  CHECK(Device::allowed(guard, {"poison"}, 15s).empty());
}

TEST_CASE("power cuts are no fault of what was read") {
  Device device;
  for (const char* boot : {"1", "2", "3", "4", "5"}) {
    device.boot = boot;
    CHECK(device.crash_after({"feed"}).size() == 1);
  }
}

TEST_CASE("without a disk nothing is counted, and everything is read") {
  for (int life = 0; life < 10; ++life) {
    CrashLoopGuard guard(CacheFolder(""), "boot", 0ms);
    guard.begin();
    CHECK(guard.may_read("poison", 1s));
    CHECK(guard.sentence().empty());
  }
}

TEST_CASE("a damaged count is as good as none, and counts on") {
  Device device;
  for (int life = 1; life <= kMostCrashes; ++life) device.crash_after({"feed"});
  device.damage();
  CHECK_NOTHROW(device.crash_after({"feed"}));
  for (int life = 1; life <= kMostCrashes; ++life) device.crash_after({"feed"});
  CHECK(device.crash_after({"feed"}).empty());
}
