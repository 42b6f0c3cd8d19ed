// SPDX-License-Identifier: MIT
#include "screen/fonts/font_book.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <system_error>
#include <unordered_map>

#include "screen/fonts/font_file.hpp"
#include "screen/fonts/font_list.hpp"
#include "screen/fonts/sdl_handles.hpp"
#include "screen/fonts/synthetic_bold.hpp"

namespace placard {
namespace {

constexpr std::size_t kMaskBudget = std::size_t{24} << 20U;  // bytes; a 4K frame needs about 6 MB
constexpr std::size_t kMaxAdvances = 20'000;
constexpr double kBolder = 0.03;  // ems

struct Face {
  std::string file;
  bool needs_bold = false;  // of one weight, in a bold style
  FontHandle font;          // opened when first needed
  bool broken = false;
};

std::string key_of(const Font& font, int face, std::string_view text, const Shaping& shaping) {
  return fmt::format("{} {} {} {}{} {}", static_cast<int>(font.style), font.px, face, shaping.script,
                     shaping.right_to_left ? "<" : ">", text);
}

void find_ink(GlyphMask& mask) {
  int left = mask.width;
  int right = -1;
  int top = mask.height;
  int bottom = -1;
  for (int y = 0; y < mask.height; ++y) {
    for (int x = 0; x < mask.width; ++x) {
      if (mask.row(y)[x] == 0) continue;
      left = std::min(left, x);
      right = std::max(right, x);
      top = std::min(top, y);
      bottom = std::max(bottom, y);
    }
  }
  if (right >= 0) mask.ink = {left, top, right - left + 1, bottom - top + 1};
}

// SDL_ttf puts the baseline `ascent` rows down, and further when stacked accents rise above that: then the picture is
// higher than the font, and has ink in its first row.
int baseline_row(TTF_Font* font, const GlyphMask& mask) {
  const int risen = mask.height - TTF_FontHeight(font);
  const bool ink_at_top = !mask.ink.empty() && mask.ink.y == 0;
  return TTF_FontAscent(font) + (risen > 0 && ink_at_top ? risen : 0);
}

GlyphMask render(TTF_Font* font, std::string_view text, double bolder) {
  GlyphMask mask;
  const SurfaceHandle surface(TTF_RenderUTF8_Blended(font, std::string(text).c_str(), SDL_Color{255, 255, 255, 255}));
  if (!surface) return mask;
  mask.width = surface->w;
  mask.height = surface->h;
  mask.coverage.resize(static_cast<std::size_t>(mask.width) * static_cast<std::size_t>(mask.height));
  for (int y = 0; y < mask.height; ++y) {
    const auto* row =
        reinterpret_cast<const std::uint32_t*>(static_cast<const std::uint8_t*>(surface->pixels) + y * surface->pitch);
    for (int x = 0; x < mask.width; ++x) {
      mask.row(y)[x] = static_cast<std::uint8_t>(row[x] >> 24U);
    }
  }
  if (bolder > 0) embolden(mask, bolder);
  find_ink(mask);
  mask.baseline = baseline_row(font, mask);
  mask.ink.y -= mask.baseline;
  return mask;
}

}  // namespace

struct FontBook::Book {
  std::string folder;
  std::array<std::vector<Face>, 3> styles;
  std::unordered_map<std::string, int> advances;
  std::unordered_map<std::string, GlyphMask> masks;
  std::size_t mask_bytes = 0;
  int error = 0;  // the system's first one, where a face could not be opened

  ~Book() {
    for (auto& faces : styles) faces.clear();
    TTF_Quit();
  }

  Face* face(FontStyle style, int index) {
    auto& faces = styles[static_cast<std::size_t>(style)];
    if (index < 0 || static_cast<std::size_t>(index) >= faces.size()) return nullptr;
    Face& wanted = faces[static_cast<std::size_t>(index)];
    if (!wanted.font && !wanted.broken) {
      const std::string path = folder + "/" + wanted.file;
      errno = 0;
      if (font_file_is_whole(path)) wanted.font.reset(TTF_OpenFont(path.c_str(), 32));
      wanted.broken = !wanted.font;
      if (wanted.broken && error == 0) error = errno != 0 ? errno : EBADMSG;
      // Unhinted outlines: strokes as the face draws them, and widths that grow evenly with the size.
      if (wanted.font) TTF_SetFontHinting(wanted.font.get(), TTF_HINTING_NONE);
    }
    return wanted.broken ? nullptr : &wanted;
  }

  // Files get damaged: a style goes on with its next face. False: it has none to draw letters with.
  bool begin_with_a_good_face(FontStyle style) {
    auto& faces = styles[static_cast<std::size_t>(style)];
    while (!faces.empty() && !draws_letters(style)) faces.erase(faces.begin());
    return !faces.empty();
  }

  // Whether the first face has letters at all.
  bool draws_letters(FontStyle style) {
    const Face* first = face(style, 0);
    return first != nullptr && TTF_GlyphIsProvided32(first->font.get(), U'H') != 0;
  }

  // SDL_ttf keeps direction and script with the font; a script nobody needs is "Zzzz", which HarfBuzz calls unknown.
  TTF_Font* sized(const Font& font, int index, const Shaping& shaping) {
    Face* wanted = face(font.style, index);
    if (wanted == nullptr || TTF_SetFontSize(wanted->font.get(), font.px) != 0) return nullptr;
    TTF_SetFontDirection(wanted->font.get(), shaping.right_to_left ? TTF_DIRECTION_RTL : TTF_DIRECTION_LTR);
    const std::string script(shaping.script.empty() ? "Zzzz" : shaping.script);
    TTF_SetFontScriptName(wanted->font.get(), script.c_str());
    return wanted->font.get();
  }
};

FontBook::FontBook(std::unique_ptr<Book> book) : book_(std::move(book)) {}
FontBook::~FontBook() = default;

std::unique_ptr<FontBook> FontBook::open(const std::string& folder) {
  errno = 0;
  const auto list = read_font_list(folder);
  if (!list || TTF_Init() != 0) return nullptr;
  auto book = std::make_unique<Book>();
  book->folder = folder;
  for (const FontStyle style : {FontStyle::display, FontStyle::strong, FontStyle::plain}) {
    for (const std::string& file : list->of(style)) {
      const bool one_weight =
          std::find(list->one_weight.begin(), list->one_weight.end(), file) != list->one_weight.end();
      book->styles[static_cast<std::size_t>(style)].push_back({file, one_weight && style != FontStyle::plain, nullptr});
    }
  }
  for (const FontStyle style : {FontStyle::display, FontStyle::strong, FontStyle::plain}) {
    if (book->begin_with_a_good_face(style)) continue;
    const int error = book->error;
    book.reset();
    errno = error;
    return nullptr;
  }
  return std::unique_ptr<FontBook>(new FontBook(std::move(book)));
}

bool FontBook::covers(FontStyle style, int face, char32_t c) const {
  Face* known = book_->face(style, face);
  return known != nullptr && TTF_GlyphIsProvided32(known->font.get(), c) != 0;
}

int FontBook::face_count(FontStyle style) const {
  return static_cast<int>(book_->styles[static_cast<std::size_t>(style)].size());
}

int FontBook::face_for(FontStyle style, char32_t c) const {
  for (int i = 0; i < face_count(style); ++i) {
    if (covers(style, i, c)) return i;
  }
  return -1;
}

std::string FontBook::face_name(FontStyle style, int face) const {
  const Face* known = book_->face(style, face);
  if (known == nullptr) return "";
  const char* family = TTF_FontFaceFamilyName(known->font.get());
  const char* cut = TTF_FontFaceStyleName(known->font.get());
  return fmt::format("{} {}", family != nullptr ? family : known->file, cut != nullptr ? cut : "");
}

int FontBook::advance(const Font& font, int face, std::string_view text, const Shaping& shaping) const {
  const std::string key = key_of(font, face, text, shaping);
  const auto found = book_->advances.find(key);
  if (found != book_->advances.end()) return found->second;
  TTF_Font* sized = book_->sized(font, face, shaping);
  int width = 0;
  if (sized == nullptr || TTF_SizeUTF8(sized, std::string(text).c_str(), &width, nullptr) != 0) return 0;
  if (book_->advances.size() >= kMaxAdvances) book_->advances.clear();
  book_->advances.emplace(key, width);
  return width;
}

Rect FontBook::ink(const Font& font, int face, std::string_view text, const Shaping& shaping) const {
  return mask(font, face, text, shaping).ink;
}

int FontBook::cap_height(const Font& font) const {
  return -ink(font, 0, "H").y;
}

const GlyphMask& FontBook::mask(const Font& font, int face, std::string_view text, const Shaping& shaping) const {
  const std::string key = key_of(font, face, text, shaping);
  const auto found = book_->masks.find(key);
  if (found != book_->masks.end()) return found->second;
  TTF_Font* sized = book_->sized(font, face, shaping);
  const double bolder = sized != nullptr && book_->face(font.style, face)->needs_bold ? kBolder * font.px : 0;
  GlyphMask mask = sized == nullptr ? GlyphMask{} : render(sized, text, bolder);
  if (book_->mask_bytes > kMaskBudget) {
    book_->masks.clear();
    book_->mask_bytes = 0;
  }
  book_->mask_bytes += mask.coverage.size() + key.size();
  return book_->masks.emplace(key, std::move(mask)).first->second;
}

std::string staged_fonts_folder() {
  char path[PATH_MAX];
  const ssize_t length = readlink("/proc/self/exe", path, sizeof path);
  if (length <= 0) return "/usr/share/placard/fonts";
  const std::string program(path, static_cast<std::size_t>(length));
  const std::string folder = program.substr(0, program.rfind('/'));
  const std::string beside = folder + "/fonts";
  return access((beside + "/fonts.json").c_str(), F_OK) == 0 ? beside : folder + "/../share/placard/fonts";
}

std::string no_fonts_sentence(int error) {
  const std::string folder = staged_fonts_folder();
  const std::string why = std::generic_category().message(error);
  switch (error) {
    case 0:
    case ENOENT:
    case ENOTDIR:
      return fmt::format("There are no fonts in {}. Build Placard again.", folder);
    case EBADMSG:
      return fmt::format("The fonts in {} are damaged. Build Placard again.", folder);
    case EMFILE:
    case ENFILE:
      return fmt::format("The fonts in {} cannot be read ({}): raise the service's LimitNOFILE.", folder, why);
    case EACCES:
    case EPERM:
      return fmt::format("The fonts in {} cannot be read ({}): correct their owner or mode (chmod).", folder, why);
    case ENOMEM:
      return fmt::format("The fonts in {} cannot be read ({}): end other programs.", folder, why);
    default:
      return fmt::format("The fonts in {} cannot be read ({}).", folder, why);
  }
}

}  // namespace placard
