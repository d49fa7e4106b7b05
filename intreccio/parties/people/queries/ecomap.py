"""A family's ecomap on a day: what it told of its bonds, and the services that the data say are beside it.

Areas above add what they know with `add_bond_source`: it is shown to who may read it there, and is nobody's row here.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.utils.translation import gettext as _

from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.models import Bond
from intreccio.parties.people.queries.households import Seen
from intreccio.parties.people.queries.ties import Relative, bonds_of, elder_first, relatives_of
from intreccio.parties.people.rules.ecomap import Around, Ecomap, ecomap_of
from intreccio.parties.people.vocabulary import BondFlow, BondQuality, Sphere

MOST_INSIDE = 5  # names in the circle


@dataclass(frozen=True, slots=True)
class Nearby:
    """A service beside a family, as an area above knows it."""

    to: str
    about: str = ""
    person_id: UUID | None = None
    sphere: str = Sphere.SERVICES


BondSource = Callable[[Viewer, UUID, date], Iterable[Nearby]]
_sources: list[BondSource] = []


def add_bond_source(source: BondSource) -> None:
    """Lets an area say which services are beside a family on a day, as far as the viewer sees them."""
    _sources.append(source)


@dataclass(frozen=True, slots=True)
class Told:
    """One bond in words; `row` where somebody told it and it can be corrected."""

    to: str
    whose: str
    sphere: str
    quality: str
    flow: str
    said_by: str = ""
    about: str = ""
    row: Bond | None = None

    @property
    def in_words(self) -> str:
        """«L'oratorio (tempo libero), di Nadia: forte, dà e riceve. Lo dice Elena.»"""
        said = _("%(to)s (%(sphere)s), di %(whose)s: legame %(quality)s, %(flow)s") % {
            "to": self.to,
            "sphere": self.sphere,
            "whose": self.whose,
            "quality": self.quality,
            "flow": self.flow,
        }
        return said + (_(". Lo dice %s") % self.said_by if self.said_by else "")


class Inside(NamedTuple):
    """A name in the circle, and how high it stands."""

    y: str
    words: str


@dataclass(frozen=True, slots=True)
class Surroundings:
    """All that the page shows."""

    day: date
    drawing: Ecomap
    inside: list[str]
    told: list[Told]

    @property
    def names(self) -> list[Inside]:
        """Those of the home, one under the other around the middle."""
        return named(self.inside)

    @property
    def title(self) -> str:
        """Of the drawing."""
        return _("Ecomappa: chi c'è intorno")

    @property
    def in_words(self) -> str:
        """In one breath, for who hears the drawing."""
        return ". ".join(each.in_words for each in self.told)


def surroundings_of(viewer: Viewer, seen: Seen, day: date) -> Surroundings:
    """Two queries, and those of the areas above."""
    relatives = {each.id: each for each in relatives_of(viewer, seen.household, day)}
    rows = bonds_of(viewer, seen, day)
    beside = [each for source in _sources for each in source(viewer, seen.household.pk, day)]
    said = [(_around(row, relatives), _told(row, relatives)) for row in rows]
    said += [(_service(each, relatives), _nearby(each, relatives)) for each in [_team(seen), *beside]]
    return Surroundings(
        day=day,
        drawing=ecomap_of([around for around, _ in said]),
        inside=names_of(relatives.values(), day),
        told=[told for _, told in said],
    )


def _team(seen: Seen) -> Nearby:
    return Nearby(seen.household.team.name, _("risponde della famiglia"))


def named(inside: Sequence[str]) -> list[Inside]:
    """Names one under the other, around the middle of a circle."""
    first = 5 - 9 * (len(inside) - 1)
    return [Inside(str(first + 18 * number), words) for number, words in enumerate(inside)]


def names_of(relatives: Iterable[Relative], day: date) -> list[str]:
    """Who lives in the home on a day, the elders first; no more than a circle holds."""
    here = sorted((each for each in relatives if each.lives_here(day)), key=elder_first)
    names = [each.short for each in here]
    if len(names) <= MOST_INSIDE:
        return names
    rest = len(names) - MOST_INSIDE + 1
    return [*names[: MOST_INSIDE - 1], _("e altri %(count)d") % {"count": rest}]


def whose(person_id: UUID | None, relatives: Mapping[UUID, Relative]) -> str:
    """Of one of them, or of everybody; of who may not be known, of a person."""
    if person_id is None:
        return _("tutta la casa")
    relative = relatives.get(person_id)
    return relative.short if relative else _("una persona")


def _around(row: Bond, relatives: dict[UUID, Relative]) -> Around:
    sphere = str(Sphere(row.sphere).label)
    below = f"{sphere} · {whose(row.person_id, relatives)}" if row.person_id else sphere
    return Around(row.to, below, row.quality, row.flow)


def _told(row: Bond, relatives: dict[UUID, Relative]) -> Told:
    return Told(
        row.to,
        whose(row.person_id, relatives),
        str(Sphere(row.sphere).label),
        str(BondQuality(row.quality).label),
        str(BondFlow(row.flow).label),
        row.said_by,
        row.helps,
        row=row,
    )


def _service(each: Nearby, relatives: dict[UUID, Relative]) -> Around:
    below = (
        f"{Sphere(each.sphere).label} · {whose(each.person_id, relatives)}" if each.person_id else each.about
    )
    return Around(each.to, below, BondQuality.ORDINARY, BondFlow.RECEIVES)


def _nearby(each: Nearby, relatives: dict[UUID, Relative]) -> Told:
    return Told(
        each.to,
        whose(each.person_id, relatives),
        str(Sphere(each.sphere).label),
        str(BondQuality.ORDINARY.label),
        str(BondFlow.RECEIVES.label),
        about=each.about,
    )
