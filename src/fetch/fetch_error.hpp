// Why something could not be fetched, in words for a tired person.
#pragma once

#include <string>

namespace placard {

enum class ErrorKind {
  network,      // no answer, or one that broke off: cable, Wi-Fi, name lookup, a stuck server
  certificate,  // TLS could not be established: nobody to trust at the other end
  clock,        // the certificate is expired or not valid yet: perhaps it is this device's clock that is wrong
  answer,       // the server answered, but with nothing to use: 404, 503, too large, a refused redirect
  missing,      // there is no such file on this device
  local,        // a file, token or address on this device
  stopped,      // we were asked to stop; not worth telling anyone
};

struct FetchError {
  std::string sentence;  // what is wrong, where, what to do; as every Error's
  ErrorKind cause = ErrorKind::network;
  long http_status = 0;  // 0: no answer came
};

}  // namespace placard
