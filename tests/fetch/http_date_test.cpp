#include "fetch/http_date.hpp"

#include <doctest/doctest.h>

using namespace placard;
using namespace std::chrono_literals;

TEST_CASE("Retry-After is seconds, or a date measured against the server's own clock") {
  const std::string noon = "Mon, 03 Nov 2025 12:00:00 GMT";
  struct Row {
    const char* header;
    std::string date;
    std::optional<std::chrono::seconds> wait;
  };
  const Row rows[] = {
      {"120", noon, 120s},
      {"0", noon, 0s},
      {"120", "", 120s},
      {"3601", noon, 3600s},
      {"99999999999999999999", noon, 3600s},
      {"Mon, 03 Nov 2025 12:01:30 GMT", noon, 90s},
      {"Tue, 04 Nov 2025 12:00:00 GMT", noon, 3600s},
      {"Mon, 03 Nov 2025 11:59:59 GMT", noon, {}},
      {"Mon, 03 Nov 2025 12:01:30 GMT", "", {}},
      {"soon", noon, {}},
      {"-5", noon, {}},
      {"", noon, {}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.header);
    CAPTURE(row.date);
    CHECK(retry_after(row.header, row.date) == row.wait);
  }
}

TEST_CASE("validators of a document changed within the last two seconds are not to be trusted") {
  const std::string sent = "Mon, 03 Nov 2025 12:00:05 GMT";
  CHECK(validators_settled("Mon, 03 Nov 2025 12:00:03 GMT", sent));
  CHECK_FALSE(validators_settled("Mon, 03 Nov 2025 12:00:04 GMT", sent));
  CHECK_FALSE(validators_settled("Mon, 03 Nov 2025 12:00:05 GMT", sent));
  CHECK_FALSE(validators_settled("Mon, 03 Nov 2025 13:00:00 GMT", sent));
  CHECK(validators_settled("", sent));
  CHECK(validators_settled("Mon, 03 Nov 2025 12:00:05 GMT", ""));
  CHECK(validators_settled("yesterday, I think", sent));
}
