// SPDX-License-Identifier: MIT
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <fstream>
#include <set>
#include <utility>

#include "base/os/clock.hpp"
#include "base/text/fold.hpp"
#include "cli/commands.hpp"
#include "cli/exit_status.hpp"
#include "cli/load_venue.hpp"
#include "cli/print.hpp"
#include "commands/event_walk.hpp"
#include "commands/sheet/file_names.hpp"
#include "commands/sheet/sheet_page.hpp"
#include "screen/downscale.hpp"
#include "screen/painter.hpp"
#include "screen/panel_frame.hpp"
#include "screen/png.hpp"
#include "sign/read_once.hpp"
#include "sign/sign_input.hpp"
#include "sign/sources/polled_sources.hpp"
#include "view/alt_text.hpp"

namespace placard {
namespace {

using namespace std::chrono_literals;

constexpr int kWidestPicture = 640;

// What all pictures of a sheet are made with.
struct SheetContext {
  const Settings& settings;
  const SourcesOnce& sources;
  std::shared_ptr<const Schedule> published;
  const FontBook& fonts;
  EventSpan span;
  std::string folder;
  TimeStyle times;
  std::map<std::string, Color> tracks;
  std::map<std::string, std::string> files;  // by title: what the files and anchors of a sign begin with
};

std::string title_of(const SignSettings& sign) {
  return sign.name.empty() ? sign.rooms.front() : sign.name;
}

// Of all signs there are: one that is asked for alone is called the same.
std::map<std::string, std::string> file_names_of(const Venue& venue, const std::vector<SignSettings>& drawn) {
  std::vector<std::string> names;
  for (const auto* signs : {&venue.settings.signs, &drawn}) {
    for (const SignSettings& sign : *signs) names.push_back(title_of(sign));
  }
  return file_names(names);
}

std::string when(const SheetContext& context, Instant at) {
  return date_text(context.times, at).substr(0, 3) + " " + time_of_day(context.times, at);
}

// Draws one frame; false when the picture can't be written.
bool add_picture(const SheetContext& context, const SignSettings& sign, const View& view, const std::string& caption,
                 SheetSign& page, std::vector<SheetFinding>& findings) {
  const PixelSize size = sign.size.value_or(kDefaultPanel);
  const Frame frame = frame_of(view, sign, size, context.fonts);
  const int factor = std::max(1, (frame.width + kWidestPicture - 1) / kWidestPicture);
  const Pixels pixels = downscaled(paint(frame, context.fonts), factor);
  SheetPicture picture;
  picture.file = fmt::format("{}-{:03}.png", page.anchor, page.pictures.size() + 1);
  picture.caption = caption;
  picture.alt_text = alt_text(view.texts);
  picture.width = pixels.width;
  picture.height = pixels.height;
  auto png = write_png(pixels, context.folder + "/" + picture.file);
  if (!png) {
    refuse(png.error().sentence);
    return false;
  }
  picture.png = std::move(*png);
  for (const Finding& finding : frame_findings(view, frame, panel_of(sign, size), sign.viewing_distance_m)) {
    const std::string text = fmt::format("{}: {}", page.room, finding.what);
    const bool told =
        std::any_of(findings.begin(), findings.end(), [&text](const auto& one) { return one.text == text; });
    if (!told) findings.push_back({text, picture_anchor(picture)});
  }
  page.pictures.push_back(std::move(picture));
  return true;
}

// What a sign says when all is not well, at a busy instant.
bool add_exceptions(const SheetContext& context, const Knowledge& knowledge, Instant busy, SheetSign& page,
                    std::vector<SheetFinding>& findings) {
  const auto add = [&](const ViewInput& input, const std::string& caption) {
    return add_picture(context, knowledge.sign(), view_at(input, busy), caption, page, findings);
  };
  ViewInput input = knowledge.at(begin_of(context.span));
  input.evidence.age = AsOf{busy - input.fresh.stale - 60s};
  if (!add(input, "If the feed can't be read for a while")) return false;
  input.evidence.age = AsOf{busy - input.fresh.old - 60s};
  if (!add(input, "If it can't be read for a day")) return false;
  const SourcesOnce nothing{{}, context.sources.overrides};
  const Knowledge ignorant = knowledge_for_event(context.settings, knowledge.sign(), nothing, context.span);
  return add(ignorant.at(begin_of(context.span)), "Before anything was read");
}

// Entries that hold outside the event, or that no change of the day shows.
bool add_overrides(const SheetContext& context, const Knowledge& knowledge, Instant busy, SheetSign& page,
                   std::vector<SheetFinding>& findings) {
  const SignSettings& sign = knowledge.sign();
  const SignNames names = with_feed_names({sign.name, sign.rooms}, *context.published);
  for (const LoadedOverride& loaded : *knowledge.overrides().loaded()) {
    if (!concerns(loaded.entry, names)) continue;
    LoadedOverride alone = loaded;
    alone.entry.from = busy;
    alone.entry.until = busy + 1h;
    ViewInput input = knowledge.at(begin_of(context.span));
    input.staff = std::make_shared<const EffectiveSchedule>(
        input.schedule, std::make_shared<const LoadedOverrides>(LoadedOverrides{alone}));
    const std::string name = loaded.entry.id.empty() ? "without id" : loaded.entry.id;
    if (!add_picture(context, sign, view_at(input, busy), "Staff message " + name, page, findings)) return false;
  }
  return true;
}

// A busy instant: the middle of the longest session that is on.
Instant busy_instant(const std::vector<View>& views, const EventSpan& span) {
  for (const View& view : views) {
    if (view.state == RoomStatus::now) return view.now->start + (view.now->end - view.now->start) / 2;
  }
  return span.begin + (span.end - span.begin) / 2;
}

// From when to when the bars of a day go: the hours around everything that takes place on any day.
struct DayHours {
  seconds first = 24h;
  seconds last{0};
};

DayHours hours_of(const SheetContext& context) {
  DayHours hours;
  const TimeZone& zone = context.times.zone;
  for (const Session& session : context.published->sessions) {
    const Instant midnight = zone.midnight(session.start, 0);
    hours.first = std::min(hours.first, std::chrono::floor<std::chrono::hours>(session.start - midnight) + 0s);
    const seconds end = std::min<seconds>(session.end.value_or(session.start + 1h) - midnight, 24h);
    hours.last = std::max(hours.last, std::chrono::ceil<std::chrono::hours>(end) + 0s);
  }
  if (hours.last <= hours.first) hours.last = hours.first + 1h;
  return hours;
}

SheetBar bar_of(const SheetContext& context, const PlannedSession& planned, Instant midnight, const DayHours& hours) {
  const auto share = [&hours](seconds span) {
    return static_cast<double>(span.count()) / static_cast<double>((hours.last - hours.first).count());
  };
  SheetBar bar;
  bar.title = planned.session->title;
  bar.times = planned.end_assumed ? time_of_day(context.times, planned.start)
                                  : time_range(context.times, planned.start, planned.end);
  const auto color = context.tracks.find(fold_name(planned.session->track));
  bar.color = color != context.tracks.end() ? to_text(color->second) : "#c9cdd1";
  bar.begin = std::clamp(share(planned.start - midnight - hours.first), 0.0, 1.0);
  bar.length = std::clamp(share(planned.end - planned.start), 0.0, 1.0 - bar.begin);
  bar.cancelled = !takes_place(*planned.session);
  return bar;
}

std::vector<SheetDay> days_of(const SheetContext& context, const SignSettings& sign) {
  std::vector<SheetDay> days;
  const DayHours hours = hours_of(context);
  for (const PlannedSession& planned : plan_room(*context.published, rooms_named(*context.published, sign.rooms))) {
    const Instant midnight = context.times.zone.midnight(planned.start, 0);
    const std::string name = date_text(context.times, planned.start);
    if (days.empty() || days.back().name != name) {
      days.push_back({name,
                      time_of_day(context.times, midnight + hours.first),
                      time_of_day(context.times, midnight + hours.last),
                      {}});
    }
    days.back().bars.push_back(bar_of(context, planned, midnight, hours));
  }
  return days;
}

bool add_sign(const SheetContext& context, const SignSettings& sign, Sheet& sheet) {
  SheetSign page;
  page.name = sign.name.empty() ? "unnamed sign" : sign.name;
  page.room = sign.rooms.front();
  page.anchor = context.files.at(title_of(sign));
  page.days = days_of(context, sign);
  const Knowledge knowledge = knowledge_for_event(context.settings, sign, context.sources, context.span);
  const auto views = views_of_event(knowledge, context.span);
  if (page.days.empty()) sheet.findings.push_back({fmt::format("{} has no sessions.", page.room), page.anchor});
  for (const View& view : views) {
    if (!add_picture(context, sign, view, when(context, view.at), page, sheet.findings)) return false;
  }
  const Instant busy = busy_instant(views, context.span);
  if (!add_exceptions(context, knowledge, busy, page, sheet.findings)) return false;
  if (!add_overrides(context, knowledge, busy, page, sheet.findings)) return false;
  sheet.signs.push_back(std::move(page));
  return true;
}

void show_progress(std::size_t done, std::size_t all, const std::string& name) {
  const bool terminal = isatty(STDERR_FILENO) == 1;
  if (terminal) {
    fmt::print(stderr, "\r\033[K{} of {} signs{}", done, all, done == all ? "\n" : ": " + name);
  } else if (done > 0) {
    fmt::print(stderr, "{} of {} signs\n", done, all);
  }
}

std::vector<SignSettings> signs_of(const Venue& venue, const Options& options) {
  const bool chosen = !options.sign.empty() || !options.rooms.empty();
  if (!chosen && !venue.settings.signs.empty()) return venue.settings.signs;
  return venue.sign ? std::vector<SignSettings>{*venue.sign} : std::vector<SignSettings>{};
}

void report_override_problems(const SheetContext& context, const SignSettings& sign) {
  const Knowledge knowledge = knowledge_for_event(context.settings, sign, context.sources, context.span);
  for (const Problem& problem : knowledge.overrides().problems()) refuse(to_sentence(problem));
}

void add_schedule_findings(const SheetContext& context, const std::vector<SignSettings>& signs, Sheet& sheet) {
  std::vector<std::string> shown;
  for (const SignSettings& sign : signs) shown.insert(shown.end(), sign.rooms.begin(), sign.rooms.end());
  for (const Finding& finding :
       schedule_findings(*context.published, shown, context.settings.everywhere, context.fonts)) {
    sheet.findings.push_back({finding.what + (finding.at ? " (" + when(context, *finding.at) + ")" : ""), ""});
  }
  for (const SignSettings& sign : signs) {
    const std::string sentence = unknown_room_sentence(*context.published, sign.rooms);
    if (!sentence.empty()) sheet.findings.push_back({sign.name + ": " + sentence, context.files.at(title_of(sign))});
  }
}

void report_failed_feeds(const std::vector<FeedUpdate>& feeds) {
  for (const FeedUpdate& update : feeds) {
    if (update.kind != FeedUpdate::Kind::failed) continue;
    refuse(update.problems.empty() ? "A feed could not be read." : to_sentence(update.problems.back()));
  }
}

std::string event_name(const Settings& settings, const Schedule& schedule) {
  if (!settings.event.empty()) return settings.event;
  return schedule.event.empty() ? "Proof sheet" : schedule.event;
}

// Draws everything and writes the page.
int make_sheet(const SheetContext& context, const std::vector<SignSettings>& signs) {
  Sheet page;
  page.event = event_name(context.settings, *context.published);
  add_schedule_findings(context, signs, page);
  for (std::size_t i = 0; i < signs.size(); ++i) {
    show_progress(i, signs.size(), signs[i].name);
    if (!add_sign(context, signs[i], page)) return kUnusable;
  }
  show_progress(signs.size(), signs.size(), "");
  std::size_t pictures = 0;
  for (const SheetSign& sign : page.signs) pictures += sign.pictures.size();
  page.made = fmt::format(
      "{} signs, {} sessions, {} pictures: every change of every sign, and what each says when things go wrong.",
      signs.size(), context.published->sessions.size(), pictures);
  const std::string path = context.folder + "/index.html";
  std::ofstream file(path, std::ios::binary);
  file << sheet_page(page);
  if (!file.flush()) return refuse(path + " could not be written.");
  fmt::print("{} pictures of {} signs, {} things to look at: {}\n", pictures, signs.size(), page.findings.size(), path);
  return kAllIsWell;
}

}  // namespace

int sheet(const Options& options) {
  const LoadedVenue loaded = load_venue(options, host_name());
  if (!loaded.venue) return refuse(first_error(loaded));
  const Venue& venue = *loaded.venue;
  const auto signs = signs_of(venue, options);
  if (signs.empty()) return refuse(venue.sentence);
  const SourcesOnce sources = read_sources_once(venue.settings, SourceSet::feeds_and_overrides);
  report_failed_feeds(sources.feeds);
  const auto schedule = merged_schedule(sources.feeds);
  const auto span = schedule ? event_span(*schedule) : std::nullopt;
  if (!span) return refuse("The feed has no sessions, so there is nothing to prove.");
  if (mkdir(options.out.c_str(), 0777) != 0 && access(options.out.c_str(), W_OK) != 0) {
    return refuse(fmt::format("{} can't be made or written to. Name a folder with --out.", options.out));
  }
  const auto fonts = FontBook::open(staged_fonts_folder());
  if (!fonts) return refuse(no_fonts_sentence(errno));
  const SheetContext context{venue.settings,
                             sources,
                             schedule,
                             *fonts,
                             *span,
                             options.out,
                             time_style(venue.settings, schedule.get()),
                             track_colors(venue.settings, schedule.get()),
                             file_names_of(venue, signs)};
  report_override_problems(context, signs.front());
  return make_sheet(context, signs);
}

}  // namespace placard
