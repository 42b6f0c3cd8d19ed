#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Do the shipped files fit their schemas, and do the schemas refuse what they should?

Usage: schemas_test.py CONFIG_FOLDER. Ends with 0, or with 1 and a sentence for each failure on stderr.
"""
import copy
import json
import pathlib
import sys

from jsonschema import Draft202012Validator
from jsonschema.exceptions import SchemaError


def strip_comments(text):
    """The text with // comments as spaces, so that lines and columns stay; "//" inside a string is no comment."""
    out, at, in_string = [], 0, False
    while at < len(text):
        if in_string:
            length = 2 if text[at] == "\\" else 1
            in_string = text[at] != '"'
            out.append(text[at:at + length])
        elif text.startswith("//", at):
            end = text.find("\n", at)
            length = (len(text) if end < 0 else end) - at
            out.append(" " * length)
        else:
            length = 1
            in_string = text[at] == '"'
            out.append(text[at])
        at += length
    return "".join(out)


def read(path):
    return json.loads(strip_comments(path.read_text(encoding="utf-8")))


def faults(validator, document):
    return [f"{error.json_path}: {error.message[:200]}" for error in validator.iter_errors(document)]


def changed(document, *changes):
    """A copy with each (path, value) set; a value of None removes the member."""
    result = copy.deepcopy(document)
    for path, value in changes:
        *parents, last = path
        at = result
        for key in parents:
            at = at[key]
        if value is None:
            del at[last]
        else:
            at[last] = value
    return result


FEED = {"time_zone": "Europe/Berlin",
        "sessions": [{"id": "a", "room": "Pier 3", "title": "Gulls", "start": "2025-11-04T13:00:00-08:00"}]}
SESSION = ("sessions", 0)
FEEDS_REFUSED = {
    "no sessions": changed(FEED, (("sessions",), None)),
    "sessions that are no list": changed(FEED, (("sessions",), {})),
    "a session without a title": changed(FEED, ((*SESSION, "title"), None)),
    "a session without a room": changed(FEED, ((*SESSION, "room"), None)),
    "a session in an empty list of rooms": changed(FEED, ((*SESSION, "room"), [])),
    "a start without a date": changed(FEED, ((*SESSION, "start"), "13:00")),
    "a start in a 13th month": changed(FEED, ((*SESSION, "start"), "2025-13-04T13:00:00-08:00")),
    "a start on the 12-hour clock": changed(FEED, ((*SESSION, "start"), "2025-11-04 1:00 PM")),
    "an unknown status": changed(FEED, ((*SESSION, "status"), "canceled")),
    "a mistyped key": changed(FEED, ((*SESSION, "speaker"), ["Ada"])),
    "speakers that are no list": changed(FEED, ((*SESSION, "speakers"), "Ada")),
    "a zone that is an offset": changed(FEED, (("time_zone",), "+01:00")),
}
FEEDS_TAKEN = {
    "no session": {"sessions": []},
    "several rooms": changed(FEED, ((*SESSION, "room"), ["Pier 3", "Deck"])),
    "every room": changed(FEED, ((*SESSION, "room"), "*")),
    "local time": changed(FEED, ((*SESSION, "start"), "2025-11-04T13:00")),
    "UTC": changed(FEED, ((*SESSION, "end"), "2025-11-04T21:30:00Z")),
    "cancelled": changed(FEED, ((*SESSION, "status"), "cancelled")),
    "all keys": changed(FEED, (("event",), "Harbour Days"), (("generated_at",), "2025-11-04T12:00:00Z"),
                        ((*SESSION, "track"), "Sea"), ((*SESSION, "labels"), ["Birds"]),
                        ((*SESSION, "speakers"), ["Ada"]), (("$schema",), "placard-feed.schema.json")),
}

VENUE = {"feed": {"url": "feed.json"}, "signs": {"pier": {"room": "Pier 3"}}}
SIGN = ("signs", "pier")
VENUES_REFUSED = {
    "no feed": changed(VENUE, (("feed",), None)),
    "a feed without an address": changed(VENUE, (("feed",), {"poll_seconds": 15})),
    "polling every second": changed(VENUE, (("feed", "poll_seconds"), 1)),
    "an unknown format": changed(VENUE, (("feed", "format"), "ical")),
    "hours as a number": changed(VENUE, (("hours",), 12)),
    "a colour by name": changed(VENUE, (("tracks",), {"Sea": "blue"})),
    "a short colour": changed(VENUE, (("tracks",), {"Sea": "#08F"})),
    "a sign without a room": changed(VENUE, ((*SIGN, "room"), None)),
    "a turn by 45 degrees": changed(VENUE, ((*SIGN, "rotate"), 45)),
    "a turn as text": changed(VENUE, ((*SIGN, "rotate"), "90")),
    "a size without its height": changed(VENUE, ((*SIGN, "size"), "1920")),
    "a mistyped key": changed(VENUE, (("time_zon",), "Europe/Berlin")),
    "a mistyped key in a sign": changed(VENUE, ((*SIGN, "rotation"), 90)),
    "the venue's key in a sign": changed(VENUE, ((*SIGN, "hours"), "12")),
    "opening at the end of the day": changed(VENUE, (("open",), ["24:00", "08:00"])),
    "a sign's key in the venue": changed(VENUE, (("room",), "Pier 3")),
}
VENUES_TAKEN = {
    "the least": {"feed": {"url": "feed.json"}},
    "several feeds": changed(VENUE, (("feed",), [{"url": "a.json"}, {"url": "https://example.org/b", "format": "frab"}])),
    "two names of a room": changed(VENUE, ((*SIGN, "room"), ["Pier 3", "Third pier"])),
    "the signs' keys": changed(VENUE, (SIGN, {
        "room": "Pier 3", "layout": "countdown", "size": "800x480", "rotate": 90, "theme": "light",
        "viewing_distance_m": 2.5, "panel_width_mm": 154, "warning_seconds": 300, "danger_seconds": 60})),
    "open until midnight": changed(VENUE, (("open",), ["08:00", "24:00"])),
    "their defaults": changed(VENUE, (("layout",), "auto"), (("rotate",), 270), (("theme",), "dark")),
}


def entry(**members):
    return {"overrides": [members]}


OVERRIDES_REFUSED = {
    "no list": {},
    "an entry that says nothing": entry(id="a"),
    "a message without a level": entry(message="Hello"),
    "an unknown level": entry(message="Hello", level="loud"),
    "an empty message": entry(message="", level="notice"),
    "a message and a delay": entry(message="Hello", level="notice", rooms=["Pier 3"], delay_minutes=5),
    "a time of day alone": entry(message="Hello", level="notice", until="15:30"),
    "a delay of no rooms": entry(delay_minutes=5),
    "a delay as text": entry(rooms=["Pier 3"], delay_minutes="5"),
    "full, but not where": entry(full=True),
    "full that is not": entry(rooms=["Pier 3"], full=False),
    "a session and nothing about it": entry(session={"id": "a"}),
    "a session both cancelled and moved": entry(session={"id": "a"}, cancelled=True, move_to="Deck"),
    "a session by its room alone": entry(session={"room": "Pier 3"}, cancelled=True),
    "a session by its start alone": entry(session={"start": "2025-11-04T13:00"}, cancelled=True),
    "a change of nothing": entry(session={"id": "a"}, set={}),
    "a change of the room": entry(session={"id": "a"}, set={"room": "Deck"}),
    "a mistyped key": entry(replace={"title": "Closed"}, untl="2025-11-04T15:30"),
}
OVERRIDES_TAKEN = {
    "nothing": {"overrides": []},
    "a session that is full, for some rooms": entry(session={"title": "Gulls"}, full=True, rooms=["Pier *"]),
    "a session by all that tells it": entry(
        session={"title": "Gulls", "room": "Pier 3", "start": "2025-11-04T13:00"}, cancelled=True),
    "a replacement": entry(replace={"title": "Closed", "text": "Back tomorrow"}, signs=["pier"]),
}

# schema, shipped files, what it must take and refuse beside them
KINDS = [
    ("feed/placard-feed.schema.json", ["feed/ray-summit-2025.json"], FEEDS_TAKEN, FEEDS_REFUSED),
    ("venue.schema.json", ["venue.json"], VENUES_TAKEN, VENUES_REFUSED),
    ("overrides.schema.json", ["overrides.json", "overrides.example.json"], OVERRIDES_TAKEN, OVERRIDES_REFUSED),
]


def check_comment_stripping():
    for text, want in [('{} // end', {}), ('// a "quoted\n{"a": 1}', {"a": 1}),
                       ('{"a": "http://x"} // "b', {"a": "http://x"}), (r'{"a": "\"//"}', {"a": '"//'}),
                       (r'{"a": "\\"} // "', {"a": "\\"})]:
        try:
            if json.loads(strip_comments(text)) == want:
                continue
        except ValueError:
            pass
        yield f"Stripping the comments of {text!r} does not give {want}."


def undescribed(schema, path="$"):
    """Where an editor would have nothing to say about a property."""
    for name, part in schema.get("properties", {}).items():
        if "description" not in part:
            yield f"{path}.{name}"
        yield from undescribed(part, f"{path}.{name}")
    for name, part in schema.get("$defs", {}).items():
        yield from undescribed(part, f"$defs.{name}")


def check_kind(folder, schema_name, shipped, taken, refused):
    schema = json.loads((folder / schema_name).read_text(encoding="utf-8"))
    try:
        Draft202012Validator.check_schema(schema)
    except SchemaError as error:
        yield f"{schema_name} is no valid schema: {error.message}"
        return
    for place in undescribed(schema):
        yield f"{schema_name}: {place} has no description."
    validator = Draft202012Validator(schema)
    for name in shipped:
        for fault in faults(validator, read(folder / name)):
            yield f"{name} does not fit {schema_name}: {fault}"
    for what, document in taken.items():
        for fault in faults(validator, document):
            yield f"{schema_name} refuses {what}: {fault}"
    for what, document in refused.items():
        if validator.is_valid(document):
            yield f"{schema_name} takes {what}, which it should refuse."


def check_examples_agree(folder):
    """The shipped config is an example to copy, so it must fit the shipped schedule."""
    feed, venue = read(folder / "feed/ray-summit-2025.json"), read(folder / "venue.json")
    rooms = {session["room"] for session in feed["sessions"]}
    signs = {room.lower().replace(" ", "-"): room for room in rooms}
    if {name: sign["room"] for name, sign in venue["signs"].items()} != signs:
        yield "venue.json does not have exactly one sign for each room of the schedule, named as the room."
    if any("rotate" in sign for sign in venue["signs"].values()):
        yield "venue.json: a shipped sign is turned."
    if set(venue["tracks"]) != {session["track"] for session in feed["sessions"] if "track" in session}:
        yield "venue.json does not have a colour for exactly the tracks of the schedule."
    if not set(venue["everywhere"]) <= rooms:
        yield "venue.json: everywhere names a room that is not in the schedule."
    entries = read(folder / "overrides.example.json")["overrides"]
    named = {(s.get("id"), s.get("room"), s.get("start"), s.get("title")) for s in (e.get("session") for e in entries) if s}
    there = set()
    for s in feed["sessions"]:
        there |= {(s["id"], None, None, None), (None, s["room"], s["start"][:16], None), (None, None, None, s["title"])}
    for absent in named - there:
        yield f"overrides.example.json names a session that is not in the schedule: {absent}"


def main(arguments):
    if len(arguments) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    folder = pathlib.Path(arguments[1])
    failures = list(check_comment_stripping())
    try:
        for kind in KINDS:
            failures += check_kind(folder, *kind)
        failures += check_examples_agree(folder)
    except (OSError, ValueError, KeyError) as error:
        failures.append(f"{folder} cannot be checked: {error!r}")
    for sentence in failures:
        print(sentence, file=sys.stderr)
    if not failures:
        print(f"{sum(len(k[1]) for k in KINDS)} files fit; {sum(len(k[2]) for k in KINDS)} variants taken, "
              f"{sum(len(k[3]) for k in KINDS)} refused.")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
