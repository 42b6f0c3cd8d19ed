// SPDX-License-Identifier: MIT
#include "schedule/formats/feed_format.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <exception>

#include "base/json/parse.hpp"
#include "base/text/clean.hpp"
#include "base/text/entities.hpp"
#include "base/text/tags.hpp"
#include "schedule/formats/frab2_feed.hpp"
#include "schedule/formats/frab_feed.hpp"
#include "schedule/formats/gridsmart_feed.hpp"
#include "schedule/formats/opass_feed.hpp"
#include "schedule/formats/placard_feed.hpp"
#include "schedule/formats/pretalx_feed.hpp"
#include "schedule/formats/scale_feed.hpp"
#include "schedule/formats/sessionize_feed.hpp"

namespace placard {
namespace {

// What a format's texts are: organisers' systems leave HTML in theirs, our own format is read as it is written.
enum class Texts { html, plain };

struct FeedFormat {
  std::string_view name;
  bool (*fits)(const json::Value& root);
  ReadFeed (*read)(const json::Document& document, const ReadOptions& options);
  std::vector<std::string_view> keys;  // of the document, or of the elements of its list: what it looks like to people
  Texts texts = Texts::html;
};

// One row a format. The first whose shape fits is taken.
const std::vector<FeedFormat>& formats() {
  static const std::vector<FeedFormat> kFormats = {
      {"frab2", is_frab2_feed, read_frab2_feed, {"schedule", "schedule.conference", "schedule.events"}},
      {"frab", is_frab_feed, read_frab_feed, {"schedule", "schedule.conference", "schedule.conference.days"}},
      {"pretalx", is_pretalx_feed, read_pretalx_feed, {"talks", "rooms", "tracks", "timezone"}},
      {"opass", is_opass_feed, read_opass_feed, {"sessions", "rooms", "speakers", "session_types"}},
      {"sessionize", is_sessionize_feed, read_sessionize_feed, {"sessions", "rooms", "speakers", "categories"}},
      {"gridsmart", is_gridsmart_feed, read_gridsmart_feed, {"date", "rooms", "timeSlots"}},
      {"scale", is_scale_feed, read_scale_feed, {"Name", "StartTime", "EndTime", "Location"}},
      {"placard", is_placard_feed, read_placard_feed, {"sessions", "time_zone", "event"}, Texts::plain},
  };
  return kFormats;
}

const FeedFormat* choose_format(const json::Value& root, const std::string& wanted) {
  for (const FeedFormat& format : formats()) {
    if (wanted.empty() ? format.fits(root) : format.name == wanted) return &format;
  }
  return nullptr;
}

// Tags first: what a reference stands for is no tag any more.
std::string plain_text(const std::string& html) {
  return decode_entities(without_tags(html));
}

// Every text of the document, keys too, for frab's are the names of rooms.
void decode_texts(json::Value& value) {
  if (auto* text = std::get_if<std::string>(&value.data)) *text = plain_text(*text);
  if (auto* list = std::get_if<json::Array>(&value.data)) {
    for (json::Value& element : *list) decode_texts(element);
  }
  if (auto* object = std::get_if<json::Object>(&value.data)) {
    for (json::Member& member : *object) {
      member.key = plain_text(member.key);
      decode_texts(member.value);
    }
  }
}

// The object whose keys tell what a document is: itself, or the first one in its list.
const json::Value* telling_object(const json::Value& root) {
  if (root.object() != nullptr) return &root;
  if (root.array() == nullptr) return nullptr;
  for (const json::Value& value : *root.array()) {
    if (value.object() != nullptr) return &value;
  }
  return nullptr;
}

std::string shape_of(const json::Value& root) {
  const json::Value* telling = telling_object(root);
  if (root.array() != nullptr && root.array()->empty()) return "it is an empty list";
  if (telling == nullptr) return fmt::format("it is {}", json::kind_name(root));
  const json::Object& object = *telling->object();
  std::vector<std::string> keys;
  for (const json::Member& member : object) {
    if (keys.size() < 8) keys.push_back(clean_line(member.key, 40));
  }
  if (keys.empty()) return "it is empty";
  return fmt::format("{} {}{}", telling == &root ? "its top-level keys are" : "it is a list of objects with the keys",
                     fmt::join(keys, ", "), object.size() > 8 ? ", …" : "");
}

// "schedule.conference" leads from object to object.
bool has_key(const json::Value& value, std::string_view path) {
  const auto dot = path.find('.');
  const json::Value* member = json::find(value, path.substr(0, dot));
  if (member == nullptr || dot == std::string_view::npos) return member != nullptr;
  return has_key(*member, path.substr(dot + 1));
}

// The formats that have most of their keys here, and what they have beside.
std::string nearest_formats(const json::Value& root) {
  const json::Value* telling = telling_object(root);
  if (telling == nullptr) return "";
  std::ptrdiff_t most = 0;
  std::vector<std::string> nearest;
  for (const FeedFormat& format : formats()) {
    std::vector<std::string_view> missing;
    for (const std::string_view key : format.keys) {
      if (!has_key(*telling, key)) missing.push_back(key);
    }
    const auto here = static_cast<std::ptrdiff_t>(format.keys.size() - missing.size());
    if (here == 0 || here < most) continue;
    if (here > most) nearest.clear();
    most = here;
    nearest.push_back(missing.empty() ? std::string(format.name)
                                      : fmt::format("{} (which has {} too)", format.name, fmt::join(missing, ", ")));
  }
  return nearest.empty() ? "" : fmt::format("; nearest comes {}", fmt::join(nearest, " or "));
}

ReadFeed refuse(Problem problem) {
  return {std::nullopt, {std::move(problem)}, 0};
}

}  // namespace

ReadFeed read_feed(const std::string& name, std::string bytes, const ReadOptions& options) try {
  auto parsed = json::parse(name, std::move(bytes));
  if (auto* problem = std::get_if<Problem>(&parsed)) return refuse(std::move(*problem));
  auto& document = std::get<json::Document>(parsed);
  const FeedFormat* format = choose_format(document.root, options.format);
  if (format != nullptr && format->texts == Texts::html) decode_texts(document.root);
  if (format != nullptr) {
    ReadFeed feed = format->read(document, options);
    append(feed.problems, document.warnings);
    return feed;
  }
  return refuse(document.problem_at(
      document.root.offset, Severity::error,
      fmt::format("This feed is in no format Placard knows: {}{}.", shape_of(document.root),
                  nearest_formats(document.root)),
      fmt::format("Check the feed's address; Placard reads: {}.", fmt::join(feed_format_names(), ", "))));
} catch (const std::exception&) {
  return refuse({Severity::error, name, 0, 0, "This feed could not be read: out of memory.", ""});
}

std::vector<std::string> feed_format_names() {
  std::vector<std::string> names;
  for (const FeedFormat& format : formats()) names.emplace_back(format.name);
  return names;
}

}  // namespace placard
