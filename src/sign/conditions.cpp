// SPDX-License-Identifier: MIT
#include "sign/conditions.hpp"

#include <fmt/format.h>

#include "sign/sign_input.hpp"

namespace placard {

std::string trouble_sentence(const FeedTrouble& trouble) {
  if (trouble.failure) {
    return trouble.failure->what.empty() ? "The feed could not be read." : to_sentence(*trouble.failure);
  }
  if (trouble.alternates) {
    return "The server answers with different versions of the feed in turn; the newer one is shown, else the one it "
           "gives "
           "most often. Ask whoever runs it whether a cache keeps an old copy.";
  }
  if (trouble.waits_for_room) {
    return fmt::format(
        "The feed was read, but {}: the schedule before stays until the room is in the feed again, or "
        "its sessions are over since 12 hours. If it has another name now, write that as \"room\" in "
        "the config.",
        fmt::join(trouble.rejected_for, ", and "));
  }
  if (!trouble.rejected_for.empty()) {
    return fmt::format("The feed was read, but {}: the schedule before stays until the same feed was read {} times.",
                       fmt::join(trouble.rejected_for, ", and "), kQuarantinePolls);
  }
  return left_out_sentence(trouble.left_out);
}

std::string feeds_trouble(const Knowledge& knowledge) {
  for (std::size_t i = 0; i < knowledge.venue()->settings.feeds.size(); ++i) {
    std::string sentence = trouble_sentence(knowledge.feeds().trouble(i));
    if (!sentence.empty()) return sentence;
  }
  return no_zone_condition(knowledge).sentence;
}

Condition feed_condition(const FeedState& feeds, std::size_t feed) {
  return {Topic::feed, feed, trouble_sentence(feeds.trouble(feed)), ""};
}

// Which of its sessions is the first to show it is no change.
Condition zone_condition(const FeedUpdate& update) {
  return {Topic::zone, update.feed, update.zone_doubt, update.zone_doubt.empty() ? "" : "differs"};
}

Condition no_zone_condition(const Knowledge& knowledge) {
  Condition condition{Topic::no_zone, 0, "", ""};
  if (knowledge.schedule()) {
    condition.sentence = unknown_zone_sentence(knowledge.venue()->settings, *knowledge.schedule());
  }
  return condition;
}

Condition overrides_condition(const OverrideState& overrides) {
  std::string sentences;
  for (const Problem& problem : overrides.problems()) sentences += to_sentence(problem) + '\n';
  return {Topic::overrides, 0, sentences, ""};
}

Condition room_condition(const Knowledge& knowledge) {
  Condition condition{Topic::room, 0, "", ""};
  if (!knowledge.schedule()) return condition;
  const std::vector<std::string>& written = knowledge.sign().rooms;
  const std::vector<std::string> rooms = knowledge.rooms();
  condition.sentence = unknown_room_sentence(*knowledge.schedule(), rooms);
  if (rooms.size() > written.size() && condition.sentence.empty()) {
    condition.sentence = fmt::format(
        "The feed calls the room \"{}\" \"{}\" now, and the sign goes on with it. Write "
        "that name as \"room\" in the config.",
        written.front(), rooms.back());
  }
  return condition;
}

// Seconds that come and go are no change.
Condition clock_condition(const Knowledge& knowledge, const Moment& moment) {
  if (const auto step = knowledge.clock_step(moment)) {
    return {Topic::clock, 0,
            fmt::format("This device's clock was set {} s {} after a time server had set it; {}.",
                        std::chrono::round<seconds>(std::chrono::abs(step->by)).count(),
                        step->by.count() > 0 ? "ahead" : "back",
                        step->counts ? "another server agrees, so the sign goes by it"
                                     : "no other server agrees, so the sign goes on by the time before"),
            step->counts ? "step followed" : "step not followed"};
  }
  const auto behind = knowledge.clock_behind(moment);
  if (behind && std::chrono::abs(*behind) > kSameTime) {
    return {Topic::clock, 0,
            fmt::format("This device's clock is {} s {} the server's; {}.", std::chrono::abs(*behind).count(),
                        behind->count() > 0 ? "behind" : "ahead of",
                        knowledge.now(moment) != moment.now ? "the sign goes by the server's" : "set it right"),
            "differs"};
  }
  if (knowledge.clock_state(moment) == ClockState::known) return {Topic::clock, 0, "", ""};
  return {Topic::clock, 0,
          "Nobody vouches for this device's clock yet, so the sign shows no now and next. Let it reach a time server, "
          "or set \"clock\" in the config.",
          ""};
}

}  // namespace placard
