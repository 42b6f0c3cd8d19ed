// SPDX-License-Identifier: MIT
// Every change of the shipped event day, for every room, in every state, on many sizes of glass and in both themes,
// laid out with the real fonts.
#pragma once

#include <string>
#include <vector>

#include "screen/ruler.hpp"
#include "view/sign_input.hpp"

namespace placard::test {

inline constexpr PixelSize kSizes[] = {{320, 240},   {480, 320},   {800, 480}, {1024, 600}, {1280, 800},
                                       {1920, 1080}, {1080, 1920}, {480, 800}, {800, 1280}, {3840, 2160}};

struct Picture {
  std::string what;  // "800x480 light, Golden Gate A at 2025-11-04T13:05:00-08:00"
  Frame frame;
  std::string room;
  SignTexts texts;
};

/// All of them, made once.
const std::vector<Picture>& pictures();

}  // namespace placard::test
