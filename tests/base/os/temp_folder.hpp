// A folder of a test's own, gone at its end.
#pragma once

#include <string>

namespace placard::test {

class TempFolder {
 public:
  TempFolder();
  /// In memory where there is such a place: there fsync() takes no time.
  enum class Memory { here };
  explicit TempFolder(Memory);
  ~TempFolder();
  TempFolder(const TempFolder&) = delete;
  TempFolder& operator=(const TempFolder&) = delete;

  std::string path(const std::string& name) const { return root_ + "/" + name; }
  /// Writes a file only its owner can read, and returns its path.
  std::string write(const std::string& name, const std::string& text) const;

 private:
  explicit TempFolder(const std::string& within);

  std::string root_;
};

}  // namespace placard::test
