// SPDX-License-Identifier: MIT
#include "end_to_end/process.hpp"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace placard::end_to_end {
namespace {

using namespace std::chrono_literals;

void send_to(int descriptor, const std::string& path) {
  const int file = open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  dup2(file, descriptor);
  close(file);
}

[[noreturn]] void become(const std::vector<std::string>& command, const Environment& environment) {
  for (const auto& [name, value] : environment) {
    if (value.empty()) {
      unsetenv(name.c_str());
    } else {
      setenv(name.c_str(), value.c_str(), 1);
    }
  }
  std::vector<char*> arguments;
  for (const std::string& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  execvp(arguments.front(), arguments.data());
  _exit(127);
}

}  // namespace

Background::Background(const std::vector<std::string>& command, const Environment& environment)
    : folder_(make_folder()) {
  pid_ = fork();
  if (pid_ == 0) {
    send_to(STDOUT_FILENO, folder_ + "/out");
    send_to(STDERR_FILENO, folder_ + "/err");
    setenv("STATE_DIRECTORY", (folder_ + "/state").c_str(), 1);  // unless the test names others
    setenv("XDG_RUNTIME_DIR", folder_.c_str(), 1);
    become(command, environment);
  }
}

Background::~Background() {
  if (wait(0ms) < 0) {
    kill(pid_, SIGKILL);
    wait(5s);
  }
  remove_folder(folder_);
}

std::string Background::out() const {
  return read_file(folder_ + "/out");
}
std::string Background::err() const {
  return read_file(folder_ + "/err");
}

void Background::signal(int number) const {
  kill(pid_, number);
}

int Background::wait(std::chrono::milliseconds most) {
  if (status_ >= 0) return status_;
  eventually(most, [this] {
    int raw = 0;
    if (waitpid(pid_, &raw, WNOHANG) != pid_) return false;
    status_ = WIFEXITED(raw) ? WEXITSTATUS(raw) : 128 + WTERMSIG(raw);
    return true;
  });
  return status_;
}

Finished run_program(const std::vector<std::string>& command, const Environment& environment) {
  Background program(command, environment);
  Finished finished;
  finished.status = program.wait(60s);
  finished.out = program.out();
  finished.err = program.err();
  return finished;
}

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

void write_file(const std::string& path, const std::string& text) {
  std::ofstream file(path, std::ios::binary);
  file << text;
}

std::string make_folder() {
  std::string name = (std::filesystem::temp_directory_path() / "placard-test.XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) std::abort();
  return name;
}

void remove_folder(const std::string& folder) {
  std::error_code ignored;
  std::filesystem::remove_all(folder, ignored);
}

long naps(pid_t pid) {
  std::istringstream status(read_file("/proc/" + std::to_string(pid) + "/task/" + std::to_string(pid) + "/status"));
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with("voluntary_ctxt_switches:")) return std::stol(line.substr(line.find(':') + 1));
  }
  return -1;
}

bool installed(const std::string& program) {
  return run_program({"sh", "-c", "PATH=$PATH:/usr/sbin command -v " + program}).status == 0;
}

}  // namespace placard::end_to_end
