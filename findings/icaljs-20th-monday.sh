#!/bin/sh
# ical.js 2.2.1 turns RFC 5545's own example "every 20th Monday of the year" into
# every Monday.
#
# Expected: section 3.8.5.3 of RFC 5545 prints the rule, its start and its first
# instances: DTSTART 19970519T090000, FREQ=YEARLY;BYDAY=20MO, on 19 May 1997,
# 18 May 1998, 17 May 1999.  The next example there is "Monday of week number
# 20": DTSTART 19970512T090000, FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO, on 12 May 1997,
# 11 May 1998, 17 May 1999.  A library of iCalendar is tested with these, or
# refuses a rule it does not know.
#
# Seen: both are read without a word and both give one Monday after the other;
# the second leaves out its DTSTART as well.  A number before the day is
# understood with BYMONTH, and 1MO or -1FR over a year are right too, which
# makes it look supported.
#
# For a room sign: a session of one day a year fills the room each week.  A rule
# reader is to be tried with the RFC's whole list, and to say so when it meets a
# rule that it cannot do.
set -eu
t=$(mktemp -d)
trap 'rm -rf "$t"' EXIT
trap 'exit 130' INT TERM
npm install --prefix "$t" --cache "$t/npm" --silent --no-audit --no-fund \
  --ignore-scripts ical.js@2.2.1 >&2

cat >"$t/monday.mjs" <<'J'
import ICAL from 'ical.js';
for (const [start, rule] of [['1997-05-19', 'FREQ=YEARLY;BYDAY=20MO'],
                             ['1997-05-12', 'FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO'],
                             ['1997-01-06', 'FREQ=YEARLY;BYDAY=1MO'],
                             ['1997-12-26', 'FREQ=YEARLY;BYDAY=-1FR'],
                             ['1997-05-19', 'FREQ=YEARLY;BYMONTH=5;BYDAY=3MO']]) {
  const days = ICAL.Recur.fromString(rule)
    .iterator(ICAL.Time.fromDateTimeString(start + 'T09:00:00'));
  console.log(rule, 'from', start + ':',
              [1, 2, 3].map(() => days.next().toString().slice(0, 10)).join(' '));
}
J
seen=$(node "$t/monday.mjs")
expected='FREQ=YEARLY;BYDAY=20MO from 1997-05-19: 1997-05-19 1997-05-26 1997-06-02
FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO from 1997-05-12: 1997-05-19 1997-05-26 1997-06-02
FREQ=YEARLY;BYDAY=1MO from 1997-01-06: 1997-01-06 1998-01-05 1999-01-04
FREQ=YEARLY;BYDAY=-1FR from 1997-12-26: 1997-12-26 1998-12-25 1999-12-31
FREQ=YEARLY;BYMONTH=5;BYDAY=3MO from 1997-05-19: 1997-05-19 1998-05-18 1999-05-17'
echo "$seen"
[ "$seen" = "$expected" ] || { echo "This is not what was seen before." >&2; exit 1; }
