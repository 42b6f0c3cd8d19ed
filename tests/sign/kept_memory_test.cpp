// SPDX-License-Identifier: MIT
// What updates told survives a restart and further updates: it is kept beside the copy of the feed.
#include <doctest/doctest.h>

#include <sstream>

#include "base/os/temp_folder.hpp"
#include "schedule/programme.hpp"
#include "sign/known_sign.hpp"
#include "sign/sources/feed_updates.hpp"

using namespace placard;
using namespace placard::test;
using namespace std::chrono_literals;

namespace {

// Each line "room | title | HH:MM | speaker", an hour long, on the day of kNoon.
std::string feed(const Lines& sessions) {
  std::string text = R"({"event": "Ours", "sessions": [)";
  for (const std::string& session : sessions) {
    const auto parts = parts_of(session, '|');
    text += R"({"room": ")" + parts[0] + R"(", "title": ")" + parts[1] + R"(", "start": "2025-11-04T)" + parts[2] +
            R"(:00-08:00", "speakers": [")" + parts[3] + R"("]},)";
  }
  text.back() = ']';
  return text + "}";
}

const Lines kDay = {"A|One|11:30|P", "A|Two|13:00|Q", "A|Three|15:00|R", "B|Four|11:30|S", "B|Five|15:00|T"};

// A device with a folder for copies, started as often as wanted.
class Device {
 public:
  Device() {
    venue_.settings = settings_with(1);
    venue_.settings.zone = TimeZone::find("America/Los_Angeles");
    SignSettings sign;
    sign.rooms = {"A"};
    venue_.sign = sign;
    start(0s);
  }
  void start(seconds span) {
    const auto write = [this](const std::string& name, const CachedCopy& copy) {
      folder_.write(name, copy, Durable::no);
    };
    KnowledgeRules rules;
    rules.boot = "boot";
    sign_ = std::make_unique<KnownSign>(venue_, rules, write);
    sign_->restore(folder_, after(span));
  }
  Lines hear(const Lines& sessions, seconds span) { return sign_->apply(fresh(0, feed(sessions)), after(span)); }
  void staff(const std::string& overrides, seconds span) {
    sign_->apply(to_overrides_update(fetched(overrides)), after(span));
  }
  View view(seconds span) { return sign_->view(after(span)); }
  const KnownSign& sign() const { return *sign_; }

 private:
  TempFolder temp_;
  CacheFolder folder_{temp_.path("kept")};
  Venue venue_;
  std::unique_ptr<KnownSign> sign_;
};

Lines without(const Lines& lines, std::size_t index) {
  Lines left = lines;
  left.erase(left.begin() + static_cast<std::ptrdiff_t>(index));
  return left;
}

Lines renamed(Lines lines, const std::string& name) {
  for (std::string& line : lines) {
    if (line.rfind("A|", 0) == 0) line = name + line.substr(1);
  }
  return lines;
}

}  // namespace

TEST_CASE("a cancellation outlives another update and a restart, in whatever order, until its time is over") {
  const std::string cancelled = "Cancelled: 13:00, Two";
  for (const char* order : {"update", "restart", "update restart", "restart update restart", "update update restart"}) {
    CAPTURE(std::string(order));
    Device device;
    device.hear(kDay, 0s);
    Lines news = without(kDay, 1);
    device.hear(news, 60s);
    CHECK(device.view(60s).texts.main.absent == cancelled);
    seconds span = 60s;
    std::istringstream steps{std::string(order)};
    for (std::string step; steps >> step;) {
      span += 60s;
      if (step == "restart") device.start(span);
      if (step == "update") news[0] += "!", device.hear(news, span);
      CHECK(device.view(span).texts.main.absent == cancelled);
    }
    device.hear(news, 70min);
    CHECK(device.view(119min).texts.main.absent == cancelled);
    CHECK(device.view(120min).texts.main.absent.empty());
  }
}

TEST_CASE("a move is told after a restart from where it was first") {
  Device device;
  device.hear(kDay, 0s);
  Lines news = kDay;
  news[1] = "B|Two|13:30|Q";
  device.hear(news, 60s);
  news[1] = "C|Two|16:30|Q";
  device.hear(news, 120s);
  news[0] += "!";
  device.hear(news, 180s);
  device.start(240s);
  CHECK(device.view(240s).texts.main.absent == "Moved to C, 16:30 (was 13:00): Two");
}

TEST_CASE("a renamed room's sign goes on, through restarts, another name and back; the log says what to write") {
  Device device;
  device.hear(kDay, 0s);
  const Lines log = device.hear(renamed(kDay, "Aula"), 60s);
  REQUIRE(log.size() == 1);
  CHECK(log[0].find("calls the room \"A\" \"Aula\" now") != std::string::npos);
  const auto shows = [&device](seconds span) {
    const View view = device.view(span);
    CHECK(view.room == "A");
    return view.next ? view.next->title : std::string(name_of(view.state));
  };
  CHECK(shows(60s) == "Two");
  device.start(120s);
  CHECK(shows(120s) == "Two");
  Lines news = renamed(without(kDay, 1), "Aula");
  device.hear(news, 180s);
  CHECK(device.view(180s).texts.main.absent == "Cancelled: 13:00, Two");
  CHECK(shows(180s) == "Three");
  news = renamed(without(kDay, 1), "Atrium");
  device.hear(news, 240s);
  device.start(300s);
  CHECK(shows(300s) == "Three");
  CHECK(device.view(300s).texts.main.absent == "Cancelled: 13:00, Two");
  device.hear(kDay, 360s);
  CHECK(shows(360s) == "Two");
  CHECK(device.sign().knowledge().rooms() == Lines{"A"});
}

TEST_CASE("what staff say of a renamed room reaches its sign under both names") {
  for (const char* name : {"A", "Aula"}) {
    Device device;
    device.hear(kDay, 0s);
    device.hear(renamed(kDay, "Aula"), 60s);
    device.staff(R"({"overrides": [{"rooms": [")" + std::string(name) + R"("], "message": "M", "level": "notice"}]})",
                 60s);
    CHECK(device.view(120s).messages.size() == 1);
  }
}
