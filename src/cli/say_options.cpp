// SPDX-License-Identifier: MIT
#include "cli/say_options.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <map>

#include "base/time/duration.hpp"
#include "cli/decimal.hpp"

namespace placard {
namespace {

constexpr int kMostDelay = 24 * 60;  // minutes

constexpr const char* kSayExamples = R"(Examples:
  placard say "Lunch is served in Rayground" --for 30m
  placard say "Please leave by the nearest exit" --level takeover --until 15:30
  placard say --title "State of vLLM 2025" --move-to "Keynote Session"
  placard say --room "Golden Gate B" --start 14:30 --cancel
  placard say --room "Lightning Theater" --delay 10
  placard say --room "Golden Gate A" --full
  placard say --sign gift-room --replace "Private event" --until 17:00
Times are the venue's; a time of day alone is the next one. What is said of a session holds until 4 in the morning after
it, for a session that runs late must not come back. Without anything it lists what the file says.)";

CLI::Option* add_names(CLI::App& app, const char* name, std::vector<std::string>& into, const char* what) {
  return app.add_option(name, into, what)
      ->type_name("NAME")
      ->allow_extra_args(false)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

void add_targets(CLI::App& app, SayTargets& targets) {
  add_names(app, "--sign", targets.signs, "A sign it is for; again for more; * and ? stand for any characters");
  add_names(app, "--room", targets.rooms, "A room it is for; the same");
}

void add_times(CLI::App& app, SaySpan& span) {
  app.add_option("--from", span.from, "From when [now]: 15:30, 2025-11-04T15:30")->type_name("TIME");
  auto* until = app.add_option("--until", span.until, "Until when")->type_name("TIME");
  const auto read_length = [&span](const std::string& text) {
    span.length = parse_span(text);
    return span.length ? std::string() : fmt::format("\"{}\" is not a span such as 30m, 2h or 1h30m", text);
  };
  app.add_option_function<std::string>(
         "--for", [](const std::string&) {}, "For how long [60m; a session's change: to 4:00 after the session]")
      ->type_name("SPAN")
      ->check(CLI::Validator(read_length, "", ""))
      ->excludes(until);
}

void add_session_options(CLI::App& app, SayOptions& options) {
  app.add_option("--session", options.session.id, "The session, by its id in the feed")->type_name("ID");
  app.add_option("--title", options.session.title, "The session, by its title")->type_name("TITLE");
  app.add_option("--start", options.session.start, "The session, with --room: when it was to start")->type_name("TIME");
  app.add_flag("--cancel", options.cancelled, "The session does not take place");
  app.add_option("--move-to", options.move_to, "The room the session moved to")->type_name("ROOM");
  app.add_option("--set-title", options.set.title, "Its new title")->type_name("TITLE");
  app.add_option("--set-start", options.set.start, "Its new start")->type_name("TIME");
  app.add_option("--set-end", options.set.end, "Its new end")->type_name("TIME");
  app.add_option("--set-track", options.set.track, "Its new track")->type_name("TRACK");
  add_names(app, "--set-speaker", options.set.speakers, "A new speaker; again for more");
}

void add_room_options(CLI::App& app, SayOptions& options) {
  app.add_flag("--full", options.full, "No seats are left in the session, or in the rooms");
  const auto read_delay = [&options](const std::string& text) {
    options.delay_minutes = parse_whole(text).value_or(0);
    const bool sane = options.delay_minutes >= 1 && options.delay_minutes <= kMostDelay;
    return sane ? std::string() : fmt::format("Value {} not in range 1 to {}", text, kMostDelay);
  };
  app.add_option_function<std::string>(
         "--delay", [](const std::string&) {}, "The rooms run so many minutes late")
      ->type_name("MINUTES")
      ->check(CLI::Validator(read_delay, "", ""));
  app.add_option("--replace", options.replace.title, "A title in place of the programme")->type_name("TITLE");
  app.add_option("--text", options.replace.text, "With --replace: a text under the title")->type_name("TEXT");
}

}  // namespace

void add_say_options(CLI::App& app, SayOptions& options) {
  const std::map<std::string, MessageLevel> levels = {
      {"notice", MessageLevel::notice}, {"warning", MessageLevel::warning}, {"takeover", MessageLevel::takeover}};
  app.add_option("message", options.message.text, "The message")->type_name("TEXT");
  app.add_option("--level", options.message.level, "How loud: notice, warning or takeover [notice]")
      ->type_name("LEVEL")
      ->transform(CLI::CheckedTransformer(levels, CLI::ignore_case));
  add_targets(app, options.targets);
  add_times(app, options.span);
  app.add_option("--id", options.id, "A name for it, to take it back by")->type_name("ID");
  app.add_option("--by", options.by, "Who says so, for colleagues")->type_name("NAME");
  add_session_options(app, options);
  add_room_options(app, options);
  app.add_flag("--force", options.force, "Write it although a sign, room or session it names is not known");
  app.footer(kSayExamples);
}

void add_unsay_options(CLI::App& app, UnsayOptions& options) {
  app.add_option("id", options.ids, "The entries to take back, by their ids")->type_name("ID");
  app.add_flag("--all", options.all, "All of them; with --sign or --room, all for these");
  app.add_flag("--expired", options.expired, "Those that are over");
  add_targets(app, options.targets);
}

}  // namespace placard
