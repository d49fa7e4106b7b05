"""A calendar as telephones read it: when, and a word that says nothing of whom."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import cast

from icalendar import Calendar, Event


@dataclass(frozen=True, slots=True)
class Neutral:
    """An entry without anybody in it. ends: None where it is of a whole day, and then `starts` is a date."""

    uid: str
    title: str
    starts: datetime | date
    ends: datetime | None = None


def book_of(title: str, events: Iterable[Neutral], stamp: datetime) -> bytes:
    """All of them as one file. stamp: when it was made."""
    book = Calendar()
    book.add("prodid", "-//Intreccio//Calendario//IT")
    book.add("version", "2.0")
    book.add("x-wr-calname", title)
    for each in events:
        book.add_component(_event(each, stamp))
    return cast("bytes", book.to_ical())


def _event(said: Neutral, stamp: datetime) -> Event:
    event = Event()
    event.add("uid", said.uid)
    event.add("summary", said.title)
    event.add("dtstamp", stamp.astimezone(UTC))
    event.add("dtstart", said.starts.astimezone(UTC) if isinstance(said.starts, datetime) else said.starts)
    if said.ends is not None:
        event.add("dtend", said.ends.astimezone(UTC))
    else:
        event.add("transp", "TRANSPARENT")  # of a day and of no hour: nobody is busy from morning to night
    event.add("class", "PRIVATE")
    return event
