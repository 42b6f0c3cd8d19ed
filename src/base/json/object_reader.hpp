// SPDX-License-Identifier: MIT
// Reads the members of one JSON object by name and exact type, and collects what is wrong with them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json/document.hpp"

namespace placard::json {

/// How several texts are written.
enum class TextsAs { list, list_or_one };

/// Reads one object. Absent and null are the same: no value, no problem. A value of another type or outside its bounds
/// is no value and one problem of `severity`, with its place. One thread at a time.
class ObjectReader {
 public:
  /// `path` names the object in sentences ("signs.golden-gate-a"; "" for the whole document).
  ObjectReader(const Document& document, const Value& object, std::string path, Severity severity, Problems& problems);

  /// A string, cleaned for showing (base/text/clean.hpp); an empty one is no value.
  std::optional<std::string> text(std::string_view key);
  /// A string as it is, at most `max_bytes` long.
  std::optional<std::string> raw_text(std::string_view key, std::size_t max_bytes = 4096);
  std::optional<std::int64_t> integer(std::string_view key, std::int64_t least, std::int64_t most);
  std::optional<double> number(std::string_view key, double least, double most);
  std::optional<bool> boolean(std::string_view key);
  /// One of `names`.
  std::optional<std::string> one_of(std::string_view key, const std::vector<std::string>& names);
  /// A list of strings (cleaned, empty ones left out); with `or_one`, a single string too.
  std::optional<std::vector<std::string>> texts(std::string_view key, TextsAs as = TextsAs::list);
  const Value* list(std::string_view key);
  const Value* object(std::string_view key);
  /// Any value; counts the key as known.
  const Value* any(std::string_view key);

  /// Records a problem at the member `key` (at the object itself if there is none).
  void complain(std::string_view key, std::string what, std::string remedy = "");
  void complain_at(const Value& value, std::string what, std::string remedy = "");

  /// Warns of every key nothing asked for, with the nearest known one. Call it last.
  void warn_of_unknown_keys(const std::vector<std::string>& also_known = {});

  /// Counts as wrong what was told elsewhere: by the reader of an object inside this one.
  void fail() { failed_ = true; }
  /// Whether anything was wrong so far.
  bool failed() const { return failed_; }
  /// "key", or "path.key" inside another object.
  std::string path_of(std::string_view key) const;

 private:
  const Value* find_known(std::string_view key);
  void complain_of_type(const Value& value, std::string_view key, std::string_view wanted);
  template <typename T>
  const T* typed(std::string_view key, std::string_view wanted);

  const Document& document_;
  const Value& object_;
  std::string path_;
  Severity severity_;
  Problems& problems_;
  std::vector<std::string> known_;
  bool failed_ = false;
};

}  // namespace placard::json
