#include "feed/tls_server.hpp"

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
#include <thread>
#include <vector>

#include "feed/loopback.hpp"

namespace placard::test {
namespace {

constexpr const char* names[] = {"good", "not-yet-valid", "expired", "wrong-host", "self-signed", "unknown", "old-tls"};

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
key() { openssl ecparam -genkey -noout -name prime256v1 -out "$1.key"; }
authority() { key "$1"; openssl req -x509 -new -key "$1.key" -subj "/CN=Placard $1" -days 3650 -out "$1.pem"; }
signed() {
  key "$1"
  openssl req -new -key "$1.key" -subj "/CN=$1" -addext "subjectAltName=$3" -out "$1.csr"
  openssl ca -batch -config ca.cnf -cert "$2.pem" -keyfile "$2.key" -in "$1.csr" -out "$1.pem" -notext \
    -startdate "$4" -enddate "$5"
}
authority ca
authority other-ca
signed good          ca       IP:127.0.0.1         240101000000Z 491231000000Z
signed old-tls       ca       IP:127.0.0.1         240101000000Z 491231000000Z
signed not-yet-valid ca       IP:127.0.0.1         480101000000Z 491231000000Z
signed expired       ca       IP:127.0.0.1         200101000000Z 201231000000Z
signed wrong-host    ca       DNS:sign.example.org 240101000000Z 491231000000Z
signed unknown       other-ca IP:127.0.0.1         240101000000Z 491231000000Z
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
  for (const char* name : names) ports_[name] = unused_port();
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
    text += fmt::format(
        "  server {{\n    listen 127.0.0.1:{} ssl;\n    ssl_certificate {}.pem;\n    ssl_certificate_key {}.key;\n"
        "    ssl_protocols {};\n    ssl_ciphers DEFAULT@SECLEVEL={};\n"
        "    location /feed.json {{ return 200 feed; }}\n    location /down {{ return 302 http://127.0.0.1/; }}\n  "
        "}}\n",
        port, name, name, old ? "TLSv1.1" : "TLSv1.2 TLSv1.3", old ? 0 : 1);
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
