// SPDX-License-Identifier: MIT
#include <fmt/format.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdio>

#include "base/os/digest.hpp"
#include "cli/commands.hpp"
#include "cli/exit_status.hpp"
#include "cli/load_venue.hpp"
#include "fetch/cache/cache_writer.hpp"
#include "fetch/url.hpp"
#include "run/sign_loop.hpp"
#include "screen/panel_frame.hpp"
#include "sign/read_once.hpp"
#include "sign/sign_input.hpp"

namespace placard {
namespace {

void log(const std::string& sentence) {
  fmt::print(stderr, "{}\n", sentence);
}

// What keeps this sign from working, as one sentence; "" if nothing does.
std::string attention_sentence(const LoadedVenue& loaded) {
  if (loaded.venue) return loaded.venue->sentence;
  for (const Problem& problem : loaded.problems) {
    if (problem.severity == Severity::error) return to_sentence(problem);
  }
  return "The config could not be read.";
}

Clock make_clock(const Options& options, const LoadedVenue& loaded) {
  if (!options.at) return Clock();
  if (options.at->offset || !loaded.venue) return {TimeZone::fixed(seconds(0)).instant(*options.at), options.speed};
  // Only a local time of a venue whose zone the feed alone knows needs the feed before the clock can start.
  const Settings& settings = loaded.venue->settings;
  const auto schedule =
      settings.zone ? std::nullopt : merged_schedule(read_feeds_once(settings, std::chrono::seconds(5)));
  return {venue_zone(settings, schedule ? &*schedule : nullptr).instant(*options.at), options.speed};
}

// On the fetch thread. What ended this program before is not read again.
Acceptance hear(const FetchResult& update, const Settings& settings, CrashLoopGuard& guard, Mailbox& mailbox) {
  FetchResult heard = update;
  if (const auto* fetched = std::get_if<Fetched>(&update.outcome)) {
    if (!guard.may_read(fetched->digest, uptime())) {
      heard.outcome = FetchError{update.where + ": " + guard.sentence(), ErrorKind::answer, 0};
    }
  }
  if (update.source == kOverridesSource) {
    mailbox.post(to_overrides_update(heard));
    return Acceptance::accepted;
  }
  std::size_t feed = 0;
  std::from_chars(update.source.data(), update.source.data() + update.source.size(), feed);
  FeedUpdate of_feed = to_feed_update(feed, heard, settings);
  const Acceptance verdict = of_feed.kind == FeedUpdate::Kind::failed ? Acceptance::rejected : Acceptance::accepted;
  mailbox.post(std::move(of_feed));
  return verdict;
}

std::unique_ptr<Poller> start_polling(const LoadedVenue& loaded, CrashLoopGuard& guard, Mailbox& mailbox) {
  if (!loaded.venue || !loaded.venue->sign) return nullptr;
  const Settings& settings = loaded.venue->settings;
  std::vector<Source> sources = feed_sources(settings);
  // First in the list, first read: a message is on the glass with the first frame.
  if (auto overrides = overrides_source(settings)) sources.insert(sources.begin(), std::move(*overrides));
  return std::make_unique<Poller>(std::move(sources), [&settings, &guard, &mailbox](const FetchResult& update) {
    return hear(update, settings, guard, mailbox);
  });
}

void log_problems(const LoadedVenue& loaded) {
  for (const Problem& problem : loaded.problems) log(to_sentence(problem));
  if (loaded.venue && !loaded.venue->sentence.empty()) log(loaded.venue->sentence);
}

const SignSettings* chosen_sign(const LoadedVenue& loaded) {
  return loaded.venue && loaded.venue->sign ? &*loaded.venue->sign : nullptr;
}

std::variant<std::unique_ptr<Display>, std::string> open_display(const Options& options, const SignSettings* sign) {
  const auto size = sign != nullptr ? sign->size : options.size;
  const std::string title = sign != nullptr ? sign->rooms.front() : host_name();
  return open_window("Placard: " + title, size ? std::optional(size->width) : std::nullopt,
                     size ? std::optional(size->height) : std::nullopt);
}

// What stays from one config to the next.
struct Household {
  const Options& options;
  Signals& signals;
  Display& display;
  const FontBook& fonts;
  CacheFolder folder;
  CrashLoopGuard guard;
  Supervisor supervisor;
  Mailbox mailbox;
  ConfigWatch config;
  CacheWriter keeper;

  Household(const Options& asked, Signals& taken, Display& opened, const FontBook& staged)
      : options(asked),
        signals(taken),
        display(opened),
        fonts(staged),
        folder(cache_folder_path()),
        guard(folder, boot_id(), uptime()),
        config(config_path(asked).value_or("")),
        keeper(folder, [this](const std::string& name, const std::string& sentence) {
          mailbox.post(CacheWriteResult{name, sentence});
        }) {}
};

bool is_local(const std::string& address) {
  return address_kind(address) == AddressKind::path;
}

SignSurroundings surroundings_of(const Settings& settings, const Clock& clock, Household& household) {
  SignSurroundings surroundings;
  surroundings.pretended = clock.pretended();
  surroundings.speed = clock.speed();
  surroundings.as_of = household.options.as_of;
  surroundings.boot = clock.pretended() ? "" : boot_id();
  surroundings.built = build_time();
  surroundings.overrides_missing = is_local(settings.overrides) && access(settings.overrides.c_str(), F_OK) != 0;
  surroundings.keep = [&household](const std::string& name, CachedCopy copy) {
    household.keeper.keep(name, std::move(copy));
  };
  return surroundings;
}

// A sign with its config, and all it knows.
struct Life {
  LoadedVenue loaded;
  std::optional<SignState> state;
};

void begin(Life& life, const Life* before, const Clock& clock, Household& household) {
  if (chosen_sign(life.loaded) == nullptr) return;
  const Venue& venue = *life.loaded.venue;
  life.state.emplace(venue, surroundings_of(venue.settings, clock, household));
  const MayRead may_read = [&household](const std::string& digest) {
    return household.guard.may_read(digest, uptime());
  };
  for (const std::string& line : life.state->restore(household.folder, may_read, clock.moment())) log(line);
  if (before != nullptr && before->state) life.state->adopt(*before->state, clock.moment());
}

// Of several feeds the first is shown to technicians.
std::string feed_address(const LoadedVenue& loaded) {
  if (!loaded.venue || loaded.venue->settings.feeds.empty()) return "";
  return printable_url(loaded.venue->settings.feeds.front().url);
}

bool all_feeds_local(const LoadedVenue& loaded) {
  const auto& feeds = loaded.venue->settings.feeds;
  return std::all_of(feeds.begin(), feeds.end(), [](const FeedSettings& feed) { return is_local(feed.url); });
}

// One life of the sign with one config. `next` becomes the config to start over with.
int run_with(Life& life, const Clock& clock, Household& household, std::optional<LoadedVenue>& next) {
  const Options& options = household.options;
  const bool has_sign = chosen_sign(life.loaded) != nullptr;
  const auto take_new_config = [&] {
    LoadedVenue loaded = load_venue(options, host_name());
    log_problems(loaded);
    // A broken config takes nothing away from a sign that works.
    if (has_sign && chosen_sign(loaded) == nullptr) return false;
    next = std::move(loaded);
    return true;
  };
  const SignParts parts{clock,
                        household.display,
                        household.fonts,
                        household.mailbox,
                        household.signals,
                        household.supervisor,
                        household.guard,
                        household.config,
                        life.state ? &*life.state : nullptr,
                        has_sign ? "" : attention_sentence(life.loaded),
                        time_style(life.loaded.venue ? life.loaded.venue->settings : Settings{}, nullptr),
                        host_name(),
                        config_path(options).value_or(""),
                        feed_address(life.loaded),
                        [&] { return start_polling(life.loaded, household.guard, household.mailbox); },
                        take_new_config,
                        has_sign && all_feeds_local(life.loaded),
                        options.report};
  return run_sign(parts);
}

// Lives follow one another, each with a newer config.
int run_lives(Household& household, LoadedVenue first) {
  auto life = std::make_unique<Life>(Life{std::move(first), {}});
  const Clock clock = make_clock(household.options, life->loaded);
  begin(*life, nullptr, clock, household);
  if (const std::string sentence = household.guard.sentence(); !sentence.empty()) log(sentence);
  while (true) {
    std::optional<LoadedVenue> next;
    const int status = run_with(*life, clock, household, next);
    if (status != kStartOver) return status;
    auto newer = std::make_unique<Life>(Life{std::move(*next), {}});
    begin(*newer, life.get(), clock, household);
    life = std::move(newer);
    household.mailbox.take();  // what the old poller still said is of the old config
  }
}

// A token must not lie in a core file. 1, not 0: that also keeps it from programs cores are piped to (core(5)).
void leave_no_core() {
  const rlimit one_byte{1, 1};
  setrlimit(RLIMIT_CORE, &one_byte);
}

}  // namespace

int run(const Options& options) {
  leave_no_core();
  Signals signals;  // before any thread
  LoadedVenue loaded = load_venue(options, host_name());
  log_problems(loaded);
  const auto fonts = FontBook::open(staged_fonts_folder());
  if (!fonts) {
    log(fmt::format("There are no fonts in {}. Build Placard again.", staged_fonts_folder()));
    return kTryAgain;
  }
  auto opened = open_display(options, chosen_sign(loaded));
  if (const auto* sentence = std::get_if<std::string>(&opened)) {
    log(*sentence);
    return kTryAgain;
  }
  Household household(options, signals, *std::get<std::unique_ptr<Display>>(opened), *fonts);
  household.guard.begin();
  return run_lives(household, std::move(loaded));
}

}  // namespace placard
