// SPDX-License-Identifier: MIT
// The JSON parser: what it takes, another parser takes too, once stand-ins are in the place of what can't be read; what
// it refuses, the other refuses too, but for our bounds;
// every value stands where it says.
#include <nlohmann/json.hpp>

#include "base/json/parse.hpp"
#include "base/json/written.hpp"
#include "fuzz/claims.hpp"

using namespace placard;
using namespace placard::fuzz;

namespace {

// By kind.
constexpr std::string_view kBegins[] = {"n", "tf", "-0123456789", "-0123456789", "\"", "[", "{", "-0123456789"};

constexpr std::string_view kEnds[] = {"l", "e", "0123456789", "0123456789", "\"", "]", "}", "0123456789"};

void claim_place(const json::Value& value, std::string_view text, std::size_t after) {
  claim(value.offset >= after && value.offset < value.end && value.end <= text.size(),
        "values stand one after the other", text);
  claim(kBegins[value.data.index()].find(text[value.offset]) != std::string_view::npos, "a value begins where it says",
        text.substr(value.offset, 40));
  claim(kEnds[value.data.index()].find(text[value.end - 1]) != std::string_view::npos, "a value ends where it says",
        text.substr(value.offset, value.end - value.offset));
}

// Returns the end of the value.
std::size_t claim_places(const json::Value& value, std::string_view text, std::size_t after) {
  claim_place(value, text, after);
  std::size_t last = value.offset + std::size_t{1};
  if (const auto* array = value.array()) {
    for (const json::Value& item : *array) last = claim_places(item, text, last);
  }
  if (const auto* object = value.object()) {
    for (const json::Member& member : *object) {
      claim(member.key_offset >= last && text[member.key_offset] == '"', "a key begins where it says", member.key);
      last = claim_places(member.value, text, member.key_offset + std::size_t{2});
    }
  }
  claim(last <= value.end, "what is inside ends before", text);
  return value.end;
}

// What stands where a value says is that value: it reads the same by itself.
void claim_text(const json::Value& value, std::string_view text, bool comments) {
  const auto alone = text.substr(value.offset, value.end - value.offset);
  claim(nlohmann::ordered_json::parse(alone, nullptr, false, comments) ==
            nlohmann::ordered_json::parse(json::written(value)),
        "a value is all that stands where it says", alone);
}

void claim_document(const json::Document& document, bool comments) {
  const std::string text = json::with_stand_ins(document.text, comments);
  const auto other = nlohmann::ordered_json::parse(text, nullptr, false, comments);
  claim(!other.is_discarded(), "what is taken is JSON but for what can't be read", document.text);
  claim(document.warnings.empty() || text != document.text, "only what can't be read is warned of", document.text);
  claim(text == document.text || !nlohmann::json::accept(document.text, comments), "what is JSON is read as it is",
        document.text);
  claim_places(document.root, document.text, 0);
  claim_text(document.root, text, comments);
  if (const auto* array = document.root.array()) {
    for (const json::Value& item : *array) claim_text(item, text, comments);
  }
  if (const auto* object = document.root.object()) {
    for (const json::Member& member : *object) claim_text(member.value, text, comments);
  }
  // As values: a whole number beyond 64 bits is a real one to us.
  claim(nlohmann::ordered_json::parse(json::written(document.root)) == other, "both parsers read the same",
        document.text);
}

// Whether it was only our bounds or our own rule that refused a text.
bool is_our_rule(const Problem& problem) {
  for (const char* rule : {"stands twice", "nested more than", "NUL byte"}) {
    if (problem.what.find(rule) != std::string::npos) return true;
  }
  return false;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text = text_of(data, size);
  bool taken = false;
  for (const bool comments : {false, true}) {
    json::Limits limits;
    limits.comments = comments;
    const auto result = json::parse("feed.json", text, limits);
    if (const auto* document = std::get_if<json::Document>(&result)) {
      claim_document(*document, comments);
      taken = true;
    } else {
      const auto& problem = std::get<Problem>(result);
      claim_problems({problem}, text, "feed.json");
      claim(!taken, "what is JSON without comments is JSON with them", text);
      claim(is_our_rule(problem) || !nlohmann::json::accept(text, comments), "what is refused is no JSON", text);
    }
  }
  return 0;
}
