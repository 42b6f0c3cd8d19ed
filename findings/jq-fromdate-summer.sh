#!/bin/sh
# jq 1.6 (Debian 1.6-2.1+deb12u3) reads a UTC time of summer an hour late where
# the machine's zone has summer time.
#
# Expected: fromdate takes "2025-07-05T10:00:00Z", with the Z that means UTC
# (RFC 3339, section 5.6), and gives seconds since 1970 UTC; todate is its
# inverse.  Neither has anything to do with the zone of the machine, and the
# manual names none for them.
#
# Seen: with a zone that has summer time, fromdate of a July time is 3600 too
# much, and fromdate|todate turns 10:00Z into 11:00Z.  January is right, and
# with TZ=UTC, which servers and CI have, so is July.
#
# For a room sign: jq is what one looks into a feed with, and what a shell
# script for "what is on now" is built on; on the board in the hall it is an hour
# off all summer and agrees with every test.
set -eu
t=$(mktemp -d)
trap 'rm -rf "$t"' EXIT
trap 'exit 130' INT TERM
(cd "$t" && apt-get -qq -o APT::Sandbox::User=root download \
  jq=1.6-2.1+deb12u3 libjq1=1.6-2.1+deb12u3 libonig5=6.9.8-1 &&
  for d in ./*.deb; do dpkg-deb -x "$d" root; done)
lib=$(dirname "$(find "$t/root" -name libjq.so.1)")

seen=$(
  for zone in UTC0 CET-1CEST,M3.5.0,M10.5.0/3 EST5EDT,M3.2.0,M11.1.0; do
    for text in 2025-01-05T10:00:00Z 2025-07-05T10:00:00Z; do
      # shellcheck disable=SC2016 # $s is jq's
      TZ=$zone LD_LIBRARY_PATH=$lib "$t/root/usr/bin/jq" -nr --arg s $text \
        '"\($s) is \($s | fromdate | todate), \($s | fromdate)"' |
        sed "s/^/${zone%%,*}: /"
    done
  done
)
expected='UTC0: 2025-01-05T10:00:00Z is 2025-01-05T10:00:00Z, 1736071200
UTC0: 2025-07-05T10:00:00Z is 2025-07-05T10:00:00Z, 1751709600
CET-1CEST: 2025-01-05T10:00:00Z is 2025-01-05T10:00:00Z, 1736071200
CET-1CEST: 2025-07-05T10:00:00Z is 2025-07-05T11:00:00Z, 1751713200
EST5EDT: 2025-01-05T10:00:00Z is 2025-01-05T10:00:00Z, 1736071200
EST5EDT: 2025-07-05T10:00:00Z is 2025-07-05T11:00:00Z, 1751713200'
echo "$seen"
[ "$seen" = "$expected" ] || { echo "This is not what was seen before." >&2; exit 1; }
