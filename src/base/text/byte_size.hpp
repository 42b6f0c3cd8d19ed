// A number of bytes for people: "16 MiB", "4 KiB", "300 bytes".
#pragma once

#include <cstddef>
#include <string>

namespace placard {

/// Uses the largest unit that divides the number, so that nothing is rounded.
std::string byte_size_text(std::size_t bytes);

}  // namespace placard
