// nginx on the loopback with good and bad certificates, signed by an authority made for the occasion.
#pragma once

#include <sys/types.h>

#include <map>
#include <string>

#include "base/os/temp_folder.hpp"

namespace placard::test {

/// Needs openssl and nginx. Certificates: good, good-chain (with an authority between), and those that no client may
/// believe: not-yet-valid, expired, wrong-host, self-signed, unknown (of another authority), sha1 (signed with it),
/// weak-key (RSA of 1024 bits), no-chain (without the authority between), issued-by-no-ca, excluded-name (by name
/// constraints), wrong-use (a client's), long-chain (longer than allowed), bad-signature, expired-chain (the authority
/// between has expired), critical (an extension nobody knows), and old-tls, a good one that speaks TLS 1.1 only. Every
/// one serves "feed" at /feed.json, and at /to?place=URL a redirect to that URL.
class TlsServer {
 public:
  TlsServer();
  ~TlsServer();
  TlsServer(const TlsServer&) = delete;
  TlsServer& operator=(const TlsServer&) = delete;

  /// Why there is no server; empty if there is one.
  const std::string& trouble() const { return trouble_; }
  std::string url(const std::string& certificate, const std::string& target = "/feed.json") const;
  std::string ca_file() const { return folder_.path("ca.pem"); }

 private:
  bool make_certificates();
  void write_config();
  bool start();

  TempFolder folder_;
  std::map<std::string, int> ports_;
  std::string trouble_;
  pid_t process_ = -1;
};

}  // namespace placard::test
