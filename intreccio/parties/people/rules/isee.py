"""ISEE: until when one holds, and which one may be used on a day. An expired one never is."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Protocol, TypeVar
from uuid import UUID

from intreccio.ground.kernel.days import months_after
from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.words import _
from intreccio.parties.people.vocabulary import IseeKind

# As INPS writes it on the attestation: INPS-ISEE-2026-01234567X-00.
_NUMBER = re.compile(r"INPS-ISEE-\d{4}-\d{8}[A-Z]-\d{2}")
CURRENT_MONTHS = 6


class Attested(Protocol):
    """What a rule asks of an ISEE."""

    kind: str
    person_id: UUID | None
    issued_on: date
    valid_until: date


Row = TypeVar("Row", bound=Attested)


def last_day(kind: str, issued_on: date) -> date:
    """31 December of its year (D.Lgs. 147/2017, art. 10 c. 4); six months for a current one (art. 10 c. 5), within the year."""
    end = date(issued_on.year, 12, 31)
    return min(end, months_after(issued_on, CURRENT_MONTHS)) if kind == IseeKind.CURRENT else end


def holds(row: Attested, day: date) -> bool:
    """Whether it may be used on a day: both its first and its last are within."""
    return row.issued_on <= day <= row.valid_until


def standing(rows: Iterable[Row], day: date) -> list[Row]:
    """Kind by kind, for minors child by child, the one to use on a day: of those that hold, the last issued."""
    found: dict[tuple[str, UUID | None], Row] = {}
    for row in sorted(rows, key=lambda each: each.issued_on):
        if holds(row, day):
            found[row.kind, row.person_id] = row
    return list(found.values())


def for_services(rows: Iterable[Row], day: date, *, child: UUID | None) -> Row | None:
    """The one that says on a day whether a service with a limit is open to them; None where none may be used.

    The current one stands in for the ordinary; the one for minors only where that `child` asks (DPCM 159/2013, art. 7
    and 9). University and health ones are for their own services, and answer for no other.
    """
    theirs = (row for row in rows if row.kind != IseeKind.MINORS or (child and row.person_id == child))
    used = {row.kind: row for row in standing(theirs, day)}
    order = (IseeKind.MINORS, IseeKind.CURRENT, IseeKind.ORDINARY)
    return next((used[kind] for kind in order if kind in used), None)


def why_not_child(kind: str, child: object | None) -> Words | None:
    """A reason, or None: the one for minors is of one child, every other of the whole household."""
    if kind == IseeKind.MINORS and not child:
        return _("Dite per quale minorenne è: per i fratelli e le sorelle non vale.")
    if kind != IseeKind.MINORS and child:
        return _("Vale per tutto il nucleo: una persona sola si sceglie per quello di chi è minorenne.")
    return None


def tidy_number(said: str) -> str:
    """Without spaces, in capitals."""
    return "".join(said.split()).upper()


def why_not_number(number: str) -> Words | None:
    """A reason, or None; none at all is fine, people come without the paper."""
    if number and not _NUMBER.fullmatch(number):
        return _("Il protocollo è fatto così: INPS-ISEE-2026-01234567X-00. Se non l'hai, lascia vuoto.")
    return None


def why_not_write_isee(*, issued_on: date, valid_until: date, today: date) -> Words | None:
    """A reason, or None."""
    if issued_on > today:
        return _("La data del rilascio è nel futuro.")
    if valid_until < issued_on:
        return _("La scadenza viene prima del rilascio.")
    if valid_until > date(issued_on.year, 12, 31):
        return _("Un ISEE vale al più fino al 31 dicembre dell'anno in cui è rilasciato.")
    return None
