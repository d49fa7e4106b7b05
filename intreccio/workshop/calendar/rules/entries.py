"""An entry of a calendar: what, when, with whom. Values only; areas above make them of their rows."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from uuid import UUID

from intreccio.workshop.calendar.vocabulary import USUAL_MINUTES


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody at work who takes part. key: their membership."""

    key: UUID
    name: str


@dataclass(frozen=True, slots=True)
class Entry:
    """kind: an `EntryKind`. key: of the row above. title, what, place: as the team reads them. url: where it is read.

    hour: None for what is of a day and of no hour. about: the family whose name is on it; showing it is a reading.
    """

    kind: str
    key: UUID
    day: date
    title: str
    url: str
    hour: time | None = None
    minutes: int = USUAL_MINUTES
    what: str = ""
    place: str = ""
    who: tuple[Who, ...] = ()
    about: UUID | None = None

    @property
    def starts(self) -> datetime:
        """By the clock on the wall; of a day without an hour, its beginning."""
        return datetime.combine(self.day, self.hour or time.min)

    @property
    def ends(self) -> datetime:
        """The first moment after it; it may lie in the next day."""
        return self.starts + timedelta(minutes=self.minutes)

    def moments(self, zone: tzinfo) -> tuple[datetime, datetime]:
        """From when to when where clocks are set as in `zone`: as long as was said, also in the night in which they change."""
        starts = self.starts.replace(tzinfo=zone).astimezone(UTC)
        return starts, starts + timedelta(minutes=self.minutes)

    @property
    def name(self) -> tuple[str, UUID]:
        """What it is known by."""
        return self.kind, self.key

    def has(self, membership_id: UUID) -> bool:
        """Whether somebody takes part."""
        return any(one.key == membership_id for one in self.who)


def draft(
    kind: str, day: date, hour: time | None, *, minutes: int = USUAL_MINUTES, key: UUID | None = None
) -> Entry:
    """One that is being written: when it will be, and nothing of whom. key: its own, where it is being moved."""
    return Entry(kind, key or UUID(int=0), day, "", "", hour, minutes)


def in_order(entry: Entry) -> tuple[datetime, bool, str, str, UUID]:
    """Day by day, what has no hour first."""
    return entry.starts, entry.hour is not None, entry.title, entry.kind, entry.key
