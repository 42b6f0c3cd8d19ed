// SPDX-License-Identifier: MIT
// Loaded before SDL_ttf: a title that ends whoever draws it, as a bug in a library would.
#include <dlfcn.h>

#include <cstdlib>
#include <cstring>

struct SDL_Surface;
struct _TTF_Font;
struct SDL_Color {
  unsigned char r, g, b, a;
};

extern "C" SDL_Surface* TTF_RenderUTF8_Blended(_TTF_Font* font, const char* text, SDL_Color color) {
  using Render = SDL_Surface* (*)(_TTF_Font*, const char*, SDL_Color);
  static const auto real = reinterpret_cast<Render>(dlsym(RTLD_NEXT, "TTF_RenderUTF8_Blended"));
  if (std::strstr(text, "Poison") != nullptr) std::abort();
  return real(font, text, color);
}
