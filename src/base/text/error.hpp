// SPDX-License-Identifier: MIT
// Why something could not be done, as a value.
#pragma once

#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace placard {

/// One sentence a tired person can act on: what is wrong, where, what to do. It ends with its own full stop or
/// question mark, so that another can follow, and holds no query string, password or token.
struct Error {
  std::string sentence;

  bool operator==(const Error&) const = default;
};

/// A value, or why there is none.
template <typename T>
using Expected = tl::expected<T, Error>;

inline tl::unexpected<Error> failed(std::string sentence) {
  return tl::unexpected(Error{std::move(sentence)});
}

}  // namespace placard
