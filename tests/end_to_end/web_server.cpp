// SPDX-License-Identifier: MIT
#include "end_to_end/web_server.hpp"

#include <unistd.h>

#include <filesystem>

namespace placard::end_to_end {
namespace {

using namespace std::chrono_literals;

void replace(std::string& text, const std::string& from, const std::string& to) {
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

}  // namespace

WebServer::WebServer() : folder_(make_folder()) {
  std::filesystem::create_directories(folder_ + "/temp");
  std::filesystem::create_directories(root());
  std::filesystem::permissions(folder_, std::filesystem::perms(0755));
  for (int attempt = 0; attempt < 20 && url_.empty(); ++attempt) {
    const int port = 20'000 + (getpid() * 7 + attempt * 131) % 20'000;
    if (start(port)) url_ = "http://127.0.0.1:" + std::to_string(port);
  }
}

WebServer::~WebServer() {
  server_.reset();
  remove_folder(folder_);
}

bool WebServer::start(int port) {
  std::string config = read_file(PLACARD_SOURCE "/tools/nginx.conf");
  replace(config, "@PORT@", std::to_string(port));
  replace(config, "@ROOT@", root());
  // One process: the tests' own, and gone with a single kill.
  config += "\nmaster_process off;\n";
  write_file(folder_ + "/nginx.conf", config);
  server_ = std::make_unique<Background>(
      std::vector<std::string>{"nginx", "-p", folder_, "-c", folder_ + "/nginx.conf", "-e", folder_ + "/error.log"},
      Environment{{"PATH", "/usr/sbin:/usr/bin:/bin"}});
  eventually(5s, [this] { return !read_file(folder_ + "/nginx.pid").empty() || server_->wait(0ms) >= 0; });
  return server_->wait(0ms) < 0;
}

}  // namespace placard::end_to_end
