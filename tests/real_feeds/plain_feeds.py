#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A second reading of published schedules, as plainly as can be and from their documentation alone:

    plain_feeds.py FILE ZONE [LANGUAGE]     every session as JSON, in the document's order

Each: id, title, rooms, every_room, start and end (seconds since 1970, end may be null), track, speakers, is_break.
"""
import html, html.parser, json, re, sys, unicodedata
from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo

INVISIBLE = {0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x3164, 0xFFA0}


class Words(html.parser.HTMLParser):
    """The text of a page without its tags; those that break a line leave a blank."""
    def __init__(self):
        super().__init__(convert_charrefs=False)
        self.text = ""

    def handle_starttag(self, tag, attributes):
        self.text += " " if tag in ("br", "p", "div", "li") else ""

    def handle_data(self, data):
        self.text += data

    def handle_entityref(self, name):
        self.text += f"&{name};"

    def handle_charref(self, name):
        self.text += f"&#{name};"


def without_tags(text):
    if not re.search(r"</(em|i|b|strong|sub|sup|p|a|span)>|<br", text, re.I):
        return text
    words = Words()
    words.feed(text)
    words.close()
    return words.text


def clean(text):
    text = without_tags(text or "")
    text = re.sub("[\t\n\v\f\r\x85\u2028\u2029]", " ", html.unescape(text or ""))
    shown = [c for c in text if unicodedata.category(c) not in ("Cf", "Cc", "Cs", "Cn") and ord(c) not in INVISIBLE]
    return "".join(shown).strip()


def instant(text, zone):
    if text is None:
        return None
    time = datetime.fromisoformat(text.replace("Z", "+00:00"))
    if time.tzinfo is None:
        time = time.replace(tzinfo=ZoneInfo(zone))
    return int(time.timestamp())


def words(value, language):
    if isinstance(value, dict):
        same = [text for tag, text in value.items() if tag.lower().split("-")[0] == language.split("-")[0]]
        value = value.get(language) or next(iter(same), "") or value.get("en") or next(iter(value.values()), "")
    return clean(value)


def minutes(text):
    parts = [int(part) for part in text.split(":")]
    days, hours, mins = ([0] + parts) if len(parts) == 2 else parts
    return (days * 24 + hours) * 60 + mins


def session(id, title, rooms, start, end, track="", speakers=(), every_room=False, is_break=False):
    return {"id": str(id or ""), "title": title, "rooms": rooms, "start": start, "end": end, "track": track,
            "speakers": [name for name in speakers if name], "every_room": every_room, "is_break": is_break}


def frab(document, zone, language):
    conference = document["schedule"]["conference"]
    for day in conference["days"]:
        for room, events in day["rooms"].items():
            for event in events:
                name = clean(room) or clean(event.get("room"))
                if not name:
                    continue
                if event.get("date"):
                    start = instant(event["date"], zone)
                else:
                    clock = minutes(event["start"])
                    date = datetime.fromisoformat(day["date"]) + timedelta(days=1 if clock < 6 * 60 else 0)
                    start = int((date + timedelta(minutes=clock)).replace(tzinfo=ZoneInfo(zone)).timestamp())
                length = minutes(event["duration"]) * 60
                people = [clean(p.get("public_name") or p.get("name") or p.get("full_public_name"))
                          for p in event["persons"]]
                yield session(event.get("guid") or event.get("code") or event.get("id"), clean(event["title"]),
                              [name], start, start + length, clean(event["track"]),
                              people[:32])


def frab2(document, zone, language):
    schedule = document["schedule"]
    tracks = {track["slug"]: clean(track["name"]) for track in schedule["conference"]["tracks"]}
    for event in schedule["events"]:
        people = [clean(p["name"]) for p in event["participants"] if p["role"].lower() == "speaker"]
        yield session(event["guid"], words(event["title"], language), [clean(event["room"]["name"])],
                      instant(event["start"], zone), instant(event["end"], zone), tracks[event["track"]["slug"]], people)


def pretalx(document, zone, language):
    rooms = {room["id"]: words(room["name"], language) for room in document["rooms"]}
    tracks = {track["id"]: words(track["name"], language) for track in document["tracks"]}
    speakers = {speaker["code"]: clean(speaker["name"]) for speaker in document["speakers"]}
    for talk in document["talks"]:
        yield session(talk.get("code") or talk["id"], words(talk["title"], language), [rooms[talk["room"]]],
                      instant(talk["start"], zone), instant(talk["end"], zone), tracks.get(talk.get("track"), ""),
                      [speakers[code] for code in talk.get("speakers", [])], is_break=not talk.get("code"))


def sessionize(document, zone, language):
    rooms = {room["id"]: clean(room["name"]) for room in document["rooms"]}
    speakers = {speaker["id"]: clean(speaker["fullName"]) for speaker in document["speakers"]}
    for talk in document["sessions"]:
        yield session(talk["id"], clean(talk["title"]), [rooms[talk["roomId"]]], instant(talk["startsAt"], zone),
                      instant(talk["endsAt"], zone), "", [speakers[id] for id in talk["speakers"]],
                      talk["isPlenumSession"], talk["isServiceSession"])


def gridsmart(document, zone, language):
    for day in document:
        for room in day["rooms"]:
            for talk in room["sessions"]:
                tracks = [clean(item["name"]) for category in talk["categories"] if "track" in category["name"].lower()
                          for item in category["categoryItems"]]
                yield session(talk["id"], clean(talk["title"]), [clean(room["name"])], instant(talk["startsAt"], zone),
                              instant(talk["endsAt"], zone), tracks[0] if tracks else "",
                              [clean(speaker["name"]) for speaker in talk["speakers"]], talk["isPlenumSession"],
                              talk["isServiceSession"])


def opass(document, zone, language):
    def name(thing, key="name"):
        return clean(thing.get(language, thing.get("en", thing["zh"]))[key])

    rooms = {room["id"]: name(room) for room in document["rooms"]}
    types = {kind["id"]: name(kind) for kind in document["session_types"]}
    speakers = {speaker["id"]: name(speaker) for speaker in document["speakers"]}
    ids = [speaker["id"] for speaker in document["speakers"]]
    speakers.update({id: "" for id in ids if ids.count(id) > 1})  # who of the two is meant?
    for talk in document["sessions"]:
        shown = [talk["room"]] + [room for room in talk.get("broadcast") or [] if room != talk["room"]]
        yield session(talk["id"], name(talk, "title"), [rooms[room] for room in shown], instant(talk["start"], zone),
                      instant(talk["end"], zone), types.get(talk["type"], ""),
                      [speakers[id] for id in talk["speakers"]])


def scale(document, zone, language):
    for talk in document:
        yield session("", clean(talk["Name"]), [clean(talk["Location"])], instant(talk["StartTime"], zone),
                      instant(talk["EndTime"], zone), clean(talk["Topic"]),
                      [clean(name) for name in talk["Speakers"].split(",")])


READERS = {"frab": frab, "frab2": frab2, "pretalxwidget": pretalx, "sessionize": sessionize,
           "sessionize-gridsmart": gridsmart, "opass": opass, "scale": scale}


def main():
    path, zone = sys.argv[1], sys.argv[2]
    language = sys.argv[3] if len(sys.argv) > 3 else "en"
    kind = path.rsplit("/", 1)[-1].split("--")[0]
    with open(path, encoding="utf-8") as file:
        document = json.load(file)
    json.dump(list(READERS[kind](document, zone, language)), sys.stdout)


if __name__ == "__main__":
    main()
