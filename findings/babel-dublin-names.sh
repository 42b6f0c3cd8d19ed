#!/bin/sh
# Babel 2.10.3 (Debian python3-babel 2.10.3-1) swaps the names of summer and
# winter time in Ireland.
#
# Expected: Ireland is at Greenwich Mean Time in winter and at Irish Standard
# Time, an hour ahead, in summer.  CLDR, whose data Babel ships, has exactly
# these two names for Europe/Dublin, and the tz database's own abbreviations are
# GMT in January and IST in July.  So format_datetime with the pattern "zzzz"
# (UTS 35, part 4, "Time Zone Format Terminology") says "Greenwich Mean Time" in
# January and "Irish Standard Time" in July.
#
# Seen: the other way round, and with the short form "z" 12:00 in July, an hour
# ahead of Greenwich, is "12:00 GMT".  Since 2018 the tz database gives Ireland
# standard time in summer and a negative saving in winter; CLDR files its names
# under the older view, and Babel picks one by whether dst() is zero.  London,
# whose clocks show the same all year, is right.
#
# For a room sign: a printed programme or page with zone names is not merely
# oddly worded for Dublin, it states an instant an hour off.  And no code may take
# "dst() is not zero" for "summer".
set -eu
t=$(mktemp -d)
trap 'rm -rf "$t"' EXIT
trap 'exit 130' INT TERM
(cd "$t" && apt-get -qq -o APT::Sandbox::User=root download \
  python3-babel=2.10.3-1 python-babel-localedata=2.10.3-1 \
  python3-tz=2022.7.1-4 tzdata=2025b-0+deb12u1 &&
  for d in ./*.deb; do dpkg-deb -x "$d" root; done)

cat >"$t/names.py" <<'P'
import datetime, zoneinfo
from babel.dates import format_datetime
for key in "Europe/Dublin", "Europe/London":
    for month in 1, 7:
        t = datetime.datetime(2025, month, 10, 12, tzinfo=zoneinfo.ZoneInfo(key))
        print(t.isoformat(), key, t.tzname(), "|",
              format_datetime(t, "HH:mm zzzz", locale="en"), "|",
              format_datetime(t, "HH:mm z", locale="en"))
P
seen=$(PYTHONPATH=$t/root/usr/lib/python3/dist-packages PYTHONDONTWRITEBYTECODE=1 \
  PYTHONTZPATH=$t/root/usr/share/zoneinfo python3 "$t/names.py")
expected='2025-01-10T12:00:00+00:00 Europe/Dublin GMT | 12:00 Irish Standard Time | 12:00 +0000
2025-07-10T12:00:00+01:00 Europe/Dublin IST | 12:00 Greenwich Mean Time | 12:00 GMT
2025-01-10T12:00:00+00:00 Europe/London GMT | 12:00 Greenwich Mean Time | 12:00 GMT
2025-07-10T12:00:00+01:00 Europe/London BST | 12:00 British Summer Time | 12:00 +0100'
echo "$seen"
[ "$seen" = "$expected" ] || { echo "This is not what was seen before." >&2; exit 1; }
