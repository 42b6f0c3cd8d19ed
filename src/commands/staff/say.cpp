// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>

#include "base/os/edit_file.hpp"
#include "cli/commands.hpp"
#include "cli/print.hpp"
#include "commands/staff/cut_messages.hpp"
#include "commands/staff/new_entry.hpp"
#include "overrides/edit_overrides.hpp"
#include "overrides/read_overrides.hpp"
#include "sign/sign_input.hpp"

namespace placard {
namespace {

std::string when(const StaffFile& file, Instant instant) {
  const TimeStyle style{file.zone, file.settings.twelve_hours};
  const std::string day = day_word(style, instant, file.now);
  return (day.empty() ? "" : day + " ") + time_of_day(style, instant);
}

std::string state_of(const StaffFile& file, const Override& entry) {
  if (entry.until && *entry.until <= file.now) return "over";
  return entry.from && *entry.from > file.now ? "to come" : "now";
}

std::string span_of(const StaffFile& file, const Override& entry) {
  std::string span;
  if (entry.from) span += "from " + when(file, *entry.from) + " ";
  return span + (entry.until ? "until " + when(file, *entry.until) : "until it is taken back");
}

int list(const StaffFile& file) {
  const auto overrides = read_staff_file(file);
  if (!overrides) return refuse(overrides.error().sentence);
  if (overrides->empty()) fmt::print("Nothing is said.\n");
  for (const Override& entry : *overrides) {
    const auto level = level_of(entry);
    fmt::print("{:8} {:24} {}{} on {}, {}{}\n", state_of(file, entry), entry.id.empty() ? "(no id)" : entry.id,
               level ? std::string(name_of(*level)) + " " : "", summary_of(entry), targets_of(entry),
               span_of(file, entry), entry.by.empty() ? "" : ", by " + entry.by);
  }
  return kAllIsWell;
}

// The text with the entry added, as long as the result reads as it should.
Expected<std::string> add(const StaffFile& file, Override& entry, const std::optional<std::string>& before) {
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
  return after;
}

bool targets_are_known(const StaffFile& file, const Override& entry) {
  const KnownTargets known = known_targets(file.settings, file.schedule.get(), file.coverage);
  const Problems problems = check_targets({entry}, known, "");
  for (const Problem& problem : problems) print_error(problem.what);
  return problems.empty();
}

}  // namespace

int say(const Options& options) {
  const bool something = options.say != SayOptions{};
  const auto file = open_staff_file(options, something ? FeedNeed::targets : FeedNeed::zone);
  if (!file) return refuse(file.error().sentence);
  if (!something) return list(*file);
  if (!file->zone_known && has_local_times(options.say)) {
    return refuse(
        "Neither the config nor the feed tells the venue's time zone. Give it with --time-zone, or say how "
        "long with --for.");
  }
  auto entry = new_entry(options.say, *file);
  if (!entry) return refuse(entry.error().sentence + " Try: placard say --help", kMalformedOption);
  if (!options.say.force && !targets_are_known(*file, *entry)) {
    return refuse("Nothing was written. Mend the name, or write it all the same with --force.");
  }
  const auto error = edit_file(file->path, kMaxOverridesBytes,
                               [&](const std::optional<std::string>& before) { return add(*file, *entry, before); });
  if (error) return refuse(error->sentence);
  fmt::print("Said: {} on {}, {}. To take it back: placard unsay {}\n", summary_of(*entry), targets_of(*entry),
             span_of(*file, *entry), entry->id);
  print_cut_sentences(*file, *entry);
  return kAllIsWell;
}

}  // namespace placard
