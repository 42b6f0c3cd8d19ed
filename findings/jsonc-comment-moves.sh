#!/bin/sh
# jsonc-parser 3.3.1 (npm): setting or removing one key of a commented file hangs
# a comment on another key.
#
# Expected: modify() and applyEdits() are there to change a JSON document with
# comments in place, unlike parse and print.  So a new key is added behind the
# last line and its comment, and a removed key leaves the other lines alone.
#
# Seen: a comment at the end of the last line moves to the new key: after
# setting "theme", the words about "room" stand beside "theme" and "room" has
# none.  With a comma after the last value the same.  Removing the last key
# leaves its comment beside the key before, whose own comment is deleted.
# The result parses, and the values are right.
#
# For a room sign: a settings page or a script that edits the hand-written config
# this way turns its comments into false ones, which the next person believes.
# A tool that writes such a file should touch whole lines, or only values.
set -eu
t=$(mktemp -d)
trap 'rm -rf "$t"' EXIT
trap 'exit 130' INT TERM
npm install --prefix "$t" --cache "$t/npm" --silent --no-audit --no-fund \
  --ignore-scripts jsonc-parser@3.3.1 >&2

cat >"$t/edit.js" <<'J'
const {modify, applyEdits} = require('jsonc-parser');
const text = `{
  "zone": "Europe/Berlin", // where the hall is
  "room": "Saal 1" // as in the feed
}`;
const edit = (key, value) => console.log(applyEdits(text,
  modify(text, [key], value, {formattingOptions: {insertSpaces: true, tabSize: 2}})));
edit('theme', 'dark');
edit('room', undefined);
edit('zone', undefined);
J
seen=$(node "$t/edit.js")
expected='{
  "zone": "Europe/Berlin", // where the hall is
  "room": "Saal 1",
  "theme": "dark" // as in the feed
}
{
  "zone": "Europe/Berlin" // as in the feed
}
{
  "room": "Saal 1" // as in the feed
}'
echo "$seen"
[ "$seen" = "$expected" ] || { echo "This is not what was seen before." >&2; exit 1; }
