// SPDX-License-Identifier: MIT
// Row B22: memory runs out in any place of a turn. The next turn shows what this one would have shown.
#include <doctest/doctest.h>

#include <functional>

#include "memory/failing_memory.hpp"
#include "run/config_reader.hpp"
#include "run/running_sign.hpp"

using namespace placard;
using namespace placard::test;
using namespace std::chrono_literals;

namespace {

// Every allocation of the turn after `happens` fails once, and then for ever. Returns how many there were.
std::size_t fail_each_in_turn(const std::function<void(RunningSign&)>& happens, const LoadedVenue& shown_by,
                              const std::vector<Timed>& came) {
  const CapturedLog log;
  const Pixels expected = picture(shown_by, came, at(3s));
  std::size_t tried = 0;
  bool failed = true;
  for (const Fails fails : kFails) {
    failed = true;
    for (std::size_t index = 1; failed; ++index, ++tried) {
      CAPTURE(index);
      const TempFolder disk(TempFolder::Memory::here);
      RunningSign sign(disk, config(), without_setup_lines());
      sign.turn_after(titled("Before"), at(1s));
      happens(sign);
      {
        const FailingMemory memory(fails, index);
        sign.turn(at(2s));
        failed = memory.failed();
      }
      sign.turn(at(3s));
      if (sign.state() != SignLoop::State::showing || sign.display.shown != expected) FAIL("another picture");
    }
  }
  return tried;
}

}  // namespace

TEST_CASE("B22: any allocation fails in a turn with several updates: the next turn shows them all") {
  const auto several = [](RunningSign& sign) {
    for (int i = 0; i < 12; ++i) sign.mailbox.post(unchanged(0));
    sign.mailbox.post(titled("After"));
  };
  const std::size_t tried =
      fail_each_in_turn(several, config(), {{titled("Before"), at(1s)}, {titled("After"), at(2s)}});
  MESSAGE(tried << " failed allocations");
  CHECK(tried > 100);
}

TEST_CASE("B22: any allocation fails in a turn with another config: the next turn shows it") {
  LoadedVenue light = config();
  light.venue->sign->theme = ThemeName::light;
  const std::size_t tried =
      fail_each_in_turn([&light](RunningSign& sign) { sign.changed = light; }, light, {{titled("Before"), at(1s)}});
  MESSAGE(tried << " failed allocations");
  CHECK(tried > 100);
}

TEST_CASE("B22: any allocation fails while a config that changed is read: it is read again") {
  const CapturedLog log;
  const TempFolder folder;
  // Each longer than the one before: files are dated too coarsely to tell two quick edits apart.
  std::string event;
  const auto edit = [&] {
    event += 'x';
    return folder.write("venue.json", R"({"feed": {"url": "feed.json"}, "event": ")" + event + "\"}");
  };
  Options options;
  options.config = edit();
  ConfigReader reader(options);
  fail_each_allocation([&](Fails fails, std::size_t index) {
    CAPTURE(index);
    edit();
    REQUIRE_FALSE(reader.changed());  // it may be half written
    std::optional<LoadedVenue> changed;
    bool failed = false;
    {
      const FailingMemory memory(fails, index);
      try {
        changed = reader.changed();
      } catch (const std::bad_alloc&) {
      }
      failed = memory.failed();
    }
    if (!changed) changed = reader.changed();
    const bool read = changed && changed->venue && changed->venue->settings.event == event;
    if (!read) FAIL("the edit is lost");
    return failed;
  });
}
