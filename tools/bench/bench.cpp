// SPDX-License-Identifier: MIT
// Speed and memory of what a sign does, each as a ratio to something known that is measured in the same run.
#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "layout/room_layout.hpp"
#include "schedule/formats/feed_format.hpp"
#include "screen/fonts/font_book.hpp"
#include "screen/painter.hpp"
#include "view/view_at.hpp"

namespace {

using namespace placard;

std::string read_file(const char* path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

// The median of many runs, in microseconds.
template <typename Work>
double microseconds(Work work) {
  std::vector<double> times;
  for (int i = 0; i < 31; ++i) {
    const auto start = std::chrono::steady_clock::now();
    work();
    times.push_back(std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - start).count());
  }
  std::nth_element(times.begin(), times.begin() + 15, times.end());
  return times[15];
}

void report(const char* what, double time, const char* than, double reference) {
  fmt::print("{:<44} {:>9.0f} us   {:>7.2f} x {}\n", what, time, time / reference, than);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    fmt::print(stderr, "Usage: placard_bench FEED (such as config/feed/ray-summit-2025.json)\n");
    return 2;
  }
  const std::string text = read_file(argv[1]);
  const ReadFeed read = read_feed(argv[1], text, {});
  const auto fonts = FontBook::open(staged_fonts_folder());
  if (!read.schedule || read.schedule->sessions.empty() || !fonts) {
    fmt::print(stderr, "The feed or the fonts could not be read.\n");
    return 1;
  }
  const Session& session = read.schedule->sessions[read.schedule->sessions.size() / 2];
  const std::string room = read.schedule->rooms[session.rooms.front()].name;
  ViewInput input{.sign = "",
                  .rooms = {room},
                  .schedule = std::make_shared<const Schedule>(*read.schedule),
                  .evidence = {AsAsked{}, Coverage::complete, ClockState::known},
                  .fresh = {},
                  .times = {TimeZone::fixed(read.schedule->utc_offset.value_or(seconds(0))), true},
                  .tracks = {},
                  .everywhere = {},
                  .countdown = {},
                  .staff = nullptr,
                  .plans = nullptr,
                  .messages = {},
                  .replacement = std::nullopt,
                  .open = std::nullopt};
  const Panel panel{1920, 1080, std::nullopt};
  const View view = view_at(input, session.start);
  const Frame frame = lay_out_room(view, panel, dark_theme(), *fonts);

  const double dom = microseconds([&] { static_cast<void>(nlohmann::json::parse(text).size()); });
  report("feed to Schedule", microseconds([&] { static_cast<void>(read_feed("", text, {}).skipped); }),
         "nlohmann's own parse of it", dom);
  const double fill = microseconds([&] { static_cast<void>(Pixels(1920, 1080, kBlack).width); });
  report("View, with the instants of its next changes",
         microseconds([&] { static_cast<void>(view_at(input, session.start).at); }), "filling a 1920x1080 picture",
         fill);
  report("Frame of it",
         microseconds([&] { static_cast<void>(lay_out_room(view, panel, dark_theme(), *fonts).items.size()); }),
         "filling a 1920x1080 picture", fill);
  report("painting it", microseconds([&] { static_cast<void>(paint(frame, *fonts).width); }),
         "filling a 1920x1080 picture", fill);
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  fmt::print("peak memory {} MB, of which a 1920x1080 picture is 8\n", usage.ru_maxrss / 1024);
  return 0;
}
