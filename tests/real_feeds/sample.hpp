// SPDX-License-Identifier: MIT
// The published schedules that tests read, where there are any.
#pragma once

#include <doctest/doctest.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "schedule/programme.hpp"

namespace placard::test {

struct Sample {
  std::string file;  // from the folder of feeds
  std::string zone;  // of the venue
};

inline const std::vector<Sample>& samples() {
  static const std::vector<Sample> all = {{"frab--30c3-2013.json", "Europe/Berlin"},
                                          {"frab--39c3-himmel-2025.json", "Europe/Berlin"},
                                          {"frab--camp-everything-2019.json", "Europe/Berlin"},
                                          {"frab2--hub-sample.json", "Europe/Berlin"},
                                          {"pretalxwidget--devopsdays-lima-2026.json", "America/Lima"},
                                          {"sessionize--globalazure-linz-2024.json", "Europe/Vienna"},
                                          {"sessionize-gridsmart--droidcon-2022-05.json", "America/Los_Angeles"},
                                          {"opass--sitcon-2022.json", "Asia/Taipei"},
                                          {"scale--scale16x-2018.json", "America/Los_Angeles"}};
  return all;
}

inline std::string sample_path(const std::string& file) {
  return PLACARD_SAMPLES "/feeds/" + file;
}

/// Whether the samples are there; says so where they are not.
inline bool have_samples() {
  const bool there = std::filesystem::exists(sample_path(samples().front().file));
  if (!there) MESSAGE("Skipped: there are no sample feeds in " PLACARD_SAMPLES ".");
  return there;
}

inline ReadFeed read_sample(const std::string& file, const std::string& zone) {
  return read_feed(file, file_text(sample_path(file)), {TimeZone::find(zone), "", ""});
}

/// The second reading of a sample (plain_feeds.py).
nlohmann::json plain_reading(const std::string& file, const std::string& zone);

}  // namespace placard::test
