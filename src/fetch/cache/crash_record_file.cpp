// SPDX-License-Identifier: MIT
#include "fetch/cache/crash_record_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <cstring>

#include "base/os/digest.hpp"

namespace placard {
namespace {

const std::string kNote = "starts";
constexpr mode_t kForOthers = 0077;

using Bytes = std::array<char, sizeof(CrashRecord)>;

Bytes bytes_of(const CrashRecord& record) {
  Bytes bytes;
  std::memcpy(bytes.data(), &record, sizeof record);
  return bytes;
}

bool is_private_file(int file) {
  struct stat status {};
  return fstat(file, &status) == 0 && S_ISREG(status.st_mode) && status.st_uid == geteuid() && status.st_nlink == 1 &&
         (status.st_mode & kForOthers) == 0;
}

// Where the records of this boot lie; "": nothing was noted.
std::string noted_folder(const CacheFolder& copies, const std::string& boot) {
  const auto found = copies.read(kNote, kNote);
  if (found.copies.empty() || found.copies.front().good.boot != boot) return "";
  return found.copies.front().notes;
}

CrashRecord empty_record(const CrashRecordPlace& place) {
  CrashRecord record;
  record.format = FixedText<24>(kCrashRecordFormat);
  record.boot = FixedText<40>(place.boot);
  record.owner = DigestText(place.owner);
  record.ending = Ending::never_begun;
  return record;
}

void note_folder(const CacheFolder& copies, const std::string& boot, const std::string& folder) {
  static_cast<void>(copies.write(kNote, {kNote, {{}, boot, {}}, folder, ""}, Durable::no));
}

}  // namespace

CrashRecordFile::CrashRecordFile(int file) : file_(file), ours_(flock(file, LOCK_EX | LOCK_NB) == 0) {}

std::unique_ptr<CrashRecordFile> CrashRecordFile::open(const std::string& folder, const std::string& name) {
  if (folder.empty()) return nullptr;
  mkdir(folder.c_str(), 0700);
  const Descriptor inside(open_own_folder(folder));
  if (inside.get() < 0) return nullptr;
  const int file =
      openat(inside.get(), name.c_str(), O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC, 0600);
  if (file < 0) return nullptr;
  std::unique_ptr<CrashRecordFile> opened(new CrashRecordFile(file));
  if (!is_private_file(file)) return nullptr;
  return opened;
}

std::optional<CrashRecord> CrashRecordFile::read(const std::string& boot, const std::string& owner) const {
  Bytes bytes;
  const ssize_t got = pread(file_.get(), bytes.data(), bytes.size(), 0);
  if (got != static_cast<ssize_t>(bytes.size())) return std::nullopt;
  CrashRecord record;
  std::memcpy(&record, bytes.data(), sizeof record);
  const bool known = record.format == FixedText<24>(kCrashRecordFormat) && record.boot == FixedText<40>(boot) &&
                     record.owner == DigestText(owner);
  return known ? std::optional(record) : std::nullopt;
}

void CrashRecordFile::write(const CrashRecord& record) {
  if (!ours_) return;
  const Bytes now = bytes_of(record);
  std::size_t first = 0;
  std::size_t end = now.size();
  if (written_) {
    const Bytes before = bytes_of(*written_);
    const auto differs = std::mismatch(now.begin(), now.end(), before.begin());
    first = static_cast<std::size_t>(differs.first - now.begin());
    while (end > first && now[end - 1] == before[end - 1]) --end;
  }
  if (first == end) return;
  const ssize_t wrote = pwrite(file_.get(), now.data() + first, end - first, static_cast<off_t>(first));
  written_.reset();
  if (wrote == static_cast<ssize_t>(end - first)) written_ = record;
}

// systemd's comes last: it goes when the service ends, unless RuntimeDirectoryPreserve= keeps it.
std::vector<std::string> memory_folders() {
  std::vector<std::string> folders;
  if (const char* user = std::getenv("XDG_RUNTIME_DIR"); user != nullptr && *user != '\0') {
    folders.push_back(std::string(user) + "/placard");
  }
  folders.emplace_back("/run/placard");
  folders.push_back(fmt::format("/dev/shm/placard-{}", geteuid()));
  if (const char* service = std::getenv("RUNTIME_DIRECTORY"); service != nullptr) {
    folders.push_back(std::string(service).substr(0, std::string(service).find(':')));
  }
  return folders;
}

CrashRecordPlace crash_record_place(const std::vector<std::string>& folders, const CacheFolder& copies,
                                    const std::string& boot) {
  CrashRecordPlace place{nullptr, false, boot, sha256(copies.path())};
  const std::string name = "crash-record-" + place.owner.substr(0, 16);
  const std::string noted = noted_folder(copies, boot);
  for (const std::string& folder : noted.empty() ? folders : std::vector<std::string>{noted}) {
    auto file = CrashRecordFile::open(folder, name);
    const bool outlived = noted.empty() || (file && file->read(place.boot, place.owner));
    if (!file || !outlived) continue;
    place.file = std::move(file);
    place.on_disk = folder == copies.path();
    if (noted.empty() && !place.file->read(place.boot, place.owner)) place.file->write(empty_record(place));
    if (noted.empty()) note_folder(copies, boot, folder);
    return place;
  }
  if (noted != copies.path()) note_folder(copies, boot, copies.path());
  place.file = CrashRecordFile::open(copies.path(), name);
  place.on_disk = true;
  return place;
}

}  // namespace placard
