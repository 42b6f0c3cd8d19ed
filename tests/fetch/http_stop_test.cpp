#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <fstream>
#include <functional>
#include <memory>
#include <thread>

#include "base/os/temp_folder.hpp"
#include "fetch/fault_server.hpp"
#include "fetch/hanging_lookup.hpp"
#include "fetch/http_client.hpp"
#include "fetch/loopback.hpp"
#include "fetch/reply.hpp"

using namespace placard;
using namespace placard::test;
using namespace std::chrono_literals;

namespace {

// Fetches until `hangs` says that we are in the middle of it, then stops and destroys the client.
std::chrono::milliseconds time_to_stop(const HttpRequest& request, const std::function<bool()>& hangs) {
  auto client = std::make_unique<HttpClient>();
  HttpResponse reply;
  std::thread fetcher([&] { reply = client->get(request); });
  CHECK(hangs());
  std::this_thread::sleep_for(20ms);  // deeper into it
  const auto start = std::chrono::steady_clock::now();
  client->stop();
  fetcher.join();
  client.reset();
  CHECK(failure(reply).cause == ErrorKind::stopped);
  return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - start);
}

HttpRequest request_to(const std::string& url) {
  HttpRequest request;
  request.url = url;
  return request;
}

std::chrono::milliseconds time_to_stop(const FaultServer::Script& script) {
  const FaultServer server(script);
  return time_to_stop(request_to(server.url()), [&] { return server.wait_for_bytes(); });
}

// The first authority of the system's bundle: parsing all of them is work, not a hang, and cannot be interrupted.
std::string one_authority() {
  std::ifstream bundle(kSystemCaFile);
  std::string text, line;
  while (!text.ends_with("END CERTIFICATE-----\n") && std::getline(bundle, line)) text += line + '\n';
  return text;
}

}  // namespace

TEST_CASE("a fetch is stopped within milliseconds, whatever it hangs in") {
  SUBCASE("the lookup of a name") {
    const HangingLookup lookup;
    CHECK(time_to_stop(request_to(lookup.url()), [&] { return lookup.wait_for_lookup(); }) < 300ms);
  }
  SUBCASE("a connection that is not accepted") {
    const FullListener full;
    CHECK(time_to_stop(request_to(full.url()), [] { return true; }) < 300ms);
  }
  SUBCASE("a TLS handshake") {
    const TempFolder folder;
    const FaultServer server([](Conversation& talk) { talk.hang(); });
    HttpRequest request = request_to("https" + server.url().substr(4));
    request.ca_file = folder.write("ca.pem", one_authority());
    CHECK(time_to_stop(request, [&] { return server.wait_for_bytes(); }) < 300ms);
  }
  SUBCASE("an answer that never comes") {
    CHECK(time_to_stop([](Conversation& talk) { talk.hang(); }) < 300ms);
  }
  SUBCASE("a dripping body") {
    CHECK(time_to_stop([](Conversation& talk) {
            talk.send("HTTP/1.1 200 OK\r\n\r\n");
            while (talk.pause(10ms) && talk.send("x")) continue;
            talk.close();
          }) < 300ms);
  }
  SUBCASE("the page of an error") {
    CHECK(time_to_stop([](Conversation& talk) {
            talk.send("HTTP/1.1 404 Not Found\r\nContent-Length: 60000\r\n\r\n");
            while (talk.pause(1ms) && talk.send("xxxxxxxx")) continue;
            talk.close();
          }) < 300ms);
  }
}

TEST_CASE("after a stop every fetch is over at once") {
  const FaultServer server(answer("200 OK", {}, "feed"));
  HttpClient client;
  client.stop();
  CHECK(failure(client.get(request_to(server.url()))).cause == ErrorKind::stopped);
  CHECK(server.connections() == 0);
}

TEST_CASE("while a fetch hangs, on_turn is called at least once a second") {
  const FaultServer server([](Conversation& talk) { talk.hang(); });
  std::atomic<int> turns = 0;
  HttpClient client([&] { ++turns; });
  HttpRequest request = impatient(server.url());
  request.timeouts.total = 1300ms;
  request.timeouts.low_speed_time = 10s;
  client.get(request);
  CHECK(turns >= 2);
}
