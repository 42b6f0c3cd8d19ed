#include "fetch/tls_server.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <set>
#include <thread>
#include <vector>

#include "fetch/loopback.hpp"

namespace placard::test {
namespace {

constexpr const char* names[] = {"good",          "good-chain",      "not-yet-valid", "expired",   "wrong-host",
                                 "self-signed",   "unknown",         "old-tls",       "sha1",      "weak-key",
                                 "no-chain",      "issued-by-no-ca", "excluded-name", "wrong-use", "long-chain",
                                 "bad-signature", "expired-chain",   "critical"};

constexpr const char* authority_config = R"([ca]
default_ca = test
[test]
new_certs_dir = .
database = index.txt
rand_serial = yes
default_md = sha256
policy = any
copy_extensions = copy
unique_subject = no
[any]
commonName = supplied
)";

// Dates of `openssl ca` are UTCTime: YYMMDDHHMMSSZ.
constexpr const char* certificate_script = R"(set -e
cd "$1"
: > index.txt
key() { test -e "$1.key" || openssl ecparam -genkey -noout -name prime256v1 -out "$1.key"; }
authority() { key "$1"; openssl req -x509 -new -key "$1.key" -subj "/CN=Placard $1" -days 3650 -out "$1.pem"; }
# NAME ISSUER SUBJECT-ALTERNATIVE-NAME START END [OTHER-EXTENSION [OPTION OF OPENSSL CA …]]
signed() {
  name=$1 issuer=$2 san=$3 start=$4 end=$5 extension=${6:-basicConstraints=CA:FALSE}
  shift 5; shift $(($# > 0 ? 1 : 0))
  key "$name"
  openssl req -new -key "$name.key" -subj "/CN=$name" -addext "subjectAltName=$san" -addext "$extension" -out "$name.csr"
  openssl ca -batch -config ca.cnf -cert "$issuer.pem" -keyfile "$issuer.key" -in "$name.csr" -out "$name.pem" -notext \
    -startdate "$start" -enddate "$end" "$@"
}
middle() { signed "$1" "$2" DNS:middle "$3" "$4" "$5"; }
chain() { leaf=$1; shift; for above in "$@"; do cat "$above.pem" >> "$leaf.pem"; done; }
authority ca
authority other-ca
ip=IP:127.0.0.1 then=240101000000Z ever=491231000000Z
signed good          ca       $ip $then $ever
signed old-tls       ca       $ip $then $ever
signed not-yet-valid ca       $ip 480101000000Z $ever
signed expired       ca       $ip 200101000000Z 201231000000Z
signed wrong-host    ca       DNS:sign.example.org $then $ever
signed unknown       other-ca $ip $then $ever
signed sha1          ca       $ip $then $ever basicConstraints=CA:FALSE -md sha1
openssl genrsa -out weak-key.key 1024
signed weak-key      ca       $ip $then $ever
signed wrong-use     ca       $ip $then $ever extendedKeyUsage=clientAuth
signed critical      ca       $ip $then $ever 1.2.3.4.5=critical,ASN1:UTF8String:unheard
middle between ca $then $ever basicConstraints=critical,CA:TRUE
signed good-chain between $ip $then $ever && chain good-chain between
signed no-chain   between $ip $then $ever
signed issued-by-no-ca good $ip $then $ever && chain issued-by-no-ca good
middle expired-between ca 200101000000Z 201231000000Z basicConstraints=critical,CA:TRUE
signed expired-chain expired-between $ip $then $ever && chain expired-chain expired-between
echo 'nameConstraints = critical,excluded;IP:127.0.0.0/255.0.0.0' > excluding.ext
signed excluding ca DNS:middle $then $ever basicConstraints=critical,CA:TRUE -extfile excluding.ext
signed excluded-name excluding $ip $then $ever && chain excluded-name excluding
middle last ca $then $ever basicConstraints=critical,CA:TRUE,pathlen:0
middle beyond last $then $ever basicConstraints=critical,CA:TRUE
signed long-chain beyond $ip $then $ever && chain long-chain beyond last
cp good.key bad-signature.key
openssl x509 -in good.pem -outform DER -out bad-signature.der
printf '\0\0' | dd of=bad-signature.der bs=1 conv=notrunc seek=$(($(wc -c < bad-signature.der) - 2))
openssl x509 -inform DER -in bad-signature.der -out bad-signature.pem
key self-signed
openssl req -x509 -new -key self-signed.key -subj /CN=self-signed -addext subjectAltName=IP:127.0.0.1 -days 3650 \
  -out self-signed.pem
)";

constexpr const char* nginx_head = R"(daemon off;
master_process off;
pid nginx.pid;
error_log error.log;
events { worker_connections 64; }
http {
  access_log off;
  client_body_temp_path body;
  proxy_temp_path proxy;
  fastcgi_temp_path fastcgi;
  uwsgi_temp_path uwsgi;
  scgi_temp_path scgi;
)";

pid_t spawn(std::vector<std::string> words, const std::string& output) {
  std::vector<char*> arguments;
  arguments.reserve(words.size() + 1);
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
  posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO);
  pid_t process = -1;
  const int error = posix_spawnp(&process, arguments[0], &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  return error == 0 ? process : -1;
}

bool succeeds(pid_t process) {
  int status = 0;
  return process > 0 && ::waitpid(process, &status, 0) == process && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

std::string nginx_program() {
  return std::filesystem::exists("/usr/sbin/nginx") ? "/usr/sbin/nginx" : "nginx";  // often not in a user's PATH
}

}  // namespace

TlsServer::TlsServer() {
  if (!make_certificates()) {
    trouble_ = "openssl could not make the certificates";
    return;
  }
  // The system may give a port again that nobody listens on yet: two certificates on one port would be one.
  std::set<int> ports;
  while (ports.size() < std::size(names)) ports.insert(unused_port());
  for (const char* name : names) ports_[name] = ports.extract(ports.begin()).value();
  write_config();
  if (!start()) trouble_ = "nginx is not installed, or could not be started";
}

TlsServer::~TlsServer() {
  if (process_ <= 0) return;
  ::kill(process_, SIGTERM);
  ::waitpid(process_, nullptr, 0);
}

std::string TlsServer::url(const std::string& certificate, const std::string& target) const {
  return fmt::format("https://127.0.0.1:{}{}", ports_.at(certificate), target);
}

bool TlsServer::make_certificates() {
  folder_.write("ca.cnf", authority_config);
  const std::string script = folder_.write("certificates.sh", certificate_script);
  return succeeds(spawn({"sh", script, folder_.path("")}, folder_.path("openssl.log")));
}

void TlsServer::write_config() {
  std::string text = nginx_head;
  for (const auto& [name, port] : ports_) {
    const bool old = name == "old-tls";
    const bool weak = old || name == "weak-key" || name == "sha1";
    text += fmt::format(
        "  server {{\n    listen 127.0.0.1:{} ssl;\n    ssl_certificate {}.pem;\n    ssl_certificate_key {}.key;\n"
        "    ssl_protocols {};\n    ssl_ciphers DEFAULT@SECLEVEL={};\n"
        "    location /feed.json {{ return 200 feed; }}\n    location /to {{ return 302 $arg_place; }}\n  }}\n",
        port, name, name, old ? "TLSv1.1" : "TLSv1.2 TLSv1.3", weak ? 0 : 1);
  }
  folder_.write("nginx.conf", text + "}\n");
}

bool TlsServer::start() {
  process_ = spawn({nginx_program(), "-p", folder_.path(""), "-c", "nginx.conf", "-e", "error.log"},
                   folder_.path("nginx.log"));
  for (int tries = 0; process_ > 0 && tries < 1000; ++tries) {
    if (::waitpid(process_, nullptr, WNOHANG) == process_) process_ = -1;
    if (process_ > 0 && accepts_connections(ports_.at("good"))) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  return false;
}

}  // namespace placard::test
