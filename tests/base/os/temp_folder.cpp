#include "base/os/temp_folder.hpp"

#include <sys/stat.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace placard::test {

namespace {

constexpr const char* kMemory = "/dev/shm";

}  // namespace

TempFolder::TempFolder(const std::string& within) : root_(within + "/placard-feed-XXXXXX") {
  if (::mkdtemp(root_.data()) == nullptr) std::abort();
}

TempFolder::TempFolder() : TempFolder(std::filesystem::temp_directory_path().string()) {}

TempFolder::TempFolder(Memory)
    : TempFolder(std::filesystem::is_directory(kMemory) ? kMemory : std::filesystem::temp_directory_path().string()) {}

TempFolder::~TempFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(root_, ignored);
}

std::string TempFolder::write(const std::string& name, const std::string& text) const {
  std::ofstream(path(name), std::ios::binary) << text;
  ::chmod(path(name).c_str(), 0600);
  return path(name);
}

}  // namespace placard::test
