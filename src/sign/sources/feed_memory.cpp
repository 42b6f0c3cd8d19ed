// SPDX-License-Identifier: MIT
#include "sign/sources/feed_memory.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/json/object_reader.hpp"
#include "base/json/parse.hpp"
#include "base/json/write.hpp"

namespace placard {
namespace {

using Kind = FeedChange::Kind;

const std::vector<std::string> kKinds = {"vanished", "moved", "retimed"};
constexpr std::int64_t kLatest = 100'000'000'000;  // seconds: in the year 5138
constexpr json::Limits kLimits{kMostMemoryBytes, 8, 100'000};

std::string seconds_of(Instant time) {
  return std::to_string(time.time_since_epoch().count());
}

std::string written(const FeedChange& change) {
  const Session& session = change.before;
  json::ObjectWriter out;
  out.add_text("kind", kKinds[static_cast<std::size_t>(change.kind)]);
  out.add_text("id", session.id);
  out.add_text("title", session.title);
  out.add("start", seconds_of(session.start));
  if (session.end) out.add("end", seconds_of(*session.end));
  out.add("until", seconds_of(change.until));
  out.add_texts("rooms", change.rooms);
  out.add_texts("left", change.left);
  out.add_text("moved_to", change.moved_to);
  if (change.kind != Kind::vanished) out.add("now_at", seconds_of(change.now_at));
  out.add_text("track", session.track);
  out.add_texts("labels", session.labels);
  out.add_texts("speakers", session.speakers);
  return out.object();
}

// As many as fit.
std::string list_of(const std::vector<std::string>& objects) {
  std::string text;
  for (const std::string& object : objects) {
    if (text.size() + object.size() > kMostMemoryBytes / 2) break;
    text += (text.empty() ? "" : ", ") + object;
  }
  return "[" + text + "]";
}

// The objects of a member that is a list, each read; one that cannot be is left out.
template <class Read>
void read_each(const json::Document& document, const json::Value* list, Problems& problems, const Read& read) {
  if (list == nullptr) return;
  for (const json::Value& value : *list->array()) {
    json::ObjectReader object(document, value, "", Severity::error, problems);
    read(object);
  }
}

std::optional<Instant> time_in(json::ObjectReader& object, const char* key) {
  const auto number = object.integer(key, -kLatest, kLatest);
  return number ? std::optional(Instant(seconds(*number))) : std::nullopt;
}

std::optional<FeedChange> read_change(json::ObjectReader& object) {
  const auto kind = object.one_of("kind", kKinds);
  const auto title = object.text("title");
  const auto start = time_in(object, "start");
  const auto until = time_in(object, "until");
  const auto now_at = time_in(object, "now_at");
  FeedChange change;
  change.rooms = object.texts("rooms").value_or(std::vector<std::string>{});
  if (!kind || !start || !until || change.rooms.empty()) return std::nullopt;
  change.kind = static_cast<Kind>(std::find(kKinds.begin(), kKinds.end(), *kind) - kKinds.begin());
  change.until = *until;
  change.before.id = object.text("id").value_or("");
  change.before.title = title.value_or("");
  change.before.start = *start;
  change.before.end = time_in(object, "end");
  change.before.track = object.text("track").value_or("");
  change.before.labels = object.texts("labels").value_or(std::vector<std::string>{});
  change.before.speakers = object.texts("speakers").value_or(std::vector<std::string>{});
  change.left = object.texts("left").value_or(std::vector<std::string>{});
  change.moved_to = object.text("moved_to").value_or("");
  change.now_at = now_at.value_or(Instant{});
  const bool moved = change.kind == Kind::moved;
  const bool whole =
      (change.kind == Kind::vanished || now_at) && moved != change.left.empty() && moved != change.moved_to.empty();
  return whole && !object.failed() ? std::optional(std::move(change)) : std::nullopt;
}

}  // namespace

std::string kept_text(const FeedMemory& memory) {
  std::vector<std::string> changes, names;
  for (const FeedChange& change : soonest(memory.changes, kMostChangesKept)) changes.push_back(written(change));
  for (const auto& [name, now] : memory.new_names) {
    json::ObjectWriter out;
    out.add_text("name", name);
    out.add_text("now", now);
    names.push_back(out.object());
  }
  json::ObjectWriter out;
  out.add("changes", list_of(changes));
  out.add("new_names", list_of(names));
  return out.object();
}

std::optional<FeedMemory> read_kept(const std::string& text) {
  if (text.empty()) return std::nullopt;
  auto parsed = json::parse("kept", text, kLimits);
  const auto* document = std::get_if<json::Document>(&parsed);
  if (document == nullptr || document->root.object() == nullptr) return std::nullopt;
  Problems problems;
  json::ObjectReader object(*document, document->root, "", Severity::error, problems);
  const json::Value* changes = object.list("changes");
  const json::Value* names = object.list("new_names");
  if (object.failed() || changes == nullptr || names == nullptr) return std::nullopt;
  FeedMemory memory;
  read_each(*document, changes, problems, [&memory](json::ObjectReader& one) {
    auto change = read_change(one);
    if (change && memory.changes.size() < kMostChangesKept) memory.changes.push_back(std::move(*change));
  });
  read_each(*document, names, problems, [&memory](json::ObjectReader& one) {
    const auto name = one.text("name");
    const auto now = one.text("now");
    if (name && now && memory.new_names.size() < kMostChangesKept) memory.new_names.emplace(*name, *now);
  });
  return memory;
}

}  // namespace placard
