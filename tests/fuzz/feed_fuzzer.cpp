// SPDX-License-Identifier: MIT
// A feed's bytes in one format (PLACARD_FUZZ_FORMAT; "any": told from the shape), and what signs make of it.
#include "fuzz/claims.hpp"

using namespace placard;
using namespace placard::fuzz;

namespace {

// With the venue's zone or without, in one language or another: a feed's length decides, so that an input always reads
// the same.
ReadOptions options_for(std::size_t size) {
  const std::string format = PLACARD_FUZZ_FORMAT;
  return {.zone = size % 3 == 0 ? std::nullopt : TimeZone::find(size % 3 == 1 ? "America/Los_Angeles" : "Asia/Tokyo"),
          .format = format == "any" ? "" : format,
          .language = size % 2 == 0 ? "" : "es"};
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes = text_of(data, size);
  const ReadOptions options = options_for(size);
  const ReadFeed feed = read_feed("feed.json", bytes, options);
  claim_feed(feed, bytes, "feed.json");
  const ReadFeed again = read_feed("feed.json", bytes, options);
  claim(again.schedule == feed.schedule && again.problems == feed.problems && again.skipped == feed.skipped,
        "the same bytes read the same");
  if (!feed.schedule) return 0;
  claim_signs(*feed.schedule);
  if (size % 4 == 0) claim_updates(*feed.schedule);  // takes as long as all the rest
  return 0;
}
