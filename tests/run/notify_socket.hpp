// SPDX-License-Identifier: MIT
// Where systemd would listen.
#pragma once

#include <doctest/doctest.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <string>

namespace placard::test {

class NotifySocket {
 public:
  explicit NotifySocket(const std::string& path)
      : path_(path), socket_(socket(AF_UNIX, SOCK_DGRAM | SOCK_NONBLOCK, 0)) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    path.copy(address.sun_path, sizeof address.sun_path - 1);
    CHECK(bind(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
  }
  ~NotifySocket() {
    close(socket_);
    unlink(path_.c_str());
  }
  NotifySocket(const NotifySocket&) = delete;
  NotifySocket& operator=(const NotifySocket&) = delete;

  /// How many messages beginning with `text` have come since the last call; the others are dropped.
  int take(const std::string& text) {
    int count = 0;
    char message[512];
    for (ssize_t got = 0; (got = recv(socket_, message, sizeof message, 0)) > 0;) {
      count += std::string(message, static_cast<std::size_t>(got)).rfind(text, 0) == 0 ? 1 : 0;
    }
    return count;
  }

 private:
  std::string path_;
  int socket_;
};

}  // namespace placard::test
