#include "fetch/loopback.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>

namespace placard::test {
namespace {

// A proxy in the developer's environment must not come between the tests and the loopback.
[[maybe_unused]] const bool no_proxy = [] {
  return ::setenv("no_proxy", "*", 1) == 0 && ::setenv("NO_PROXY", "*", 1) == 0;
}();

sockaddr_in loopback(int port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  return address;
}

bool connect_to(int port, int socket) {
  const sockaddr_in address = loopback(port);
  return ::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
}

}  // namespace

std::pair<int, int> bound_socket() {
  const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address = loopback(0);
  socklen_t size = sizeof address;
  if (::bind(socket, reinterpret_cast<const sockaddr*>(&address), size) != 0) std::abort();
  ::getsockname(socket, reinterpret_cast<sockaddr*>(&address), &size);
  return {socket, ntohs(address.sin_port)};
}

int unused_port() {
  const auto [socket, port] = bound_socket();
  ::close(socket);
  return port;
}

bool accepts_connections(int port) {
  const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  const bool connected = connect_to(port, socket);
  ::close(socket);
  return connected;
}

FullListener::FullListener() {
  const auto [listener, port] = bound_socket();
  ::listen(listener, 0);
  port_ = port;
  sockets_.push_back(listener);
  for (int i = 0; i < 4; ++i) {
    sockets_.push_back(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    connect_to(port, sockets_.back());
  }
}

FullListener::~FullListener() {
  for (const int socket : sockets_) ::close(socket);
}

std::string FullListener::url() const {
  return "http://127.0.0.1:" + std::to_string(port_) + "/";
}

}  // namespace placard::test
