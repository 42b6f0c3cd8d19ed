// SPDX-License-Identifier: MIT
#include "screen/day_pictures.hpp"

#include <sstream>

#include "layout/layout.hpp"
#include "screen/staff_views.hpp"

namespace placard::test {
namespace {

// What a room's sign says from the midnight before the event to the one after, at every change and half-way to the
// next one.
std::vector<View> day_of(const std::vector<std::string>& rooms, Layout layout = Layout::room) {
  std::vector<View> views;
  const ViewInput input = input_for(rooms, layout);
  for (Instant now = at("2025-11-04T00:00"); now < at("2025-11-05T23:59");) {
    views.push_back(view_at(input, now));
    const auto next = views.back().next_change;
    if (!next) break;
    views.push_back(view_at(input, now + (*next - now) / 2));
    now = *next;
  }
  return views;
}

// What a sign says when all is not well.
std::vector<View> troubles() {
  std::vector<View> views = day_of({"A room that the feed does not know"});
  ViewInput input = input_for({"Golden Gate A"});
  const Instant now = at("2025-11-04T13:05");
  for (const seconds age : {seconds(5min), seconds(2h), seconds(48h)}) {
    input.evidence.age = AsOf{now - age};
    views.push_back(view_at(input, now));
  }
  input.schedule = nullptr;
  views.push_back(view_at(input, now));
  const std::string sentence =
      "/etc/placard/venue.json:12:3: error: \"signs.golden-gate-a.size\" is not a size. Write the panel's pixels like "
      "\"1920x1080\".";
  views.push_back(attention_view("golden-gate-a", sentence, input.times, now));
  return views;
}

struct Distance {
  PixelSize size;
  double panel_mm, meters;
};
constexpr Distance kDistances[] = {{{800, 480}, 217, 2}, {{1920, 1080}, 531, 3}, {{1080, 1920}, 298, 5}};

// Every eighth of the views on glasses whose type is enlarged for a viewing distance.
void add_distant(std::vector<Picture>& pictures, const std::vector<View>& views) {
  for (const Distance& distance : kDistances) {
    const Panel panel{distance.size.width, distance.size.height, distance.panel_mm, distance.meters};
    for (std::size_t i = 0; i < views.size(); i += 8) {
      const View& view = views[i];
      std::ostringstream what;
      what << panel.width << "x" << panel.height << " for " << distance.meters << " m, " << view.room << " at "
           << settings().zone->format(view.at);
      pictures.push_back({what.str(), lay_out(view, panel, dark_theme(), fonts()), view.room, view.texts});
    }
  }
}

std::vector<Picture> make_pictures() {
  std::vector<View> views = troubles();
  for (const auto& more : {messages(), replacements(), changed_sessions()}) {
    views.insert(views.end(), more.begin(), more.end());
  }
  for (const SignSettings& sign : settings().signs) {
    for (View& view : day_of(sign.rooms)) views.push_back(std::move(view));
  }
  for (View& view : day_of({"Lightning Theater"}, Layout::countdown)) views.push_back(std::move(view));
  for (const auto& more : {sessions_elsewhere(), replaced_and_endless_sessions()}) {
    views.insert(views.end(), more.begin(), more.end());
  }
  std::vector<Picture> pictures;
  for (const PixelSize size : kSizes) {
    for (const Theme* theme : {&dark_theme(), &light_theme()}) {
      for (const View& view : views) {
        std::ostringstream what;
        what << size.width << "x" << size.height << (theme == &dark_theme() ? " dark, " : " light, ") << view.room
             << " at " << settings().zone->format(view.at);
        const Panel panel{size.width, size.height, std::nullopt};
        pictures.push_back({what.str(), lay_out(view, panel, *theme, fonts()), view.room, view.texts});
      }
    }
  }
  add_distant(pictures, views);
  return pictures;
}

}  // namespace

const std::vector<Picture>& pictures() {
  static const auto all = make_pictures();
  return all;
}

}  // namespace placard::test
