"""Results as a page draws them: where, how far, how fresh, how much room, why and why not."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from uuid import UUID

from intreccio.ground.needs.queries import words_of_needs
from intreccio.ground.territory.queries import municipality_by_istat
from intreccio.ground.territory.rules.distance import Point, distance_km
from intreccio.offer.directory.queries.search import After, Result, search
from intreccio.offer.directory.rules import verdict
from intreccio.offer.directory.rules.criteria import Answers, answers
from intreccio.offer.directory.rules.facts import Wish
from intreccio.offer.directory.rules.freshness import freshness
from intreccio.offer.directory.rules.places import where_words
from intreccio.offer.directory.rules.reasons import Reason, explain
from intreccio.offer.directory.rules.room import Tag, room_tag
from intreccio.offer.directory.vocabulary import Verdict

CARDS = 3


@dataclass(frozen=True, slots=True)
class Card:
    """One service, ready to be drawn; `number` is the one on the map."""

    number: int
    service_id: UUID
    name: str
    organisation: str
    where: str
    tag: Tag
    reasons: list[Reason]
    verdict: Verdict
    freshness: str
    point: Point | None

    @property
    def fits(self) -> bool:
        """False for «today no»."""
        return self.verdict != Verdict.NO


def cards(
    wish: Wish, today: date, *, after: tuple[int, UUID] | None = None, size: int = 25
) -> tuple[list[Card], After | None]:
    """A page of results, and where the next begins."""
    results = search(wish, today, after=After(*after) if after else None, size=size)
    return drawn([(row, wish) for row in results.rows], today), results.after


def drawn(rows: Iterable[tuple[Result, Wish]], today: date) -> list[Card]:
    """Results, each with the wish it was judged by."""
    return [_card(number, row, wish, today) for number, (row, wish) in enumerate(rows, start=1)]


def _card(number: int, row: Result, wish: Wish, today: date) -> Card:
    facts = row.facts
    asked = replace(wish, names={**wish.names, **row.residents}) if row.residents else wish
    return Card(
        number=number,
        service_id=row.service_id,
        name=row.name,
        organisation=row.organisation,
        where=where_words(facts, asked, row.towns),
        tag=room_tag(facts, today),
        reasons=explain(facts, asked, row.answers),
        verdict=row.verdict,
        freshness=freshness(facts.verified_on, today),
        point=_nearest(row, asked),
    )


def _nearest(row: Result, wish: Wish) -> Point | None:
    points = row.facts.points
    if not points:
        return None
    return min(points, key=lambda point: distance_km(wish.point, point) or 0)


def cards_for(
    need_codes: Iterable[str],
    municipality_code: str,
    ages: Iterable[int] = (),
    *,
    today: date,
    size: int = CARDS,
    isee: Decimal | None = None,
) -> list[Card]:
    """A few services for needs found together, for pages above. `ages` in whole years: one of them welcome is enough.

    isee: what they have, euro; without it a service with a limit is one to ask.

    Those that cannot be today are left out; what must be asked is not.
    """
    codes = list(need_codes)
    if not codes:
        return []
    town = municipality_by_istat(municipality_code) if municipality_code else None
    wish = Wish(
        needs=frozenset(codes),
        municipality=town.istat if town else "",
        province=town.province_id if town else "",
        point=town.point if town else None,
        isee=None if isee is None else (isee, isee),
        names={code: leaf.plain for code, leaf in words_of_needs(codes).items()},
    )
    wishes = [replace(wish, ages=(years * 12, years * 12 + 11)) for years in sorted(set(ages))] or [wish]
    found = search(wish, today, size=size * 4).rows
    kept = [(row, best) for row in found if (best := _best(row, wishes, today)) is not None][:size]
    return drawn(
        [(replace(row, answers=given, verdict=verdict(given)), asked) for row, (given, asked) in kept], today
    )


def _best(row: Result, wishes: Iterable[Wish], today: date) -> tuple[Answers, Wish] | None:
    """The wish that a service fits best, and its answers; None where it fits none."""
    judged = [(answers(row.facts, wish, today), wish) for wish in wishes]
    return next(
        (one for kind in (Verdict.YES, Verdict.ASK) for one in judged if verdict(one[0]) == kind), None
    )
