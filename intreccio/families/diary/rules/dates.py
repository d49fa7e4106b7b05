"""The dates of a cycle."""

from collections.abc import Collection
from datetime import date, timedelta

from intreccio.families.diary.vocabulary import MeetingState, Rhythm
from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.words import _

WEEKS = {Rhythm.WEEKLY: 1, Rhythm.FORTNIGHTLY: 2, Rhythm.THREE_WEEKS: 3, Rhythm.FOUR_WEEKS: 4}
A_MONTH, A_YEAR = timedelta(days=31), timedelta(days=366)


def dates_of(start: date, rhythm: str, meetings: int) -> list[date]:
    """So many days from the start, always the same day of the week."""
    apart = timedelta(weeks=WEEKS[Rhythm(rhythm)])
    return [start + apart * number for number in range(meetings)]


def why_not_another_cycle(*, has_cycle: bool) -> Words | None:
    """One at a time."""
    return _("C'è già un ciclo in corso: un altro comincia quando questo è concluso.") if has_cycle else None


def why_not_plan(*, has_cycle: bool, meetings: int, most: int, start: date, today: date) -> Words | None:
    """One cycle at a time, not too long, that begins about now."""
    if reason := why_not_another_cycle(has_cycle=has_cycle):
        return reason
    if not 1 <= meetings <= most:
        return _("Un ciclo va da 1 a %(most)d incontri.") % {"most": most}
    if not today - A_MONTH <= start <= today + A_YEAR:
        return _("Il primo incontro è fra un mese fa e un anno da oggi.")
    return None


def why_not_move(state: str, day: date, *, taken: Collection[date], today: date) -> Words | None:
    """Only what is still to come is moved, to a day that is free."""
    if state != MeetingState.PLANNED:
        return _("Di questo incontro è già scritto com'è andata.")
    if day < today:
        return _("Un incontro si sposta a un giorno che deve ancora venire.")
    return _("In quel giorno c'è già un incontro di questo ciclo.") if day in taken else None


def why_not_record(state: str, day: date, *, today: date, cycle_ended: bool) -> Words | None:
    """What happened is written from its day on, and can be put right while the cycle goes on."""
    if cycle_ended:
        return _("Questo ciclo è concluso: si legge, e non si scrive più.")
    if state == MeetingState.CALLED_OFF:
        return _("Questo incontro non serviva più.")
    return _("L'incontro deve ancora venire: si scrive dal giorno stesso.") if day > today else None
