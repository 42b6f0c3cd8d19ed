// SPDX-License-Identifier: MIT
// Mutates JSON as a tree, so that most inputs get past the parser: values are made wrong, taken out, doubled,
// exchanged. Every fourth mutation, and what is no JSON, is left to libFuzzer, which changes bytes.
#include <algorithm>
#include <cstdint>
#include <cstring>
#include <nlohmann/json.hpp>
#include <optional>
#include <random>
#include <string>
#include <vector>

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t max_size);

namespace {

using Json = nlohmann::ordered_json;
using Random = std::minstd_rand;

constexpr int kMostNested = 40;  // what is deeper is for libFuzzer: a tree that deep is slow to write

struct Place {
  Json* parent;  // null: the document
  Json* value;
};

std::size_t pick(Random& random, std::size_t count) {
  return random() % count;
}

bool is_too_deep(std::string_view text) {
  int depth = 0;
  for (const char c : text) {
    depth += c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0;
    if (depth > kMostNested) return true;
  }
  return false;
}

std::optional<Json> parsed(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (is_too_deep(text)) return std::nullopt;
  Json document = Json::parse(text, nullptr, false, true);
  return document.is_discarded() ? std::nullopt : std::optional(std::move(document));
}

void add_places(Json* parent, Json& value, std::vector<Place>& places) {
  places.push_back({parent, &value});
  if (!value.is_structured()) return;
  for (Json& inner : value) add_places(&value, inner, places);
}

std::vector<Place> places_of(Json& document) {
  std::vector<Place> places;
  add_places(nullptr, document, places);
  return places;
}

Json odd_value(Random& random) {
  static const std::vector<Json> kValues = {nullptr,
                                            true,
                                            0,
                                            -1,
                                            60,
                                            INT64_MAX,
                                            INT64_MIN,
                                            1e300,
                                            0.5,
                                            "",
                                            " ",
                                            "*",
                                            "en",
                                            Json::array(),
                                            Json::object(),
                                            {{"en", "x"}, {"es", "y"}},
                                            {{"name", "Hall"}},
                                            "2199-12-31T23:59:59-14:00",
                                            "2000-01-01T00:00:00+14:00",
                                            "2025-03-09T02:30",
                                            "2025-11-02T01:30",
                                            "1440:00",
                                            "23:59",
                                            "24:00",
                                            "60:00:00",
                                            "#a1B2c3",
                                            "cancelled",
                                            "break",
                                            "America/Los_Angeles",
                                            "Pacific/Kiritimati",
                                            "\u202Eevil\u200B\u001B[2J",
                                            "&amp;lt;&#39;",
                                            "مرحبا Hall",
                                            std::string(1100, 'W')};
  return kValues[pick(random, kValues.size())];
}

void mutate_bytes(Json& value) {
  std::string text = value.get<std::string>();
  const std::size_t size = text.size();
  text.resize(size + 32);
  text.resize(LLVMFuzzerMutate(reinterpret_cast<std::uint8_t*>(text.data()), size, text.size()));
  value = text;
}

void mutate_number(Json& value, Random& random) {
  static constexpr std::int64_t kSteps[] = {1, -1, 60, 86'400, 1'000'000, INT64_MAX / 2};
  const auto number = static_cast<std::uint64_t>(value.get<std::int64_t>());
  value = static_cast<std::int64_t>(number + static_cast<std::uint64_t>(kSteps[pick(random, std::size(kSteps))]));
}

void take_out(const Place& place) {
  if (place.parent == nullptr) return;
  const auto found = std::find_if(place.parent->begin(), place.parent->end(),
                                  [&](const Json& value) { return &value == place.value; });
  if (found != place.parent->end()) place.parent->erase(found);
}

void repeat(const Place& place, Random& random) {
  if (place.parent == nullptr || !place.parent->is_array()) return;
  const Json copy = *place.value;
  const std::size_t times = pick(random, 8) == 0 ? 1 + pick(random, 60) : 1;
  for (std::size_t i = 0; i < times; ++i) place.parent->push_back(copy);
}

void rename(const Place& place, const std::vector<Place>& all, Random& random) {
  const Place& other = all[pick(random, all.size())];
  if (place.parent == nullptr || !place.parent->is_object() || other.parent == nullptr || !other.parent->is_object())
    return;
  for (const auto& [key, value] : other.parent->items()) {
    if (&value == other.value) {
      const std::string name = key;
      const Json copy = *place.value;
      (*place.parent)[name] = copy;
      return;
    }
  }
}

void change(const Place& place, const std::vector<Place>& all, Random& random) {
  switch (pick(random, 8)) {
    case 0:
      return take_out(place);
    case 1:
      return repeat(place, random);
    case 2:
      return rename(place, all, random);
    case 3: {
      const Json copy = *all[pick(random, all.size())].value;
      *place.value = copy;
      return;
    }
    case 4:
      *place.value = odd_value(random);
      return;
    default:
      if (place.value->is_string()) return mutate_bytes(*place.value);
      if (place.value->is_number_integer()) return mutate_number(*place.value, random);
      *place.value = odd_value(random);
  }
}

std::size_t written(const Json& document, std::uint8_t* out, std::size_t max_size) {
  const std::string text = document.dump(-1, ' ', false, Json::error_handler_t::ignore);
  if (text.size() > max_size) return 0;
  std::memcpy(out, text.data(), text.size());
  return text.size();
}

}  // namespace

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t max_size,
                                               unsigned seed) {
  Random random(seed);
  auto document = pick(random, 4) == 0 ? std::nullopt : parsed(data, size);
  if (!document) return LLVMFuzzerMutate(data, size, max_size);
  for (std::size_t i = 1 + pick(random, 3); i > 0; --i) {
    const auto places = places_of(*document);
    change(places[pick(random, places.size())], places, random);
  }
  const std::size_t length = written(*document, data, max_size);
  return length > 0 ? length : LLVMFuzzerMutate(data, size, max_size);
}

// A piece of the second document in place of one of the first.
extern "C" std::size_t LLVMFuzzerCustomCrossOver(const std::uint8_t* first, std::size_t first_size,
                                                 const std::uint8_t* second, std::size_t second_size, std::uint8_t* out,
                                                 std::size_t max_size, unsigned seed) {
  Random random(seed);
  auto document = parsed(first, first_size);
  auto other = parsed(second, second_size);
  if (!document || !other) return 0;
  const auto places = places_of(*document);
  const auto pieces = places_of(*other);
  *places[pick(random, places.size())].value = *pieces[pick(random, pieces.size())].value;
  return written(*document, out, max_size);
}
