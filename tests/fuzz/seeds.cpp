// SPDX-License-Identifier: MIT
// Writes what fuzzing begins with: a folder of inputs for each target, and dictionaries of the keys found in them.
// Usage: fuzz_seeds FOLDER. Made of the shipped files, of the literals in our tests, and of the published schedules
// where PLACARD_SAMPLES has some.
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "fuzz/claims.hpp"
#include "fuzz/seed_texts.hpp"
#include "real_feeds/shortened.hpp"

using namespace placard;
using namespace placard::fuzz;

namespace {

using Json = nlohmann::ordered_json;
using Texts = std::set<std::string>;

constexpr std::size_t kLongestSeed = 64'000;

struct Seeds {
  std::map<std::string, Texts> texts;  // by target
  std::map<std::string, Texts> keys;
};

Json parsed(const std::string& text) {
  return Json::parse(text, nullptr, false, true);
}

void add_keys(const Json& value, Texts& keys) {
  if (value.is_object()) {
    for (const auto& [key, member] : value.items()) keys.insert(key);
  }
  if (!value.is_structured()) return;
  for (const Json& inner : value) add_keys(inner, keys);
}

void add(Seeds& seeds, const std::string& target, const std::string& text) {
  if (text.size() > kLongestSeed) return;
  seeds.texts[target].insert(text);
  const Json document = parsed(text);
  if (!document.is_discarded()) add_keys(document, seeds.keys[target]);
}

// A feed belongs to every format that can make something of it.
void add_feed(Seeds& seeds, const std::string& text) {
  if (parsed(text).is_discarded()) return;
  add(seeds, "any", text);
  for (const std::string& format : feed_format_names()) {
    const ReadFeed feed = read_feed("seed", text, {TimeZone::find("Europe/Berlin"), format, ""});
    if (feed.schedule && !feed.schedule->sessions.empty()) add(seeds, format, text);
  }
}

// Biographies and addresses, which no sign reads, only make inputs slow.
void drop_long_texts(Json& value) {
  if (!value.is_structured()) return;
  for (auto inner = value.begin(); inner != value.end();) {
    const bool is_long = value.is_object() && inner->is_string() && inner->get_ref<const std::string&>().size() > 120;
    if (is_long) {
      inner = value.erase(inner);
    } else {
      drop_long_texts(*inner);
      ++inner;
    }
  }
}

void add_published_feeds(Seeds& seeds) {
  const std::filesystem::path folder = PLACARD_SAMPLES "/feeds";
  if (!std::filesystem::is_directory(folder)) return;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".json") continue;
    const std::string text = bytes_of(entry.path());
    if (!read_feed("seed", text, {TimeZone::find("Europe/Berlin"), "", ""}).schedule) continue;
    Json document = test::shortened(parsed(text));
    drop_long_texts(document);
    add_feed(seeds, document.dump());
  }
}

void add_feeds(Seeds& seeds) {
  for (const auto& entry : std::filesystem::directory_iterator(PLACARD_SOURCE "/config/feed")) {
    const std::string text = bytes_of(entry.path());
    if (parsed(text).contains("sessions")) add_feed(seeds, test::shortened(parsed(text)).dump());
  }
  for (const std::string& text : literals_in("schedule")) {
    if (text.starts_with("{") || text.starts_with("[")) add_feed(seeds, text);
  }
  add_published_feeds(seeds);
}

void add_files(Seeds& seeds) {
  add(seeds, "settings", bytes_of(PLACARD_SOURCE "/config/venue.json"));
  for (const char* file : {"overrides.json", "overrides.example.json"}) {
    add(seeds, "overrides", bytes_of(std::string(PLACARD_SOURCE "/config/") + file));
  }
  for (const auto& [target, folder] :
       {std::pair("settings", "settings"), {"overrides", "overrides"}, {"json", "base/json"}}) {
    for (const std::string& text : literals_in(folder)) {
      if (!parsed(text).is_discarded()) add(seeds, target, text);
    }
  }
}

void add_lines(Seeds& seeds) {
  add(seeds, "kept", "key: feed.json\ngood: 1762290300\nboot: 1f\nuptime_ms: 1000\nnotes: a\nbytes: 2\n{}");
  for (const char* file : {"base/time/time_test.cpp", "base/time/time_zone_test.cpp", "fetch/http_date_test.cpp"}) {
    for (const std::string& text : literals_of(bytes_of(std::string(PLACARD_SOURCE "/tests/") + file))) {
      add(seeds, "times", text);
      add(seeds, "times", text + "|Tue, 04 Nov 2025 13:05:00 GMT");
    }
  }
  for (const std::string& text : literals_of(bytes_of(PLACARD_SOURCE "/tests/fetch/url_test.cpp"))) {
    add(seeds, "url", text);
    add(seeds, "url", text + "\nhttps://example.org/feed.json");
  }
  for (const char* file :
       {"screen/hard_strings_test.cpp", "screen/painter_test.cpp", "layout/type/break_lines_test.cpp"}) {
    for (const std::string& text : literals_of(bytes_of(std::string(PLACARD_SOURCE "/tests/") + file))) {
      add(seeds, "text", text + "abcdef");
      if (text.size() < 20) continue;  // a frame takes long, and short texts are all alike
      std::string lines;
      for (int i = 0; i < 8; ++i) lines += text + "\n";
      const bool one = seeds.texts["glass"].size() % 2 == 0;
      add(seeds, "glass",
          lines + (one ? std::string("\x0F\x00\x01\x40\x50\x60\x00\x00", 8)
                       : std::string("\xFF\x51\x00\x40\x00\x00\x01\x00", 8)));
    }
  }
}

// The keys of the config's and the overrides' form, also those no example uses.
void add_schema_keys(Seeds& seeds) {
  add_keys(parsed(bytes_of(PLACARD_SOURCE "/config/venue.schema.json")), seeds.keys["settings"]);
  add_keys(parsed(bytes_of(PLACARD_SOURCE "/config/overrides.schema.json")), seeds.keys["overrides"]);
  add_keys(parsed(bytes_of(PLACARD_SOURCE "/config/feed/placard-feed.schema.json")), seeds.keys["placard"]);
}

bool is_plain(const std::string& key) {
  return !key.empty() && key.size() < 40 &&
         key.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-$") ==
             std::string::npos;
}

void write(const Seeds& seeds, const std::filesystem::path& folder) {
  for (const auto& [target, texts] : seeds.texts) {
    std::filesystem::create_directories(folder / target);
    std::size_t number = 0;
    for (const std::string& text : texts) std::ofstream(folder / target / std::to_string(number++)) << text;
    std::ofstream dictionary(folder / (target + ".dict"));
    const auto keys = seeds.keys.find(target);
    if (keys == seeds.keys.end()) continue;
    for (const std::string& key : keys->second) {
      if (is_plain(key)) dictionary << "\"\\\"" << key << "\\\"\"\n";
    }
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fputs("Usage: fuzz_seeds FOLDER\n", stderr);
    return 2;
  }
  Seeds seeds;
  add_feeds(seeds);
  add_files(seeds);
  add_lines(seeds);
  add_schema_keys(seeds);
  write(seeds, argv[1]);
  return 0;
}
