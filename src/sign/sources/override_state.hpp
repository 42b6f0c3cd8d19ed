// SPDX-License-Identifier: MIT
// What is known of the staff's overrides, and since when.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/json/problem.hpp"
#include "base/time/time_zone.hpp"
#include "fetch/poller.hpp"
#include "overrides/for_sign.hpp"
#include "settings/settings.hpp"
#include "view/view_input.hpp"

namespace placard {

/// One look at the overrides file. An immutable value that crosses from the fetch thread.
struct OverridesUpdate {
  enum class Kind { fresh, unchanged, missing, failed } kind = Kind::failed;
  std::shared_ptr<const std::string> bytes;  ///< of `fresh`
  std::string where;
  std::string sentence;  ///< of `failed`: why
};

OverridesUpdate to_overrides_update(const FetchResult& update);

/// The entries as far as they are known. Owned by one thread.
class OverrideState {
 public:
  /// Takes an update that came at `now`; local times are the venue's. What can't be parsed changes nothing. A file must
  /// be missing twice in a row before its entries are dropped: some editors save by removing first.
  void apply(const OverridesUpdate& update, const TimeZone& zone, Instant now);

  /// Reads local times anew when the venue's zone turns out to be another one.
  void use_zone(const TimeZone& zone, Instant now);

  /// Takes cached bytes of an earlier run, with its first_reads(). What can't be parsed changes nothing.
  void restore(const std::string& bytes, const std::string& first_reads, const std::string& where, const TimeZone& zone,
               Instant now);
  /// The clock was set `by` further: what this device first read by the old one is told by the new one. What an earlier
  /// life read by a right clock stays as it is.
  void follow_clock(seconds by);
  /// When each good entry was first read, in a form for restore(); `clock`: whether that was by a clock to be believed.
  std::string first_reads(ClockState clock) const;
  /// The bytes last read; null when there is no file.
  std::shared_ptr<const std::string> bytes() const { return bytes_; }

  /// The good entries in file order, each with the instant this device first read it.
  const std::shared_ptr<const LoadedOverrides>& loaded() const { return loaded_; }
  /// When the file was last seen to be as it is known, by this device's clock; nothing: not in this life.
  std::optional<Instant> as_of() const { return as_of_; }
  /// Whether the file last read could be parsed.
  bool readable() const { return readable_; }
  /// All that is wrong at the moment: with the file last read, or that it could not be read.
  const Problems& problems() const { return failure_.empty() ? problems_ : failure_; }

 private:
  using Bytes = std::shared_ptr<const std::string>;
  void read(Bytes bytes, std::string where, const TimeZone& zone, Instant now);

  std::shared_ptr<const LoadedOverrides> loaded_ = std::make_shared<const LoadedOverrides>();
  Problems problems_;
  Problems failure_;  // of the last look; empty: it went well
  Bytes bytes_;
  std::string where_;
  std::optional<TimeZone> zone_;
  std::optional<Instant> as_of_;
  bool readable_ = true;
  bool missed_ = false;
};

}  // namespace placard
