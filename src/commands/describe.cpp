// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "cli/commands.hpp"
#include "cli/exit_status.hpp"
#include "commands/one_frame.hpp"
#include "overrides/hidden_by.hpp"

namespace placard {
namespace {

using Json = nlohmann::ordered_json;

Json text_or_null(const std::string& text) {
  return text.empty() ? Json(nullptr) : Json(text);
}

Json instant_or_null(const std::optional<Instant>& instant, const TimeZone& zone) {
  return instant ? Json(zone.format(*instant)) : Json(nullptr);
}

std::string_view status_of(const SessionFacts& session) {
  if (session.cancelled) return "cancelled";
  if (!session.moved_to.empty()) return "moved";
  return session.delayed() ? "delayed" : "scheduled";
}

Json session_json(const SessionFacts& session, const TimeZone& zone) {
  return {{"id", text_or_null(session.id)},
          {"title", text_or_null(session.title)},
          {"start", zone.format(session.start)},
          {"end", zone.format(session.end)},
          {"end_assumed", session.end_assumed},
          {"room", text_or_null(session.room)},
          {"place", text_or_null(session.place)},
          {"track", text_or_null(session.track)},
          {"labels", session.labels},
          {"speakers", session.speakers},
          {"status", status_of(session)},
          {"printed_start", zone.format(session.printed_start)},
          {"printed_end", zone.format(session.printed_end)},
          {"moved_to", text_or_null(session.moved_to)},
          {"full", session.full},
          {"for_every_room", session.for_every_room}};
}

Json session_or_null(const std::optional<SessionFacts>& session, const TimeZone& zone) {
  return session ? session_json(*session, zone) : Json(nullptr);
}

Json sessions_json(const std::vector<SessionFacts>& sessions, const TimeZone& zone) {
  Json list = Json::array();
  for (const SessionFacts& session : sessions) list.push_back(session_json(session, zone));
  return list;
}

bool shows(const Frame& frame, const std::string& text) {
  return std::any_of(frame.items.begin(), frame.items.end(),
                     [&text](const Item& item) { return item.role == Role::message && item.text == text; });
}

// What stands in place of a message: a louder one, or the newest of its level where both find no room.
std::string hider_of(const StaffMessage& message, const OneFrame& one) {
  const StaffMessage& newest = one.view.messages.front();
  if (!message.hidden_by.empty() || !shows(one.frame, newest.text) || shows(one.frame, message.text)) {
    return message.hidden_by;
  }
  return hider_name(newest.id, "\"" + newest.text + "\"");
}

Json messages_json(const OneFrame& one) {
  const TimeZone& zone = one.zone;
  Json list = Json::array();
  for (const StaffMessage& message : one.view.messages) {
    list.push_back({{"id", text_or_null(message.id)},
                    {"level", name_of(message.level)},
                    {"text", message.text},
                    {"from", instant_or_null(message.from, zone)},
                    {"until", instant_or_null(message.until, zone)},
                    {"hidden_by", text_or_null(hider_of(message, one))}});
  }
  return list;
}

Json replacement_json(const std::optional<Replacement>& replacement, const TimeZone& zone) {
  if (!replacement) return nullptr;
  return {{"title", text_or_null(replacement->title)},
          {"text", text_or_null(replacement->text)},
          {"until", instant_or_null(replacement->until, zone)},
          {"hidden_by", text_or_null(replacement->hidden_by)}};
}

Json countdown_json(const std::optional<Countdown>& countdown) {
  if (!countdown) return nullptr;
  return {{"to", countdown->to_end ? "end" : "start"},
          {"seconds", countdown->left.count()},
          {"text", countdown->text},
          {"phase", name_of(countdown->phase)}};
}

Json rect_json(const Rect& rect) {
  return {rect.x, rect.y, rect.w, rect.h};
}

Json item_json(const Item& item) {
  Json lines = Json::array();
  for (const PlacedLine& line : item.lines) lines.push_back(line.line.text);
  const bool text = !item.lines.empty();
  return {{"role", name_of(item.role)},
          {"text", text_or_null(item.text)},
          {"lines", lines},
          {"truncated", item.truncated},
          {"box", rect_json(item.box)},
          {"ink", rect_json(item.ink)},
          {"font", text_or_null(item.face)},
          {"px", text ? Json(item.font.px) : Json(nullptr)},
          {"cap_px", text ? Json(item.cap_px) : Json(nullptr)},
          {"color", to_text(item.color)},
          {"background", to_text(item.background)},
          {"contrast", std::floor(contrast(item.color, item.background) * 100) / 100}};
}

Json frame_json(const Frame& frame) {
  Json items = Json::array();
  for (const Item& item : frame.items) items.push_back(item_json(item));
  return {{"width", frame.width},
          {"height", frame.height},
          {"declared_distance_m", frame.declared_distance_m},
          {"items", items}};
}

Json description(const OneFrame& one) {
  const View& view = one.view;
  const TimeZone& zone = one.zone;
  return {{"sign", text_or_null(view.sign)},
          {"room", text_or_null(view.room)},
          {"layout", name_of(view.layout)},
          {"at", zone.format(view.at)},
          {"state", name_of(view.state)},
          {"now", session_or_null(view.now, zone)},
          {"also_now", view.also_now},
          {"next", session_or_null(view.next, zone)},
          {"also_next", view.also_next},
          {"absent", sessions_json(view.absent, zone)},
          {"elsewhere", session_or_null(view.elsewhere, zone)},
          {"alternatives", sessions_json(view.alternatives, zone)},
          {"freshness", name_of(view.freshness)},
          {"data_as_of", instant_or_null(view.data_as_of, zone)},
          {"countdown", countdown_json(view.countdown)},
          {"messages", messages_json(one)},
          {"messages_as_of", instant_or_null(view.messages_as_of, zone)},
          {"night", text_or_null(std::string(name_of(view.night)))},
          {"replacement", replacement_json(view.replacement, zone)},
          {"next_change", instant_or_null(view.next_change, zone)},
          {"next_repaint", instant_or_null(view.next_repaint, zone)},
          {"frame", frame_json(one.frame)}};
}

}  // namespace

int describe(const Options& options) {
  const auto one = make_one_frame(options);
  if (!one) return kUnusable;
  fmt::print("{}\n", description(*one).dump(2, ' ', false, Json::error_handler_t::replace));
  if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return one->status;
  fmt::print(stderr, "placard: The description could not be written.\n");
  return kUnusable;
}

}  // namespace placard
