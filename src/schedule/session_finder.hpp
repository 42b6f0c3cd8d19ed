// SPDX-License-Identifier: MIT
// Which session of one feed is which of another, though ids, titles, times or rooms may have changed.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "schedule/schedule.hpp"

namespace placard {

/// What a session is known by when its id does not help: its folded title and speakers, a line each.
std::string title_and_speakers(const Session& session);

/// Finds the sessions of one edition of a feed in another. Made in time linear in both, and so is every look but for
/// the length of what is looked for. Both editions outlive it. Pure; one thread.
class SessionFinder {
 public:
  SessionFinder(const Schedule& before, const Schedule& after);

  struct Match {
    enum class Found { nowhere, in_doubt, here } found = Found::nowhere;
    const Session* session = nullptr;  ///< of `here`
  };
  /// The session of `after` that is `wanted`, which stood in the rooms of these names: of the same id, else where it
  /// stood (title, start and room), else of the same title and speakers.
  Match find(const Session& wanted, const std::vector<std::string>& rooms) const;

 private:
  struct Titled {
    const Session* first = nullptr;
    bool only = true;
  };
  struct Index {
    std::unordered_map<std::string, Titled> by_title;
    std::unordered_map<std::string, const Session*> by_place;  // the first of each start, room and title
  };
  void add_shared_ids(const Schedule& schedule);
  const Index& index() const;
  const Session* standing_at(const Session& wanted, const std::vector<std::string>& rooms) const;

  std::unordered_set<std::string> shared_ids_;  // of several sessions, as of a talk given twice
  std::unordered_map<std::string, const Session*> by_id_;
  const Schedule& after_;
  mutable std::optional<Index> index_;  // folding every name takes longest, and where ids tell it is not needed
};

}  // namespace placard
