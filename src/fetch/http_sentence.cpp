#include "fetch/http_sentence.hpp"

#include <curl/curl.h>
#include <fmt/format.h>

#include <cerrno>

#include "base/text/byte_size.hpp"
#include "fetch/url.hpp"

namespace placard {
namespace {

// OpenSSL's verify results (X509_V_ERR_…), named here so that this folder needs no OpenSSL headers.
constexpr long kCertificateNotYetValid = 9;
constexpr long kCertificateExpired = 10;

bool is_certificate_trouble(int code) {
  switch (code) {
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CIPHER:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_INVALIDCERTSTATUS:
      return true;
    default:
      return false;
  }
}

FetchError certificate_failure(const RawRequest& question, const RawResponse& answer, const std::string& where) {
  if (answer.verify_result == kCertificateNotYetValid) {
    return {fmt::format("{}: the certificate is not valid yet: is this device's clock right?", where),
            ErrorKind::clock};
  }
  if (answer.verify_result == kCertificateExpired) {
    return {fmt::format("{}: the certificate has expired: is this device's clock right? If it is, the server needs a "
                        "new certificate.",
                        where),
            ErrorKind::clock};
  }
  if (answer.curl_code == CURLE_SSL_CACERT_BADFILE) {
    return {fmt::format("{}: the file of trusted authorities {} cannot be read: install the package ca-certificates.",
                        where, question.ca_file),
            ErrorKind::certificate};
  }
  return {fmt::format("{}: the server could not prove who it is ({}): is this the right address, or does the network "
                      "ask for a login first?",
                      where, answer.detail),
          ErrorKind::certificate};
}

std::string connect_sentence(const RawResponse& answer, const std::string& where) {
  if (answer.system_errno == ECONNREFUSED) {
    return fmt::format("{}: the connection was refused: is the server running, and is the port right?", where);
  }
  return fmt::format("{}: the server cannot be reached: is this device on the right network?", where);
}

std::string size_sentence(const RawRequest& question, const std::string& where) {
  return fmt::format("{}: the answer is larger than {}: is this the right address?", where,
                     byte_size_text(question.max_bytes));
}

std::string headers_sentence(const std::string& where) {
  return fmt::format("{}: the server sends headers without end: is this the right address?", where);
}

std::string transport_sentence(const RawResponse& answer, const std::string& where, std::chrono::milliseconds spent) {
  if (answer.trouble == DocumentReader::Trouble::out_of_memory)
    return fmt::format("{}: this device has too little memory for the answer.", where);
  // Newer libcurls see some of it themselves.
  const bool packing = answer.curl_code == CURLE_BAD_CONTENT_ENCODING;
  if (packing || answer.trouble == DocumentReader::Trouble::damaged) {
    return fmt::format("{}: the compression of the answer is damaged: look at the server or proxy.", where);
  }
  switch (answer.curl_code) {
    case CURLE_URL_MALFORMAT:
      return fmt::format("{}: this is not a complete web address: correct it in the config.", where);
    case CURLE_COULDNT_RESOLVE_HOST:
      return fmt::format("{}: the host name was not found: is it spelled right, and is this device on the network?",
                         where);
    case CURLE_COULDNT_RESOLVE_PROXY:
      return fmt::format("{}: the proxy was not found: correct http_proxy or https_proxy in the environment.", where);
    case CURLE_COULDNT_CONNECT:
      return connect_sentence(answer, where);
    case CURLE_OPERATION_TIMEDOUT:
      return fmt::format("{}: no complete answer in {:.1f} s: is the network overloaded, or the server stuck?", where,
                         static_cast<double>(spent.count()) / 1000.0);
    case CURLE_PARTIAL_FILE:
    case CURLE_RECV_ERROR:
    case CURLE_SEND_ERROR:
      return fmt::format("{}: the answer broke off before its end: it is asked for again.", where);
    case CURLE_GOT_NOTHING:
      return fmt::format("{}: the server hung up without an answer: look into its log.", where);
    case CURLE_UNSUPPORTED_PROTOCOL:
    case CURLE_WEIRD_SERVER_REPLY:
      return fmt::format("{}: what answers there does not speak HTTP: is the port right?", where);
    case CURLE_OUT_OF_MEMORY:
      return fmt::format("{}: this device has too little memory for the answer.", where);
    default:
      return fmt::format("{}: the transfer failed ({}): it is tried again.", where,
                         curl_easy_strerror(static_cast<CURLcode>(answer.curl_code)));
  }
}

std::string status_advice(long status) {
  if (status == 401 || status == 403) return "access is refused: is the token in token_file right?";
  if (status == 404 || status == 410) return "there is nothing at this address: is it spelled right?";
  if (status == 407) return "the proxy asks for a password: correct http_proxy or https_proxy in the environment.";
  if (status == 429) return "the server is asked too often: raise poll_seconds.";
  if (status == 511) return "this network asks for a login first: ask the venue for one without.";
  if (status >= 500) return "the server is in trouble: it is asked again, look into its log if this lasts.";
  if (status >= 400) return "the server does not accept the request: is the address right?";
  if (status == 304) return "the server said \"not modified\" without being asked: everything is asked for again.";
  if (status >= 300) return "the server sends us on, but not to a place: correct the address or the server.";
  return "the answer is not a whole document: is the address right?";
}

FetchError status_failure(long status, const std::string& where) {
  return {fmt::format("{}: HTTP {}: {}", where, status, status_advice(status)), ErrorKind::answer, status};
}

}  // namespace

FetchError failure_of(const RawRequest& question, const RawResponse& answer, std::chrono::milliseconds spent) {
  const std::string where = printable_url(question.url);
  if (answer.stopped) return {fmt::format("{}: stopped before the answer was there.", where), ErrorKind::stopped};
  if (answer.overrun == Overrun::headers) return {headers_sentence(where), ErrorKind::answer, answer.status};
  if (answer.status >= 201) return status_failure(answer.status, where);  // said before anything else went wrong
  if (answer.overrun == Overrun::body || answer.curl_code == CURLE_FILESIZE_EXCEEDED) {
    return {size_sentence(question, where), ErrorKind::answer, answer.status};
  }
  if (answer.curl_code == 0) {
    return {fmt::format("{}: the answer is empty: look at the server.", where), ErrorKind::answer, answer.status};
  }
  if (is_certificate_trouble(answer.curl_code)) return certificate_failure(question, answer, where);
  return {transport_sentence(answer, where, spent), ErrorKind::network, answer.status};
}

std::string too_many_redirects(const std::string& url, int followed) {
  return fmt::format("{}: redirected more than {} times: correct the address or the server.", printable_url(url),
                     followed);
}

std::string forbidden_redirect(const std::string& from, const std::string& to) {
  return fmt::format(
      "{}: the server sends us on to {}, where we do not follow: does this network ask for a login "
      "first, or has the feed moved?",
      printable_url(from), printable_url(to));
}

}  // namespace placard
