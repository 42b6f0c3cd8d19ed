// A name that is looked up for ever: the test binary's own getaddrinfo stands before the system's, for this one name.
#pragma once

#include <string>

namespace placard::test {

/// While it lives, the lookup of `name` hangs; afterwards it fails, as does every lookup of it without one.
class HangingLookup {
 public:
  static constexpr const char* name = "hanging.placard.test";

  HangingLookup();
  ~HangingLookup();
  HangingLookup(const HangingLookup&) = delete;
  HangingLookup& operator=(const HangingLookup&) = delete;

  std::string url() const { return std::string("http://") + name + "/feed.json"; }
  bool wait_for_lookup() const;  // false after 10 s
};

}  // namespace placard::test
