// SPDX-License-Identifier: MIT
// Unpacks gzip as it arrives, as `gzip -d` would.
#pragma once

#include <functional>
#include <memory>
#include <string_view>

struct z_stream_s;

namespace placard {

/// One stream, of one thread: any number of members one behind the other, zeros between and behind them. What is
/// neither is left out.
class GzipDecoder {
 public:
  enum class Result { more, damaged, stopped, out_of_memory };

  /// Takes pieces of at most 16 KiB; false stops.
  using Out = std::function<bool(std::string_view)>;

  /// Unpacks what can be unpacked so far. After anything but `more` there is no further.
  Result unpack(std::string_view packed, const Out& out);
  /// Whether what came so far may be all: no member is cut. Nothing at all may be.
  bool whole() const { return place_ != Place::member; }

 private:
  struct StreamDeleter {
    void operator()(z_stream_s* stream) const;
  };
  enum class Place { before, member, between, garbage };

  bool open();
  Result unpack_member(const Out& out);
  void find_member();

  std::unique_ptr<z_stream_s, StreamDeleter> stream_;
  Place place_ = Place::before;
  bool first_ = true;
};

}  // namespace placard
