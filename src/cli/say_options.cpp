// SPDX-License-Identifier: MIT
#include "cli/say_options.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "base/text/fold.hpp"
#include "base/time/duration.hpp"
#include "cli/decimal.hpp"

namespace placard {
namespace {

constexpr int kMostDelay = 24 * 60;  // minutes
constexpr int kMostWords = 1000;     // of a message without quotes

constexpr const char* kSayExamples = R"(Examples:
  placard say "Lunch is served in Rayground" --for 30m
  placard say "Please leave by the nearest exit" --level takeover --until 15:30
  placard say --title "State of vLLM 2025" --move-to "Keynote Session"
  placard say --room "Golden Gate B" --start 14:30 --cancel
  placard say --room "Lightning Theater" --delay 10
  placard say --room "Golden Gate A" --full
  placard say --sign gift-room --replace "Private event" --until 17:00
Times are the venue's, as people write them (15:30, 3:30 PM, "in 20 min", "tomorrow 9:00"); a time of day alone is the next
one. What is said of a session holds until 4 in the morning after it, for a session that runs late must not come back; a
delay until a gap has taken it up. --title, --room and --start may be combined. Without anything it lists what the file
says, and what of it is hidden.)";

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
  app.add_option("--from", span.from, "From when [now]: 15:30, 3:30 PM, \"in 20 min\", 2025-11-04T15:30")
      ->type_name("TIME");
  auto* until = app.add_option("--until", span.until, "Until when")->type_name("TIME");
  const auto read_length = [&span](const std::string& text) {
    span.length = parse_span(text);
    return span.length ? std::string() : fmt::format("\"{}\" is not a span such as 30m, 2h or 1h30m", text);
  };
  app.add_option_function<std::string>(
         "--for", [](const std::string&) {}, "For how long [60m; what is said of sessions: until they are over]")
      ->type_name("SPAN")
      ->check(CLI::Validator(read_length, "", ""))
      ->excludes(until);
}

void add_session_options(CLI::App& app, SayOptions& options) {
  app.add_option("--session", options.session.id, "The session, by its id in the feed")->type_name("ID");
  app.add_option("--title", options.session.title, "The session, by its title")->type_name("TITLE");
  app.add_option("--start", options.session.start, "The session, with --room or --title: when it was to start")
      ->type_name("TIME");
  app.add_flag("--all", options.all, "All sessions that fit, where several do");
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

void add_message(CLI::App& app, SayMessage& message) {
  const auto read_words = [&message](const std::vector<std::string>& words) {
    if (words.size() > 1) {
      const std::string quoted = fmt::format("{}", fmt::join(words, " "));
      throw CLI::ParseError(fmt::format("Put the message in quotes: placard say \"{}\"", quoted),
                            CLI::ExitCodes::ExtrasError);
    }
    message.text = words.front();
  };
  app.add_option_function<std::vector<std::string>>("message", read_words, "The message, in quotes")
      ->type_name("TEXT")
      ->expected(1, kMostWords);
  const auto read_level = [&message](const std::string& text) {
    for (const MessageLevel level : {MessageLevel::notice, MessageLevel::warning, MessageLevel::takeover}) {
      if (fold_name(text) != name_of(level)) continue;
      message.level = level;
      return std::string();
    }
    return fmt::format("\"{}\" is no level: write notice, warning or takeover", text);
  };
  app.add_option_function<std::string>(
         "--level", [](const std::string&) {}, "How loud: notice, warning or takeover [notice]")
      ->type_name("LEVEL")
      ->check(CLI::Validator(read_level, "", ""));
}

}  // namespace

void add_say_options(CLI::App& app, SayOptions& options) {
  add_message(app, options.message);
  add_targets(app, options.targets);
  add_times(app, options.span);
  app.add_option("--id", options.id, "A name for it, to take it back by")->type_name("ID");
  app.add_option("--by", options.by, "Who says so, for colleagues")->type_name("NAME");
  add_session_options(app, options);
  add_room_options(app, options);
  app.add_flag("--yes", options.yes, "Write it although the session is over, or the times are doubtful");
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
