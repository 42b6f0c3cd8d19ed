#!/bin/sh
# dateutil 2.8.2 (Debian python3-dateutil 2.8.2-2) and rrule 2.8.1 (npm) give a
# rule "each Friday and the last Monday of the month" no instance at all.
#
# Expected: RFC 5545, section 3.3.10, makes BYDAY a list whose members may each
# carry a number or none, and a list is a union: BYDAY=FR,-1MO in a month is the
# four or five Fridays and the last Monday.  BYDAY=FR alone and BYDAY=-1MO alone
# both work, so together there are at least as many instances.
#
# Seen: the numbered and the plain days are taken as two conditions that a day
# must meet at once.  FR,-1MO is empty, without an error, and the first instance,
# which the same section counts as the start itself, is gone too; FR,2FR is only
# the second Friday.  ical.js 2.2.1 gives the union.  (Reported to rrule as issue
# 71 in 2014; rrule is a port of dateutil.)
#
# For a room sign: "free" for a room that is taken five times a month.  Two
# readers that agree are no proof if one is a port of the other.  A rule whose
# instances do not even include its start deserves a line in the log.
set -eu
t=$(mktemp -d)
trap 'rm -rf "$t"' EXIT
trap 'exit 130' INT TERM
(cd "$t" && apt-get -qq -o APT::Sandbox::User=root download \
  python3-dateutil=2.8.2-2 python3-six=1.16.0-4 &&
  for d in ./*.deb; do dpkg-deb -x "$d" root; done)
npm install --prefix "$t" --cache "$t/npm" --silent --no-audit --no-fund \
  --ignore-scripts rrule@2.8.1 ical.js@2.2.1 >&2

cat >"$t/byday.py" <<'P'
import sys
from dateutil.rrule import rrulestr
for days in sys.argv[1:]:
    rule = rrulestr("DTSTART:20250103T090000\n"
                    "RRULE:FREQ=MONTHLY;UNTIL=20250228T235959;BYDAY=" + days)
    print("dateutil %s:" % days, *[d.strftime("%m-%d") for d in rule])
P
cat >"$t/byday.mjs" <<'J'
import rrule from 'rrule';
import ICAL from 'ical.js';
for (const days of process.argv.slice(2))
  console.log(['rrule ' + days + ':', ...rrule.rrulestr('DTSTART:20250103T090000Z\n' +
    'RRULE:FREQ=MONTHLY;UNTIL=20250228T235959Z;BYDAY=' + days).all()
    .map(d => d.toISOString().slice(5, 10))].join(' '));
for (const days of process.argv.slice(2)) {
  const walk = ICAL.Recur.fromString('FREQ=MONTHLY;UNTIL=20250228T235959;BYDAY=' + days)
    .iterator(ICAL.Time.fromDateTimeString('2025-01-03T09:00:00'));
  const seen = [];
  for (let day; (day = walk.next());) seen.push(day.toString().slice(5, 10));
  console.log(['ical.js ' + days + ':', ...seen].join(' '));
}
J
seen=$(
  PYTHONPATH=$t/root/usr/lib/python3/dist-packages PYTHONDONTWRITEBYTECODE=1 \
    python3 "$t/byday.py" FR -1MO FR,-1MO FR,2FR
  node "$t/byday.mjs" FR,-1MO FR,2FR
)
expected='dateutil FR: 01-03 01-10 01-17 01-24 01-31 02-07 02-14 02-21 02-28
dateutil -1MO: 01-27 02-24
dateutil FR,-1MO:
dateutil FR,2FR: 01-10 02-14
rrule FR,-1MO:
rrule FR,2FR: 01-10 02-14
ical.js FR,-1MO: 01-03 01-10 01-17 01-24 01-27 01-31 02-07 02-14 02-21 02-24 02-28
ical.js FR,2FR: 01-03 01-10 01-17 01-24 01-31 02-07 02-14 02-21 02-28'
echo "$seen"
[ "$seen" = "$expected" ] || { echo "This is not what was seen before." >&2; exit 1; }
