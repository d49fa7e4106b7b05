"""When one is reminded, and in which words: what and which day, and nothing else."""

from datetime import date, datetime, time, timedelta

from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.words import _, later
from intreccio.workshop.calendar.vocabulary import EntryKind

# From this hour on one is reminded of tomorrow; what was written after it, as soon as it is written.
FROM = time(14)
ONE_DAY = timedelta(days=1)
WHAT: dict[str, Words] = {
    EntryKind.VISIT: later("una visita"),
    EntryKind.MEETING: later("una riunione"),
    EntryKind.TALK: later("un incontro"),
    EntryKind.REVIEW: later("una verifica"),
    EntryKind.APPOINTMENT: later("un appuntamento"),
}


def last_day(moment: datetime) -> date:
    """Up to which day one is reminded at this moment, by the clock on the wall: that day is in."""
    return moment.date() + ONE_DAY if moment.time() >= FROM else moment.date()


def is_ahead(day: date, hour: time | None, moment: datetime) -> bool:
    """Whether it has still to begin; what has no hour begins at the end of its day."""
    return day > moment.date() or (day == moment.date() and (hour is None or hour > moment.time()))


def said_of(kind: str, day: date, today: date) -> str:
    """«Domani hai una visita.»"""
    what = {"what": WHAT.get(kind) or _("un impegno")}
    return (_("Oggi hai %(what)s.") if day == today else _("Domani hai %(what)s.")) % what
