// SPDX-License-Identifier: MIT
// Owners of SDL's handles.
#pragma once

#include <SDL.h>
#include <SDL_ttf.h>

#include <memory>

namespace placard {

struct CloseFont {
  void operator()(TTF_Font* font) const { TTF_CloseFont(font); }
};
struct FreeSurface {
  void operator()(SDL_Surface* surface) const { SDL_FreeSurface(surface); }
};
struct DestroyWindow {
  void operator()(SDL_Window* window) const { SDL_DestroyWindow(window); }
};

using FontHandle = std::unique_ptr<TTF_Font, CloseFont>;
using SurfaceHandle = std::unique_ptr<SDL_Surface, FreeSurface>;
using WindowHandle = std::unique_ptr<SDL_Window, DestroyWindow>;

}  // namespace placard
