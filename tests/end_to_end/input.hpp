// SPDX-License-Identifier: MIT
// A keyboard and a mouse that nobody holds.
#pragma once

#include <memory>
#include <string>

#include "catalogue/dose.hpp"

namespace placard::end_to_end {

/// Makes up input on an X screen, as if devices were plugged in.
class Input {
 public:
  explicit Input(const std::string& display);
  ~Input();
  Input(const Input&) = delete;
  Input& operator=(const Input&) = delete;

  bool there() const;
  /// Keys go to the topmost window from now on.
  void focus_window();
  /// A key, a button, a move or a turn of the wheel.
  void random_event(test::Chance& chance);
  /// Nothing is held down any more, and the server has seen all.
  void let_go();

 private:
  struct Connection;
  std::unique_ptr<Connection> connection_;
};

}  // namespace placard::end_to_end
