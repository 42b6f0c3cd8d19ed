// SPDX-License-Identifier: MIT
// What `say` and `unsay` do to the file itself: links, owners, locks, and programs stopped half way.
#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "end_to_end/staff_venue.hpp"

namespace placard::end_to_end {
namespace {

using namespace std::chrono_literals;

struct stat status_of(const std::string& path) {
  struct stat info {};
  CHECK(lstat(path.c_str(), &info) == 0);
  return info;
}

bool exists(const std::string& path) {
  return access(path.c_str(), F_OK) == 0;
}

std::string beside(const Venue& venue, const std::string& name) {
  const std::string path = venue.overrides();
  return path.substr(0, path.rfind('/') + 1) + name;
}

std::string in_shell(const SignTexts& texts) {
  std::string line;
  for (const std::string& word : texts) line += "'" + word + "' ";
  return line;
}

}  // namespace

TEST_CASE("a link whose file is still to be made stays a link") {
  const Venue venue;
  unlink(venue.overrides().c_str());
  CHECK(symlink("today.json", venue.overrides().c_str()) == 0);
  CHECK(venue.run({"say", "Hello"}).status == 0);
  CHECK(S_ISLNK(status_of(venue.overrides()).st_mode));
  CHECK(S_ISREG(status_of(beside(venue, "today.json")).st_mode));
  CHECK(venue.entries().size() == 1);
}

TEST_CASE("the file stays with its group when a member who does not own it writes") {
  if (geteuid() != 0 || !installed("setpriv")) {
    MESSAGE("skipped: needs root and setpriv");
    return;
  }
  const Venue venue;
  constexpr gid_t kGroup = 100;
  chmod(beside(venue, "").c_str(), 0777);
  CHECK(chown(venue.overrides().c_str(), 0, kGroup) == 0);
  chmod(venue.overrides().c_str(), 0640);
  // The owner was here before: the lock is a file others can only read.
  write_file(beside(venue, ".overrides.json.lock"), "");
  chmod(beside(venue, ".overrides.json.lock").c_str(), 0644);
  SignTexts texts = venue.command({"say", "Hello"});
  texts.insert(texts.begin(), {"setpriv", "--reuid", "65534", "--regid", "65534", "--groups", "100"});
  const Finished said = run_program(texts);
  CAPTURE(said.err);
  CHECK(said.status == 0);
  const struct stat info = status_of(venue.overrides());
  CHECK(info.st_gid == kGroup);
  CHECK((info.st_mode & 07777) == 0640);
  CHECK(venue.entries().size() == 1);
}

TEST_CASE("say stopped while it writes leaves the file as it was, and the next one goes on") {
#ifdef __SANITIZE_THREAD__
  MESSAGE("Skipped: under ThreadSanitizer a program writes a file before it begins.");
  return;
#endif
  const Venue venue;
  const std::string before = read_file(venue.overrides());
  // The first byte written to any file ends it.
  const Finished stopped = run_program({"sh", "-c", "ulimit -f 0; " + in_shell(venue.command({"say", "Hello"}))});
  CHECK(stopped.status != 0);
  CHECK(read_file(venue.overrides()) == before);
  CHECK(exists(beside(venue, ".overrides.json.new")));
  CHECK(venue.run({"say", "Hello"}).status == 0);
  CHECK(venue.entries().size() == 1);
  CHECK_FALSE(exists(beside(venue, ".overrides.json.new")));
}

TEST_CASE("say waits while somebody else holds the file") {
  const Venue venue;
  CHECK(venue.run({"unsay", "--all"}).status == 0);  // makes the lock
  const int held = open(beside(venue, ".overrides.json.lock").c_str(), O_RDWR | O_CLOEXEC);
  REQUIRE(held >= 0);
  struct flock whole {};
  whole.l_type = F_WRLCK;
  CHECK(fcntl(held, F_OFD_SETLK, &whole) == 0);
  Background waiting(venue.command({"say", "Hello"}));
  CHECK(waiting.wait(400ms) == -1);
  CHECK(venue.entries().empty());
  close(held);
  CHECK(waiting.wait(5s) == 0);
  CHECK(venue.entries().size() == 1);
}

TEST_CASE("who may only read the file can't keep others from changing it") {
  if (geteuid() != 0 || !installed("setpriv")) {
    MESSAGE("skipped: needs root and setpriv");
    return;
  }
  const Venue venue;
  const std::string lock = beside(venue, ".overrides.json.lock");
  const auto held_by_reader = [&lock](const std::string& how) {
    return run_program({"setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups", "sh", "-c",
                        how + " '" + lock + "' true"})
               .status == 0;
  };
  chmod(beside(venue, "").c_str(), 0755);
  CHECK(venue.run({"say", "Hello"}).status == 0);
  CHECK((status_of(lock).st_mode & 07777) == 0600);
  CHECK_FALSE(held_by_reader("flock --exclusive --nonblock"));
  CHECK_FALSE(held_by_reader("flock --shared --nonblock"));
  // A lock from before that all can read is held by one who only reads.
  chmod(lock.c_str(), 0644);
  CHECK(held_by_reader("flock --exclusive --nonblock"));
  Background reader({"setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups", "flock", "--exclusive", lock,
                     "sleep", "20"});
  CHECK(reader.wait(300ms) == -1);
  CHECK(venue.run({"say", "Hello again"}).status == 0);
  CHECK(venue.entries().size() == 2);
  CHECK((status_of(lock).st_mode & 07777) == 0600);
}

TEST_CASE("a link of somebody else that leads nowhere makes no file in a folder of another") {
  if (geteuid() != 0) {
    MESSAGE("skipped: needs root");
    return;
  }
  const Venue venue;
  const std::string private_folder = beside(venue, "private");
  CHECK(mkdir(private_folder.c_str(), 0700) == 0);
  unlink(venue.overrides().c_str());
  CHECK(symlink("private/new.json", venue.overrides().c_str()) == 0);
  CHECK(lchown(venue.overrides().c_str(), 65534, 65534) == 0);
  const Finished said = venue.run({"say", "Hello"});
  CHECK(said.status == 1);
  CHECK(said.err.find("which is not there, in a folder of somebody else.") != std::string::npos);
  CHECK_FALSE(exists(private_folder + "/new.json"));
  CHECK(lchown(venue.overrides().c_str(), 0, 0) == 0);
  CHECK(venue.run({"say", "Hello"}).status == 0);
  CHECK(exists(private_folder + "/new.json"));
}

TEST_CASE("where nothing is taken back nothing is written") {
  const Venue venue;
  const ino_t before = status_of(venue.overrides()).st_ino;
  CHECK(venue.run({"unsay", "--all"}).status == 0);
  CHECK(venue.run({"unsay", "nothing"}).status == 1);
  CHECK(status_of(venue.overrides()).st_ino == before);
  unlink(venue.overrides().c_str());
  CHECK(venue.run({"unsay", "--all"}).status == 0);
  CHECK_FALSE(exists(venue.overrides()));
}

}  // namespace placard::end_to_end
