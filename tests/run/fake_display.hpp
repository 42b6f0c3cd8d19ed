// SPDX-License-Identifier: MIT
// A display in memory, that can be lost or fail.
#pragma once

#include <new>
#include <vector>

#include "screen/display.hpp"

namespace placard::test {

class FakeDisplay final : public Display {
 public:
  explicit FakeDisplay(PixelSize size) : size_(size) {}

  int width() const override { return size_.width; }
  int height() const override { return size_.height; }
  bool present(const Pixels& panel, const std::vector<Rect>& /*changed*/) override {
    if (fails) throw std::bad_alloc();
    if (lost) return false;
    shown = panel;
    ++presents;
    return true;
  }
  DisplayEvents take_events() override { return {}; }
  int descriptor() const override { return -1; }
  bool resize(PixelSize size) override {
    sizes_asked.push_back(size);
    size_ = size;
    return true;
  }

  Pixels shown;      ///< what was presented last
  int presents = 0;  ///< how often
  std::vector<PixelSize> sizes_asked;
  bool lost = false;
  bool fails = false;  ///< for want of memory

 private:
  PixelSize size_;
};

}  // namespace placard::test
