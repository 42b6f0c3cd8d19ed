// SPDX-License-Identifier: MIT
#include "commands/sheet/sheet_page.hpp"

#include <fmt/format.h>

#include "base/os/base64.hpp"

namespace placard {
namespace {

constexpr const char* kStyle = R"(
:root{color-scheme:light}
body{margin:0;font:16px/1.45 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;color:#12161b;background:#f7f7f4}
main{max-width:1200px;margin:0 auto;padding:32px 20px 80px}
h1{font-size:30px;line-height:1.2;margin:0 0 4px}h2{font-size:22px;margin:56px 0 2px}h3{font-size:16px;margin:22px 0 8px}
p.quiet,figcaption,.day>span{color:#47525d}p{margin:0 0 12px}
nav a{display:inline-block;margin:0 14px 6px 0}a{color:#0b5394}
ul{padding-left:20px;margin:6px 0}li{margin:3px 0}
.ok{color:#1b6b3a}
.day{display:flex;gap:12px;align-items:center;margin:6px 0}.day>span{flex:0 0 92px;font-size:14px}
.bars{position:relative;flex:1;height:30px;background:#e6e8e6;border-radius:5px;overflow:hidden}
.bars i{position:absolute;top:2px;bottom:2px;border-radius:4px;overflow:hidden;white-space:nowrap;font-size:13px;line-height:26px;
 font-style:normal;padding-left:5px;box-sizing:border-box;border-right:2px solid #e6e8e6;color:#03060a}
.bars i.off{text-decoration:line-through;opacity:.55}
.hours{flex:0 0 auto;font-size:13px;color:#47525d}
.grid{display:grid;grid-template-columns:repeat(auto-fill,minmax(330px,1fr));gap:18px;margin-top:14px}
figure{margin:0}figure img{width:100%;height:auto;display:block;border-radius:6px;background:#0e1116}
figcaption{font-size:14px;margin-top:5px}
:target img{outline:4px solid #ffb000}
@media print{body{background:#fff}.grid{grid-template-columns:repeat(3,1fr)}figure{break-inside:avoid}nav{display:none}}
)";

std::string findings_part(const Sheet& sheet) {
  if (sheet.findings.empty()) return "<p class=ok>Nothing needs a second look.</p>\n";
  std::string out = "<ul>\n";
  for (const SheetFinding& finding : sheet.findings) {
    out += finding.anchor.empty()
               ? fmt::format("<li>{}</li>\n", escaped(finding.text))
               : fmt::format("<li><a href=\"#{}\">{}</a></li>\n", escaped(finding.anchor), escaped(finding.text));
  }
  return out + "</ul>\n";
}

std::string day_part(const SheetDay& day) {
  std::string out = fmt::format("<div class=day><span>{}</span><small class=hours>{}</small><div class=bars>",
                                escaped(day.name), escaped(day.first_hour));
  for (const SheetBar& bar : day.bars) {
    out += fmt::format("<i{} style=\"left:{:.2f}%;width:{:.2f}%;background:{}\" title=\"{}\">{}</i>",
                       bar.cancelled ? " class=off" : "", bar.begin * 100, bar.length * 100, bar.color,
                       escaped(bar.times + " " + bar.title), escaped(bar.title));
  }
  return out + fmt::format("</div><small class=hours>{}</small></div>\n", escaped(day.last_hour));
}

std::string picture_part(const SheetPicture& picture) {
  return fmt::format(
      "<figure id=\"{}\"><img src=\"data:image/png;base64,{}\" width={} height={} alt=\"{}\">"
      "<figcaption>{}</figcaption></figure>\n",
      escaped(picture_anchor(picture)), base64(picture.png), picture.width, picture.height, escaped(picture.alt_text),
      escaped(picture.caption));
}

std::string sign_part(const SheetSign& sign) {
  std::string out = fmt::format("<section id=\"{}\">\n<h2>{}</h2>\n<p class=quiet>{}, {} pictures</p>\n",
                                escaped(sign.anchor), escaped(sign.room), escaped(sign.name), sign.pictures.size());
  for (const SheetDay& day : sign.days) out += day_part(day);
  out += "<div class=grid>\n";
  for (const SheetPicture& picture : sign.pictures) out += picture_part(picture);
  return out + "</div>\n</section>\n";
}

}  // namespace

std::string sheet_page(const Sheet& sheet) {
  std::string out = fmt::format(
      "<!doctype html>\n<html lang=en>\n<meta charset=utf-8>\n<meta name=viewport "
      "content=\"width=device-width,initial-scale=1\">\n<title>Proof sheet: {}</title>\n<style>{}</style>\n<main>\n"
      "<h1>{}</h1>\n<p class=quiet>{}</p>\n<h3>To look at</h3>\n{}<h3>Signs</h3>\n<nav>",
      escaped(sheet.event), kStyle, escaped(sheet.event), escaped(sheet.made), findings_part(sheet));
  for (const SheetSign& sign : sheet.signs) {
    out += fmt::format("<a href=\"#{}\">{}</a>", escaped(sign.anchor), escaped(sign.room));
  }
  out += "</nav>\n";
  for (const SheetSign& sign : sheet.signs) out += sign_part(sign);
  return out + "</main>\n</html>\n";
}

std::string picture_anchor(const SheetPicture& picture) {
  return picture.file;  // with the dot that no sign's anchor has: a sign may be called "hall-001"
}

std::string escaped(const std::string& text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

}  // namespace placard
