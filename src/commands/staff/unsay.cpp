// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>

#include "base/os/edit_file.hpp"
#include "base/text/nearest.hpp"
#include "cli/commands.hpp"
#include "cli/print.hpp"
#include "commands/staff_file.hpp"
#include "overrides/edit_overrides.hpp"
#include "overrides/read_overrides.hpp"

namespace placard {
namespace {

bool holds(const std::vector<std::string>& list, const std::string& text) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

// Whether an entry was written for any of the named signs and rooms, in so many words.
bool is_for(const Override& entry, const SayTargets& targets) {
  if (targets.empty()) return true;
  const auto named = [](const std::vector<std::string>& wanted, const std::vector<std::string>& written) {
    return std::any_of(written.begin(), written.end(), [&wanted](const std::string& name) {
      return std::any_of(wanted.begin(), wanted.end(),
                         [&name](const std::string& pattern) { return fits_pattern(name, pattern); });
    });
  };
  return named(targets.signs, entry.signs) || named(targets.rooms, entry.rooms);
}

bool is_wanted(const ListedEntry& listed, const Overrides& good, const UnsayOptions& options, Instant now) {
  if (!listed.id.empty() && holds(options.ids, listed.id)) return true;
  const auto entry = std::find_if(good.begin(), good.end(), [&listed](const Override& one) {
    return one.line == listed.line && one.column == listed.column;
  });
  // A bad entry is for nobody in particular.
  if (entry == good.end()) return options.all && options.targets.empty();
  if (options.all) return is_for(*entry, options.targets);
  return options.expired && entry->until && *entry->until <= now && is_for(*entry, options.targets);
}

Expected<void> check_ids(const std::vector<ListedEntry>& listed, const std::vector<std::string>& ids) {
  std::vector<std::string> known;
  for (const ListedEntry& entry : listed) known.push_back(entry.id);
  for (const std::string& id : ids) {
    if (holds(known, id)) continue;
    return failed(fmt::format("No message has the id \"{}\".{} Nothing was changed; placard say lists them.", id,
                              did_you_mean(id, known)));
  }
  return {};
}

// The text without what is to go; `removed` counts.
Expected<std::string> take_back(const StaffFile& file, const UnsayOptions& options,
                                const std::optional<std::string>& before, std::size_t& removed) {
  std::string text = before.value_or(empty_overrides_file());
  const auto listed = listed_entries(file.path, text);
  if (!listed) return failed(to_sentence(listed.error()));
  if (const auto checked = check_ids(*listed, options.ids); !checked) return tl::unexpected(checked.error());
  const Overrides good = read_overrides(file.path, text, file.zone).overrides.value_or(Overrides{});
  for (std::size_t i = listed->size(); i-- > 0;) {
    if (!is_wanted((*listed)[i], good, options, file.now)) continue;
    text = without_entry(text, i);
    ++removed;
  }
  const auto left = listed_entries(file.path, text);
  if (!left || left->size() + removed != listed->size()) {
    return failed(fmt::format("{} is written in a way that can't be changed safely. Edit it by hand.", file.path));
  }
  if (!before) return std::string();  // there is nothing to take back, and no file to make
  return text;
}

}  // namespace

int unsay(const Options& options) {
  const UnsayOptions& asked = options.unsay;
  if (asked.ids.empty() && !asked.all && !asked.expired) {
    return refuse("Say which message to take back: its id, --all or --expired. Try: placard say (lists them)",
                  kMalformedOption);
  }
  const auto file = open_staff_file(options, FeedNeed::zone);
  if (!file) return refuse(file.error().sentence);
  std::size_t removed = 0;
  const auto error = edit_file(file->path, kMaxOverridesBytes, [&](const std::optional<std::string>& before) {
    return take_back(*file, asked, before, removed);
  });
  if (error) return refuse(error->sentence);
  fmt::print("{}\n", removed == 1 ? "Taken back: 1 message." : fmt::format("Taken back: {} messages.", removed));
  return kAllIsWell;
}

}  // namespace placard
