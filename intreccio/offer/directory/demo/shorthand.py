"""Reads the short lines of the recipe."""

import re

from intreccio.offer.directory.rules.hours import Hours, hours_of

DAYS = {"lun": 1, "mar": 2, "mer": 3, "gio": 4, "ven": 5, "sab": 6, "dom": 7}


def ages_of(text: str) -> tuple[int | None, int | None]:
    """«1-3» → (12, 48), «3m-36m» → (3, 36), «14-» → (168, None), «*» → (0, None), «» → nobody knows."""
    if not text:
        return None, None
    if text == "*":
        return 0, None
    first, _, last = text.partition("-")
    if first.endswith("m"):
        return int(first[:-1]), int(last[:-1])
    return int(first) * 12, (int(last) + 1) * 12 if last else None


def room_of(text: str) -> tuple[int | None, int | None, str, int]:
    """Free, all, waiting, days since that was known."""
    said = re.fullmatch(r"(\d+|\?)/(\d+)(?:@(\d+))?(?: (.+))?", text)
    if said is None:
        return None, None, "", 0
    free = None if said[1] == "?" else int(said[1])
    return free, int(said[2]), said[4] or "", int(said[3] or 3)


def week_of_text(text: str) -> list[Hours]:
    """«mar 9:30-11:30; sab 10-12» → two rows; «lun-ven 9-17» → five."""
    rows: list[Hours] = []
    for part in filter(None, (part.strip() for part in text.split(";"))):
        days, _, hours = part.partition(" ")
        first, _, last = days.partition("-")
        for day in range(DAYS[first], DAYS[last or first] + 1):
            rows += hours_of(day, hours or "sì")
    return rows
