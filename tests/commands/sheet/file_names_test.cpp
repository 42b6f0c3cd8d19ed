// SPDX-License-Identifier: MIT
#include "commands/sheet/file_names.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "base/os/digest.hpp"
#include "base/text/fold.hpp"

using namespace placard;

namespace {

using Names = std::vector<std::string>;

std::string digest(const std::string& name) {
  return "-" + sha256(name).substr(0, 8);
}

}  // namespace

TEST_CASE("a sign's files are called after it, readably") {
  struct Row {
    std::string name, file;
  };
  for (const Row& row : {Row{"golden-gate-a", "golden-gate-a"},
                         {"Golden Gate A", "golden-gate-a"},
                         {"東", "東"},
                         {"Зал 2", "зал-2"},
                         {"हॉल", "हॉल"},
                         {"A/B", "a-b"},
                         {"..", "sign"},
                         {"../../etc/passwd", "etc-passwd"},
                         {"<b>\"'&", "b"},
                         {"🚀", "sign"},
                         {std::string(500, 'x'), std::string(60, 'x')}}) {
    CAPTURE(row.name);
    CHECK(file_names({row.name}).at(row.name) == row.file);
  }
}

TEST_CASE("signs whose files would be called the same are told apart; a name that is one already stays as it is") {
  const Names names = {"東",
                       "西",
                       "Зал",
                       "зал",
                       "hall 1",
                       "hall-1",
                       "HALL  1",
                       "A/B",
                       "A-B",
                       "..",
                       "...",
                       "sign",
                       "Hall",
                       "Straße",
                       "STRASSE",
                       "Cafe\u0301",
                       "Caf\u00E9",
                       "hall-1" + digest("hall 1"),
                       std::string(500, 'y') + "1",
                       std::string(500, 'y') + "2"};
  const auto files = file_names(names);
  std::set<std::string> folded;
  for (const auto& [name, file] : files) {
    CAPTURE(name);
    CAPTURE(file);
    CHECK(folded.insert(fold_name(file)).second);
    CHECK(file.find_first_of("/.\\\"'&<> ") == std::string::npos);
    CHECK(file.size() < 150);
  }
  CHECK(files.size() == names.size());
  CHECK(files.at("東") == "東");
  CHECK(files.at("hall-1") == "hall-1");
  CHECK(files.at("sign") == "sign");
  CHECK(files.at("зал") == "зал");
  CHECK(files.at("Зал") == "зал" + digest("Зал"));
  CHECK(files.at("A-B") == "a-b" + digest("A-B"));
  CHECK(files.at("hall-1" + digest("hall 1")) == "hall-1" + digest("hall 1"));
  CHECK(files.at("hall 1").starts_with("hall-1" + digest("hall 1")));
}

TEST_CASE("the order of the signs changes no name") {
  Names names = {"Hall", "hall", "HALL", "東", "hall 1", "hall-1"};
  const auto files = file_names(names);
  while (std::next_permutation(names.begin(), names.end())) CHECK(file_names(names) == files);
}
