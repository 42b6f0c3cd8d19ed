// SPDX-License-Identifier: MIT
#include "base/os/zone_files.hpp"

#include <doctest/doctest.h>

#include "base/os/device_zones.hpp"
#include "base/time/time_zone.hpp"

using namespace placard;
using namespace placard::test;
using namespace std::chrono_literals;

namespace {

using Lines = std::vector<std::string>;

seconds offset_of(const std::string& zone) {
  return TimeZone::find(zone).value().offset(Instant{});
}

}  // namespace

TEST_CASE("another edition is there after the next look; what was found stays as it was") {
  const DeviceZones zones;
  zones.put("Test/Here", 1h);
  const TimeZone before = TimeZone::find("Test/Here").value();
  const auto changes = zone_changes();
  CHECK(refresh_zones() == Lines{});
  CHECK(zone_changes() == changes);
  zones.put("Test/Here", 2h);
  zones.index("# version 2026f\n");
  CHECK(offset_of("Test/Here") == 1h);
  CHECK(refresh_zones() == Lines{});
  CHECK(zone_changes() == changes + 1);
  const TimeZone after = TimeZone::find("Test/Here").value();
  CHECK(before.offset(Instant{}) == 1h);
  CHECK(before.edition() == "2025b");
  CHECK(after.offset(Instant{}) == 2h);
  CHECK(after.edition() == "2026f");
  CHECK_FALSE((before == after));
}

TEST_CASE("the same rules in another file, or another edition's, are no change") {
  const DeviceZones zones;
  zones.put("Test/Here", 1h);
  const TimeZone before = TimeZone::find("Test/Here").value();
  const auto changes = zone_changes();
  zones.put("Test/Here", 1h);
  zones.index("# version 2026f\n");
  CHECK(refresh_zones() == Lines{});
  CHECK(zone_changes() == changes);
  CHECK((TimeZone::find("Test/Here").value() == before));
  CHECK(TimeZone::find("Test/Here").value().edition() == "2026f");
}

TEST_CASE("a zone first asked for after an update brings the others with it: one edition in one process") {
  const DeviceZones zones;
  zones.put("Test/Here", 1h);
  zones.put("Test/There", 1h);
  CHECK(offset_of("Test/Here") == 1h);
  const auto changes = zone_changes();
  zones.put("Test/Here", 2h);
  zones.put("Test/There", 2h);
  CHECK(offset_of("Test/There") == 2h);
  CHECK(offset_of("Test/Here") == 2h);
  CHECK(zone_changes() == changes + 1);
}

TEST_CASE("a file that is damaged or gone leaves its zone as it was, and is told once") {
  const DeviceZones zones;
  zones.put("Test/Kept", 3h);
  CHECK(offset_of("Test/Kept") == 3h);
  zones.put("Test/Kept", "TZif2 and no more");
  CHECK(refresh_zones() == Lines{zones.path("Test/Kept") +
                                 ": this time zone file can't be used (it is damaged): reinstall the package tzdata."
                                 " The zone stays as it was."});
  CHECK(refresh_zones() == Lines{});
  CHECK(offset_of("Test/Kept") == 3h);
  zones.remove("Test/Kept");
  CHECK(refresh_zones() ==
        Lines{zones.path("Test/Kept") + ": there is no such file: is the path right? The zone stays as it was."});
  CHECK(refresh_zones() == Lines{});
  CHECK(offset_of("Test/Kept") == 3h);
  zones.put("Test/Kept", 4h);
  CHECK(refresh_zones() == Lines{});
  CHECK(offset_of("Test/Kept") == 4h);
}

TEST_CASE("what was never good is not kept: it is looked for again") {
  const DeviceZones zones;
  zones.put("Test/Late", "TZif2 and no more");
  CHECK_FALSE(TimeZone::find("Test/Late"));
  CHECK(refresh_zones() == Lines{});
  zones.put("Test/Late", 1h);
  CHECK(offset_of("Test/Late") == 1h);
}

TEST_CASE("old names without a file are known from the database's own list, and follow its updates") {
  const DeviceZones zones;
  zones.put("Test/Here", 1h);
  CHECK(offset_of("Old/Here") == 1h);
  CHECK(offset_of("Older/Here") == 1h);
  CHECK(TimeZone::find("Old/Here").value().name() == "Old/Here");
  zones.put("Test/Here", 2h);
  CHECK(refresh_zones() == Lines{});
  CHECK(offset_of("Older/Here") == 2h);
  for (const char* none : {"Old/There", "Loop/A", "Loop/B", "Escape/A", "Test", "L Test/Here"}) {
    CAPTURE(none);
    CHECK_FALSE(TimeZone::find(none));
  }
}
