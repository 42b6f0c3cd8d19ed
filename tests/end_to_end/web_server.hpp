// SPDX-License-Identifier: MIT
// A real nginx with the configuration of tools/nginx.conf.
#pragma once

#include <memory>
#include <string>

#include "end_to_end/process.hpp"

namespace placard::end_to_end {

/// Serves a folder on loopback; gone when this ends. `url` is empty when nginx did not start.
class WebServer {
 public:
  WebServer();
  ~WebServer();
  WebServer(const WebServer&) = delete;
  WebServer& operator=(const WebServer&) = delete;

  const std::string& url() const { return url_; }        ///< without a slash at its end
  std::string root() const { return folder_ + "/www"; }  ///< the folder it serves
  std::string access_log() const { return read_file(folder_ + "/access.log"); }
  void stop() { server_.reset(); }

 private:
  bool start(int port);

  std::string folder_;
  std::unique_ptr<Background> server_;
  std::string url_;
};

}  // namespace placard::end_to_end
