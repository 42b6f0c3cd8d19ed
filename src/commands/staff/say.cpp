// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>

#include "base/os/edit_file.hpp"
#include "cli/commands.hpp"
#include "cli/print.hpp"
#include "commands/staff/cut_messages.hpp"
#include "commands/staff/doubts.hpp"
#include "commands/staff/entry_words.hpp"
#include "commands/staff/hidden_words.hpp"
#include "commands/staff/new_entry.hpp"
#include "commands/time_words.hpp"
#include "overrides/edit_overrides.hpp"
#include "overrides/read_overrides.hpp"

namespace placard {
namespace {

std::string state_of(const StaffFile& file, const Override& entry) {
  if (entry.until && *entry.until <= file.now) return "over";
  return entry.from && *entry.from > file.now ? "to come" : "now";
}

// Two entries are never the same line: where all else is the same, the place in the file tells them apart.
void tell_apart(std::vector<std::string>& lines, const Overrides& entries) {
  const std::vector<std::string> before = lines;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (std::count(before.begin(), before.end(), before[i]) > 1) {
      lines[i] += fmt::format(", in the file at {}:{}", entries[i].line, entries[i].column);
    }
  }
}

int list(const StaffFile& file) {
  const auto overrides = read_staff_file(file);
  if (!overrides) return refuse(overrides.error().sentence);
  if (overrides->empty()) fmt::print("Nothing is said.\n");
  const auto marks = hidden_marks(file, *overrides);
  std::vector<std::string> lines;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const Override& entry = (*overrides)[i];
    lines.push_back(fmt::format("{:8} {:24} {} {}, {}{}{}", state_of(file, entry),
                                entry.id.empty() ? "(no id)" : entry.id, what_words(file, entry),
                                where_words(file, entry), span_words(file, entry), marks[i],
                                entry.by.empty() ? "" : ", by " + entry.by));
  }
  tell_apart(lines, *overrides);
  for (const std::string& line : lines) fmt::print("{}\n", line);
  return kAllIsWell;
}

// The text with the entry added, as long as the result reads as it should.
// `all`: the entries that are in it then.
Expected<std::string> add(const StaffFile& file, Override& entry, const std::optional<std::string>& before,
                          Overrides& all) {
  const std::string text = before.value_or(empty_overrides_file());
  const auto listed = listed_entries(file.path, text);
  if (!listed) return failed(to_sentence(listed.error()));
  std::vector<std::string> taken;
  for (const ListedEntry& known : *listed) taken.push_back(known.id);
  if (entry.id.empty()) {
    entry.id = free_id(entry, taken);
  } else if (std::find(taken.begin(), taken.end(), entry.id) != taken.end()) {
    return failed(fmt::format("The id \"{}\" is taken. Choose another, or take that one back first.", entry.id));
  }
  std::string after = with_entry(text, entry_text(entry, file.zone));
  const ReadOverrides read = read_overrides(file.path, after, file.zone);
  if (!read.overrides || read.overrides->empty() || without_place(read.overrides->back()) != entry) {
    return failed(read.problems.empty() ? "The message could not be written as it is. Shorten it."
                                        : to_sentence(read.problems.back()));
  }
  all = *read.overrides;
  return after;
}

bool targets_are_known(const StaffFile& file, const Override& entry) {
  KnownTargets known = known_targets(file.settings, file.schedule.get(), file.coverage);
  known.when = [&file](Instant instant) { return time_and_day(style_of(file), instant, file.now); };
  const Problems problems = check_targets({entry}, known, "");
  for (const Problem& problem : problems) print_error(problem.what);
  return problems.empty();
}

// Whether the entry can be written as it is; else the reason has been told.
bool is_meant(const StaffFile& file, const SayOptions& options, const Override& entry) {
  if (!options.force && !targets_are_known(file, entry)) {
    print_error("Nothing was written. Mend the name, or write it all the same with --force.");
    return false;
  }
  const auto doubt = doubt_about(file, options, entry);
  if (doubt) print_error(*doubt + " Nothing was written.");
  return !doubt;
}

void tell_note(const StaffFile& file) {
  const std::string note = another_day_note(file);
  if (!note.empty()) print_error(note);
}

void answer(const StaffFile& file, const Override& entry, const Overrides& all) {
  fmt::print("Said: {} {}, {}. To take it back: placard unsay {}\n", what_words(file, entry), where_words(file, entry),
             span_words(file, entry), entry.id);
  for (const std::string& sentence : hiding_sentences(file, all)) fmt::print("{}\n", sentence);
}

}  // namespace

int say(const Options& options) {
  const bool something = options.say != SayOptions{};
  const auto file = open_staff_file(options, something ? FeedNeed::targets : FeedNeed::names);
  if (!file) return refuse(file.error().sentence);
  if (!something) return list(*file);
  if (!file->zone_known && has_local_times(options.say)) {
    return refuse(
        "Neither the config nor the feed tells the venue's time zone. Give it with --time-zone, or say how "
        "long with --for.");
  }
  auto entry = new_entry(options.say, *file);
  if (!entry) return refuse(entry.error().sentence + " Try: placard say --help", kMalformedOption);
  if (!is_meant(*file, options.say, *entry)) {
    tell_note(*file);
    return kUnusable;
  }
  Overrides all;
  const auto error = edit_file(file->path, kMaxOverridesBytes, [&](const std::optional<std::string>& before) {
    return add(*file, *entry, before, all);
  });
  if (error) return refuse(error->sentence);
  answer(*file, *entry, all);
  print_cut_sentences(*file, all, *entry);
  tell_note(*file);
  return kAllIsWell;
}

}  // namespace placard
