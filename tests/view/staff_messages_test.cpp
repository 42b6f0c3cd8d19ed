// SPDX-License-Identifier: MIT
// What staff say beside, over or in place of the programme: which of it stands on the glass.
#include <doctest/doctest.h>

#include "view/staff_sign.hpp"

using namespace placard;
using namespace placard::test;

TEST_CASE("a takeover without an end lasts an hour from when it was first read") {
  Sign sign("Golden Gate B", {R"({"message": "Out", "level": "takeover"})"});
  CHECK(sign.at("13:49:59").texts.message.text == "Out");
  CHECK(sign.at("13:50").texts.message.text.empty());
  CHECK((sign.at("13:49").next_change == moment("13:50")));
  CHECK((sign.at("13:00").messages.front().until == moment("13:50")));
}

TEST_CASE("the newest of the highest level takes the place, the older one stands under it, all are listed") {
  Sign sign("Golden Gate B", {R"({"id": "1", "message": "first notice", "level": "notice"})",
                              R"({"id": "2", "message": "first warning", "level": "warning"})",
                              R"({"id": "3", "message": "second notice", "level": "notice"})",
                              R"({"id": "4", "message": "second warning", "level": "warning"})"});
  const View view = sign.at("13:05");
  CHECK(view.texts.message.text == "second warning");
  CHECK(view.texts.message.source == "Staff warning, 12:50 PM");
  CHECK(view.texts.message.older == std::vector<OlderMessage>{{"first warning", "Staff warning, 12:50 PM"}});
  std::string order;
  for (const StaffMessage& message : view.messages) order += message.id + message.hidden_by + " ";
  CHECK(order == "4 2 34 14 ");
}

TEST_CASE("the same words said again stand once, and no more than five messages are found words for") {
  std::vector<std::string> entries;
  for (const char* text : {"a", "b", "c", "d", "e", "f", "g", "f"}) {
    entries.push_back(std::string(R"({"level": "notice", "message": ")") + text + "\"}");
  }
  const MessageTexts said = Sign("Golden Gate B", entries).at("13:05").texts.message;
  std::string all = said.text;
  for (const OlderMessage& older : said.older) all += older.text;
  CHECK(all == "fgedc");
}

TEST_CASE("an evacuation that is corrected a minute later is the corrected one, and a warning in between is not seen") {
  const auto out = [](const char* text, const char* from) {
    return std::string(R"({"level": "takeover", "until": "2025-11-04T14:00", "message": ")") + text +
           R"(", "from": "2025-11-04T)" + from + "\"}";
  };
  Sign sign("Golden Gate B", {out("Leave by the front stairs", "13:05"),
                              R"({"level": "warning", "message": "Stay calm", "from": "2025-11-04T13:05:30"})",
                              out("Leave by the back stairs", "13:06")});
  CHECK(sign.at("13:05:59").texts.message.text == "Leave by the front stairs");
  CHECK((sign.at("13:05:59").next_change == moment("13:06")));
  const View view = sign.at("13:06");
  CHECK(view.texts.message.text == "Leave by the back stairs");
  CHECK(view.texts.message.older.empty());
  CHECK(view.messages.at(1).hidden_by == "\"Leave by the back stairs\"");
}

TEST_CASE("a takeover leaves nothing of the programme on the glass, a replacement neither; a warning stands over it") {
  Sign taken("Golden Gate B", {R"({"message": "Out", "level": "takeover", "until": "2025-11-04T14:00"})",
                               R"({"replace": {"title": "Private"}})"});
  SignTexts texts;
  texts.header.room = "Golden Gate B";
  texts.header.clock = "1:05 PM";
  texts.message.text = "Out";
  texts.message.source = "Staff notice, 12:50 PM";
  texts.message.level = MessageLevel::takeover;
  CHECK(taken.at("13:05").texts == texts);
  CHECK(taken.at("13:05").now);  // the facts are what they were
  Sign replaced("Golden Gate B",
                {R"({"message": "Stairs", "level": "warning"})", R"({"replace": {"text": "Private"}})"});
  CHECK(replaced.at("13:05").texts.message.replacement == "Private");
  CHECK(replaced.at("13:05").texts.message.text == "Stairs");
  CHECK(replaced.at("13:05").texts.main.headline.empty());
}
