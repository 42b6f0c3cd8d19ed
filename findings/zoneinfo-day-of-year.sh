#!/bin/sh
# Python 3.11.2's zoneinfo (Debian libpython3.11-stdlib 3.11.2-6+deb12u9)
# changes the clocks a day off when the rule at the end of a TZif file names its
# day by number.
#
# Expected: POSIX.1-2017, chapter 8.3 (TZ), has two such forms, and RFC 9636,
# section 3.3, puts them into the footer of a TZif file.  "n" counts from 0 and
# counts 29 February: 59 is 1 March in a common year and 29 February in a leap
# year.  "Jn" counts from 1 and never counts 29 February: J59 is 28 February and
# J60 is 1 March in every year.  zoneinfo has a code path for each form, so one
# would expect them to agree with the C library of the same machine.
#
# Seen: n is a day early in every year, as if counted from 1; J59 becomes
# 29 February in a leap year, and only J59: J60 is right.  The C and the Python
# implementation agree with each other.  glibc's date reads all of them right.
#
# For a room sign: no zone of the tz database of 2025 has such a rule (Tehran had
# "J79" until 2022), so the zones that everybody tests with never show it.  It
# bites with a zone file of one's own making, which is how the far end of a zone
# reader is tested: a reader checked against Python's zoneinfo, as is natural,
# would be "corrected" into being a day early.
set -eu
t=$(mktemp -d)
trap 'rm -rf "$t"' EXIT
trap 'exit 130' INT TERM
v=3.11.2-6+deb12u9
(cd "$t" && apt-get -qq -o APT::Sandbox::User=root download \
  python3.11-minimal=$v libpython3.11-minimal=$v libpython3.11-stdlib=$v &&
  for d in ./*.deb; do dpkg-deb -x "$d" root; done)

cat >"$t/first.py" <<'P'
import datetime, io, struct, sys
if sys.argv[1] == "python":
    sys.modules["_zoneinfo"] = None
import zoneinfo

def zone(rule):
    def block(version, width):
        head = b"TZif" + version + bytes(15) + struct.pack(">6l", 0, 0, 0, 1, 1, 4)
        return (head + struct.pack(width, 0) + b"\0"
                + struct.pack(">lbb", -3 * 3600, 0, 0) + b"AAA\0")
    data = block(b"2", ">l") + block(b"2", ">q") + b"\n" + rule.encode() + b"\n"
    return zoneinfo.ZoneInfo.from_file(io.BytesIO(data))

def first_summer_day(z, year):
    t = datetime.datetime(year, 1, 1, tzinfo=datetime.timezone.utc)
    while t.astimezone(z).tzname() != "BBB":
        t += datetime.timedelta(hours=1)
    return t.astimezone(z).strftime("%d %b")

for day in sys.argv[2:]:
    z = zone("AAA3BBB,%s/2,300/2" % day)
    print(day, first_summer_day(z, 2027), first_summer_day(z, 2028))
P

python() {
  PYTHONHOME=$t/root/usr PYTHONDONTWRITEBYTECODE=1 \
    "$t/root/usr/bin/python3.11" "$t/first.py" "$@"
}

glibc() {
  for day; do
    line=$day
    for year in 2027 2028; do
      s=$(date -u -d "$year-01-01" +%s)
      while [ "$(TZ="AAA3BBB,$day/2,300/2" date -d "@$s" +%Z)" != BBB ]; do
        s=$((s + 21600))
      done
      line="$line $(TZ="AAA3BBB,$day/2,300/2" LC_ALL=C date -d "@$s" '+%d %b')"
    done
    echo "$line"
  done
}

seen=$(
  echo "first day of summer time, 2027 and 2028 (a leap year)"
  echo "zoneinfo in C:" && python c 58 59 60 J59 J60
  echo "zoneinfo in Python:" && python python 58 59 60 J59 J60
  echo "glibc:" && glibc 58 59 60 J59 J60
)
expected='first day of summer time, 2027 and 2028 (a leap year)
zoneinfo in C:
58 27 Feb 27 Feb
59 28 Feb 28 Feb
60 01 Mar 29 Feb
J59 28 Feb 29 Feb
J60 01 Mar 01 Mar
zoneinfo in Python:
58 27 Feb 27 Feb
59 28 Feb 28 Feb
60 01 Mar 29 Feb
J59 28 Feb 29 Feb
J60 01 Mar 01 Mar
glibc:
58 28 Feb 28 Feb
59 01 Mar 29 Feb
60 02 Mar 01 Mar
J59 28 Feb 28 Feb
J60 01 Mar 01 Mar'
echo "$seen"
[ "$seen" = "$expected" ] || { echo "This is not what was seen before." >&2; exit 1; }
