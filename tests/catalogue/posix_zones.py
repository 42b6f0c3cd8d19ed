# SPDX-License-Identifier: MIT
"""Random POSIX time zones, as Python's zoneinfo reads the last line of a zone file. Usage: posix_zones.py SEED COUNT

Prints, tab-separated: the line, seconds since 1970, offset in seconds; "?" where Python is wrong: it takes the day 0 of a
year for the last of the year before, and J59 of a leap year for February 29. Instants are of 2000 to 2100 by chance, and around
each change of one year; none lies near a new year, where Python takes a rule for one year alone.
"""
import io
import random
import re
import struct
import sys
import zoneinfo
from datetime import datetime, timedelta, timezone

UTC = timezone.utc
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
DAY = timedelta(days=1)


def zone_of(line):
    empty = b"TZif2" + bytes(15) + bytes(24)
    full = b"TZif2" + bytes(15) + struct.pack(">6l", 0, 0, 0, 0, 1, 4) + struct.pack(">lbb", 0, 0, 0) + b"XXX\0"
    return zoneinfo.ZoneInfo.from_file(io.BytesIO(empty + full + b"\n" + line.encode() + b"\n"))


def name(chance):
    return chance.choice(["ABC", "XYZT", "<+05>", "<-0330>", "<ab1>"])


def span(chance, hours, signs):
    text = chance.choice(signs) + str(chance.randint(0, hours))
    if chance.random() < 0.5:
        text += f":{chance.randint(0, 59):02}"
        if chance.random() < 0.3:
            text += f":{chance.randint(0, 59):02}"
    return text


def change(chance, about):
    """Near that day of the year, in one of the three forms."""
    month = min(12, about // 31 + 1)
    day = chance.choice([f"J{about}", f"{about}", f"M{month}.{chance.randint(1, 5)}.{chance.randint(0, 6)}"])
    time = chance.random()
    if time < 0.3:
        return day
    return day + "/" + (span(chance, 24, ["", "+"]) if time < 0.7 else span(chance, 167, ["", "-", "+"]))


def line(chance):
    text = name(chance) + span(chance, 22, ["", "-", "+"])
    if chance.random() < 0.1:
        return text
    text += name(chance)
    if chance.random() < 0.4:
        text += span(chance, 22, ["", "-", "+"])
    days = [chance.randint(40, 150), chance.randint(220, 320)]
    if chance.random() < 0.5:
        days.reverse()
    return text + "".join("," + change(chance, day) for day in days)


def offset(zone, instant):
    return int(instant.astimezone(zone).utcoffset().total_seconds())


def known(line):
    return not any(re.match(r"J59(/|$)|[0-9]", rule) for rule in line.split(",")[1:])


def instants(zone, chance):
    for _ in range(20):
        year = chance.randint(2000, 2100)
        yield datetime(year, 1, 15, tzinfo=UTC) + timedelta(seconds=chance.randint(0, 335 * 86400))
    year = chance.randint(2000, 2100)
    at = datetime(year, 1, 15, tzinfo=UTC)
    while at < datetime(year, 12, 15, tzinfo=UTC):
        low, high = 0, 86400
        if offset(zone, at) != offset(zone, at + DAY):
            while high - low > 1:
                middle = (low + high) // 2
                same = offset(zone, at + timedelta(seconds=middle)) == offset(zone, at)
                low, high = (middle, high) if same else (low, middle)
            yield at + timedelta(seconds=low)
            yield at + timedelta(seconds=high)
        at += DAY


seed, count = int(sys.argv[1]), int(sys.argv[2])
for case in range(seed, seed + count):
    chance = random.Random(case)
    text = line(chance)
    zone = zone_of(text)
    for instant in instants(zone, chance):
        print(text, int((instant - EPOCH).total_seconds()), offset(zone, instant) if known(text) else "?", sep="\t")
