# SPDX-License-Identifier: MIT
"""Where the clocks of every time zone change, as Python's zoneinfo has it. Usage: zone_changes.py YEAR…

Prints, tab-separated, for an instant and for a local time around every change of these years, and one of each for zones
without:
  at     ZONE  seconds since 1970  offset in seconds
  local  ZONE  local time          seconds since 1970  unique|skipped|repeated
Of a repeated local time the first is meant; a skipped one is read with the offset from before the change.
"""
import sys
import zoneinfo
from datetime import datetime, timedelta, timezone

UTC = timezone.utc
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def seconds(instant):
    return int((instant - EPOCH).total_seconds())


def offset(zone, instant):
    return instant.astimezone(zone).utcoffset()


def changes(zone, year):
    """Every instant at which the offset changes, found by halving days."""
    day = timedelta(days=1)
    at = datetime(year, 1, 1, tzinfo=UTC)
    end = datetime(year + 1, 1, 1, tzinfo=UTC)
    before = offset(zone, at)
    while at < end:
        after = offset(zone, at + day)
        if after != before:
            low, high = 0, 86400
            while high - low > 1:
                middle = (low + high) // 2
                if offset(zone, at + timedelta(seconds=middle)) == before:
                    low = middle
                else:
                    high = middle
            yield at + timedelta(seconds=high)
        before = after
        at += day


def kind(local, zone):
    first, second = (local.replace(tzinfo=zone, fold=fold) for fold in (0, 1))
    if first.utcoffset() == second.utcoffset():
        return "unique"
    back = first.astimezone(UTC).astimezone(zone).replace(tzinfo=None, fold=0)
    return "repeated" if back == local else "skipped"


def tell(name, zone, change):
    for step in (-1, 0, 1):
        instant = change + timedelta(seconds=step)
        print("at", name, seconds(instant), int(offset(zone, instant).total_seconds()), sep="\t")
    sides = {(change + offset(zone, change + timedelta(seconds=step))).replace(tzinfo=None) for step in (-1, 0)}
    low, high = min(sides), max(sides)
    second = timedelta(seconds=1)
    for local in (low - second, low, low + (high - low) / 2, high - second, high, high + second):
        local = local.replace(microsecond=0)
        meant = local.replace(tzinfo=zone, fold=0).astimezone(UTC)
        print("local", name, local.isoformat(), seconds(meant), kind(local, zone), sep="\t")


years = [int(year) for year in sys.argv[1:]]
for name in sorted(zoneinfo.available_timezones() - {"localtime", "posixrules", "Factory"}):
    zone = zoneinfo.ZoneInfo(name)
    found = [change for year in years for change in changes(zone, year)]
    for change in found or [datetime(years[0], 7, 1, 12, tzinfo=UTC)]:
        tell(name, zone, change)
