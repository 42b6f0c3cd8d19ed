// SPDX-License-Identifier: MIT
// Every value of a document in turn null, missing, of another type, empty and huge: whatever a server sends, a bad
// session is left out and named, and its neighbours stay as they are.
#include <doctest/doctest.h>

#include <map>

#include "real_feeds/sample.hpp"
#include "real_feeds/shortened.hpp"

using namespace placard;
using namespace placard::test;
using Json = nlohmann::ordered_json;
using Pointer = Json::json_pointer;

namespace {

void all_places(const Json& value, const Pointer& at, std::vector<Pointer>& places) {
  if (!at.empty()) places.push_back(at);
  if (value.is_object()) {
    for (const auto& [key, member] : value.items()) all_places(member, at / key, places);
  } else if (value.is_array()) {
    for (std::size_t i = 0; i < value.size() && i < 4; ++i) all_places(value[i], at / i, places);
  }
}

std::vector<Json> wrong_values() {
  return {nullptr,
          true,
          -1,
          1e300,
          "",
          "  ",
          "not a thing",
          Json::array(),
          Json::object(),
          Json::array({1, "two", nullptr, Json::object()}),
          Json::object({{"en", 5}, {"name", Json::array()}}),
          std::string(100'000, 'x')};
}

std::string told(const Schedule& schedule, const Session& session) {
  std::string text = session.id + "|" + session.title + "|" + std::to_string(session.start.time_since_epoch().count());
  for (const std::size_t room : session.rooms) text += "|" + schedule.rooms[room].name;
  return text;
}

std::vector<std::string> all_told(const Schedule& schedule) {
  std::vector<std::string> all;
  for (const Session& session : schedule.sessions) all.push_back(told(schedule, session));
  return all;
}

// The session a place lies in, counted in the order of the document; kNoSession for places outside all of them.
constexpr std::size_t kNoSession = SIZE_MAX;

std::size_t session_at(const Json& document, const std::string& place) {
  std::size_t index = 0;
  for (const Pointer& list : session_lists(document)) {
    for (std::size_t i = 0; i < document.at(list).size(); ++i, ++index) {
      const std::string session = (list / i).to_string();
      if (place == session || place.rfind(session + "/", 0) == 0) return index;
    }
  }
  return kNoSession;
}

class Mutations {
 public:
  explicit Mutations(const Sample& sample)
      : sample_(sample), document_(shortened(Json::parse(file_text(sample_path(sample.file))))) {
    baseline_ = all_told(read(document_).schedule.value());
  }

  std::size_t try_all() {
    std::vector<Pointer> places;
    all_places(document_, Pointer(""), places);
    std::size_t tried = 0;
    for (const Pointer& place : places) {
      for (const Json& wrong : wrong_values()) {
        Json changed = document_;
        changed[place] = wrong;
        check(changed, place.to_string(), wrong.dump().substr(0, 40));
        ++tried;
      }
      if (!document_.at(place.parent_pointer()).is_object()) continue;
      Json changed = document_;
      changed[place.parent_pointer()].erase(place.back());
      check(changed, place.to_string(), "missing");
      ++tried;
    }
    return tried;
  }
  std::size_t left_out() const { return left_out_; }

 private:
  ReadFeed read(const Json& document) const {
    return read_feed(sample_.file, document.dump(), {TimeZone::find(sample_.zone), "", ""});
  }

  void check(const Json& changed, const std::string& place, const std::string& how) {
    CAPTURE(place);
    CAPTURE(how);
    const ReadFeed result = read(changed);
    if (!result.schedule) {
      CHECK_FALSE(result.problems.empty());
      return;
    }
    const std::size_t mutated = session_at(document_, place);
    if (mutated == kNoSession) return;
    const auto after = all_told(*result.schedule);
    if (after.size() < baseline_.size()) {
      ++left_out_;
      // A wrong value is named; without a time or a place there is no session yet.
      CHECK(result.skipped + result.not_scheduled == 1);
      CHECK(result.problems.empty() == (result.skipped == 0));
    }
    std::vector<std::string> neighbours = baseline_;
    neighbours.erase(neighbours.begin() + static_cast<std::ptrdiff_t>(mutated));
    std::vector<std::string> found = after;
    if (after.size() == baseline_.size()) found.erase(found.begin() + static_cast<std::ptrdiff_t>(mutated));
    CHECK(found == neighbours);
  }

  Sample sample_;
  Json document_;
  std::vector<std::string> baseline_;
  std::size_t left_out_ = 0;
};

}  // namespace

TEST_CASE("each value of each format in turn wrong") {
  if (!have_samples()) return;
  for (const Sample& sample : samples()) {
    CAPTURE(sample.file);
    Mutations mutations(sample);
    const std::size_t tried = mutations.try_all();
    MESSAGE(sample.file << ": " << tried << " documents, in " << mutations.left_out() << " a session was left out");
    CHECK(tried > 250);
    CHECK(mutations.left_out() > 0);
  }
}
