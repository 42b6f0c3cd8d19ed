#include "fetch/fault_server.hpp"

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <optional>
#include <tuple>
#include <utility>

#include "fetch/loopback.hpp"

namespace placard::test {
namespace {

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

void Conversation::reset() {
  const sockaddr nobody{AF_UNSPEC, {}};
  ::connect(socket_, &nobody, sizeof nobody);  // to nobody: Linux ends a connection so with a reset
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

}  // namespace placard::test
