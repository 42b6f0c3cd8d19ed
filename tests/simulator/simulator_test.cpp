// SPDX-License-Identifier: MIT
// The whole program but curl and SDL on virtual time, driven by a seed. PLACARD_SEED and PLACARD_COUNT=1 replay one
// seed and print what happened.
#include <doctest/doctest.h>

#include <filesystem>

#include "catalogue/dose.hpp"
#include "simulator/simulation.hpp"
#include "simulator/state_folder.hpp"

using namespace placard;
using namespace placard::test;

TEST_CASE("simulated lives: no frame claims more than was known") {
  const Dose lives = dose("lives", 300);
  const StateFolder folder;
  LifeTold all;
  for (std::uint64_t seed = lives.first; seed < lives.first + lives.count; ++seed) {
    LifeRules rules;
    rules.told = lives.count == 1;
    Simulation simulation(seed, folder.fresh(), rules);
    const LifeTold told = simulation.run();
    for (const std::string& line : told.events) MESSAGE(line);
    CHECK_MESSAGE(told.fault.empty(), "PLACARD_SEED=" << seed << " PLACARD_COUNT=1: " << told.fault);
    all.polls += told.polls;
    all.edits += told.edits;
    all.views += told.views;
    all.restarts += told.restarts;
    all.steps += told.steps;
  }
  MESSAGE(all.polls << " polls, " << all.edits << " edits, " << all.views << " views, " << all.restarts << " restarts, "
                    << all.steps << " changes of the clock");
}
