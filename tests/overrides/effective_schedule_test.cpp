// SPDX-License-Identifier: MIT
#include "overrides/effective_schedule.hpp"

#include <doctest/doctest.h>

#include "overrides/known.hpp"

using namespace placard;
using namespace placard::test;

namespace {

const SignNames kSign{"golden-gate-a", {"Golden Gate A", "GGA"}};
using Texts = std::vector<std::string>;

// Each message, and what hides it: "two < two's hider".
Texts texts(const StaffSays& says) {
  Texts out;
  for (const StaffMessage& message : says.messages) {
    out.push_back(message.text + (message.hidden_by.empty() ? "" : " < " + message.hidden_by));
  }
  return out;
}

std::string notice(const std::string& text, const std::string& more = "", const std::string& level = "notice") {
  return R"({"id": ")" + text + R"(", "message": ")" + text + R"(", "level": ")" + level + "\"" + more + "}";
}

std::string from(const std::string& time) {
  return R"(, "from": "2025-11-04T)" + time + "\"";
}

}  // namespace

TEST_CASE(
    "the loudest message comes first, of one level the newest: by when it begins, then by its place in the list") {
  struct Row {
    const char* what;
    std::vector<std::string> entries;
    Texts said;
  };
  const Row rows[] = {
      {"by their beginnings", {notice("a", from("11:30")), notice("b", from("11:00"))}, {"a", "b"}},
      {"an entry without one was said before what stands below it, whenever it was first read",
       {notice("a"), notice("b", from("11:00"))},
       {"b", "a"}},
      {"and after what stands above it", {notice("a", from("11:00")), notice("b")}, {"b", "a"}},
      {"those that begin together by the list", {notice("a"), notice("b"), notice("c")}, {"c", "b", "a"}},
      {"the level goes first",
       {notice("a", from("11:30")), notice("b", from("11:00"), "warning"), notice("c", from("11:10"), "warning")},
       {"c", "b", "a < c"}},
      {"a corrected takeover is alone",
       {notice("a", from("11:30") + R"(, "until": "2025-11-04T12:30")", "takeover"),
        notice("b", from("11:31") + R"(, "until": "2025-11-04T12:30")", "takeover"), notice("c", "", "warning")},
       {"b", "a < b", "c < b"}},
      {"one that is to come hides nothing", {notice("a"), notice("b", from("12:01"), "warning")}, {"a"}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    CHECK(texts(staff_says(known(row.entries), kSign, moment("12:00"))) == row.said);
  }
}

TEST_CASE("of several replacements the newest counts, and a takeover stands in its place") {
  const std::string a = R"({"id": "a", "replace": {"title": "A"})";
  const std::string b = R"({"id": "b", "replace": {"title": "B"})";
  const auto title = [](const std::vector<std::string>& entries) {
    return staff_says(known(entries), kSign, moment("12:00")).replacement->title;
  };
  CHECK(title({a + "}", b + "}"}) == "B");
  CHECK(title({a + from("11:30") + "}", b + from("11:00") + "}"}) == "A");
  const std::string out = R"({"id": "out", "message": "Out", "level": "takeover"})";
  CHECK(staff_says(known({out, a + "}"}), kSign, moment("12:00")).replacement->hidden_by == "out");
}

TEST_CASE("rooms without seats are known on every sign, this one's own as such") {
  const auto all = known({R"({"rooms": ["GGA"], "full": true, "until": "2025-11-04T13:00"})",
                          R"({"rooms": ["Yerba *", "Attic"], "full": true})"});
  const StaffSays says = staff_says(all, kSign, moment("12:00"));
  CHECK(says.room_full);
  CHECK(says.full_rooms == Texts{"GGA", "Yerba *", "Attic"});
  const StaffSays later = staff_says(all, kSign, moment("13:00"));
  CHECK_FALSE(later.room_full);
  CHECK(later.full_rooms == Texts{"Yerba *", "Attic"});
}

TEST_CASE("a message is said on the signs that its entry concerns, while it holds") {
  const auto all = known({notice("here", R"(, "rooms": ["GGA"])"), notice("there", R"(, "rooms": ["Attic"])"),
                          notice("short", R"(, "until": "2025-11-04T13:00")")});
  CHECK(texts(staff_says(all, kSign, moment("12:59:59"))) == Texts{"short", "here"});
  CHECK(texts(staff_says(all, kSign, moment("13:00"))) == Texts{"here"});
}

TEST_CASE("a message tells since when it holds: from its from, else from when it was first read") {
  const auto all = known({R"({"message": "one", "level": "notice", "from": "2025-11-04T11:00"})",
                          R"({"message": "two", "level": "takeover"})"},
                         moment("12:34"));
  const StaffSays says = staff_says(all, kSign, moment("12:40"));
  REQUIRE(says.messages.front().text == "two");
  CHECK((says.messages[0].since == moment("12:34")));
  CHECK((says.messages[0].until == moment("13:34")));
  CHECK_FALSE(says.messages[0].from);
  CHECK((says.messages[1].since == moment("11:00")));
}
