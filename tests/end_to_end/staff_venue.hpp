// SPDX-License-Identifier: MIT
// A venue of its own for each test of staff messages.
#pragma once

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "end_to_end/process.hpp"
#include "screen/read_png.hpp"

namespace placard::end_to_end {

using SignTexts = std::vector<std::string>;
inline const std::string kProgram = PLACARD_PROGRAM;
inline const std::string kAt = "2025-11-04T13:05:00-08:00";

/// A folder with the shipped config and an overrides file of its own.
class Venue {
 public:
  Venue() : folder_(make_folder()) {
    for (const char* name : {"/venue.json", "/overrides.json", "/feed/ray-summit-2025.json"}) {
      mkdir((folder_ + "/feed").c_str(), 0755);
      write_file(folder_ + name, read_file(PLACARD_SOURCE "/config" + std::string(name)));
    }
  }
  ~Venue() { remove_folder(folder_); }
  Venue(const Venue&) = delete;
  Venue& operator=(const Venue&) = delete;

  std::string config() const { return folder_ + "/venue.json"; }
  std::string overrides() const { return folder_ + "/overrides.json"; }
  void write_overrides(const std::string& entries) const {
    write_file(overrides(), "{\"overrides\": [" + entries + "]}");
  }

  /// What begins the program as run() does.
  SignTexts command(SignTexts texts, const std::string& at = kAt) const {
    texts.insert(texts.begin(), kProgram);
    texts.insert(texts.end(), {"--config", config(), "--at", at});
    return texts;
  }
  Finished run(const SignTexts& texts, const std::string& at = kAt) const { return run_program(command(texts, at)); }
  nlohmann::json describe(const std::string& sign, const std::string& at = kAt) const {
    return nlohmann::json::parse(run({"describe", "--sign", sign}, at).out);
  }
  nlohmann::json entries() const {
    return nlohmann::json::parse(read_file(overrides()), nullptr, false, true)["overrides"];
  }
  Pixels shot(const std::string& sign, const std::string& at) const {
    const std::string out = folder_ + "/shot.png";
    const Finished finished = run_program(
        {kProgram, "shot", "--config", config(), "--sign", sign, "--at", at, "--size", "800x480", "--out", out});
    CHECK(finished.status == 0);
    return test::read_png(out);
  }

 private:
  std::string folder_;
};

}  // namespace placard::end_to_end
