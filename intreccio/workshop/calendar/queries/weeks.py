"""A week as a page shows it: days, what is in them, who is in two places at once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.utils.translation import get_language

from intreccio.ground.kernel.reading import record_reading
from intreccio.ground.kernel.viewer import Viewer
from intreccio.workshop.calendar.queries.sources import Wanted, entries_of
from intreccio.workshop.calendar.rules.clashes import Clash, clashes_among, clashes_of
from intreccio.workshop.calendar.rules.entries import Entry, Who
from intreccio.workshop.calendar.rules.weeks import DAYS, holiday_on, monday_of, shown_days
from intreccio.workshop.calendar.vocabulary import EntryKind

# What is said beside an entry: who of its people is elsewhere, and where.
Beside = Mapping[tuple[str, UUID], list[tuple[Who, Entry]]]


@dataclass(frozen=True, slots=True)
class Line:
    """An entry, with what else its people have at that hour."""

    entry: Entry
    clashes: tuple[tuple[Who, Entry], ...]

    @property
    def kind(self) -> str:
        """What it is, where nothing more is said."""
        return str(EntryKind(self.entry.kind).label)

    @property
    def names(self) -> str:
        """Who takes part."""
        return ", ".join(dict.fromkeys(one.name for one in self.entry.who))


@dataclass(frozen=True, slots=True)
class Day:
    """A day with what it holds; `holiday`: its name, where nobody works."""

    day: date
    lines: list[Line]
    holiday: str
    is_today: bool


@dataclass(frozen=True, slots=True)
class Week:
    """A week of somebody, or of several. people: who can be looked at alone; chosen: who is."""

    monday: date
    days: list[Day]
    people: list[Who]
    chosen: UUID | None
    clashes: list[Clash]

    @property
    def is_empty(self) -> bool:
        """Nothing at all."""
        return not any(day.lines for day in self.days)

    @property
    def is_this(self) -> bool:
        """Today is in it."""
        return any(day.is_today for day in self.days)

    @property
    def sunday(self) -> date:
        """Its last day."""
        return self.monday + timedelta(days=DAYS - 1)

    @property
    def before(self) -> date:
        """The Monday before."""
        return self.monday - timedelta(days=DAYS)

    @property
    def after(self) -> date:
        """The Monday after."""
        return self.monday + timedelta(days=DAYS)


@dataclass(frozen=True, slots=True)
class Asked:
    """Which week, and of whom alone: any day of it."""

    day: date
    who: UUID | None = None


def week_of(
    viewer: Viewer,
    asked: Asked,
    today: date,
    *,
    page: str,
    team_id: UUID | None = None,
    people: Iterable[Who] = (),
) -> Week:
    """The week of a team and of its people, or of these people alone; written down as read on `page`."""
    there, monday = list(people), monday_of(asked.day)
    wanted = Wanted(monday, monday + timedelta(days=DAYS - 1), team_id, tuple(one.key for one in there))
    entries = entries_of(viewer, wanted)
    clashes = clashes_among(entries)
    beside = _beside(clashes)
    shown = [entry for entry in entries if asked.who is None or entry.has(asked.who)]
    told = [*shown, *(other for entry in shown for _who, other in beside.get(entry.name, ()))]
    record_reading(viewer, page, shown={entry.about for entry in told if entry.about})
    return Week(monday, _days(monday, shown, beside, today), _people(there, entries), asked.who, clashes)


def clashes_with(viewer: Viewer, entry: Entry, *, page: str) -> list[Clash]:
    """What else the people of an entry that is being written have at that hour, as far as the viewer may see it; shown, it is
    a reading on `page`."""
    if entry.hour is None or not entry.who:
        return []
    one = timedelta(days=1)
    wanted = Wanted(entry.day - one, entry.day + one, members=tuple(each.key for each in entry.who))
    found = clashes_of(entry, entries_of(viewer, wanted))
    about = {each.about for clash in found for each in (clash.first, clash.second) if each.about}
    if about:
        record_reading(viewer, page, shown=about)
    return found


def _days(monday: date, entries: list[Entry], beside: Beside, today: date) -> list[Day]:
    by_day: dict[date, list[Line]] = {}
    for entry in entries:
        by_day.setdefault(entry.day, []).append(Line(entry, tuple(beside.get(entry.name, ()))))
    language = get_language() or ""
    return [
        Day(day, by_day.get(day, []), holiday_on(day, language), day == today)
        for day in shown_days(monday, full=[*by_day, today])
    ]


def _beside(clashes: list[Clash]) -> Beside:
    found: dict[tuple[str, UUID], list[tuple[Who, Entry]]] = {}
    for clash in clashes:
        found.setdefault(clash.first.name, []).append((clash.who, clash.second))
        found.setdefault(clash.second.name, []).append((clash.who, clash.first))
    return found


def _people(there: list[Who], entries: list[Entry]) -> list[Who]:
    found = {one.key: one for one in (*there, *(each for entry in entries for each in entry.who))}
    return sorted(found.values(), key=lambda one: (one.name, one.key))
