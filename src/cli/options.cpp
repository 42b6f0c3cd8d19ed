// SPDX-License-Identifier: MIT
#include "cli/options.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>

#include "base/text/clean.hpp"
#include "base/text/nearest.hpp"
#include "cli/decimal.hpp"
#include "cli/exit_status.hpp"
#include "schedule/formats/feed_format.hpp"

namespace placard {
namespace {

// Texts as they were typed, before they are held to their form.
struct Typed {
  std::string layout;
  std::string zone;
  std::string theme;
  std::string size;
  std::string at;
  std::string as_of;
  std::string rotate;
  std::string speed;
};

template <typename Value, typename Parse>
CLI::Validator form(const std::string& description, Parse parse, std::optional<Value>& into) {
  return CLI::Validator(
      [parse, description, &into](std::string& text) {
        into = parse(text);
        return into ? std::string() : fmt::format("\"{}\" is not {}", text, description);
      },
      "", "");
}

CLI::Option* add_at(CLI::App& app, const char* name, const char* what, std::string& text,
                    std::optional<WrittenTime>& into) {
  return app.add_option(name, text, what)
      ->type_name("TIME")
      ->check(form("a time such as 2025-11-04T13:05", parse_time, into));
}

// What every command reads.
void add_venue_options(CLI::App& app, Options& options, Typed& typed) {
  // Of an option given twice the last counts, so that a script's defaults can be overruled behind them.
  app.option_defaults()->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
  app.add_option("--config", options.config, "The venue's config [/etc/placard/venue.json]")->type_name("FILE");
  app.add_option("--feed", options.feed, "The schedule, in place of the config's")->type_name("FILE|URL");
  app.add_option("--format", options.format, "The schedule's format, where it can't be told")
      ->type_name("NAME")
      ->check(CLI::IsMember(feed_format_names()));
  app.add_option("--overrides", options.overrides, "The staff's messages, in place of the config's")
      ->type_name("FILE|URL");
  app.add_option("--time-zone", typed.zone, "The venue's zone, such as America/Los_Angeles")
      ->type_name("ZONE")
      ->check(form("a time zone this system knows", TimeZone::find, options.zone));
}

void add_sign_options(CLI::App& app, Options& options, Typed& typed) {
  add_venue_options(app, options, typed);
  app.add_option("--sign", options.sign, "Which sign of the config; else the host's name")->type_name("NAME");
  app.add_option("--room", options.rooms, "The room; again for its other names")
      ->type_name("NAME")
      ->allow_extra_args(false)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  app.add_option("--layout", typed.layout, "room, countdown or auto")
      ->type_name("NAME")
      ->check(form("room, countdown or auto", parse_layout, options.layout));
  app.add_option("--theme", typed.theme, "dark or light")
      ->type_name("NAME")
      ->check(form("dark or light", parse_theme, options.theme));
}

void add_picture_options(CLI::App& app, Options& options, Typed& typed) {
  app.add_option("--size", typed.size, "The panel's pixels, such as 1920x1080")
      ->type_name("WxH")
      ->check(form(fmt::format("a size such as 1920x1080, from {} to {} px each", kLeastSide, kMostSide), parse_size,
                   options.size));
  const auto parse_degrees = [](const std::string& text) -> std::optional<int> {
    const auto degrees = parse_whole(text);
    return degrees ? parse_rotation(*degrees) : std::nullopt;
  };
  app.add_option("--rotate", typed.rotate, "Degrees the picture is turned clockwise on the panel")
      ->type_name("0|90|180|270")
      ->check(form("0, 90, 180 or 270", parse_degrees, options.rotate));
  add_at(app, "--at", "The instant, RFC 3339 or the venue's local time", typed.at, options.at);
  add_at(app, "--as-of", "With --at: when the schedule counts as read", typed.as_of, options.as_of);
}

void add_run_options(CLI::App& app, Options& options, Typed& typed) {
  const auto read_speed = [&options](const std::string& text) {
    const auto speed = parse_decimal(text);
    const bool sane = speed && *speed > 0 && *speed <= 100'000;
    if (sane) options.speed = *speed;
    return sane ? std::string() : fmt::format("\"{}\" is not a speed above 0", text);
  };
  app.add_option("--speed", typed.speed, "With --at: how many times faster the clock goes [1]")
      ->type_name("N")
      ->check(CLI::Validator(read_speed, "", ""));
  app.add_flag("--report", options.report, "Print when the first frame was shown");
}

CLI::App* add_command(CLI::App& app, const char* name, const char* what, Options& options, Typed& typed,
                      Command command) {
  CLI::App* added = app.add_subcommand(name, what);
  add_sign_options(*added, options, typed);
  add_picture_options(*added, options, typed);
  added->callback([&options, command] { options.command = command; });
  return added;
}

// Here --sign and --room name the targets, not the sign that is asked for.
CLI::App* add_staff_command(CLI::App& app, const char* name, const char* what, Options& options, Typed& typed,
                            Command command) {
  CLI::App* added = app.add_subcommand(name, what);
  add_venue_options(*added, options, typed);
  add_at(*added, "--at", "As if it were said then", typed.at, options.at);
  added->callback([&options, command] { options.command = command; });
  return added;
}

// A word in the command's place that is none, with the nearest; "" where all is well.
std::string unknown_command(const CLI::App& app, int argc, const char* const* argv) {
  const std::string word = argc > 1 ? argv[1] : "";
  if (word.empty() || word.front() == '-') return "";
  std::vector<std::string> names;
  for (const CLI::App* command : app.get_subcommands({})) names.push_back(command->get_name());
  if (std::find(names.begin(), names.end(), word) != names.end()) return "";
  return fmt::format("There is no command \"{}\".{}", clean_line(word, 40), did_you_mean(word, names));
}

}  // namespace

std::variant<Options, EndNow> parse_options(int argc, const char* const* argv) {
  Options options;
  Typed typed;
  CLI::App app("Placard: the sign outside a conference room.", "placard");
  app.set_version_flag("--version", "Placard " PLACARD_VERSION);
  app.require_subcommand(0, 1);
  // Without a command it is `run`, with the same options.
  add_sign_options(app, options, typed);
  add_picture_options(app, options, typed);
  add_run_options(app, options, typed);
  CLI::App* run = add_command(app, "run", "The sign itself (the default)", options, typed, Command::run);
  add_run_options(*run, options, typed);
  CLI::App* shot = add_command(app, "shot", "One frame as a PNG; needs no display", options, typed, Command::shot);
  shot->add_option("--out", options.out, "Where the PNG goes; - is standard output")->type_name("FILE")->required();
  shot->add_flag("--panel", options.panel, "As turned on the panel, not upright");
  add_command(app, "describe", "The same frame as JSON: what it says and where every box lies", options, typed,
              Command::describe);
  CLI::App* sheet = add_command(app, "sheet", "The proof sheet: every change of every sign, as pictures and one page",
                                options, typed, Command::sheet);
  sheet->add_option("--out", options.out, "The folder it goes into")->type_name("DIR")->required();
  add_command(app, "check", "Every problem in config, overrides and feed", options, typed, Command::check);
  add_say_options(
      *add_staff_command(app, "say", "Adds a staff message, or lists them all", options, typed, Command::say),
      options.say);
  add_unsay_options(*add_staff_command(app, "unsay", "Takes staff messages back", options, typed, Command::unsay),
                    options.unsay);
  if (const auto sentence = unknown_command(app, argc, argv); !sentence.empty()) {
    std::cerr << "placard: " << sentence << " Try: placard --help\n";
    return EndNow{kMalformedOption};
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& success) {
    return EndNow{app.exit(success)};
  } catch (const CLI::ParseError& error) {
    std::cerr << "placard: " << error.what() << ". Try: placard --help\n";
    return EndNow{kMalformedOption};
  }
  if (options.as_of && !options.at) {
    std::cerr << "placard: --as-of requires --at. Try: placard --help\n";
    return EndNow{kMalformedOption};
  }
  return options;
}

}  // namespace placard
