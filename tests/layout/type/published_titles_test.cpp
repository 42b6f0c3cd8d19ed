// SPDX-License-Identifier: MIT
// Where lines may end in the titles of published schedules, against ICU, which is linked nowhere else.
#include <doctest/doctest.h>
#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <set>

#include "base/text/clean.hpp"
#include "layout/type/break_lines.hpp"

using namespace placard;

namespace {

using Json = nlohmann::json;
using Places = std::set<std::size_t>;  // bytes before which a line may begin

std::string with_single_spaces(const std::string& text) {
  std::string out;
  for (const char c : clean_line(text)) {
    if (c != ' ' || !out.ends_with(' ')) out += c;
  }
  return out;
}

void add_texts(const Json& value, std::set<std::string>& titles) {
  if (value.is_string()) titles.insert(with_single_spaces(value.get<std::string>()));
  if (!value.is_object()) return;
  for (const auto& [language, text] : value.items()) {
    if (text.is_string()) add_texts(text, titles);
  }
}

void add_titles(const Json& value, std::set<std::string>& titles) {
  if (value.is_object()) {
    for (const auto& [key, member] : value.items()) {
      if (key == "title" || key == "Name" || key == "name" || key == "subtitle") add_texts(member, titles);
    }
  }
  if (!value.is_structured()) return;
  for (const Json& member : value) add_titles(member, titles);
}

std::set<std::string> published_titles() {
  std::set<std::string> titles;
  const std::filesystem::path folder = std::filesystem::path(PLACARD_SAMPLES) / "feeds";
  if (!std::filesystem::exists(folder)) return titles;
  for (const auto& file : std::filesystem::recursive_directory_iterator(folder)) {
    if (file.path().extension() != ".json") continue;
    std::ifstream stream(file.path());
    const Json document = Json::parse(stream, nullptr, false);
    if (!document.is_discarded()) add_titles(document, titles);
  }
  return titles;
}

Places our_places(const std::string& text) {
  Places places;
  std::size_t at = 0;
  for (const Segment& segment : segments_of(text)) {
    if (at > 0) places.insert(at);
    at += segment.text.size() + (segment.space_after ? 1 : 0);
  }
  return places;
}

Places icu_places(const std::string& text) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> iterator(
      icu::BreakIterator::createLineInstance(icu::Locale::getRoot(), error));
  const std::unique_ptr<UText, decltype(&utext_close)> bytes(
      utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &error), utext_close);
  iterator->setText(bytes.get(), error);
  REQUIRE(U_SUCCESS(error));
  Places places;
  for (int at = iterator->next(); at != icu::BreakIterator::DONE; at = iterator->next()) {
    if (at < static_cast<int>(text.size())) places.insert(static_cast<std::size_t>(at));
  }
  return places;
}

// Why a line may not end at `place`, in the words of the rules that are stricter than ICU's; "?": none of them.
std::string why_kept(const std::string& title, std::size_t place) {
  const std::u32string left = code_points(title.substr(0, place));
  const char32_t last = left.back();
  const char32_t next = code_points(title.substr(place)).front();
  const auto is_digit = [](char32_t c) { return c >= U'0' && c <= U'9'; };
  if (last == U'+' && next == U'+') return "C++";
  if (last >= 0x30A1 && last <= 0x30FF && next >= 0x30A1 && next <= 0x30FF) return "a word in katakana";
  if (last == U' ' && left.size() > 1 && is_digit(left[left.size() - 2])) return "a number and its unit";
  if (is_digit(last) || is_digit(left[left.size() < 2 ? 0 : left.size() - 2])) return "a number and its counter";
  if (last == U'/') return "libunistring: a slash before a digit";
  if ((last == U'.' || last == U',' || last == U':' || last == U';') && next < 0x2E80) return "a stop inside a word";
  return "?";
}

}  // namespace

TEST_CASE(
    "published titles: no line may end where ICU lets none, and where ours may not although ICU's may it says why") {
  const std::set<std::string> titles = published_titles();
  if (titles.empty()) {
    MESSAGE("skipped: no samples");
    return;
  }
  std::map<std::string, std::size_t> kept;  // places that ICU breaks and Placard does not, by what keeps them together
  for (const std::string& title : titles) {
    CAPTURE(title);
    const Places ours = our_places(title);
    const Places icus = icu_places(title);
    for (const std::size_t place : ours) CHECK(icus.count(place) == 1);
    for (const std::size_t place : icus) {
      if (ours.count(place) == 0) ++kept[why_kept(title, place)];
    }
  }
  MESSAGE(titles.size() << " titles");
  for (const auto& [why, count] : kept) MESSAGE(count << " places kept together: " << why);
  CHECK(kept["?"] == 0);
}
