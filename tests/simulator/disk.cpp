// SPDX-License-Identifier: MIT
#include "simulator/disk.hpp"

#include <filesystem>
#include <fstream>

namespace placard::test {

void Disk::write_all() {
  for (auto& [name, kept] : waiting_) {
    if (broken || !folder_.write(name, kept.copy, Durable::no)) continue;
    Generations& copies = copies_[name];
    if (copies.newest) copies.older = std::move(copies.newest);
    copies.newest = std::move(kept);
  }
  waiting_.clear();
}

void Disk::lose_power(Chance& chance) {
  for (const auto& [name, kept] : waiting_) {
    if (broken || !std::filesystem::exists(folder_.path())) continue;
    const std::string whole = packed(kept.copy);
    std::ofstream(file(name) + ".new", std::ios::binary) << whole.substr(0, chance.below(whole.size() + 1));
    Generations& copies = copies_[name];
    if (!copies.newest || !chance.one_in(2)) continue;
    // Between the two renames.
    std::filesystem::rename(file(name), file(name) + ".1");
    copies.older = std::move(copies.newest);
    copies.newest.reset();
  }
  waiting_.clear();
}

void Disk::set_damaged_aside() {
  for (auto& [name, copies] : copies_) {
    if (copies.newest && copies.newest->damaged) copies.newest.reset();
    if (copies.older && copies.older->damaged) copies.older.reset();
  }
}

std::string Disk::rot(Chance& chance) {
  for (auto& [name, copies] : copies_) {
    if (!copies.newest || copies.newest->damaged || chance.one_in(2)) continue;
    std::fstream stream(file(name), std::ios::binary | std::ios::in | std::ios::out);
    const auto at = static_cast<std::streamoff>(chance.below(std::filesystem::file_size(file(name))));
    stream.seekg(at);
    const int byte = stream.get();
    stream.seekp(at);
    stream.put(static_cast<char>(byte ^ (1 << chance.below(8))));
    copies.newest->damaged = true;
    return name;
  }
  return "nothing";
}

}  // namespace placard::test
