// SPDX-License-Identifier: MIT
#include "base/text/address.hpp"

#include <algorithm>
#include <string>

namespace placard {
namespace {

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

}  // namespace

AddressKind address_kind(std::string_view address) {
  if (address.empty()) return AddressKind::other;
  std::string start(address.substr(0, 8));
  std::transform(start.begin(), start.end(), start.begin(), lower);
  if (start.starts_with("http://")) return AddressKind::http;
  if (start.starts_with("https://")) return AddressKind::https;
  const bool has_scheme = address.substr(0, address.find('/')).ends_with(':') && address.find("://") != address.npos;
  return has_scheme || start.starts_with("file:") ? AddressKind::other : AddressKind::path;
}

}  // namespace placard
