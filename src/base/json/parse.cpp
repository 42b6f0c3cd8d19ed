// SPDX-License-Identifier: MIT
#include "base/json/parse.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>
#include <optional>
#include <tuple>

#include "base/json/blanks.hpp"
#include "base/json/encoding.hpp"
#include "base/json/unreadable.hpp"
#include "base/text/clean.hpp"

namespace placard::json {
namespace {

constexpr std::size_t kMostHalvesTold = 20;

// nlohmann's parser tells no positions, and refuses the whole text for one value that it can't hold. It reads through
// this, which notes how far it has come and hands it something else for such a value.
class Source {
 public:
  Source(std::string_view text, bool comments) : text_(text), finder_(text, comments), unreadable_(finder_.next()) {}

  char at(std::size_t place) const {
    return unreadable_ && place >= unreadable_->begin ? stand_in(*unreadable_, place) : text_[place];
  }
  void reach(std::size_t place) {
    reached_ = place;
    if (!unreadable_ || place < unreadable_->end) return;
    if (unreadable_->kind == Unreadable::Kind::half_character && halves_.size() < kMostHalvesTold) {
      halves_.push_back(unreadable_->begin);
    }
    unreadable_ = finder_.next();
  }

  std::size_t reached() const { return reached_; }
  /// Whether the value just read, which begins at `place`, is but a stand-in for a number.
  bool is_out_of_range(std::size_t place) const {
    return unreadable_ && unreadable_->begin == place && unreadable_->kind == Unreadable::Kind::number_out_of_range;
  }
  /// Where the first halves of characters stand.
  const std::vector<std::size_t>& halves() const { return halves_; }

 private:
  std::string_view text_;
  UnreadableFinder finder_;
  std::optional<Unreadable> unreadable_;  // the next one, or the one that is being read
  std::size_t reached_ = 0;
  std::vector<std::size_t> halves_;
};

struct SourceIterator {
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = char;

  std::size_t place = 0;
  Source* source = nullptr;

  char operator*() const { return source->at(place); }
  SourceIterator& operator++() {
    source->reach(++place);
    return *this;
  }
  bool operator==(const SourceIterator& other) const { return place == other.place; }
  bool operator!=(const SourceIterator& other) const { return place != other.place; }
};

// What nlohmann's parser says of a text that is no JSON. It tells so in English only, as "… - invalid literal; last
// read: 'tru}'" of a token that is none, as "… - unexpected ']'; expected …" of one in the wrong place.
struct SyntaxError {
  std::string reason;
  bool misplaced = false;  // the token is one, but not there
};

SyntaxError syntax_error(const nlohmann::json::exception& error) {
  constexpr int kNumberTooLarge = 406;  // of what is no JSON besides: "1e400.5"
  if (error.id == kNumberTooLarge) return {": a number is too large", true};
  const std::string_view message = error.what();
  const auto begin = message.find(" - ");
  if (begin == std::string_view::npos) return {};
  const std::string_view reason = message.substr(begin + 3);
  return {": " + std::string(reason.substr(0, reason.rfind("; last read"))), reason.starts_with("unexpected")};
}

// Builds the tree from parser events. Returning false stops the parser; `failure` then says why.
class Builder {
 public:
  using number_integer_t = nlohmann::json::number_integer_t;
  using number_unsigned_t = nlohmann::json::number_unsigned_t;
  using number_float_t = nlohmann::json::number_float_t;
  using string_t = nlohmann::json::string_t;
  using binary_t = nlohmann::json::binary_t;

  Builder(std::string_view text, const Limits& limits, const Source& source)
      : text_(text), limits_(limits), source_(source), last_end_(text.starts_with("\xEF\xBB\xBF") ? 3 : 0) {}

  bool null() { return put(Value{nullptr}); }
  bool boolean(bool value) { return put(Value{value}); }
  bool number_integer(number_integer_t value) { return put(Value{std::int64_t{value}}); }
  bool number_unsigned(number_unsigned_t value) {
    if (value > static_cast<number_unsigned_t>(INT64_MAX)) return put(Value{static_cast<double>(value)});
    return put(Value{static_cast<std::int64_t>(value)});
  }
  bool number_float(number_float_t value, const string_t&) { return put(Value{value}); }
  bool string(string_t& value) { return put(Value{std::move(value)}); }
  bool binary(binary_t&) { return fail(token_start(), "This JSON holds binary data."); }
  bool start_object(std::size_t) { return open(Value{Object{}}); }
  bool start_array(std::size_t) { return open(Value{Array{}}); }
  bool end_object() { return close(); }
  bool end_array() { return close(); }

  bool key(string_t& value) {
    const std::uint32_t start = token_start();
    Object& object = std::get<Object>(open_.back()->data);
    if (object.size() < kFewMembers) {
      for (const Member& member : object) {
        if (member.key == value) return fail_twice(start, value);
      }
    }
    object.push_back(Member{std::move(value), start, {}});
    last_end_ = reached();
    return true;
  }

  bool parse_error(std::size_t position, const std::string&, const nlohmann::json::exception& error) {
    const SyntaxError wrong = syntax_error(error);
    // The parser counts to the end of a token in the wrong place; people look for its beginning.
    const auto last_read = static_cast<std::uint32_t>(position > 0 ? position - 1 : 0);
    return fail(wrong.misplaced ? std::min(token_start(), last_read) : last_read,
                "This is not valid JSON" + wrong.reason + ".", comma_hint(position));
  }

  Value root;
  struct Failure {
    std::uint32_t offset;
    std::string what;
    std::string remedy;
  };
  std::optional<Failure> failure;

 private:
  // Objects with more members than this are looked through for doubles once, sorted, when they close.
  static constexpr std::size_t kFewMembers = 32;

  bool fail(std::uint32_t offset, std::string what, std::string remedy = "") {
    if (!failure) failure = Failure{offset, std::move(what), std::move(remedy)};
    return false;
  }

  bool fail_twice(std::uint32_t offset, const std::string& key) {
    return fail(offset, fmt::format("The key \"{}\" stands twice in the same object.", clean_line(key, 60)),
                "Remove one of the two, so that it is clear which counts.");
  }

  // The token just read begins at the first character after the previous token that is no blank, comma or colon.
  std::uint32_t token_start() const {
    std::size_t at = after_blanks(text_, last_end_);
    while (at < text_.size() && (text_[at] == ',' || text_[at] == ':')) at = after_blanks(text_, at + 1);
    return static_cast<std::uint32_t>(at);
  }

  std::uint32_t reached() const { return static_cast<std::uint32_t>(source_.reached()); }

  // After a number the parser has read one character more, which may be a bracket: its end is found in the text.
  std::uint32_t end_of(const Value& value) const {
    const bool number = std::holds_alternative<std::int64_t>(value.data) ||
                        std::holds_alternative<double>(value.data) || std::holds_alternative<OutOfRange>(value.data);
    if (!number) return reached();
    return static_cast<std::uint32_t>(std::min(text_.find_first_not_of("+-.0123456789eE", value.offset), text_.size()));
  }

  bool count(std::uint32_t offset) {
    if (++values_ <= limits_.max_values) return true;
    return fail(offset, fmt::format("This JSON has more than {} values.", limits_.max_values),
                "Check that it is the right file.");
  }

  bool put(Value value) {
    value.offset = token_start();
    if (source_.is_out_of_range(value.offset)) value.data = OutOfRange{};
    value.end = end_of(value);
    last_end_ = value.end;
    if (!count(value.offset)) return false;
    place(std::move(value));
    return true;
  }

  Value* place(Value value) {
    if (open_.empty()) {
      root = std::move(value);
      return &root;
    }
    if (auto* array = std::get_if<Array>(&open_.back()->data)) return &array->emplace_back(std::move(value));
    Member& member = std::get<Object>(open_.back()->data).back();
    member.value = std::move(value);
    return &member.value;
  }

  bool open(Value value) {
    value.offset = token_start();
    if (!count(value.offset)) return false;
    if (open_.size() >= limits_.max_depth) {
      return fail(value.offset, fmt::format("This JSON is nested more than {} levels deep.", limits_.max_depth),
                  "Check that it is the right file.");
    }
    open_.push_back(place(std::move(value)));
    last_end_ = reached();
    return true;
  }

  bool close() {
    const auto* object = std::get_if<Object>(&open_.back()->data);
    if (object != nullptr && object->size() >= kFewMembers && !keys_differ(*object)) return false;
    last_end_ = reached();
    open_.back()->end = last_end_;
    open_.pop_back();
    return true;
  }

  bool keys_differ(const Object& object) {
    std::vector<const Member*> sorted;
    for (const Member& member : object) sorted.push_back(&member);
    std::sort(sorted.begin(), sorted.end(), [](const Member* a, const Member* b) {
      return std::tie(a->key, a->key_offset) < std::tie(b->key, b->key_offset);
    });
    for (std::size_t i = 1; i < sorted.size(); ++i) {
      if (sorted[i]->key == sorted[i - 1]->key) return fail_twice(sorted[i]->key_offset, sorted[i]->key);
    }
    return true;
  }

  std::string comma_hint(std::size_t position) const {
    const std::size_t at = text_.find_last_not_of(" \t\r\n", position < 2 ? 0 : position - 2);
    const bool trailing = at != std::string_view::npos && text_[at] == ',' && position > 0 &&
                          position <= text_.size() && (text_[position - 1] == '}' || text_[position - 1] == ']');
    return trailing ? "Remove the comma before the closing bracket." : "";
  }

  std::string_view text_;
  const Limits& limits_;
  const Source& source_;
  std::vector<Value*> open_;
  std::uint32_t last_end_;
  std::size_t values_ = 0;
};

void warn_of_halves(Document& document, const std::vector<std::size_t>& halves) {
  PlaceCounter place(document.text);
  for (const std::size_t half : halves) {
    place.go_to(half);
    document.warnings.push_back({Severity::warning, document.name, place.line(), place.column(),
                                 fmt::format("Half a character ({}) stands here; it is shown as U+FFFD.",
                                             std::string_view(document.text).substr(half, 6)),
                                 "A text was cut in the middle of a character; write it anew."});
  }
}

}  // namespace

std::variant<Document, Problem> parse(std::string name, std::string text, const Limits& limits) {
  const bool too_large = text.size() > limits.max_bytes;
  Document document{std::move(name), too_large ? "" : as_utf8(std::move(text)), {}, {}};
  if (too_large || document.text.size() > limits.max_bytes) {
    return Problem{Severity::error,
                   document.name,
                   0,
                   0,
                   fmt::format("This file is larger than {} bytes.", limits.max_bytes),
                   "Check that it is the right file."};
  }
  Source source(document.text, limits.comments);
  Builder builder(document.text, limits, source);
  const bool good = nlohmann::json::sax_parse(SourceIterator{0, &source}, SourceIterator{document.text.size(), &source},
                                              &builder, nlohmann::json::input_format_t::json, true, limits.comments);
  if (!good) {
    const auto why = builder.failure.value_or(Builder::Failure{0, "This is not valid JSON.", ""});
    const auto offset = std::min(why.offset, static_cast<std::uint32_t>(document.text.size()));
    return document.problem_at(offset, Severity::error, why.what, why.remedy);
  }
  // nlohmann's parser takes a NUL byte for the end of the text.
  if (const auto nul = document.text.find('\0'); nul != std::string::npos) {
    return document.problem_at(static_cast<std::uint32_t>(nul), Severity::error,
                               "This is not valid JSON: a NUL byte stands after the value.", "Write the file again.");
  }
  document.root = std::move(builder.root);
  warn_of_halves(document, source.halves());
  return document;
}

}  // namespace placard::json
