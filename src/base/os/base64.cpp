// SPDX-License-Identifier: MIT
#include "base/os/base64.hpp"

#include <openssl/evp.h>

#include <vector>

namespace placard {

std::string base64(std::string_view bytes) {
  const std::vector<unsigned char> input(bytes.begin(), bytes.end());
  std::vector<unsigned char> text((input.size() + 2) / 3 * 4 + 1);  // it ends in a NUL
  const int length = EVP_EncodeBlock(text.data(), input.data(), static_cast<int>(input.size()));
  return {text.begin(), text.begin() + length};
}

}  // namespace placard
