#include "fetch/curl_exchange.hpp"

#include <curl/curl.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/os/clock.hpp"
#include "base/os/heap.hpp"

namespace placard {
namespace {

using std::chrono::milliseconds;

struct HeaderListDeleter {
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using HeaderList = std::unique_ptr<curl_slist, HeaderListDeleter>;

// Before a question's locals die, the handle must forget them. Only options go: connections and caches live on.
struct OptionsReset {
  CURL* easy;
  ~OptionsReset() {
    curl_easy_reset(easy);
    curl_easy_setopt(easy, CURLOPT_QUICK_EXIT, 1L);  // also counts when the handle is closed
  }
};

// Where what arrives goes, as long as it stays within the budget.
struct Arrivals {
  CURL* easy;
  TransferBudget& budget;
  DocumentReader reader{budget};
  std::size_t discarded = 0;
};

long status_of(CURL* easy) {
  long status = 0;
  curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
  return status;
}

// Pages that come with an error are of no use, but reading a short one to its end keeps the connection.
bool discard(Arrivals& arrivals, std::size_t size) {
  constexpr std::size_t limit = std::size_t{64} << 10;
  arrivals.discarded += size;
  return arrivals.discarded <= limit;
}

std::size_t on_header(char* bytes, std::size_t unit, std::size_t count, void* user) {
  const std::size_t size = unit * count;
  return static_cast<Arrivals*>(user)->reader.take_header({bytes, size}) ? size : 0;
}

std::size_t on_body(char* bytes, std::size_t unit, std::size_t count, void* user) {
  auto& arrivals = *static_cast<Arrivals*>(user);
  const std::size_t size = unit * count;
  const bool go_on =
      status_of(arrivals.easy) == 200 ? arrivals.reader.take_body({bytes, size}) : discard(arrivals, size);
  return go_on ? size : CURL_WRITEFUNC_ERROR;
}

// The one place where libcurl shows what frames the chunks of a body. It cannot end the transfer; the next call can.
int on_wire(CURL* /*easy*/, curl_infotype type, char* /*bytes*/, std::size_t size, void* user) {
  if (type == CURLINFO_DATA_IN) static_cast<Arrivals*>(user)->budget.charge_wire(size);
  return 0;
}

bool add(HeaderList& list, const std::string& name, const std::string& value) {
  if (value.empty()) return true;
  curl_slist* longer = curl_slist_append(list.get(), (name + ": " + value).c_str());
  if (longer == nullptr) return false;
  static_cast<void>(list.release());
  list.reset(longer);
  return true;
}

bool add_headers(HeaderList& list, const RawRequest& question) {
  // Unpacked here, not by libcurl: it fails at a second member, and at zeros behind the last.
  return add(list, "Accept-Encoding", "gzip") &&
         add(list, "Authorization", question.bearer_token.empty() ? "" : "Bearer " + question.bearer_token) &&
         add(list, "If-None-Match", question.etag) && add(list, "If-Modified-Since", question.last_modified);
}

long milliseconds_of(milliseconds time) {
  return static_cast<long>(std::max<std::int64_t>(1, time.count()));  // 0 would mean "for ever"
}

// Sets options until one cannot be set: a transfer without its whole policy must not begin.
struct Options {
  CURL* easy;
  CURLcode code = CURLE_OK;

  template <typename Value>
  void set(CURLoption option, Value value) {
    if (code == CURLE_OK) code = curl_easy_setopt(easy, option, value);
  }
};

void set_transport_policy(Options& options, const RawRequest& question, milliseconds time_left) {
  options.set(CURLOPT_NOSIGNAL, 1L);
  options.set(CURLOPT_QUICK_EXIT, 1L);  // a hanging name lookup must not hold up the exit
  options.set(CURLOPT_PROTOCOLS_STR, "http,https");
  options.set(CURLOPT_FOLLOWLOCATION, 0L);  // HttpClient decides where a redirect may lead
  options.set(CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
  options.set(CURLOPT_TCP_KEEPALIVE, 1L);
  options.set(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  options.set(CURLOPT_CAINFO, question.ca_file.c_str());
  options.set(CURLOPT_CAPATH, nullptr);  // with a folder set, libcurl parses the bundle at every connection
  options.set(CURLOPT_CONNECTTIMEOUT_MS, milliseconds_of(question.connect_timeout));
  options.set(CURLOPT_TIMEOUT_MS, milliseconds_of(time_left));
  options.set(CURLOPT_LOW_SPEED_LIMIT, question.low_speed_bytes);
  options.set(CURLOPT_LOW_SPEED_TIME, static_cast<long>(question.low_speed_time.count()));
}

void set_request(Options& options, const RawRequest& question, const HeaderList& headers, Arrivals& arrivals,
                 char* error_text) {
  options.set(CURLOPT_URL, question.url.c_str());
  options.set(CURLOPT_USERAGENT, "Placard/" PLACARD_VERSION);
  options.set(CURLOPT_HTTPHEADER, headers.get());
  options.set(CURLOPT_WRITEFUNCTION, on_body);
  options.set(CURLOPT_WRITEDATA, &arrivals);
  options.set(CURLOPT_HEADERFUNCTION, on_header);
  options.set(CURLOPT_HEADERDATA, &arrivals);
  options.set(CURLOPT_DEBUGFUNCTION, on_wire);
  options.set(CURLOPT_DEBUGDATA, &arrivals);
  options.set(CURLOPT_VERBOSE, 1L);
  options.set(CURLOPT_MAXFILESIZE_LARGE, static_cast<curl_off_t>(question.max_bytes));
  options.set(CURLOPT_ERRORBUFFER, error_text);
}

std::string header(CURL* easy, const char* name) {
  curl_header* found = nullptr;
  const CURLHcode code = curl_easy_header(easy, name, 0, CURLH_HEADER, -1, &found);
  return code == CURLHE_OK ? std::string(found->value) : std::string();
}

void read_outcome(CURL* easy, RawResponse& answer) {
  curl_easy_getinfo(easy, CURLINFO_SSL_VERIFYRESULT, &answer.verify_result);
  curl_easy_getinfo(easy, CURLINFO_OS_ERRNO, &answer.system_errno);
  answer.status = status_of(easy);
  if (answer.status == 0) return;  // no answer: the headers, if any, are those of the one before
  char* redirect = nullptr;
  curl_easy_getinfo(easy, CURLINFO_REDIRECT_URL, &redirect);
  if (redirect != nullptr) answer.redirect_url = redirect;
  answer.etag = header(easy, "ETag");
  answer.last_modified = header(easy, "Last-Modified");
  answer.date = header(easy, "Date");
  answer.age = header(easy, "Age");
  answer.retry_after = header(easy, "Retry-After");
}

std::string cleaned(std::string text) {
  const auto is_control = [](unsigned char c) { return c < 0x20 || c == 0x7f; };
  std::replace_if(text.begin(), text.end(), is_control, '?');
  return text;
}

bool libcurl_is_ready() {
  static const CURLcode code = curl_global_init(CURL_GLOBAL_DEFAULT);
  return code == CURLE_OK;
}

}  // namespace

void CurlExchange::EasyDeleter::operator()(void* easy) const {
  curl_easy_cleanup(easy);
}
void CurlExchange::MultiDeleter::operator()(void* multi) const {
  curl_multi_cleanup(multi);
}

CurlExchange::CurlExchange(std::function<void()> on_turn) : on_turn_(std::move(on_turn)) {
  if (!libcurl_is_ready()) return;
  multi_.reset(curl_multi_init());
  easy_.reset(curl_easy_init());
}

void CurlExchange::stop() noexcept {
  stop_ = true;
  if (multi_) curl_multi_wakeup(multi_.get());
}

RawResponse CurlExchange::ask(const RawRequest& question, TransferBudget& budget) {
  RawResponse answer = transfer(question, budget);
  if (budget.overrun() == Overrun::none) return answer;
  std::string().swap(answer.body);
  // What libcurl kept of a flood lies in its handle.
  easy_.reset(curl_easy_init());
  give_memory_back();
  return answer;
}

RawResponse CurlExchange::transfer(const RawRequest& question, TransferBudget& budget) {
  RawResponse answer;
  HeaderList headers;
  if (!multi_ || !easy_ || !add_headers(headers, question)) {
    answer.curl_code = CURLE_OUT_OF_MEMORY;
    return answer;
  }
  Arrivals arrivals{easy_.get(), budget};
  std::array<char, CURL_ERROR_SIZE> error_text{};
  const OptionsReset forget_locals{easy_.get()};
  Options options{easy_.get()};
  set_transport_policy(options, question, budget.time_left(steady_now()));
  set_request(options, question, headers, arrivals, error_text.data());
  answer.curl_code = options.code == CURLE_OK ? run(budget) : options.code;
  answer.stopped = stop_;
  // As libcurl puts it where its own reader ends a transfer.
  if (answer.curl_code == CURLE_OK && !arrivals.reader.end()) answer.curl_code = CURLE_WRITE_ERROR;
  answer.trouble = arrivals.reader.trouble();
  answer.overrun = budget.overrun();
  answer.body = arrivals.reader.document();
  read_outcome(easy_.get(), answer);
  answer.detail = cleaned(error_text.data());
  return answer;
}

int CurlExchange::run(const TransferBudget& budget) {
  constexpr int kTurnMs = 1000;
  CURLM* multi = multi_.get();
  if (curl_multi_add_handle(multi, easy_.get()) != CURLM_OK) return CURLE_FAILED_INIT;
  int result = CURLE_ABORTED_BY_CALLBACK;
  int running = 1;
  while (!stop_) {
    if (on_turn_) on_turn_();
    if (curl_multi_perform(multi, &running) != CURLM_OK) break;
    if (running == 0 || budget.overrun() != Overrun::none) break;
    curl_multi_poll(multi, nullptr, 0, kTurnMs, nullptr);
  }
  int left = 0;
  const CURLMsg* message = curl_multi_info_read(multi, &left);
  if (message != nullptr && message->msg == CURLMSG_DONE) result = message->data.result;
  curl_multi_remove_handle(multi, easy_.get());
  return result;
}

}  // namespace placard
