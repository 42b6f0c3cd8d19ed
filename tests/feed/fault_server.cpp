#include "feed/fault_server.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <cstring>
#include <optional>
#include <tuple>
#include <utility>

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

const sockaddr* generic(const sockaddr_in& address) {
  return reinterpret_cast<const sockaddr*>(&address);
}

std::pair<int, int> bound_socket() {
  const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address = loopback(0);
  socklen_t size = sizeof address;
  if (::bind(socket, generic(address), size) != 0) std::abort();
  ::getsockname(socket, reinterpret_cast<sockaddr*>(&address), &size);
  return {socket, ntohs(address.sin_port)};
}

// Reads up to the empty line that ends a request without body.
std::optional<std::string> read_head(int socket, std::atomic<bool>& heard) {
  std::string head;
  std::array<char, 4096> block;
  while (head.find("\r\n\r\n") == head.npos) {
    const ssize_t got = ::recv(socket, block.data(), block.size(), 0);
    if (got <= 0) return {};
    heard = true;
    head.append(block.data(), static_cast<std::size_t>(got));
  }
  return head;
}

std::string target_of(const std::string& head) {
  const auto start = head.find(' ') + 1;
  return head.substr(start, head.find(' ', start) - start);
}

}  // namespace

std::string SeenRequest::header(const std::string& name) const {
  const auto start = head.find("\r\n" + name + ": ");
  if (start == head.npos) return {};
  const auto value = start + name.size() + 4;
  return head.substr(value, head.find("\r\n", value) - value);
}

bool Conversation::send(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

bool Conversation::pause(std::chrono::milliseconds time) {
  pollfd wire{socket_, POLLIN | POLLRDHUP, 0};
  return ::poll(&wire, 1, static_cast<int>(time.count())) == 0;
}

void Conversation::hang() {
  while (pause(std::chrono::seconds(60))) continue;
  closed_ = true;
}

std::string answer(const std::string& status, const std::vector<std::string>& headers, const std::string& body) {
  std::string text = "HTTP/1.1 " + status + "\r\n";
  for (const std::string& header : headers) text += header + "\r\n";
  return text + "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

FaultServer::FaultServer(Script script) : script_(std::move(script)) {
  std::tie(listener_, port_) = bound_socket();
  ::listen(listener_, 64);
  acceptor_ = std::jthread([this] { accept_all(); });
}

FaultServer::FaultServer(const std::string& text) : FaultServer([text](Conversation& talk) { talk.send(text); }) {}

FaultServer::~FaultServer() {
  stopping_ = true;
  ::shutdown(listener_, SHUT_RDWR);
  acceptor_.join();
  {
    const std::scoped_lock lock(mutex_);
    for (const int socket : sockets_) ::shutdown(socket, SHUT_RDWR);
  }
  talkers_.clear();
  for (const int socket : sockets_) ::close(socket);
  ::close(listener_);
}

std::string FaultServer::url(const std::string& target) const {
  return "http://127.0.0.1:" + std::to_string(port_) + target;
}

std::vector<SeenRequest> FaultServer::seen() const {
  const std::scoped_lock lock(mutex_);
  return seen_;
}

bool FaultServer::wait_for_bytes() const {
  for (int tries = 0; tries < 2000; ++tries) {
    if (heard_) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  return false;
}

void FaultServer::accept_all() {
  while (!stopping_) {
    const int socket = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
    if (socket < 0) continue;
    const std::scoped_lock lock(mutex_);
    sockets_.push_back(socket);
    talkers_.emplace_back([this, socket] { converse(socket); });
    ++connections_;
  }
}

void FaultServer::converse(int socket) {
  while (const auto head = read_head(socket, heard_)) {
    SeenRequest request{target_of(*head), *head};
    {
      const std::scoped_lock lock(mutex_);
      request.number = static_cast<int>(seen_.size());
      seen_.push_back(request);
    }
    Conversation talk(socket, request);
    script_(talk);
    if (talk.closed()) break;
  }
  ::shutdown(socket, SHUT_RDWR);
}

int unused_port() {
  const auto [socket, port] = bound_socket();
  ::close(socket);
  return port;
}

FullListener::FullListener() {
  const auto [listener, port] = bound_socket();
  ::listen(listener, 0);
  port_ = port;
  sockets_.push_back(listener);
  for (int i = 0; i < 4; ++i) {
    sockets_.push_back(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    const sockaddr_in address = loopback(port);
    static_cast<void>(::connect(sockets_.back(), generic(address), sizeof address));
  }
}

FullListener::~FullListener() {
  for (const int socket : sockets_) ::close(socket);
}

std::string FullListener::url() const {
  return "http://127.0.0.1:" + std::to_string(port_) + "/";
}

}  // namespace placard::test
