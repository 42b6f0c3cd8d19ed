// SPDX-License-Identifier: MIT
#include <fmt/format.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <utility>

#include "base/os/no_resources.hpp"
#include "cli/commands.hpp"
#include "cli/exit_status.hpp"
#include "cli/load_venue.hpp"
#include "fetch/cache/cache_writer.hpp"
#include "fetch/url.hpp"
#include "run/background_thread.hpp"
#include "run/config_reader.hpp"
#include "run/log.hpp"
#include "run/sign_loop.hpp"
#include "run/wake_sources.hpp"
#include "sign/cache_keys.hpp"
#include "sign/documents.hpp"
#include "sign/read_once.hpp"
#include "sign/sign_input.hpp"
#include "sign/sources/polled_sources.hpp"

namespace placard {
namespace {

// Only a local time of a venue whose zone the feed alone knows needs the feed before the clock can start.
Clock make_clock(const Options& options, const LoadedVenue& loaded) {
  if (!options.at) return Clock();
  if (options.at->offset || !loaded.venue) return {TimeZone::fixed(seconds(0)).instant(*options.at), options.speed};
  const Settings& settings = loaded.venue->settings;
  const auto sources =
      settings.zone ? SourcesOnce{} : read_sources_once(settings, SourceSet::feeds, std::chrono::seconds(5));
  return {zone_of(settings, sources.feeds).instant(*options.at), options.speed};
}

// On the fetch threads. What ended this program before is not read again.
Acceptance post_result(const FetchResult& fetched, const Settings& settings, CrashLoopGuard& guard, Mailbox& mailbox) {
  FetchResult result = fetched;
  const auto feed = feed_index_of(fetched.source);
  const auto* body = std::get_if<Fetched>(&fetched.outcome);
  const std::string name = feed ? name_of_feed(settings, *feed) : name_of_overrides(settings);
  const CrashMark mark = body != nullptr ? guard.may_read({body->digest, name}, Doing::reading, uptime()) : true;
  if (!mark) result.outcome = FetchError{fetched.where + ": " + guard.sentence(), ErrorKind::answer, 0};
  if (!feed) {
    mailbox.post(to_overrides_update(result));
    return mark ? Acceptance::accepted : Acceptance::rejected;
  }
  FeedUpdate update = to_feed_update(*feed, result, settings);
  const bool failed = update.kind == FeedUpdate::Kind::failed;
  mailbox.post(std::move(update));
  return failed ? Acceptance::rejected : Acceptance::accepted;
}

std::unique_ptr<Poller> start_polling(std::shared_ptr<const Venue> venue, CrashLoopGuard& guard, Mailbox& mailbox) {
  std::vector<Source> sources = feed_sources(venue->settings);
  // First in the list, first read: a message is on the glass with the first frame.
  if (auto overrides = overrides_source(venue->settings)) sources.insert(sources.begin(), std::move(*overrides));
  return std::make_unique<Poller>(std::move(sources),
                                  [venue = std::move(venue), &guard, &mailbox](const FetchResult& result) {
                                    return post_result(result, venue->settings, guard, mailbox);
                                  });
}

std::variant<std::unique_ptr<Display>, std::string> open_display(const Options& options, const LoadedVenue& loaded) {
  const SignSettings* sign = loaded.venue && loaded.venue->sign ? &*loaded.venue->sign : nullptr;
  const auto size = sign != nullptr ? sign->size : options.size;
  const std::string title = sign != nullptr ? sign->rooms.front() : host_name();
  return open_window("Placard: " + title, size ? std::optional(size->width) : std::nullopt,
                     size ? std::optional(size->height) : std::nullopt);
}

KnowledgeRules rules_of(const Options& options, const Clock& clock) {
  KnowledgeRules rules;
  rules.pretended = clock.pretended();
  rules.speed = clock.speed();
  rules.as_of = options.as_of;
  rules.boot = clock.pretended() ? "" : boot_id();
  rules.built = build_time();
  return rules;
}

TurnTime read_clocks(const Clock& clock) {
  return {clock.moment(), std::chrono::duration_cast<std::chrono::milliseconds>(steady_now().time_since_epoch())};
}

void print_first_frame() {
  fmt::print("first-frame {:.3f}\n", monotonic_seconds());
  std::fflush(stdout);
}

// Copies of messages whose file is gone are of yesterday.
SourceSet restored_sources(const Settings& settings) {
  const bool local = address_kind(settings.overrides) == AddressKind::path;
  const bool gone = local && access(settings.overrides.c_str(), F_OK) != 0;
  return gone ? SourceSet::feeds : SourceSet::feeds_and_overrides;
}

int run_until_exit(SignLoop& loop, WakeSources& sources, const Clock& clock, ConfigReader& config) {
  Wake wake = sources.wait(loop.start(), Mail::wakes);
  while (true) {
    if (wake.polls_asked) config.read_anew();
    wake.time = read_clocks(clock);
    if (const auto status = loop.turn(wake)) return *status;
    wake = sources.wait(loop.nap(read_clocks(clock)),
                        loop.state() == SignLoop::State::failing ? Mail::waits : Mail::wakes);
  }
}

std::vector<std::string> restore_copies(Knowledge& knowledge, CacheSync& cache, const CacheFolder& folder,
                                        CrashLoopGuard& guard, const Moment& moment,
                                        const std::function<void()>& taken) {
  const auto may_read = [&guard](const std::string& digest, const std::string& document) {
    return guard.may_read({digest, document}, Doing::restoring, uptime());
  };
  return cache.restore(knowledge, folder, may_read, moment, restored_sources(knowledge.venue()->settings), taken);
}

// All that lives as long as the program runs, in the order of life.
int run_on_display(const Options& options, Signals& signals, Display& display, const FontBook& fonts,
                   ConfigReader& config, LoadedVenue loaded) {
  const CacheFolder folder(cache_folder_path());
  CrashLoopGuard guard(crash_record_place(memory_folders(), folder, boot_id()), uptime());
  if (!guard.last_end().empty()) log(guard.last_end());
  SystemdNotifier systemd;
  Mailbox mailbox;
  if (signals.descriptor() < 0 || mailbox.descriptor() < 0) throw NoResources("no file descriptor");
  CacheWriter writer(folder, [&mailbox](const CacheWriter::Done& done) {
    mailbox.post(CacheWriteResult{done.name, done.sentence, done.bytes});
  });
  CacheSync cache([&writer](const std::string& name, CachedCopy copy) { writer.store(name, std::move(copy)); });
  const Clock clock = make_clock(options, loaded);
  BackgroundThread background([&mailbox] { mailbox.wake(); });
  WakeSources sources(signals, mailbox, display);
  SignLoop loop(
      {.display = display,
       .fonts = fonts,
       .mailbox = mailbox,
       .systemd = systemd,
       .guard = guard,
       .cache = cache,
       .rules = rules_of(options, clock),
       .host = host_name(),
       .config_path = config_path(options).value_or(""),
       .start_polling =
           [&](std::shared_ptr<const Venue> venue) { return start_polling(std::move(venue), guard, mailbox); },
       .restore =
           [&](Knowledge& knowledge, const Moment& moment, const std::function<void()>& taken) {
             return restore_copies(knowledge, cache, folder, guard, moment, taken);
           },
       .new_config = [&config] { return config.changed(); },
       .in_background = [&background](std::function<void()> job) { background.run(std::move(job)); },
       .on_first_frame = options.report ? print_first_frame : nullptr},
      std::move(loaded), read_clocks(clock));
  if (const std::string sentence = guard.sentence(); !sentence.empty()) log(sentence);
  const std::string small = small_screen_sentence({display.width(), display.height()});
  if (!small.empty()) log(small);
  return run_until_exit(loop, sources, clock, config);
}

// A token must not lie in a core file. 1, not 0: that also keeps it from programs cores are piped to (core(5)).
void leave_no_core() {
  const rlimit one_byte{1, 1};
  setrlimit(RLIMIT_CORE, &one_byte);
}

}  // namespace

int run(const Options& options) {
  leave_no_core();
  Signals signals;               // before any thread
  ConfigReader config(options);  // what changes while the display is opened is seen too
  LoadedVenue loaded = load_config(options);
  const auto fonts = FontBook::open(staged_fonts_folder());
  if (!fonts) {
    log(no_fonts_sentence(errno));
    return kTryAgain;
  }
  auto opened = open_display(options, loaded);
  if (const auto* sentence = std::get_if<std::string>(&opened)) {
    log(*sentence);
    return kTryAgain;
  }
  return run_on_display(options, signals, *std::get<std::unique_ptr<Display>>(opened), *fonts, config,
                        std::move(loaded));
}

}  // namespace placard
