"""A family's genogram on a day: the drawing, and the same facts in words."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.utils.translation import gettext as _

from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.models import HouseholdMembership
from intreccio.parties.people.queries.ages import age_words, birth_words
from intreccio.parties.people.queries.households import Seen
from intreccio.parties.people.queries.ties import (
    Relative,
    elder_first,
    holds,
    kinship_of,
    mark_elders,
    relatives_of,
    roots_of,
    tie_of,
)
from intreccio.parties.people.rules.ages import is_minor
from intreccio.parties.people.rules.couples import pairs_of
from intreccio.parties.people.rules.genogram import Descent, Drawing, Family, Figure, Pair, Shape, drawing_of
from intreccio.parties.people.rules.genogram.family import Manner, joined
from intreccio.parties.people.rules.genogram.homes import letter_of
from intreccio.parties.people.rules.kinship import COUPLES, ELDERS, Tie
from intreccio.parties.people.rules.names import listed
from intreccio.parties.people.rules.relations import Named, sentences
from intreccio.parties.people.vocabulary import BirthPrecision, KinshipKind, LivingKind, Sex

WIDEST = 14  # letters of a name on one line
MANNERS = {KinshipKind.PARENT: Manner.SOLID, KinshipKind.ADOPTIVE_PARENT: Manner.DASHED}
SHAPES: dict[str, Shape] = {Sex.MALE: Shape.SQUARE, Sex.FEMALE: Shape.CIRCLE}
SIBLINGS = (KinshipKind.SIBLING, KinshipKind.IDENTICAL_TWIN)


class Home(NamedTuple):
    """Who lives together on the day, and how the drawing calls the home."""

    letter: str
    name: str
    who: str
    ours: bool


class Line(NamedTuple):
    """One person in words."""

    relative: Relative
    about: str


@dataclass(frozen=True, slots=True)
class Genogram:
    """All that the page shows."""

    day: date
    drawing: Drawing
    lines: list[Line]
    said: list[str]
    homes: list[Home]
    relatives: list[Relative]

    @property
    def ids(self) -> list[UUID]:
        """Of whom the drawing tells something."""
        return [each.id for each in self.relatives if each.seen]

    @property
    def in_words(self) -> str:
        """In one breath, for who hears the drawing."""
        return ". ".join([*self.said, *(_("Vivono insieme: %s") % home.who for home in self.homes)]) + "."


def genogram_of(viewer: Viewer, seen: Seen, day: date) -> Genogram:
    """Four queries, whatever there is."""
    relatives, ties = _tied(viewer, seen, day)
    lived = _homes(viewer, seen, relatives, day)
    return Genogram(
        day=day,
        drawing=drawing_of(_family(relatives, ties, lived, day)),
        lines=[Line(each, about(each, day)) for each in relatives],
        said=_in_sentences(relatives, ties, day),
        homes=list(_said(seen, relatives, lived)),
        relatives=relatives,
    )


def said_of(viewer: Viewer, seen: Seen, day: date) -> list[str]:
    """How they were tied on a day, in words. Three queries."""
    return _in_sentences(*_tied(viewer, seen, day), day)


def _in_sentences(relatives: Iterable[Relative], ties: Sequence[Tie], day: date) -> list[str]:
    return sentences({each.id: Named(each.name, each.sex, each.birth) for each in relatives}, ties, day)


def _tied(viewer: Viewer, seen: Seen, day: date) -> tuple[list[Relative], list[Tie]]:
    """Who is drawn, and by what they are tied."""
    rows = kinship_of(viewer, seen.household)
    everybody = relatives_of(viewer, seen.household, day)
    roots = roots_of(viewer, rows)
    ties = [tie for row in rows if (tie := tie_of(row, roots)).one != tie.other]
    mark_elders(everybody, ties)
    ties = _until_death(ties, everybody)
    return _of_the_day(everybody, ties, day), ties


def _until_death(ties: Sequence[Tie], everybody: Iterable[Relative]) -> list[Tie]:
    """A couple lasts as long as both live, also where nobody wrote that it ended."""
    died = {each.id: each.died_on for each in everybody if each.died_on}
    first = {
        tie.both: min(died[key] for key in tie.both if key in died) for tie in ties if tie.both & set(died)
    }
    return [
        replace(tie, until=first[tie.both])
        if tie.kind in COUPLES and tie.until is None and tie.both in first
        else tie
        for tie in ties
    ]


def _of_the_day(everybody: list[Relative], ties: Sequence[Tie], day: date) -> list[Relative]:
    """Who had been born or was awaited, and was tied by then to who lived here."""
    there = [each for each in everybody if _was(each, day)]
    now = [tie.both for tie in ties if tie.kind in ELDERS or tie.since is None or tie.since <= day]
    keys = {each.id for each in there}
    here = {each.id for each in there if each.lives_here(day)}
    reached = set(here)
    for group in joined(both for both in now if both <= keys):
        if group & here:
            reached |= group
    kin = {
        each.id
        for each in there
        if any(stay.kind == LivingKind.KIN and holds(stay, day) for stay in each.stays)
    }
    kept = (reached | kin) if here else keys
    return sorted((each for each in there if each.id in kept), key=elder_first)


def _was(each: Relative, day: date) -> bool:
    if each.precision == BirthPrecision.EXPECTED:
        return any(stay.since <= day for stay in each.stays)
    return each.birth is None or each.birth <= day


class Roof(NamedTuple):
    """A home and those of the family who live there."""

    key: str
    name: str
    who: frozenset[UUID]


def _homes(viewer: Viewer, seen: Seen, relatives: list[Relative], day: date) -> list[Roof]:
    """This home first, then those that the viewer may see; of the others nothing is known."""
    ours = frozenset(each.id for each in relatives if each.lives_here(day) and not is_dead(each, day))
    keys = {each.id for each in relatives if each.seen and not is_dead(each, day)}
    elsewhere = (
        HouseholdMembership.objects.kept()
        .filter(person_id__in=keys, kind=LivingKind.LIVES, since__lte=day, household__voided_at__isnull=True)
        .exclude(household_id=seen.household.pk)
        .values_list("household_id", "household__name", "person_id", "until")
        .order_by("household__sort_name", "household_id")
    )
    others: dict[tuple[str, str], set[UUID]] = {}
    for home, name, person, until in elsewhere:
        if until is None or day < until:
            others.setdefault((str(home), name), set()).add(person)
    return [
        Roof(str(seen.household.pk), seen.household.name, ours),
        *(Roof(key, name, frozenset(who)) for (key, name), who in others.items()),
    ]


def _said(seen: Seen, relatives: list[Relative], homes: list[Roof]) -> Iterator[Home]:
    for number, home in enumerate(homes):
        if home.who:
            who = listed([each.name for each in relatives if each.id in home.who], _("e"))
            yield Home(letter_of(number), home.name, who, home.key == str(seen.household.pk))


def is_dead(each: Relative, day: date) -> bool:
    """By that day."""
    return each.died_on is not None and each.died_on <= day


def _family(relatives: list[Relative], ties: Sequence[Tie], homes: list[Roof], day: date) -> Family:
    """As the drawing takes it: keys and lines of words."""
    keys = {each.id for each in relatives}
    kept = [tie for tie in ties if tie.one in keys and tie.other in keys]
    gone: frozenset[object] = frozenset(each.id for each in relatives if is_dead(each, day))
    now = [tie for tie in kept if tie.holds(day)]
    return Family(
        figures=tuple(_figure(each, homes, day) for each in relatives),
        pairs=(*pairs_of(kept, day, gone=gone), *_brothers(now)),
        descents=tuple(_descents(now)),
        homes=tuple(home.key for home in homes),
    )


def _brothers(ties: Iterable[Tie]) -> list[Pair]:
    return [
        Pair(str(tie.one), str(tie.other), siblings=True, identical=tie.kind == KinshipKind.IDENTICAL_TWIN)
        for tie in ties
        if tie.kind in SIBLINGS
    ]


def _descents(ties: Iterable[Tie]) -> Iterator[Descent]:
    for tie in ties:
        if tie.kind in ELDERS:
            manner = MANNERS.get(KinshipKind(tie.kind), Manner.DOTTED)
            yield Descent(str(tie.one), str(tie.other), manner)


def _figure(each: Relative, homes: list[Roof], day: date) -> Figure:
    dead = is_dead(each, day)
    return Figure(
        str(each.id),
        shape=shape_of(each, day),
        lines=tuple(label_of(each, day)),
        birth=each.birth,
        dead=dead and each.precision != BirthPrecision.EXPECTED,
        index=each.seen and each.lives_here(day) and is_minor(each.birth, day) and not dead,
        homes=tuple(home.key for home in homes if each.id in home.who),
        name=each.name,
        open=each.seen,
    )


def shape_of(each: Relative, day: date) -> Shape:
    """The sign of the standard notation."""
    if each.precision == BirthPrecision.EXPECTED:
        return Shape.LOSS if is_dead(each, day) else Shape.PREGNANCY
    return SHAPES.get(each.sex, Shape.DIAMOND)


def label_of(each: Relative, day: date) -> list[str]:
    """The name, on as many lines as it needs; then age or years."""
    if each.precision == BirthPrecision.EXPECTED and not (each.given or each.family):
        return [*_broken(each.name), *([about(each, day)] if is_dead(each, day) else [_month(each)])]
    return [*_broken(each.name), *([words] if (words := years_or_age(each, day)) else [])]


def _month(each: Relative) -> str:
    return f"{each.birth:%m/%Y}" if each.birth else ""


def years_or_age(each: Relative, day: date) -> str:
    """«36 anni», «1955–2019», «† 2019»."""
    if each.died_on is not None and is_dead(each, day):
        return f"{each.birth.year}–{each.died_on.year}" if each.birth else f"† {each.died_on.year}"
    return age_words(each.birth, each.precision, day)


def about(each: Relative, day: date) -> str:
    """What else is known, in words."""
    if not each.seen:
        return _("di cui qui non si sa altro")
    if each.died_on is not None and is_dead(each, day):
        return (
            _("%(years)s, non c'è più") % {"years": years_or_age(each, day)}
            if (each.precision != BirthPrecision.EXPECTED)
            else str(each.died_on.year)
        )
    if each.precision == BirthPrecision.EXPECTED:
        return birth_words(each.birth, each.precision)
    return ", ".join(filter(None, (age_words(each.birth, each.precision, day), _where(each, day))))


def _where(each: Relative, day: date) -> str:
    """Here or elsewhere; before the family was known nobody has written where."""
    if each.lives_here(day):
        return _("vive in questa casa")
    return _("vive altrove") if any(stay.since <= day for stay in each.stays) else ""


def _broken(name: str) -> list[str]:
    """A name on lines that are never too long for the drawing."""
    lines: list[str] = []
    for word in name.split():
        cut = word if len(word) <= WIDEST else f"{word[: WIDEST - 1]}…"
        if lines and len(lines[-1]) + len(cut) < WIDEST:
            lines[-1] += f" {cut}"
        else:
            lines.append(cut)
    return lines[:3]
