"""The words of codes, kept for a few minutes: areas and lines of need, municipalities, scales."""

from collections.abc import Mapping

from django.utils.dates import MONTHS, MONTHS_3
from django.utils.text import capfirst
from django.utils.translation import get_language

from intreccio.evidence.impact.rules.periods import Period
from intreccio.ground.kernel.keeping import kept
from intreccio.ground.kernel.words import in_language
from intreccio.ground.needs.queries import Tree, tree
from intreccio.ground.territory.queries import network_municipalities
from intreccio.workshop.instruments.models import Instrument


@kept
def _tree(_language: str) -> Tree:
    """The list of needs in force, as nobody in particular sees it."""
    return tree(None)


def needs() -> Tree:
    """The same, in the reader's language."""
    return _tree(get_language() or "")


def areas() -> dict[str, str]:
    """The areas of the list, in its order: the columns of a table by area."""
    return {branch.code: branch.label for branch in needs().branches}


def lines() -> dict[str, str]:
    """The lines of every area, as people say them."""
    return {leaf.code: leaf.plain for branch in needs().branches for leaf in branch.leaves}


def every_need() -> tuple[str, ...]:
    """All that can be asked: lines, dimensions of health, themes."""
    found = needs()
    return tuple(leaf.code for branch in (*found.branches, *found.further) for leaf in branch.leaves)


def municipalities() -> dict[str, str]:
    """Those of the network."""
    return {town.istat: town.name for town in network_municipalities()}


@kept
def _scales() -> Mapping[str, str]:
    told = Instrument.objects.values_list("definition", flat=True)
    return {scale["code"]: scale["label"] for each in told for scale in each.get("scales", [])}


def scales() -> Mapping[str, str]:
    """What each scale of an instrument looks at."""
    return {code: in_language(label) for code, label in _scales().items()}


def period_words(period: Period, *, short: bool = False) -> str:
    """«Gennaio–settembre 2026», «Gen–set 2026»."""
    quarters = [period.only] if period.only else period.quarters
    names = MONTHS_3 if short else MONTHS
    first, last = names[quarters[0].months[0].month], names[quarters[-1].months[-1].month]
    span = f"{first}–{last} {period.year}"
    return capfirst(span if get_language() == "en" else span.lower())


def month_words(months: list[int], *, short: bool = False) -> str:
    """«gennaio», «gen–feb» where months stand together."""
    names = MONTHS_3 if short or len(months) > 1 else MONTHS
    first, last = str(names[months[0]]).lower(), str(names[months[-1]]).lower()
    return first if len(months) == 1 else f"{first}–{last}"
