// SPDX-License-Identifier: MIT
#include "schedule/feed_format.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <exception>

#include "json/parse.hpp"
#include "schedule/placard_feed.hpp"
#include "text/clean.hpp"

namespace placard {
namespace {

struct FeedFormat {
  std::string_view name;
  bool (*fits)(const json::Value& root);
  ReadFeed (*read)(const json::Document& document, const ReadOptions& options);
};

// One row a format. The first whose shape fits is taken.
constexpr FeedFormat kFormats[] = {
    {"placard", is_placard_feed, read_placard_feed},
};

const FeedFormat* choose_format(const json::Value& root, const std::string& wanted) {
  for (const FeedFormat& format : kFormats) {
    if (wanted.empty() ? format.fits(root) : format.name == wanted) return &format;
  }
  return nullptr;
}

std::string shape_of(const json::Value& root) {
  const json::Object* object = root.object();
  if (object == nullptr) return fmt::format("It is {}.", json::kind_name(root));
  std::vector<std::string> keys;
  for (const json::Member& member : *object) {
    if (keys.size() < 8) keys.push_back(clean_line(member.key, 40));
  }
  if (keys.empty()) return "It is an empty object.";
  return fmt::format("Its top-level keys are: {}{}.", fmt::join(keys, ", "), object->size() > 8 ? ", …" : "");
}

ReadFeed refuse(Problem problem) {
  return {std::nullopt, {std::move(problem)}, 0};
}

}  // namespace

ReadFeed read_feed(const std::string& name, std::string bytes, const ReadOptions& options) try {
  auto parsed = json::parse(name, std::move(bytes));
  if (auto* problem = std::get_if<Problem>(&parsed)) return refuse(std::move(*problem));
  const auto& document = std::get<json::Document>(parsed);
  const FeedFormat* format = choose_format(document.root, options.format);
  if (format != nullptr) return format->read(document, options);
  return refuse(document.problem_at(
      document.root.offset, Severity::error, "This feed is in no format Placard knows. " + shape_of(document.root),
      fmt::format("Check the feed's address; Placard reads: {}.", fmt::join(feed_format_names(), ", "))));
} catch (const std::exception&) {
  return refuse({Severity::error, name, 0, 0, "This feed could not be read: out of memory.", ""});
}

std::vector<std::string> feed_format_names() {
  std::vector<std::string> names;
  for (const FeedFormat& format : kFormats) names.emplace_back(format.name);
  return names;
}

}  // namespace placard
