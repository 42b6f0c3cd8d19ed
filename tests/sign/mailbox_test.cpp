// SPDX-License-Identifier: MIT
#include "sign/mailbox.hpp"

#include <doctest/doctest.h>
#include <poll.h>

#include <thread>

using namespace placard;

namespace {

FeedUpdate news_of(std::size_t feed) {
  FeedUpdate update;
  update.feed = feed;
  return update;
}

bool is_readable(const Mailbox& mailbox, int wait_ms = 0) {
  pollfd source{mailbox.descriptor(), POLLIN, 0};
  return poll(&source, 1, wait_ms) == 1;
}

std::vector<std::size_t> feeds_of(const std::vector<Event>& all) {
  std::vector<std::size_t> feeds;
  for (const Event& heard : all) feeds.push_back(std::get<FeedUpdate>(heard).feed);
  return feeds;
}

}  // namespace

TEST_CASE("what was posted is taken once, oldest first") {
  Mailbox mailbox;
  CHECK(mailbox.drain().empty());
  for (const std::size_t feed : std::vector<std::size_t>{3, 1, 2}) mailbox.post(news_of(feed));
  CHECK(feeds_of(mailbox.drain()) == std::vector<std::size_t>{3, 1, 2});
  CHECK(mailbox.drain().empty());
}

TEST_CASE("the descriptor can be read while there is something to take") {
  Mailbox mailbox;
  REQUIRE(mailbox.descriptor() >= 0);
  CHECK_FALSE(is_readable(mailbox));
  mailbox.post(news_of(0));
  mailbox.post(news_of(1));
  CHECK(is_readable(mailbox));
  mailbox.drain();
  CHECK_FALSE(is_readable(mailbox));
  mailbox.post(news_of(2));
  CHECK(is_readable(mailbox));
}

TEST_CASE("a post wakes whoever waits on the descriptor") {
  Mailbox mailbox;
  std::thread poster([&mailbox] {
    std::this_thread::sleep_for(std::chrono::milliseconds(30));
    mailbox.post(news_of(7));
  });
  CHECK(is_readable(mailbox, 5000));
  poster.join();
  CHECK(feeds_of(mailbox.drain()) == std::vector<std::size_t>{7});
}

TEST_CASE("from several threads nothing is lost, and each one's order is kept") {
  constexpr std::size_t kEach = 2000;
  Mailbox mailbox;
  std::vector<std::thread> posters;
  for (std::size_t first : {std::size_t{0}, kEach, 2 * kEach}) {
    posters.emplace_back([&mailbox, first] {
      for (std::size_t i = 0; i < kEach; ++i) mailbox.post(news_of(first + i));
    });
  }
  std::vector<std::size_t> taken;
  while (taken.size() < 3 * kEach && is_readable(mailbox, 5000)) {
    const auto more = feeds_of(mailbox.drain());
    taken.insert(taken.end(), more.begin(), more.end());
  }
  for (std::thread& poster : posters) poster.join();
  REQUIRE(taken.size() == 3 * kEach);
  std::vector<std::size_t> next = {0, kEach, 2 * kEach};
  std::size_t out_of_order = 0;
  for (const std::size_t feed : taken) {
    if (feed != next[feed / kEach]++) ++out_of_order;
  }
  CHECK(out_of_order == 0);
}
