#!/bin/sh
# @date-fns/tz 1.5.0: a time in one zone comes out an hour wrong because the
# machine's own zone changes its clocks that night.
#
# Expected: TZDate is there to compute in a given zone and not in the system's;
# its README says so and takes the system's missing hour as its first example.
# 02:30 on 30 March 2025 is an ordinary minute in Cairo (Egypt's clocks changed
# on 25 April), and 02:30 on 26 October 2025 comes once in Dublin (it is 01:30
# that comes twice there).  So both are the same instant wherever the program
# runs.
#
# Seen: with TZ=UTC or America/New_York they are; with TZ=Europe/Berlin, Cairo's
# 02:30 becomes 03:30 and Dublin's 02:30 becomes 01:30.  date-fns' parseISO
# with `in: tz(...)` does the same.  Tokyo's time of that night is right, so a
# test with one far zone finds nothing.
#
# For a room sign: a feed prepared in one country for a venue in another is
# right on every developer's machine but those of one zone, and there on all
# nights but two.
set -eu
t=$(mktemp -d)
trap 'rm -rf "$t"' EXIT
trap 'exit 130' INT TERM
npm install --prefix "$t" --cache "$t/npm" --silent --no-audit --no-fund \
  --ignore-scripts @date-fns/tz@1.5.0 date-fns@4.4.0 >&2

cat >"$t/gap.js" <<'J'
const {TZDate, tz} = require('@date-fns/tz');
const {parseISO} = require('date-fns');
for (const [zone, text] of [['Africa/Cairo', '2025-03-30T02:30'],
                            ['Europe/Dublin', '2025-10-26T02:30'],
                            ['Asia/Tokyo', '2025-03-30T02:30']]) {
  const [y, m, d, h, min] = text.split(/\D/).map(Number);
  console.log(process.env.TZ + ':', text, zone, '=',
              new TZDate(y, m - 1, d, h, min, zone).toISOString(),
              parseISO(text, {in: tz(zone)}).toISOString());
}
J
seen=$(for z in UTC America/New_York Europe/Berlin; do TZ=$z node "$t/gap.js"; done)
expected='UTC: 2025-03-30T02:30 Africa/Cairo = 2025-03-30T02:30:00.000+02:00 2025-03-30T02:30:00.000+02:00
UTC: 2025-10-26T02:30 Europe/Dublin = 2025-10-26T02:30:00.000+00:00 2025-10-26T02:30:00.000+00:00
UTC: 2025-03-30T02:30 Asia/Tokyo = 2025-03-30T02:30:00.000+09:00 2025-03-30T02:30:00.000+09:00
America/New_York: 2025-03-30T02:30 Africa/Cairo = 2025-03-30T02:30:00.000+02:00 2025-03-30T02:30:00.000+02:00
America/New_York: 2025-10-26T02:30 Europe/Dublin = 2025-10-26T02:30:00.000+00:00 2025-10-26T02:30:00.000+00:00
America/New_York: 2025-03-30T02:30 Asia/Tokyo = 2025-03-30T02:30:00.000+09:00 2025-03-30T02:30:00.000+09:00
Europe/Berlin: 2025-03-30T02:30 Africa/Cairo = 2025-03-30T03:30:00.000+02:00 2025-03-30T03:30:00.000+02:00
Europe/Berlin: 2025-10-26T02:30 Europe/Dublin = 2025-10-26T01:30:00.000+00:00 2025-10-26T01:30:00.000+00:00
Europe/Berlin: 2025-03-30T02:30 Asia/Tokyo = 2025-03-30T02:30:00.000+09:00 2025-03-30T02:30:00.000+09:00'
echo "$seen"
[ "$seen" = "$expected" ] || { echo "This is not what was seen before." >&2; exit 1; }
