// SPDX-License-Identifier: MIT
// The proof sheet of the shipped venue, and a browser that opens it.
#include <doctest/doctest.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <set>

#include "end_to_end/process.hpp"
#include "screen/read_png.hpp"

namespace placard::end_to_end {
namespace {

using Json = nlohmann::json;
const std::string kProgram = PLACARD_PROGRAM;
const std::string kConfig = PLACARD_SOURCE "/config/venue.json";

std::size_t count(const std::string& text, const std::string& what) {
  std::size_t found = 0;
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++found;
  return found;
}

// Every instant at which the sign changes, as describe tells.
std::set<std::string> changes_of(const std::string& sign) {
  std::set<std::string> changes;
  std::string at = "2025-11-04T08:00:00-08:00";
  while (at < "2025-11-04T19:00:01") {
    changes.insert(at);
    const Json told =
        Json::parse(run_program({kProgram, "describe", "--config", kConfig, "--sign", sign, "--at", at}).out);
    if (told["next_change"].is_null()) break;
    at = told["next_change"].get<std::string>();
  }
  return changes;
}

}  // namespace

TEST_CASE("the proof sheet has a picture of every change of every sign, and one page that needs nothing else") {
  const std::string folder = make_folder();
  // Small glasses are drawn sooner.
  std::string config = read_file(kConfig);
  config.insert(config.find("\"signs\""), "\"size\": \"1280x720\", ");
  config.replace(config.find("feed/ray"), 8, PLACARD_SOURCE "/config/feed/ray");
  write_file(folder + "/venue.json", config);
  const Finished made =
      run_program({kProgram, "sheet", "--config", folder + "/venue.json", "--out", folder + "/sheet"});
  CHECK(made.status == 0);
  CHECK(made.err.find("12 of 12 signs") != std::string::npos);
  const std::string page = read_file(folder + "/sheet/index.html");
  for (const char* sign : {"golden-gate-a", "lightning-theater", "gift-room"}) {
    CAPTURE(std::string(sign));
    std::size_t pictures = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder + "/sheet")) {
      if (entry.path().filename().string().starts_with(sign)) ++pictures;
    }
    CHECK(pictures == changes_of(sign).size() + 3);  // and stale, old, nothing read
    CHECK(count(page, "<figure id=\"" + std::string(sign) + "-") == pictures);
  }
  CHECK(count(page, "<section id=") == 12);
  CHECK(count(page, "<figure") == count(page, "data:image/png;base64,"));
  CHECK(page.find("http") == std::string::npos);
  CHECK(test::read_png(folder + "/sheet/golden-gate-a-001.png").width == 640);
  if (!installed("chromium")) {
    MESSAGE("Skipped: Chromium is not installed (tools/test --with-browser installs it).");
  } else {
    // The browser's own count of what it could draw comes back in the document's title.
    const std::string probe =
        "<script>addEventListener('load',()=>{const all=[...document.images];document.title='drawn '+"
        "all.filter(i=>i.naturalWidth>0).length+' of '+all.length+' in '+document.querySelectorAll('section').length})"
        "</script></html>";
    write_file(folder + "/sheet/probe.html", page.substr(0, page.rfind("</html>")) + probe);
    const Finished browser =
        run_program({"chromium", "--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=20000",
                     "--user-data-dir=" + folder + "/profile", "--dump-dom", "file://" + folder + "/sheet/probe.html"});
    const std::string figures = std::to_string(count(page, "<figure"));
    CHECK(browser.out.find("<title>drawn " + figures + " of " + figures + " in 12</title>") != std::string::npos);
  }
  remove_folder(folder);
}

TEST_CASE("one sign alone, and what can't be done, in sentences") {
  const std::string folder = make_folder();
  CHECK(run_program({kProgram, "sheet", "--config", kConfig, "--sign", "gift-room", "--out", folder + "/one"})
            .out.find("of 1 signs") != std::string::npos);
  CHECK(run_program({kProgram, "sheet", "--config", kConfig}).status == 2);
  const Finished nowhere = run_program({kProgram, "sheet", "--config", kConfig, "--out", "/proc/nowhere"});
  CHECK(nowhere.status == 1);
  CHECK(nowhere.err.find("Name a folder with --out.") != std::string::npos);
  write_file(folder + "/empty.json", R"({"sessions": []})");
  const Finished empty =
      run_program({kProgram, "sheet", "--feed", folder + "/empty.json", "--room", "A", "--out", folder + "/two"});
  CHECK(empty.status == 1);
  CHECK(empty.err.find("The feed has no sessions") != std::string::npos);
  remove_folder(folder);
}

TEST_CASE("a staff message is on the sheet of a sign that names its room by the feed's id") {
  const std::string folder = make_folder();
  write_file(folder + "/feed.json", R"({"rooms": [{"id": 7, "name": "Main Hall"}], "sessions": [{"id": "1",
    "title": "Alpha", "startsAt": "2025-11-04T13:00:00", "endsAt": "2025-11-04T13:30:00", "roomId": 7}]})");
  write_file(folder + "/overrides.json", R"({"overrides": [{"id": "late", "rooms": ["Main Hall"], "level": "notice",
    "message": "The keynote begins late", "from": "2025-11-20T13:00", "until": "2025-11-20T14:00"}]})");
  write_file(folder + "/venue.json", R"({"time_zone": "America/Los_Angeles", "size": "320x200",
    "feed": {"url": "feed.json"}, "overrides": "overrides.json", "signs": {"hall": {"room": "7"}}})");
  const Finished made =
      run_program({kProgram, "sheet", "--config", folder + "/venue.json", "--out", folder + "/sheet"});
  CHECK(made.status == 0);
  const std::string page = read_file(folder + "/sheet/index.html");
  CHECK(count(page, "Staff message late") == 1);
  CHECK(page.find("The keynote begins late") != std::string::npos);
  remove_folder(folder);
}

TEST_CASE("one feed of two missing: neither describe nor the sheet claims that a room has no sessions") {
  const std::string folder = make_folder();
  const std::string config = folder + "/venue.json";
  write_file(folder + "/feed.json", R"({"sessions": [{"title": "Alpha", "room": "Hall",
    "start": "2025-11-04T13:00:00-08:00", "end": "2025-11-04T13:30:00-08:00"}]})");
  write_file(config, R"({"time_zone": "America/Los_Angeles", "size": "320x200",
    "feed": [{"url": "feed.json"}, {"url": "missing.json"}], "signs": {"other": {"room": "Other Room"}}})");
  const Finished told =
      run_program({kProgram, "describe", "--config", config, "--sign", "other", "--at", "2025-11-04T12:30:00-08:00"});
  CHECK(told.status == 1);
  const Json sign = Json::parse(told.out);
  CHECK(sign["state"] == "unknown");
  CHECK(sign["freshness"] == "no-data");
  const Finished made = run_program({kProgram, "sheet", "--config", config, "--out", folder + "/sheet"});
  CHECK(made.status == 0);
  CHECK(made.err.find("missing.json") != std::string::npos);
  const std::string page = read_file(folder + "/sheet/index.html");
  CHECK(page.find("Waiting for the programme") != std::string::npos);
  CHECK(page.find("No sessions are planned") == std::string::npos);
  remove_folder(folder);
}

TEST_CASE("signs whose names differ in marks, case or script alone have pictures and anchors of their own") {
  const std::string folder = make_folder();
  write_file(folder + "/feed.json", R"({"sessions": [{"room": "Hall", "title": "Alpha",
      "start": "2025-11-04T13:00:00Z", "end": "2025-11-04T13:30:00Z"}]})");
  const std::vector<std::string> names = {"東", "西", "Зал", "hall 1", "hall-1", "HALL 1", "A/B", "A-B", "hall-1-001"};
  std::string signs;
  for (const std::string& name : names) signs += (signs.empty() ? "\"" : ", \"") + name + "\": {\"room\": \"Hall\"}";
  write_file(folder + "/venue.json",
             R"({"feed": {"url": "feed.json"}, "time_zone": "UTC", "size": "320x240", "signs": {)" + signs + "}}");
  const auto draw = [&folder](const std::string& out) {
    CHECK(run_program({kProgram, "sheet", "--config", folder + "/venue.json", "--out", folder + out}).status == 0);
    return read_file(folder + out + "/index.html");
  };
  const std::string page = draw("/sheet");
  std::set<std::string> ids;
  std::size_t all = 0;
  for (auto at = page.find(" id=\""); at != std::string::npos; at = page.find(" id=\"", at + 1), ++all) {
    ids.insert(page.substr(at + 5, page.find('"', at + 5) - at - 5));
  }
  const std::size_t pictures = count(page, "<figure");
  CHECK(ids.size() == all);
  CHECK(all == names.size() + pictures);
  std::size_t files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder + "/sheet")) {
    if (entry.path().extension() == ".png") ++files;
  }
  CHECK(files == pictures);
  CHECK(draw("/again") == page);
  remove_folder(folder);
}

}  // namespace placard::end_to_end
