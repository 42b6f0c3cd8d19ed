// SPDX-License-Identifier: MIT
#include "failures/disk_trace.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

namespace placard::test {
namespace {

namespace fs = std::filesystem;
using Kind = DiskEvent::Kind;

constexpr int kFolder = 0;  // files count from 1

std::string folder_of(const std::string& path) {
  return path.substr(0, path.rfind('/'));
}

// A disk on which only what was synced is certain.
class Disk {
 public:
  explicit Disk(const DiskFiles& before) {
    int files = 0;
    for (const auto& [path, content] : before) {
      const bool is_folder = path.back() == '/';
      const int file = is_folder ? kFolder : ++files;
      entries_[is_folder ? path.substr(0, path.size() - 1) : path] = file;
      if (!is_folder) certain_[file] = written_[file] = content;
    }
  }

  void apply(const DiskEvent& event) {
    switch (event.kind) {
      case Kind::write:
        written_[event.file] += event.data;
        return;
      case Kind::sync:
        if (event.path.empty()) certain_[event.file] = written_[event.file];
        if (!event.path.empty()) sync_names(event.path);
        return;
      case Kind::mark:
        return;
      case Kind::make_folder:
        made_.insert(event.path);
        break;
      case Kind::create:
        written_[event.file];
        break;
      default:
        break;
    }
    pending_.push_back(event);
  }

  void for_every_rest(const std::function<void(const DiskFiles&)>& see) const {
    std::vector<std::size_t> chosen;
    choose(chosen, see);
  }

 private:
  using Entries = std::map<std::string, int>;

  void sync_names(const std::string& folder) {
    std::vector<DiskEvent> others;
    for (const DiskEvent& event : pending_) {
      if (folder_of(event.path) != folder) others.push_back(event);
      if (folder_of(event.path) == folder) change(entries_, event);
    }
    pending_ = std::move(others);
  }

  static void change(Entries& entries, const DiskEvent& event) {
    if (event.kind == Kind::create) entries[event.path] = event.file;
    if (event.kind == Kind::make_folder) entries[event.path] = kFolder;
    if (event.kind == Kind::unlink || event.kind == Kind::rename) entries.erase(event.path);
    if (event.kind == Kind::rename) entries[event.new_path] = event.file;
  }

  void choose(std::vector<std::size_t>& chosen, const std::function<void(const DiskFiles&)>& see) const {
    Entries entries = entries_;
    for (const std::size_t index : chosen) change(entries, pending_[index]);
    drop_what_has_no_folder(entries);
    fill(entries, entries.begin(), {}, see);
    for (std::size_t index = 0; index < pending_.size(); ++index) {
      if (std::find(chosen.begin(), chosen.end(), index) != chosen.end()) continue;
      chosen.push_back(index);
      choose(chosen, see);
      chosen.pop_back();
    }
  }

  void drop_what_has_no_folder(Entries& entries) const {
    std::erase_if(entries, [&](const auto& entry) {
      const std::string folder = folder_of(entry.first);
      return made_.contains(folder) && !entries.contains(folder);
    });
  }

  std::vector<std::string> contents(int file) const {
    const std::string& all = written_.at(file);
    const auto found = certain_.find(file);
    const std::string certain = found == certain_.end() ? "" : found->second;
    if (certain == all) return {all};
    const std::size_t rest = all.size() - certain.size();
    std::string torn = all;
    torn.replace(certain.size(), std::min<std::size_t>(512, rest), std::min<std::size_t>(512, rest), '\0');
    return {certain, all, all.substr(0, certain.size() + rest / 2), torn, certain + std::string(rest, '\0')};
  }

  void fill(const Entries& entries, Entries::const_iterator at, DiskFiles files,
            const std::function<void(const DiskFiles&)>& see) const {
    if (at == entries.end()) return see(files);
    const auto next = std::next(at);
    if (at->second == kFolder) {
      files[at->first + "/"] = "";
      return fill(entries, next, std::move(files), see);
    }
    for (const std::string& content : contents(at->second)) {
      files[at->first] = content;
      fill(entries, next, files, see);
    }
  }

  Entries entries_;                     // certain
  std::vector<DiskEvent> pending_;      // changes of names that are not
  std::set<std::string> made_;          // folders that were not there before
  std::map<int, std::string> certain_;  // contents
  std::map<int, std::string> written_;  // … as the program sees them
};

}  // namespace

DiskTrace::DiskTrace(const DiskFiles& before) {
  for (const auto& [path, content] : before) {
    if (path.back() != '/') file_of_path_[path] = ++files_;
  }
}

void DiskTrace::made(const FileCall& call) {
  switch (call.kind) {
    case CallKind::open:
      file_of_descriptor_.erase(call.descriptor);
      if (!call.creates) return;
      file_of_path_[call.path] = file_of_descriptor_[call.descriptor] = ++files_;
      events_.push_back({Kind::create, call.path, "", files_});
      return;
    case CallKind::write:
      if (!file_of_descriptor_.contains(call.descriptor)) return;  // a terminal
      events_.push_back({Kind::write, "", "", file_of_descriptor_.at(call.descriptor), std::string(call.data)});
      return;
    case CallKind::sync: {
      const auto file = file_of_descriptor_.find(call.descriptor);
      const bool is_file = file != file_of_descriptor_.end();
      events_.push_back({Kind::sync, is_file ? "" : call.path, "", is_file ? file->second : 0});
      return;
    }
    case CallKind::rename:
      file_of_path_[call.new_path] = file_of_path_.at(call.path);
      file_of_path_.erase(call.path);
      events_.push_back({Kind::rename, call.path, call.new_path, file_of_path_.at(call.new_path)});
      return;
    case CallKind::unlink:
      events_.push_back({Kind::unlink, call.path});
      return;
    case CallKind::make_folder:
      events_.push_back({Kind::make_folder, call.path});
      return;
    default:
      return;
  }
}

void for_every_cut(const DiskFiles& before, const std::vector<DiskEvent>& events, const SeeLeft& see) {
  Disk disk(before);
  std::size_t mark = 0;
  disk.for_every_rest([&](const DiskFiles& left) { see(left, mark); });
  for (const DiskEvent& event : events) {
    if (event.kind == Kind::mark) mark = event.mark;
    disk.apply(event);
    disk.for_every_rest([&](const DiskFiles& left) { see(left, mark); });
  }
}

void lay_out_files(const DiskFiles& files, const std::string& from, const std::string& to) {
  fs::remove_all(to);
  fs::create_directories(to);
  for (const auto& [path, content] : files) {
    const std::string there = to + path.substr(from.size());
    if (path.back() == '/') {
      fs::create_directories(there);
      chmod(there.c_str(), 0700);
      continue;
    }
    std::ofstream(there, std::ios::binary) << content;
    chmod(there.c_str(), 0600);
  }
}

}  // namespace placard::test
