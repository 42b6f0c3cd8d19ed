#!/bin/sh
# luxon 3.7.2 reads the same local time of a far night as two different
# instants, depending on the season in which the program runs.
#
# Expected: on the night the clocks go back, 02:30 comes twice.  Which of the
# two a library takes is its own choice (RFC 5545, section 3.3.5, takes the
# first; luxon's manual promises neither), but a parser is a function of its
# text and its zone: the same text, zone and zone data give the same instant
# today and in half a year.
#
# Seen: with the program's clock in January, 2025-10-26T02:30 in Berlin is the
# second 02:30 (+01:00); with the clock in July, the first (+02:00).  luxon
# starts from the offset that the zone has now and keeps it if it fits.
#
# For a room sign: naive times of a feed (Sessionize) read when the programme
# was published and read again on the day are an hour apart, so an unchanged
# session looks moved; a test written in summer fails in winter.
set -eu
t=$(mktemp -d)
trap 'rm -rf "$t"' EXIT
trap 'exit 130' INT TERM
npm install --prefix "$t" --cache "$t/npm" --silent --no-audit --no-fund \
  --ignore-scripts luxon@3.7.2 >&2

cat >"$t/fold.js" <<'J'
const {DateTime, Settings} = require('luxon');
for (const today of ['2025-01-15', '2025-07-15']) {
  Settings.now = () => Date.parse(today + 'T12:00:00Z');
  for (const [zone, text] of [['Europe/Berlin', '2025-10-26T02:30'],
                              ['America/New_York', '2025-11-02T01:30']])
    console.log('read on', today + ':', text, zone, '=',
                DateTime.fromISO(text, {zone}).toUTC().toISO());
}
J
seen=$(TZ=UTC node "$t/fold.js")
expected='read on 2025-01-15: 2025-10-26T02:30 Europe/Berlin = 2025-10-26T01:30:00.000Z
read on 2025-01-15: 2025-11-02T01:30 America/New_York = 2025-11-02T06:30:00.000Z
read on 2025-07-15: 2025-10-26T02:30 Europe/Berlin = 2025-10-26T00:30:00.000Z
read on 2025-07-15: 2025-11-02T01:30 America/New_York = 2025-11-02T05:30:00.000Z'
echo "$seen"
[ "$seen" = "$expected" ] || { echo "This is not what was seen before." >&2; exit 1; }
