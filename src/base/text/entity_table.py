#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes entity_table.cpp: the names of the HTML standard, which Python knows as html.entities.html5.

    entity_table.py >entity_table.cpp
"""
from html.entities import html5


def literal(text):
    return '"' + "".join(f"\\{byte:03o}" for byte in text.encode()) + '"'


# Some are listed without their semicolon too, as old pages have them.
names = sorted(name[:-1] for name in html5 if name.endswith(";"))
print('#include "base/text/entity_table.hpp"\n\nnamespace placard {\nnamespace {\n\nconstexpr Entity kEntities[] = {')
for name in names:
    print(f'    {{"{name}", {literal(html5[name + ";"])}}},')
print("};\n\n}  // namespace\n\nstd::span<const Entity> entity_table() {\n  return kEntities;\n}\n\n}  // namespace placard")
