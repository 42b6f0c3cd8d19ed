// SPDX-License-Identifier: MIT
#include "base/text/tags.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <vector>

namespace placard {
namespace {

constexpr std::size_t kLongestName = 10;  // "figcaption"

// The elements of the HTML standard, and of old pages: those that end a line, those that dress words, and those of
// whole documents, about which people give talks.
constexpr auto kBlocks = std::to_array<std::string_view>(
    {"blockquote", "br", "center", "dd", "div", "dl", "dt", "h1", "h2", "h3",    "h4",    "h5",    "h6",
     "hr",         "li", "ol",     "p",  "pre", "td", "th", "tr", "ul", "tbody", "thead", "tfoot", "table"});
constexpr auto kInline = std::to_array<std::string_view>(
    {"a",    "abbr",   "acronym", "b",   "bdi", "bdo", "big",  "cite", "code", "del", "dfn",
     "em",   "font",   "i",       "img", "ins", "kbd", "mark", "nobr", "q",    "s",   "small",
     "span", "strike", "strong",  "sub", "sup", "tt",  "u",    "var",  "wbr"});
constexpr auto kOthers = std::to_array<std::string_view>(
    {"address",    "area",    "article",  "aside",  "audio",    "base",     "body",     "button",   "canvas",
     "caption",    "col",     "colgroup", "data",   "datalist", "details",  "dialog",   "embed",    "fieldset",
     "figcaption", "figure",  "footer",   "form",   "frame",    "frameset", "head",     "header",   "hgroup",
     "html",       "iframe",  "input",    "label",  "legend",   "link",     "main",     "map",      "marquee",
     "menu",       "meta",    "meter",    "nav",    "noscript", "object",   "optgroup", "option",   "output",
     "param",      "picture", "progress", "rp",     "rt",       "ruby",     "samp",     "script",   "search",
     "section",    "select",  "slot",     "source", "style",    "summary",  "svg",      "template", "textarea",
     "time",       "title",   "video"});

enum class Kind { block, in_line, other };

struct Tag {
  std::size_t begin = 0;
  std::size_t end = 0;  // behind the >
  std::string name;     // in small letters; "!--": a comment
  Kind kind = Kind::in_line;
  bool closing = false;
  bool attributes = false;
  bool behind_word = false;  // as in "Maybe<a>"
};

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_word(char c) {
  return is_letter(c) || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

template <class Names>
bool holds(const Names& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::optional<Kind> kind_of(const std::string& name) {
  if (holds(kBlocks, name)) return Kind::block;
  if (holds(kInline, name)) return Kind::in_line;
  return holds(kOthers, name) ? std::optional(Kind::other) : std::nullopt;
}

std::string name_at(std::string_view text, std::size_t at) {
  std::string name;
  for (; at < text.size() && name.size() <= kLongestName; ++at) {
    const char c = text[at];
    const bool digit = c >= '0' && c <= '9';
    if (!is_letter(c) && !(digit && !name.empty())) break;
    name += digit || c >= 'a' ? c : static_cast<char>(c - 'A' + 'a');
  }
  return name;
}

// Behind the > that ends a tag whose attributes begin at `at`; 0 where none does. However many tags begin in a text, no
// byte is read for more than three of them: a quote that is open for one is a mark that closes one for another.
std::size_t end_of_attributes(std::string_view text, std::size_t at) {
  char quote = 0;
  for (; at < text.size(); ++at) {
    const char c = text[at];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '<') {
      return 0;
    } else if (c == '>') {
      return at + 1;
    }
  }
  return 0;
}

// What stands between the name and the >: nothing, a slash, or attributes with values. "a <b and c>" is no tag.
bool is_tag_rest(std::string_view rest, Tag& tag) {
  while (!rest.empty() && (is_blank(rest.back()) || (rest.back() == '/' && !tag.closing))) rest.remove_suffix(1);
  if (rest.empty()) return true;
  tag.attributes = !tag.closing && is_blank(rest.front()) && rest.find('=') != std::string_view::npos;
  return tag.attributes;
}

std::optional<Tag> tag_at(std::string_view text, std::size_t begin) {
  Tag tag{begin, 0, "", Kind::in_line, false, false, begin > 0 && is_word(text[begin - 1])};
  std::size_t at = begin + 1;
  tag.closing = at < text.size() && text[at] == '/';
  if (tag.closing) ++at;
  tag.name = name_at(text, at);
  const auto kind = kind_of(tag.name);
  if (!kind) return std::nullopt;
  tag.kind = *kind;
  at += tag.name.size();
  if (at >= text.size() || (!is_blank(text[at]) && text[at] != '/' && text[at] != '>')) return std::nullopt;
  tag.end = end_of_attributes(text, at);
  if (tag.end == 0 || !is_tag_rest(text.substr(at, tag.end - 1 - at), tag)) return std::nullopt;
  return tag;
}

std::vector<Tag> tags_in(std::string_view text) {
  std::vector<Tag> tags;
  bool comments_end = true;  // whether one that begins here may
  for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at)) {
    if (comments_end && text.substr(at).starts_with("<!--")) {
      const auto end = text.find("-->", at + 4);
      comments_end = end != std::string_view::npos;
      if (comments_end) tags.push_back({at, end + 3, "!--", Kind::in_line, false, false, false});
      at = comments_end ? end + 3 : at + 1;
    } else if (auto tag = tag_at(text, at)) {
      at = tag->end;
      tags.push_back(std::move(*tag));
    } else {
      ++at;
    }
  }
  return tags;
}

// The tags that are markup, and not what the text is about.
std::vector<Tag> markup_in(std::string_view text) {
  std::vector<Tag> tags = tags_in(text);
  std::set<std::string> opened;
  std::set<std::string> closed;
  for (const Tag& tag : tags) (tag.closing ? closed : opened).insert(tag.name);
  std::erase_if(tags, [&](const Tag& tag) {
    if (tag.attributes || tag.kind == Kind::block) return false;
    if (opened.contains(tag.name) && closed.contains(tag.name)) return false;
    if (tag.kind == Kind::other) return true;
    return tag.behind_word && !tag.closing && tag.name != "wbr" && tag.name != "img";
  });
  return tags;
}

void append_space(std::string& out) {
  if (!out.empty() && !is_blank(out.back())) out += ' ';
}

}  // namespace

std::string without_tags(std::string_view text) {
  std::string out;
  std::size_t at = 0;
  for (const Tag& tag : markup_in(text)) {
    out += text.substr(at, tag.begin - at);
    at = tag.end;
    if (tag.kind != Kind::block) continue;
    append_space(out);
    while (at < text.size() && is_blank(text[at])) ++at;
  }
  return out += text.substr(at);
}

}  // namespace placard
