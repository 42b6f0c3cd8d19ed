#include "fetch/hanging_lookup.hpp"

#include <dlfcn.h>
#include <netdb.h>

#include <atomic>
#include <chrono>
#include <thread>

namespace placard::test {
namespace {

std::atomic<bool> hanging = false;
std::atomic<int> lookups = 0;

void nap() {
  std::this_thread::sleep_for(std::chrono::milliseconds(5));
}

}  // namespace

HangingLookup::HangingLookup() {
  lookups = 0;
  hanging = true;
}

HangingLookup::~HangingLookup() {
  hanging = false;
}

bool HangingLookup::wait_for_lookup() const {
  for (int tries = 0; tries < 2000 && lookups == 0; ++tries) nap();
  return lookups > 0;
}

}  // namespace placard::test

extern "C" int getaddrinfo(const char* node, const char* service, const addrinfo* hints, addrinfo** result) {
  using namespace placard::test;
  if (node != nullptr && std::string(node) == HangingLookup::name) {
    ++lookups;
    while (hanging) nap();
    return EAI_NONAME;
  }
  using Lookup = int (*)(const char*, const char*, const addrinfo*, addrinfo**);
  static const auto system_lookup = reinterpret_cast<Lookup>(::dlsym(RTLD_NEXT, "getaddrinfo"));
  return system_lookup(node, service, hints, result);
}
