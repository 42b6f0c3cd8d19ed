// SPDX-License-Identifier: MIT
#include "commands/sheet/sheet_page.hpp"

#include <doctest/doctest.h>

using namespace placard;

TEST_CASE("texts from outside can't become a part of the page") {
  Sheet sheet;
  const std::string evil = "</title><script>alert('1')</script>\" onload=\"x & y";
  sheet.event = evil;
  sheet.findings = {{evil, evil}, {evil, ""}};
  SheetPicture picture{"a-001.png", "png", evil, evil, 10, 5};
  sheet.signs = {{evil, evil, "a", {{evil, evil, evil, {{evil, evil, "#123456", 0.1, 0.2, true}}}}, {picture}}};
  const std::string page = sheet_page(sheet);
  CHECK(page.find("<script") == std::string::npos);
  CHECK(page.find("onload=\"") == std::string::npos);
  CHECK(page.find("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&quot; onload=&quot;x &amp; y") != std::string::npos);
  CHECK(page.find("<figure id=\"a-001.png\"><img src=\"data:image/png;base64,cG5n\" width=10 height=5") !=
        std::string::npos);
}

TEST_CASE("where nothing is found, the page says so") {
  CHECK(sheet_page({}).find("Nothing needs a second look.") != std::string::npos);
}
