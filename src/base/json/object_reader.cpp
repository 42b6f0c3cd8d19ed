// SPDX-License-Identifier: MIT
#include "base/json/object_reader.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text/clean.hpp"
#include "base/text/nearest.hpp"

namespace placard::json {

ObjectReader::ObjectReader(const Document& document, const Value& object, std::string path, Severity severity,
                           Problems& problems)
    : document_(document), object_(object), path_(std::move(path)), severity_(severity), problems_(problems) {}

std::string ObjectReader::path_of(std::string_view key) const {
  return path_.empty() ? std::string(key) : fmt::format("{}.{}", path_, key);
}

const Value* ObjectReader::find_known(std::string_view key) {
  known_.emplace_back(key);
  return find(object_, key);
}

void ObjectReader::complain_at(const Value& value, std::string what, std::string remedy) {
  failed_ = true;
  if (problems_.size() >= kMaxProblems) return;
  problems_.push_back(document_.problem_at(value.offset, severity_, std::move(what), std::move(remedy)));
}

void ObjectReader::complain(std::string_view key, std::string what, std::string remedy) {
  const Value* value = find(object_, key);
  complain_at(value != nullptr ? *value : object_, std::move(what), std::move(remedy));
}

void ObjectReader::complain_of_type(const Value& value, std::string_view key, std::string_view wanted) {
  complain_at(value, fmt::format("\"{}\" is {} where {} belongs.", path_of(key), kind_name(value), wanted));
}

template <typename T>
const T* ObjectReader::typed(std::string_view key, std::string_view wanted) {
  const Value* value = find_known(key);
  if (value == nullptr) return nullptr;
  const T* typed_value = std::get_if<T>(&value->data);
  if (typed_value == nullptr) complain_of_type(*value, key, wanted);
  return typed_value;
}

std::optional<std::string> ObjectReader::text(std::string_view key) {
  const auto* value = typed<std::string>(key, "a string");
  if (value == nullptr) return std::nullopt;
  std::string cleaned = clean_line(*value);
  if (cleaned.empty()) return std::nullopt;
  return cleaned;
}

std::optional<std::string> ObjectReader::raw_text(std::string_view key, std::size_t max_bytes) {
  const auto* value = typed<std::string>(key, "a string");
  if (value == nullptr) return std::nullopt;
  if (value->size() > max_bytes) {
    complain(key, fmt::format("\"{}\" is longer than {} bytes.", path_of(key), max_bytes));
    return std::nullopt;
  }
  return *value;
}

std::optional<std::int64_t> ObjectReader::integer(std::string_view key, std::int64_t least, std::int64_t most) {
  const auto* value = typed<std::int64_t>(key, "a whole number");
  if (value == nullptr) return std::nullopt;
  if (*value < least || *value > most) {
    complain(key, fmt::format("\"{}\" is {}; it must be from {} to {}.", path_of(key), *value, least, most));
    return std::nullopt;
  }
  return *value;
}

std::optional<double> ObjectReader::number(std::string_view key, double least, double most) {
  const Value* value = find_known(key);
  if (value == nullptr) return std::nullopt;
  double number = 0;
  if (const auto* whole = std::get_if<std::int64_t>(&value->data)) {
    number = static_cast<double>(*whole);
  } else if (const auto* real = std::get_if<double>(&value->data)) {
    number = *real;
  } else {
    complain_of_type(*value, key, "a number");
    return std::nullopt;
  }
  if (number >= least && number <= most) return number;
  complain(key, fmt::format("\"{}\" is {}; it must be from {} to {}.", path_of(key), number, least, most));
  return std::nullopt;
}

std::optional<bool> ObjectReader::boolean(std::string_view key) {
  const auto* value = typed<bool>(key, "true or false");
  return value == nullptr ? std::nullopt : std::optional(*value);
}

std::optional<std::string> ObjectReader::one_of(std::string_view key, const std::vector<std::string>& names) {
  const auto* value = typed<std::string>(key, "a string");
  if (value == nullptr) return std::nullopt;
  if (std::find(names.begin(), names.end(), *value) != names.end()) return *value;
  complain(key, fmt::format("\"{}\" is \"{}\".", path_of(key), clean_line(*value, 60)),
           fmt::format("It must be one of: {}.", fmt::join(names, ", ")));
  return std::nullopt;
}

std::optional<std::vector<std::string>> ObjectReader::texts(std::string_view key, TextsAs as) {
  const Value* value = find_known(key);
  if (value == nullptr) return std::nullopt;
  const std::string_view wanted = as == TextsAs::list_or_one ? "a string or a list of strings" : "a list of strings";
  std::vector<std::string> out;
  const auto add = [&out](const std::string& text) {
    std::string cleaned = clean_line(text);
    if (!cleaned.empty()) out.push_back(std::move(cleaned));
  };
  if (as == TextsAs::list_or_one && value->text() != nullptr) {
    add(*value->text());
    return out;
  }
  if (value->array() == nullptr) {
    complain_of_type(*value, key, wanted);
    return std::nullopt;
  }
  for (const Value& item : *value->array()) {
    if (item.text() == nullptr) {
      complain_at(item, fmt::format("\"{}\" holds {} where only strings belong.", path_of(key), kind_name(item)));
      return std::nullopt;
    }
    add(*item.text());
  }
  return out;
}

const Value* ObjectReader::list(std::string_view key) {
  return typed<Array>(key, "a list") == nullptr ? nullptr : find(object_, key);
}

const Value* ObjectReader::object(std::string_view key) {
  return typed<Object>(key, "an object") == nullptr ? nullptr : find(object_, key);
}

const Value* ObjectReader::any(std::string_view key) {
  return find_known(key);
}

void ObjectReader::warn_of_unknown_keys(const std::vector<std::string>& also_known) {
  known_.insert(known_.end(), also_known.begin(), also_known.end());
  const Object* members = object_.object();
  if (members == nullptr) return;
  for (const Member& member : *members) {
    if (std::find(known_.begin(), known_.end(), member.key) != known_.end()) continue;
    if (problems_.size() >= kMaxProblems) return;
    const std::string shown = clean_line(member.key, 60);
    const std::string hint = did_you_mean(shown, known_);
    problems_.push_back(
        document_.problem_at(member.key_offset, Severity::warning,
                             fmt::format("Placard knows no key \"{}\" here and ignores it.", path_of(shown)),
                             hint.empty() ? "Remove it." : hint.substr(1)));
  }
}

}  // namespace placard::json
