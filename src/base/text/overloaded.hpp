// SPDX-License-Identifier: MIT
// One answer for each alternative of a variant.
#pragma once

namespace placard {

/// Lambdas as one visitor: std::visit(overloaded{…}, variant) does not compile while an alternative has no answer.
template <typename... Answers>
struct overloaded : Answers... {
  using Answers::operator()...;
};
template <typename... Answers>
overloaded(Answers...) -> overloaded<Answers...>;

}  // namespace placard
