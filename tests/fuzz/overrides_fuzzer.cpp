// SPDX-License-Identifier: MIT
// An overrides.json: read, applied to a programme, and edited.
#include <algorithm>

#include "fuzz/claims.hpp"
#include "overrides/changed_schedule.hpp"
#include "overrides/check_targets.hpp"
#include "overrides/edit_overrides.hpp"
#include "overrides/effective_schedule.hpp"
#include "overrides/read_overrides.hpp"
#include "schedule/programme.hpp"

using namespace placard;
using namespace placard::fuzz;
using namespace std::chrono_literals;

namespace {

const std::string kFile = "overrides.json";
const std::string kEntry = R"({ "id": "by-the-fuzzer", "message": "Stairs only", "level": "notice" })";
constexpr std::size_t kMostRemoved = 4;

const Schedule& published() {
  static const Schedule schedule =
      programme({"Hall | 13:00 - 13:30 | Alpha", "Hall | 13:30 - 14:00 | Beta", "Hall | 14:30 - | Gamma",
                 "Foyer | 13:15 - 14:15 | Delta", "Foyer | 14:15 - 14:30 | Beta", "* | 12:00 - 13:00 | Lunch"});
  return schedule;
}

Overrides without_places(const Overrides& overrides) {
  Overrides out;
  for (const Override& entry : overrides) out.push_back(without_place(entry));
  return out;
}

void claim_applied(const Overrides& overrides) {
  const Instant at = moment("13:40");
  LoadedOverrides known;
  for (const Override& entry : overrides) known.push_back({entry, at - 5min});
  const SignNames names{"hall", {"Hall"}};
  const auto in_force = changes_in_force(known, names, at);
  const Schedule changed = changed_schedule(published(), known, in_force);
  claim(changed.sessions.size() >= published().sessions.size(), "no session is lost");
  for (const Session& session : changed.sessions) {
    for (const std::size_t room : session.rooms) claim(room < changed.rooms.size(), "a room's index is one");
  }
  claim_signs(changed);
  for (const StaffMessage& message : staff_says(known, names, at).messages) claim_clean(message.text, "a message");
  const auto next = next_begin_or_end(known, names, at);
  claim(!next || *next > at, "the next begin or end is yet to come");
}

bool has_year_of_its_own(const std::optional<Instant>& instant) {
  const Instant first = std::chrono::sys_days(std::chrono::year(2000) / 1 / 3);
  const Instant last = std::chrono::sys_days(std::chrono::year(2199) / 12 / 29);
  return !instant || (*instant > first && *instant < last);
}

// At the edges of the readable years another offset may lead out of them.
bool can_be_written(const Override& entry) {
  if (!has_year_of_its_own(entry.from) || !has_year_of_its_own(entry.until)) return false;
  const auto* session = std::get_if<SessionOverride>(&entry.what);
  if (session == nullptr) return true;
  const auto* details = std::get_if<SessionDetails>(&session->change);
  return has_year_of_its_own(session->target.start) &&
         (details == nullptr || (has_year_of_its_own(details->start) && has_year_of_its_own(details->end)));
}

void claim_written(const Override& entry) {
  if (!can_be_written(entry)) return;
  const std::string text = with_entry(empty_overrides_file(), entry_text(entry, los_angeles()));
  const auto again = read_overrides(kFile, text, los_angeles());
  claim(again.overrides && again.overrides->size() == 1, "an entry written can be read", text);
  claim(without_place(again.overrides->front()) == without_place(entry), "an entry written reads the same", text);
}

std::vector<std::string> ids_of(const std::string& text, const std::string& whence) {
  const auto listed = listed_entries(kFile, text);
  claim(listed.has_value(), "an edited file can be read", whence);
  std::vector<std::string> ids;
  for (const ListedEntry& entry : *listed) ids.push_back(entry.id);
  return ids;
}

void claim_edited(const std::string& text) {
  if (!listed_entries(kFile, text)) return;
  const auto ids = ids_of(text, text);
  const std::string longer = with_entry(text, kEntry);
  if (longer.size() > kMaxOverridesBytes) return;
  auto with = ids;
  with.emplace_back("by-the-fuzzer");
  claim(ids_of(longer, text) == with, "an entry added is the last", text);
  const auto before = read_overrides(kFile, text, los_angeles());
  if (before.overrides && ids.size() < 1000) {
    const auto after = read_overrides(kFile, longer, los_angeles());
    auto expected = without_places(*before.overrides);
    expected.push_back(without_place(after.overrides->back()));
    claim(without_places(*after.overrides) == expected, "an entry added leaves the others as they are", text);
  }
  claim(ids_of(without_entry(longer, ids.size()), longer) == ids, "an entry added can be removed", text);
  for (std::size_t i = 0; i < ids.size() && i < kMostRemoved; ++i) {
    auto left = ids;
    left.erase(left.begin() + static_cast<std::ptrdiff_t>(i));
    claim(ids_of(without_entry(text, i), text) == left, "an entry removed is gone, and no other", text);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text = text_of(data, size);
  const ReadOverrides read = read_overrides(kFile, text, los_angeles());
  claim_problems(read.problems, text, kFile);
  claim(read.overrides || has_errors(read.problems), "a refusal says why");
  if (read.overrides) {
    for (const Override& entry : *read.overrides) claim_written(entry);
    claim_applied(*read.overrides);
    const auto when = [](Instant instant) { return los_angeles().format(instant); };
    claim_problems(
        check_targets(*read.overrides, {{"hall"}, {"Hall", "Foyer"}, &published(), los_angeles(), when}, kFile), text,
        kFile);
  }
  claim_edited(text);
  return 0;
}
