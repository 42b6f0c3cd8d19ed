// SPDX-License-Identifier: MIT
// What stands on the disk as the last good copy of a feed: as it is, and with a digest that fits, so that what it
// covers is read too.
#include "base/os/digest.hpp"
#include "fetch/cache/cached_copy.hpp"
#include "fuzz/claims.hpp"

using namespace placard;
using namespace placard::fuzz;

namespace {

const CachedCopy* copy_in(const std::variant<CachedCopy, Unreadable>& result) {
  return std::get_if<CachedCopy>(&result);
}

void claim_file(const std::string& file) {
  const auto result = unpacked(file);
  const CachedCopy* copy = copy_in(result);
  if (copy == nullptr) return;
  claim(file.ends_with(copy->bytes), "the bytes are those of the file");
  const std::string again = packed(*copy);
  const auto read_again = unpacked(again);
  claim(copy_in(read_again) != nullptr && copy_in(read_again)->bytes == copy->bytes, "a copy written is read back");
  claim(packed(*copy_in(read_again)) == again, "a copy read is written the same");
}

void claim_damage(const std::string& bytes) {
  std::string file = packed({"feed.json", {}, "notes", bytes});
  const auto whole = unpacked(file);
  claim(copy_in(whole) != nullptr && copy_in(whole)->bytes == bytes, "a copy written is read back");
  const std::size_t place = std::hash<std::string>()(bytes) % file.size();
  claim(copy_in(unpacked(file.substr(0, place))) == nullptr, "a copy cut short is damaged");
  file[place] = static_cast<char>(file[place] ^ 1 << bytes.size() % 8);
  claim(copy_in(unpacked(file)) == nullptr, "a copy with a bit turned is damaged");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text = text_of(data, size);
  claim_file(text);
  claim_file("Placard kept copy 1\n" + sha256(text) + "\n" + text);
  claim_damage(text);
  return 0;
}
