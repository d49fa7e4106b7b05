"""The seven questions put to a service, each answered yes (True), no (False) or «ask» (None).

An unknown answer is never a no. Questions nobody asked are not in the answer, but for a limit that somebody must know.
"""

from collections.abc import Callable
from datetime import date, timedelta
from enum import Enum

from intreccio.offer.directory.rules.facts import Facts, Wish
from intreccio.offer.directory.vocabulary import Isee, Residence, Status

ROOM_FRESH = timedelta(days=60)
Answer = bool | None
Answers = dict[str, Answer]


class Unasked(Enum):
    """The question was not put."""

    UNASKED = "unasked"


_UNASKED = Unasked.UNASKED
Question = Callable[[Facts, Wish, date], Answer | Unasked]


def answers(service: Facts, wish: Wish, today: date) -> Answers:
    """Every question that was asked, and its answer."""
    given = {name: ask(service, wish, today) for name, ask in QUESTIONS.items()}
    return {name: answer for name, answer in given.items() if not isinstance(answer, Unasked)}


def room(service: Facts, today: date) -> int | None:
    """How many places are free, where somebody said so not too long ago."""
    if service.places_free is None or service.room_as_of is None:
        return None
    return service.places_free if today - service.room_as_of <= ROOM_FRESH else None


def _open(service: Facts, _wish: Wish, _today: date) -> Answer | Unasked:
    return False if service.status != Status.ACTIVE else _UNASKED


def _need(service: Facts, wish: Wish, _today: date) -> Answer | Unasked:
    if not wish.needs:
        return _UNASKED
    return bool(wish.needs & service.need_codes) if service.need_codes else None


def _age(service: Facts, wish: Wish, _today: date) -> Answer | Unasked:
    if wish.ages is None:
        return _UNASKED
    if service.age_from is None and service.age_to is None:
        return None
    first, last = wish.ages
    young = service.age_from is not None and first < service.age_from
    old = service.age_to is not None and last >= service.age_to
    too_young = service.age_from is not None and last < service.age_from
    too_old = service.age_to is not None and first >= service.age_to
    return False if too_young or too_old else None if young or old else True


def _residence(service: Facts, wish: Wish, _today: date) -> Answer | Unasked:
    if service.residence == Residence.ONLY:
        return wish.municipality in service.residence_codes if wish.municipality else None
    if not wish.municipality:
        return _UNASKED
    return True if service.residence == Residence.ANYONE else None


def _isee(service: Facts, wish: Wish, _today: date) -> Answer | Unasked:
    if wish.isee is None:
        return None if service.isee == Isee.LIMIT else _UNASKED
    if service.isee_limit is None:
        return True if service.isee == Isee.NONE else None
    above, up_to = wish.isee
    return True if up_to <= service.isee_limit else False if above >= service.isee_limit else None


def _day(service: Facts, wish: Wish, _today: date) -> Answer | Unasked:
    if not wish.days:
        return _UNASKED
    return bool(wish.days & service.weekdays) if service.weekdays else None


def _room(service: Facts, wish: Wish, today: date) -> Answer | Unasked:
    free = room(service, today)
    if free is None:
        return None if wish.room else _UNASKED
    if free:
        return True if wish.room else _UNASKED
    return None if service.waiting and not wish.room else False


QUESTIONS: dict[str, Question] = {
    "open": _open,
    "need": _need,
    "age": _age,
    "residence": _residence,
    "isee": _isee,
    "day": _day,
    "room": _room,
}
