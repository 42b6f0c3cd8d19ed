// SPDX-License-Identifier: MIT
// Values that are JSON by their form but that nothing can hold: halves of characters, numbers beyond every float.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace placard::json {

/// Such a value, from byte `begin` to before byte `end`. A half is the escape alone (`\ud83d`), which is what
/// JavaScript writes of a text that it cut in the middle of a character; a number is the whole of it (`1e400`).
struct Unreadable {
  enum class Kind { half_character, number_out_of_range };
  Kind kind = Kind::half_character;
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// What to read in its place, byte for byte: `\ufffd`, or a zero and blanks.
char stand_in(const Unreadable& unreadable, std::size_t at);

/// Finds them in a text, from its beginning to its end. Takes linear time in all. Of a text that is no JSON it may find
/// too many or too few behind the first mistake. Points at the text.
class UnreadableFinder {
 public:
  /// `comments`: whether the text may have // and /* */.
  UnreadableFinder(std::string_view text, bool comments) : text_(text), comments_(comments) {}
  /// The next one; nothing once there are no more.
  std::optional<Unreadable> next();

 private:
  std::optional<Unreadable> next_in_string();
  std::optional<Unreadable> next_outside();

  std::string_view text_;
  bool comments_;
  bool in_string_ = false;
  std::size_t at_ = 0;
};

}  // namespace placard::json
