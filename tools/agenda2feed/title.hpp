// SPDX-License-Identifier: MIT
// Lines and titles as a web page's text gives them: spaces and characters that the page hid and a sign would show.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace placard::agenda {

/// The line as published, but cleaned as for a sign (base/text/clean.hpp) and with every run of spaces as one.
std::string tidy_line(std::string_view published);

/// What is odd about a title as it stands in the agenda: a sentence each, without a full stop.
std::vector<std::string> title_oddities(std::string_view published);

}  // namespace placard::agenda
