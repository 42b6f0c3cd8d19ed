// SPDX-License-Identifier: MIT
#include "schedule/canonical.hpp"

#include <type_traits>

namespace placard {
namespace {

// Each value with its length or count before it, so that no two lists of values give the same bytes. The structs are
// taken apart whole: a member that is added does not compile until it is written here.
class Writer {
 public:
  template <class... Values>
  void all(const Values&... values) {
    (add(values), ...);
  }
  std::string take() { return std::move(out_); }

 private:
  template <class Number>
  std::enable_if_t<std::is_integral_v<Number>> add(Number value) {
    out_ += std::to_string(value) + ';';
  }
  void add(const std::string& text) {
    add(text.size());
    out_ += text;
  }
  void add(seconds span) { add(span.count()); }
  void add(Instant time) { add(time.time_since_epoch()); }
  template <class Value>
  void add(const std::optional<Value>& value) {
    add(value.has_value());
    if (value) add(*value);
  }
  template <class Value>
  void add(const std::vector<Value>& values) {
    add(values.size());
    for (const Value& value : values) add(value);
  }
  void add(const Room& room) {
    const auto& [name, id, other_names, other_ids] = room;
    all(name, id, other_names, other_ids);
  }
  void add(const TrackColor& color) {
    const auto& [track, rgb] = color;
    all(track, rgb);
  }
  void add(const Session& session) {
    const auto& [id, other_id, title, start, end, rooms, every_room, broadcast, track, labels, speakers, cancelled,
                 delayed, is_break, moved_to, full, printed_start, printed_end, printed_end_assumed, end_assumed,
                 announced, retimed, now_at] = session;
    all(id, other_id, title, start, end, rooms, every_room, broadcast, track, labels, speakers, cancelled, delayed,
        is_break, moved_to, full, printed_start, printed_end, printed_end_assumed, end_assumed, announced, retimed,
        now_at);
  }

  std::string out_;
};

}  // namespace

std::string canonical_bytes(const Schedule& schedule) {
  const auto& [event, time_zone, utc_offset, generated_at, rooms, sessions, track_colors] = schedule;
  static_cast<void>(generated_at);
  Writer out;
  out.all(event, time_zone, utc_offset, rooms, sessions, track_colors);
  return out.take();
}

}  // namespace placard
