// SPDX-License-Identifier: MIT
// agenda2feed: a published agenda, copied as text, made into a feed for the signs. Oddities go to stderr, each with its
// line.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <exception>
#include <fstream>
#include <iostream>
#include <optional>
#include <set>
#include <sstream>
#include <string>

#include "agenda2feed/agenda.hpp"
#include "agenda2feed/feed.hpp"

namespace {

using namespace placard::agenda;

constexpr int kUnusable = 1;
constexpr int kMalformedOption = 2;

struct Options {
  std::string agenda;
  std::string date;
  std::string zone;
  std::string event;
  std::string out;
};

void add_options(CLI::App& app, Options& options) {
  app.add_option("agenda", options.agenda, "The agenda's text, UTF-8")->required();
  app.add_option("--date", options.date, "The day it is for, such as 2025-11-04")->required();
  app.add_option("--zone", options.zone, "The venue's IANA time zone, such as America/Los_Angeles")->required();
  app.add_option("--event", options.event, "The event's name");
  app.add_option("--out", options.out, "File to write instead of standard output");
}

void say(const std::string& sentence) {
  std::cerr << sentence << '\n';
}

// What the options mean, or nothing after a sentence on stderr.
std::optional<Venue> read_venue(const Options& options) {
  const auto midnight = read_day(options.date);
  if (!midnight) say(fmt::format("--date {}: not a day; write it as 2025-11-04.", options.date));
  const auto zone = placard::TimeZone::find(options.zone);
  if (!zone) say(fmt::format("--zone {}: not a time zone known here; write it as America/Los_Angeles.", options.zone));
  if (!midnight || !zone) return std::nullopt;
  return Venue{options.event, *midnight, *zone};
}

std::optional<std::string> read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  // A folder opens like a file and fails only here; an empty file fails too, and is as little use.
  if (!file || !(text << file.rdbuf())) return std::nullopt;
  return text.str();
}

bool write(const std::string& path, const std::string& text) {
  if (path.empty()) return static_cast<bool>(std::cout << text << std::flush);
  std::ofstream file(path, std::ios::binary);
  return static_cast<bool>(file << text << std::flush);
}

void report(const std::string& path, const Agenda& agenda) {
  for (const Oddity& oddity : agenda.oddities) say(fmt::format("{}:{}: {}", path, oddity.line, oddity.sentence));
  std::set<std::string> rooms;
  for (const Session& session : agenda.sessions) rooms.insert(session.room);
  say(fmt::format("{}: sessions: {}, rooms: {}, oddities: {}", path, agenda.sessions.size(), rooms.size(),
                  agenda.oddities.size()));
}

int convert(const Options& options) {
  const std::optional<Venue> venue = read_venue(options);
  if (!venue) return kMalformedOption;
  const std::optional<std::string> text = read_file(options.agenda);
  if (!text) {
    say(fmt::format("{}: cannot be read, or is empty.", options.agenda));
    return kUnusable;
  }
  const Agenda agenda = read_agenda(*text);
  report(options.agenda, agenda);
  if (agenda.sessions.empty()) {
    say(fmt::format("{}: no session can be read in it.", options.agenda));
    return kUnusable;
  }
  if (write(options.out, write_feed(*venue, agenda.sessions))) return 0;
  say(fmt::format("{}: cannot be written.", options.out.empty() ? "standard output" : options.out));
  return kUnusable;
}

int parse_and_convert(int argc, char** argv) {
  CLI::App app("Makes a feed for Placard from one day's agenda, copied as text from its web page.", "agenda2feed");
  Options options;
  add_options(app, options);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : kMalformedOption;
  }
  return convert(options);
}

}  // namespace

int main(int argc, char** argv) try { return parse_and_convert(argc, argv); } catch (const std::exception& error) {
  std::fprintf(stderr, "agenda2feed: %s\n", error.what());
  return kUnusable;
}
