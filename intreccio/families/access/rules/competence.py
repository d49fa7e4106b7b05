"""Which desk a signal goes to."""

from collections.abc import Iterable
from typing import NamedTuple
from uuid import UUID


class Desk(NamedTuple):
    """A desk that welcomes: the municipalities it answers for, and whether it takes what is nobody's."""

    id: UUID
    name: str
    municipality_codes: tuple[str, ...]
    is_default: bool


def desk_for(municipality_code: str, desks: Iterable[Desk]) -> Desk | None:
    """The desk that answers for the municipality, else the default one. Of two, the one with fewer places, by name."""
    known = sorted(desks, key=lambda desk: (len(desk.municipality_codes), desk.name))
    competent = [desk for desk in known if municipality_code and municipality_code in desk.municipality_codes]
    return next(iter(competent or [desk for desk in known if desk.is_default]), None)
