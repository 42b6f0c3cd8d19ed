// SPDX-License-Identifier: MIT
// The JSON parser: what it takes, another parser takes too; what it refuses, the other refuses too, but for our bounds;
// every value stands where it says.
#include <nlohmann/json.hpp>

#include "base/json/parse.hpp"
#include "base/json/write.hpp"
#include "fuzz/claims.hpp"

using namespace placard;
using namespace placard::fuzz;

namespace {

constexpr std::string_view kBegins[] = {"n", "tf", "-0123456789", "-0123456789", "\"", "[", "{"};  // by kind

constexpr std::string_view kEnds[] = {"l", "e", "0123456789", "0123456789", "\"", "]", "}"};

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

std::string written(const json::Value& value) {
  if (value.text() != nullptr) return json::string_literal(*value.text());
  std::string out;
  if (const auto* array = value.array()) {
    for (const json::Value& item : *array) out += (out.empty() ? "" : ",") + written(item);
    return "[" + out + "]";
  }
  if (const auto* object = value.object()) {
    for (const json::Member& member : *object) {
      out += (out.empty() ? "" : ",") + json::string_literal(member.key) + ":" + written(member.value);
    }
    return "{" + out + "}";
  }
  if (const auto* whole = std::get_if<std::int64_t>(&value.data)) return std::to_string(*whole);
  if (const auto* real = std::get_if<double>(&value.data)) return nlohmann::json(*real).dump();
  if (const auto* flag = std::get_if<bool>(&value.data)) return *flag ? "true" : "false";
  return "null";
}

// What stands where a value says is that value: it reads the same by itself.
void claim_text(const json::Value& value, std::string_view text, bool comments) {
  const auto alone = text.substr(value.offset, value.end - value.offset);
  claim(nlohmann::ordered_json::parse(alone, nullptr, false, comments) == nlohmann::ordered_json::parse(written(value)),
        "a value is all that stands where it says", alone);
}

void claim_document(const json::Document& document, bool comments) {
  const auto other = nlohmann::ordered_json::parse(document.text, nullptr, false, comments);
  claim(!other.is_discarded(), "what is taken is JSON", document.text);
  claim_places(document.root, document.text, 0);
  claim_text(document.root, document.text, comments);
  if (const auto* array = document.root.array()) {
    for (const json::Value& item : *array) claim_text(item, document.text, comments);
  }
  if (const auto* object = document.root.object()) {
    for (const json::Member& member : *object) claim_text(member.value, document.text, comments);
  }
  // As values: a whole number beyond 64 bits is a real one to us.
  claim(nlohmann::ordered_json::parse(written(document.root)) == other, "both parsers read the same", document.text);
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
