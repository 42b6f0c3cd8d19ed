#!/bin/sh
# rrule 2.8.1 (npm) loses morning instances if the rule lists a later hour first.
#
# Expected: RFC 5545, section 3.3.10, gives BYHOUR a comma-separated list and
# builds a set of instances from it; nowhere does the order within a list mean
# anything.  BYHOUR=14,9 and BYHOUR=9,14 are the same rule.  after() returns the
# first instance after a time and between() all of an interval, in order.
#
# Seen: all() lists 14:00 before 09:00 of each day; after() 08:00 says 14:00;
# between() midnight and noon is empty; UNTIL=...T100000Z drops the last day's
# 09:00, since the walk ends at the first instance that is too late.  The same
# with BYMINUTE.  BYDAY and BYMONTHDAY may come in any order.
#
# For a room sign: "next" skips the morning session, and a window of half a day
# has none.  Sort the lists of a rule before walking it, and test with them
# unsorted: calendars write them in the order in which somebody clicked.
set -eu
t=$(mktemp -d)
trap 'rm -rf "$t"' EXIT
trap 'exit 130' INT TERM
npm install --prefix "$t" --cache "$t/npm" --silent --no-audit --no-fund \
  --ignore-scripts rrule@2.8.1 >&2

cat >"$t/order.js" <<'J'
const {rrulestr} = require('rrule');
const text = d => d.toISOString().slice(5, 16);
const at = s => new Date('2025-01-' + s + ':00Z');
for (const hours of ['9,14', '14,9']) {
  const rule = more =>
    rrulestr('DTSTART:20250106T090000Z\nRRULE:FREQ=DAILY;BYHOUR=' + hours + more);
  console.log('BYHOUR=' + hours);
  console.log(' COUNT=4:', rule(';COUNT=4').all().map(text).join(' '));
  console.log(' until the 7th, 10:00:',
              rule(';UNTIL=20250107T100000Z').all().map(text).join(' '));
  console.log(' after 08:00:', text(rule('').after(at('07T08:00'))));
  console.log(' in the morning:',
              rule('').between(at('07T00:00'), at('07T12:00')).map(text).join(' ') || 'none');
}
J
seen=$(node "$t/order.js")
expected='BYHOUR=9,14
 COUNT=4: 01-06T09:00 01-06T14:00 01-07T09:00 01-07T14:00
 until the 7th, 10:00: 01-06T09:00 01-06T14:00 01-07T09:00
 after 08:00: 01-07T09:00
 in the morning: 01-07T09:00
BYHOUR=14,9
 COUNT=4: 01-06T14:00 01-06T09:00 01-07T14:00 01-07T09:00
 until the 7th, 10:00: 01-06T14:00 01-06T09:00
 after 08:00: 01-07T14:00
 in the morning: none'
echo "$seen"
[ "$seen" = "$expected" ] || { echo "This is not what was seen before." >&2; exit 1; }
