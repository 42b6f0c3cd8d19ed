// An HTTP server on the loopback that says what a script tells it to, right or wrong, and remembers what it was asked.
#pragma once

#include <atomic>
#include <chrono>
#include <functional>
#include <list>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace placard::test {

struct SeenRequest {
  std::string target;  // path and query
  std::string head;    // request line and headers as they came
  int number = 0;      // 0 for the first request to this server
  /// The value of a header, "" if it was not sent.
  std::string header(const std::string& name) const;
};

/// One request and the wire it came by. Used by the script, on the server's thread.
class Conversation {
 public:
  Conversation(int socket, SeenRequest asked) : request(std::move(asked)), socket_(socket) {}

  bool send(std::string_view bytes);           // false once the other side is gone
  bool pause(std::chrono::milliseconds time);  // false when the other side hung up meanwhile
  void hang();                                 // until the other side hangs up
  void close() { closed_ = true; }             // no further request by this wire
  void reset();                                // the wire is cut: what was not read yet is lost
  bool closed() const { return closed_; }

  const SeenRequest request;

 private:
  int socket_;
  bool closed_ = false;
};

/// A whole, honest answer with Content-Length.
std::string answer(const std::string& status, const std::vector<std::string>& headers, const std::string& body);

class FaultServer {
 public:
  using Script = std::function<void(Conversation&)>;

  explicit FaultServer(Script script);
  /// Answers every request with the same text.
  explicit FaultServer(const std::string& text);
  ~FaultServer();
  FaultServer(const FaultServer&) = delete;
  FaultServer& operator=(const FaultServer&) = delete;

  std::string url(const std::string& target = "/feed.json") const;
  int port() const { return port_; }
  std::vector<SeenRequest> seen() const;
  int connections() const { return connections_; }
  bool wait_for_bytes() const;  // of a request or a TLS handshake; false after 10 s

 private:
  void accept_all();
  void converse(int socket);

  Script script_;
  int listener_ = -1;
  int port_ = 0;
  std::atomic<bool> stopping_ = false;
  std::atomic<int> connections_ = 0;
  std::atomic<bool> heard_ = false;
  mutable std::mutex mutex_;  // guards the three below
  std::vector<SeenRequest> seen_;
  std::vector<int> sockets_;
  std::list<std::jthread> talkers_;
  std::jthread acceptor_;
};

}  // namespace placard::test
