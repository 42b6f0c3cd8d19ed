// SPDX-License-Identifier: MIT
// A venue whose feed a real web server has, for signs that go through something.
#pragma once

#include <memory>

#include "end_to_end/screen.hpp"
#include "end_to_end/staff_venue.hpp"
#include "end_to_end/web_server.hpp"

namespace placard::end_to_end {

inline const std::string kFeed = PLACARD_SOURCE "/config/feed/ray-summit-2025.json";

inline bool have(const Screen& screen) {
  if (screen.display().empty()) MESSAGE("Skipped: Xvfb is not installed or did not start.");
  return !screen.display().empty();
}

/// A venue whose feed a web server has, and a folder in which its sign keeps what it knows.
class ServedVenue {
 public:
  ServedVenue() { serve(read_file(kFeed)); }
  ~ServedVenue() { remove_folder(runtime_); }
  ServedVenue(const ServedVenue&) = delete;
  ServedVenue& operator=(const ServedVenue&) = delete;

  bool works() const {
    if (server_.url().empty()) MESSAGE("Skipped: nginx is not installed or did not start.");
    return !server_.url().empty();
  }
  void serve(const std::string& feed) const { write_file(server_.root() + "/feed.json", feed); }
  void go_down() { server_.stop(); }
  std::string url() const { return server_.url() + "/feed.json"; }
  std::string state() const { return venue_.config() + ".state"; }
  const Venue& venue() const { return venue_; }

  SignTexts command(const std::string& sign = "golden-gate-b") const {
    std::string config = read_file(PLACARD_SOURCE "/config/venue.json");
    config.replace(config.find("feed/ray-summit-2025.json"), 25, url());
    config.replace(config.find("\"poll_seconds\": 15"), 18, "\"poll_seconds\": 2");
    write_file(venue_.config(), config);
    return venue_.command({"run", "--sign", sign, "--report"});
  }
  Environment environment(const Screen& screen, Environment more = {}) const {
    more["STATE_DIRECTORY"] = state();
    more["XDG_RUNTIME_DIR"] = runtime_;
    for (const auto& [name, value] : screen.environment()) more[name] = value;
    return more;
  }
  /// What the sign shows with this feed, and with messages.
  Pixels picture(const std::string& feed, const std::string& sign = "golden-gate-b",
                 const std::string& overrides = "") const {
    const std::string file = venue_.config() + ".feed";
    write_file(file, feed);
    const std::string out = venue_.config() + ".png";
    SignTexts shot = {kProgram, "shot", "--config", PLACARD_SOURCE "/config/venue.json",
                      "--feed", file,   "--sign",   sign,
                      "--at",   kAt,    "--size",   "800x480",
                      "--out",  out};
    if (!overrides.empty()) {
      write_file(venue_.config() + ".messages", "{\"overrides\": [" + overrides + "]}");
      shot.insert(shot.end(), {"--overrides", venue_.config() + ".messages"});
    }
    const Finished finished = run_program(shot);
    CHECK(finished.status == 0);
    return test::read_png(out);
  }

 private:
  Venue venue_;
  std::string runtime_ = make_folder();
  WebServer server_;
};

inline bool shows(const Screen& screen, const Pixels& picture,
                  std::chrono::milliseconds most = std::chrono::seconds(15)) {
  return eventually(most, [&] { return differing_pixels(screen.grab(), picture) == 0; });
}

inline std::string renamed(const std::string& to) {
  std::string feed = read_file(kFeed);
  const std::string title = "Ray at Applied Intuition: Scaling Batch Inference and RL";
  return feed.replace(feed.find(title), title.size(), to);
}

}  // namespace placard::end_to_end
