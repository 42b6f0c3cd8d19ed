#include <doctest/doctest.h>

#include <chrono>

#include "fetch/http_client.hpp"
#include "fetch/reply.hpp"
#include "fetch/tls_server.hpp"

using namespace placard;
using namespace placard::test;

namespace {

HttpRequest request_to(const TlsServer& server, const std::string& certificate,
                       const std::string& target = "/feed.json") {
  HttpRequest request = impatient(server.url(certificate, target));
  request.ca_file = server.ca_file();
  return request;
}

}  // namespace

TEST_CASE("C46: only a server that proves who it is is believed: 0 of 16 bad ones") {
  const TlsServer server;
  if (!server.trouble().empty()) {
    MESSAGE("skipped: " << server.trouble());
    return;
  }
  HttpClient client;
  REQUIRE(said(client.get(request_to(server, "good"))) == "body feed");
  CHECK(said(client.get(request_to(server, "good-chain"))) == "body feed");

  struct Row {
    std::string certificate;
    ErrorKind cause;
    const char* part;
  };
  const Row rows[] = {
      {"not-yet-valid", ErrorKind::clock, ": the certificate is not valid yet: is this device's clock right?"},
      {"expired", ErrorKind::clock,
       ": the certificate has expired: is this device's clock right? If it is, the server"},
      {"self-signed", ErrorKind::certificate,
       "could not prove who it is (SSL certificate problem: self-signed certificate)"},
      {"unknown", ErrorKind::certificate,
       "could not prove who it is (SSL certificate problem: unable to get local issuer"},
      {"wrong-host", ErrorKind::certificate, "could not prove who it is (SSL: no alternative certificate subject name"},
      {"old-tls", ErrorKind::certificate, "could not prove who it is ("},
      {"sha1", ErrorKind::certificate, "(SSL certificate problem: CA signature digest algorithm too weak)"},
      {"weak-key", ErrorKind::certificate, "(SSL certificate problem: EE certificate key too weak)"},
      {"no-chain", ErrorKind::certificate, "(SSL certificate problem: unable to get local issuer certificate)"},
      {"issued-by-no-ca", ErrorKind::certificate, "(SSL certificate problem: invalid CA certificate)"},
      {"excluded-name", ErrorKind::certificate, "(SSL certificate problem: excluded subtree violation)"},
      {"wrong-use", ErrorKind::certificate, "(SSL certificate problem: unsuitable certificate purpose)"},
      {"long-chain", ErrorKind::certificate, "(SSL certificate problem: path length constraint exceeded)"},
      {"bad-signature", ErrorKind::certificate, "could not prove who it is ("},
      {"expired-chain", ErrorKind::clock, ": the certificate has expired: is this device's clock right?"},
      {"critical", ErrorKind::certificate, "(SSL certificate problem: unhandled critical extension)"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.certificate);
    const FetchError failed = failure(client.get(request_to(server, row.certificate)));
    CHECK(failed.cause == row.cause);
    CAPTURE(failed.sentence);
    CHECK(failed.sentence.starts_with(server.url(row.certificate) + ": "));
    CHECK(failed.sentence.find(row.part) != std::string::npos);
  }

  CHECK(std::size(rows) == 16);

  // A certificate that was refused stays refused, and one that was accepted is not lent to others.
  CHECK(said(client.get(request_to(server, "good"))) == "body feed");
  CHECK(failure(client.get(request_to(server, "self-signed"))).cause == ErrorKind::certificate);

  // Our authority is not one of the system's.
  HttpRequest by_system = request_to(server, "good");
  by_system.ca_file = kSystemCaFile;
  CHECK(failure(client.get(by_system)).cause == ErrorKind::certificate);

  HttpRequest without = request_to(server, "good");
  without.ca_file = "/nowhere/ca.pem";
  CHECK(said(client.get(without)) ==
        server.url("good") +
            ": the file of trusted authorities /nowhere/ca.pem cannot be read: install the package ca-certificates.");

  // From https we do not go down to http.
  CHECK(said(client.get(request_to(server, "good", "/to?place=http://127.0.0.1/"))) ==
        server.url("good", "/to") +
            ": the server sends us on to http://127.0.0.1/, where we do not follow: does this "
            "network ask for a login first, or has the feed moved?");
}
