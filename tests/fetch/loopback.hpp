// The loopback, the only network these tests know. Linking this also keeps proxies of the environment out of them.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace placard::test {

/// A socket of its own on a free port: {file descriptor, port}. The caller closes it.
std::pair<int, int> bound_socket();

/// A port where nothing listens.
int unused_port();

bool accepts_connections(int port);

/// A listener whose queue is full: a connection to it neither succeeds nor fails.
class FullListener {
 public:
  FullListener();
  ~FullListener();
  FullListener(const FullListener&) = delete;
  FullListener& operator=(const FullListener&) = delete;
  std::string url() const;

 private:
  std::vector<int> sockets_;
  int port_ = 0;
};

}  // namespace placard::test
