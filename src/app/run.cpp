// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <charconv>
#include <cstdio>

#include "app/commands.hpp"
#include "app/exit_status.hpp"
#include "app/one_frame.hpp"
#include "app/sign_loop.hpp"

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

std::unique_ptr<Poller> start_polling(const LoadedVenue& loaded, Mailbox& mailbox) {
  if (!loaded.venue || !loaded.venue->sign) return nullptr;
  const Settings& settings = loaded.venue->settings;
  std::vector<Source> sources = feed_sources(settings);
  // First in the list, first read: a message is on the glass with the first frame.
  if (auto overrides = overrides_source(settings)) sources.insert(sources.begin(), std::move(*overrides));
  return std::make_unique<Poller>(std::move(sources), [&settings, &mailbox](const News& news) {
    if (news.source == kOverridesSource) {
      mailbox.post(to_overrides_news(news));
      return Verdict::accepted;
    }
    std::size_t feed = 0;
    std::from_chars(news.source.data(), news.source.data() + news.source.size(), feed);
    FeedNews heard = to_feed_news(feed, news, settings);
    const Verdict verdict = heard.kind == FeedNews::Kind::failed ? Verdict::rejected : Verdict::accepted;
    mailbox.post(std::move(heard));
    return verdict;
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

// One life of the sign with one config.
int run_with(const LoadedVenue& loaded, const Options& options, Signals& signals, Display& display,
             const FontBook& fonts) {
  const Clock clock = make_clock(options, loaded);
  Mailbox mailbox;
  const auto poller = start_polling(loaded, mailbox);
  const SignParts parts{clock,
                        display,
                        fonts,
                        mailbox,
                        signals,
                        loaded.venue ? &*loaded.venue : nullptr,
                        chosen_sign(loaded) != nullptr ? "" : attention_sentence(loaded),
                        config_path(options).value_or(""),
                        host_name(),
                        options.as_of,
                        options.report};
  return run_sign(parts);
}

}  // namespace

int run(const Options& options) {
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
  Display& display = *std::get<std::unique_ptr<Display>>(opened);
  while (true) {
    const int status = run_with(loaded, options, signals, display, *fonts);
    if (status != kStartOver) return status;
    loaded = load_venue(options, host_name());
    log_problems(loaded);
  }
}

}  // namespace placard
