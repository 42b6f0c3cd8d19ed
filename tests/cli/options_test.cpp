// SPDX-License-Identifier: MIT
#include "cli/options.hpp"

#include <doctest/doctest.h>

#include <iostream>
#include <sstream>

using namespace placard;

namespace {

using SignTexts = std::vector<std::string>;

// Takes what is written to a stream while it lives.
class Listening {
 public:
  explicit Listening(std::ostream& stream) : stream_(stream), before_(stream.rdbuf(heard_.rdbuf())) {}
  ~Listening() { stream_.rdbuf(before_); }
  Listening(const Listening&) = delete;
  Listening& operator=(const Listening&) = delete;
  std::string text() const { return heard_.str(); }

 private:
  std::ostringstream heard_;
  std::ostream& stream_;
  std::streambuf* before_;
};

std::variant<Options, EndNow> parsed(const SignTexts& texts) {
  std::vector<const char*> argv{"placard"};
  for (const std::string& word : texts) argv.push_back(word.c_str());
  return parse_options(static_cast<int>(argv.size()), argv.data());
}

Options options_of(const SignTexts& texts) {
  const auto result = parsed(texts);
  REQUIRE(std::holds_alternative<Options>(result));
  return std::get<Options>(result);
}

// What is said about a command line that is refused with status 2.
std::string refusal_of(const SignTexts& texts) {
  const Listening errors(std::cerr);
  const auto result = parsed(texts);
  const auto* end = std::get_if<EndNow>(&result);
  REQUIRE(end != nullptr);
  CHECK(end->status == 2);
  return errors.text();
}

WrittenTime written(const std::string& text) {
  return parse_time(text).value();
}

}  // namespace

TEST_CASE("without anything it is the sign itself, with nothing said otherwise") {
  const Options options = options_of({});
  CHECK(options.command == Command::run);
  CHECK_FALSE(options.config);
  CHECK(options.sign == "");
  CHECK(options.feed == "");
  CHECK(options.rooms.empty());
  CHECK_FALSE(options.layout);
  CHECK_FALSE(options.zone);
  CHECK_FALSE(options.theme);
  CHECK_FALSE(options.size);
  CHECK_FALSE(options.rotate);
  CHECK_FALSE(options.at);
  CHECK_FALSE(options.as_of);
  CHECK(options.speed == doctest::Approx(1));
  CHECK_FALSE(options.panel);
  CHECK_FALSE(options.report);
}

TEST_CASE("the commands") {
  CHECK(options_of({"run"}).command == Command::run);
  CHECK(options_of({"shot", "--out", "a.png"}).command == Command::shot);
  CHECK(options_of({"describe"}).command == Command::describe);
  CHECK(options_of({"check"}).command == Command::check);
}

TEST_CASE("every option, with its value") {
  const SignTexts all = {"--config",    "venue.json",
                         "--sign",      "golden-gate-a",
                         "--room",      "Golden Gate A",
                         "--room",      "GGA",
                         "--feed",      "f.json",
                         "--format",    "placard",
                         "--layout",    "countdown",
                         "--time-zone", "Europe/Berlin",
                         "--theme",     "light",
                         "--size",      "800x480",
                         "--rotate",    "270",
                         "--at",        "2025-11-04T13:05",
                         "--as-of",     "2025-11-04T13:00:00-08:00"};
  for (const char* command : {"run", "describe", "check"}) {
    CAPTURE(std::string(command));
    SignTexts texts = all;
    texts.insert(texts.begin(), command);
    const Options options = options_of(texts);
    CHECK(options.config == "venue.json");
    CHECK(options.sign == "golden-gate-a");
    CHECK(options.rooms == SignTexts{"Golden Gate A", "GGA"});
    CHECK(options.feed == "f.json");
    CHECK(options.format == "placard");
    CHECK(options.layout == Layout::countdown);
    CHECK(options.zone->name() == "Europe/Berlin");
    CHECK(options.theme == ThemeName::light);
    CHECK(options.size == PixelSize{800, 480});
    CHECK(options.rotate == 270);
    CHECK(options.at == written("2025-11-04T13:05"));
    CHECK(options.as_of == written("2025-11-04T13:00:00-08:00"));
  }
}

TEST_CASE("without a command it takes the options of run") {
  const Options options = options_of({"--speed", "60", "--report", "--sign", "a", "--at", "2025-11-04T09:00"});
  CHECK(options.command == Command::run);
  CHECK(options.speed == doctest::Approx(60));
  CHECK(options.report);
  CHECK(options.sign == "a");
  CHECK(options_of({"run", "--speed", "0.5"}).speed == doctest::Approx(0.5));
  CHECK(options_of({"--sign", "a", "describe"}).sign == "a");
  CHECK(options_of({"--at", "2025-11-04T13:05", "describe", "--as-of", "2025-11-04T13:00"}).as_of);
}

TEST_CASE("numbers are decimal in every option") {
  CHECK(options_of({"say", "--room", "A", "--delay", "010"}).say.delay_minutes == 10);
  CHECK(options_of({"say", "--room", "A", "--delay", "08"}).say.delay_minutes == 8);
  CHECK(options_of({"--rotate", "090"}).rotate == 90);
  CHECK(options_of({"--rotate", "000"}).rotate == 0);
  CHECK(options_of({"--size", "0800x0480"}).size == PixelSize{800, 480});
  CHECK(options_of({"--speed", "010"}).speed == doctest::Approx(10));
  CHECK(options_of({"--speed", "2", "--speed", "09.50"}).speed == doctest::Approx(9.5));
  for (const char* text : {"0x10", "0b11", "1_0", "1'0", "", " 5", "5 ", "+5", "-5", "5.0", "\"5\"", "[5]"}) {
    CAPTURE(std::string(text));
    CHECK(refusal_of({"say", "--room", "A", "--delay", text}).find("not in range 1 to 1440") != std::string::npos);
    CHECK(refusal_of({"--rotate", text}).find("is not 0, 90, 180 or 270") != std::string::npos);
    CHECK(refusal_of({"--size", text + std::string("x480")}).find("is not a size") != std::string::npos);
  }
  for (const char* text : {"0x10", "0x1p4", "1_0", "1'0", "", " 5", "5 ", "\"5\"", "[5]"}) {
    CAPTURE(std::string(text));
    CHECK(refusal_of({"--speed", text}).find("is not a speed above 0") != std::string::npos);
  }
  CHECK(refusal_of({"say", "--delay", "1441"}).find("not in range 1 to 1440") != std::string::npos);
}

TEST_CASE("a message, its level and its span, wherever they stand") {
  const SayOptions said = options_of({"say", "--level", "Warning", "--for", "1h2", "Lunch is late", "--yes"}).say;
  CHECK(said.message.text == "Lunch is late");
  CHECK(said.message.level == MessageLevel::warning);
  CHECK(said.span.length == std::chrono::minutes(62));
  CHECK(said.yes);
  CHECK(options_of({"say"}).say == SayOptions{});
  CHECK(options_of({"say", "--title", "Clinic", "--cancel", "--all"}).say.all);
  CHECK_FALSE(options_of({"say", "--cancel"}).say.message.text);
}

TEST_CASE("where a picture goes") {
  const Options options = options_of({"shot", "--out", "-", "--panel"});
  CHECK(options.out == "-");
  CHECK(options.panel);
}

TEST_CASE("a room takes one name each time: what follows it is something else") {
  CHECK(options_of({"--room", "A", "--room", "B"}).rooms == SignTexts{"A", "B"});
  CHECK(options_of({"--room", "A", "describe"}).command == Command::describe);
  refusal_of({"--room", "A", "B"});
}

TEST_CASE("an option that is malformed ends with status 2 and a sentence") {
  struct Row {
    SignTexts texts;
    std::string said;
  };
  const Row rows[] = {
      {{"--layout", "rooms"}, "\"rooms\" is not room, countdown or auto"},
      {{"--layout", ""}, "is not room, countdown or auto"},
      {{"--time-zone", "California"}, "\"California\" is not a time zone this system knows"},
      {{"--time-zone", "../../etc/passwd"}, "is not a time zone"},
      {{"--theme", "blue"}, "\"blue\" is not dark or light"},
      {{"--size", "1920"}, "\"1920\" is not a size such as 1920x1080"},
      {{"--size", "1920x1080x1"}, "is not a size"},
      {{"--size", "0x0"}, "is not a size"},
      {{"--size", "320x159"}, "is not a size such as 1920x1080, from 160 to 8192 px each"},
      {{"--size", "99999x99999"}, "is not a size"},
      {{"--rotate", "45"}, "\"45\" is not 0, 90, 180 or 270"},
      {{"--rotate", "-90"}, "is not 0, 90, 180 or 270"},
      {{"--rotate", "left"}, "is not 0, 90, 180 or 270"},
      {{"--rotate", "90.0"}, "is not 0, 90, 180 or 270"},
      {{"--at", "13:05"}, "\"13:05\" is not a time such as 2025-11-04T13:05"},
      {{"--at", "2025-02-30T13:05"}, "is not a time"},
      {{"--at", "tomorrow"}, "is not a time"},
      {{"--as-of", "2025-11-04"}, "\"2025-11-04\" is not a time such as 2025-11-04T13:05"},
      {{"--as-of", "2025-11-04T13:05"}, "--as-of requires --at"},
      {{"describe", "--as-of", "2025-11-04T13:05"}, "--as-of requires --at"},
      {{"shot", "--out", "a.png", "--as-of", "2025-11-04T13:05"}, "--as-of requires --at"},
      {{"--speed", "0"}, "\"0\" is not a speed above 0"},
      {{"--speed", "-1"}, "is not a speed above 0"},
      {{"--speed", "nan"}, "is not a speed above 0"},
      {{"--speed", "inf"}, "is not a speed above 0"},
      {{"--speed", "1e9"}, "is not a speed above 0"},
      {{"--speed", "fast"}, "is not a speed above 0"},
      {{"--format", "ical"}, "ical"},
      {{"--sign"}, "--sign"},
      {{"--feed"}, "--feed"},
      {{"--sing", "a"}, "--sing"},
      {{"dance"}, "There is no command \"dance\"."},
      {{"descrbe"}, "There is no command \"descrbe\". Did you mean \"describe\"?"},
      {{"say", "Lunch", "is", "served", "--for", "30m"}, "Put the message in quotes: placard say \"Lunch is served\""},
      {{"say", "x", "--level", "emergency"}, "\"emergency\" is no level: write notice, warning or takeover"},
      {{"say", "x", "--for", "soon"}, "\"soon\" is not a span such as 30m, 2h or 1h30m"},
      {{"shot"}, "--out is required"},
      {{"describe", "check"}, "check"},
      {{"describe", "--speed", "2"}, "--speed"},
      {{"describe", "--report"}, "--report"},
      {{"describe", "--panel"}, "--panel"},
      {{"check", "--size", "800"}, "is not a size"},
  };
  for (const Row& row : rows) {
    std::string line;
    for (const std::string& word : row.texts) line += word + " ";
    CAPTURE(line);
    const std::string said = refusal_of(row.texts);
    CHECK(said.find("placard: ") == 0);
    CHECK(said.find(row.said) != std::string::npos);
    CHECK(said.find("Try: placard --help\n") != std::string::npos);
  }
}

TEST_CASE("help and version are printed and are no mistake") {
  for (const char* word : {"--help", "-h", "--version"}) {
    CAPTURE(std::string(word));
    const Listening output(std::cout);
    const auto result = parsed({word});
    REQUIRE(std::holds_alternative<EndNow>(result));
    CHECK(std::get<EndNow>(result).status == 0);
    CHECK(output.text().find("lacard") != std::string::npos);
  }
  const Listening output(std::cout);
  CHECK(std::get<EndNow>(parsed({"shot", "--help"})).status == 0);
  CHECK(output.text().find("--out") != std::string::npos);
}
