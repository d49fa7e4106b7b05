"""What people read: the tree to pick from, and the words of codes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import get_language

from intreccio.ground.kernel.keeping import kept
from intreccio.ground.kernel.viewer import Actor, Viewer
from intreccio.ground.kernel.words import in_language
from intreccio.ground.needs.models import Need, TaxonomyVersion
from intreccio.ground.needs.vocabulary import NeedKind

HOUSING = "abitare"
SHORTCUTS = 4
USED_ENOUGH = 2
NO_MEMBERSHIP = UUID(int=0)


@dataclass(frozen=True, slots=True)
class Leaf:
    """A need that can be picked: people's words, and the official ones below."""

    code: str
    plain: str
    label: str

    def __str__(self) -> str:
        return self.plain


@dataclass(frozen=True, slots=True)
class Branch:
    """Needs that stand together under a heading."""

    code: str
    label: str
    leaves: tuple[Leaf, ...]


@dataclass(frozen=True, slots=True)
class Tree:
    """The branches in order; `most_used` are the viewer's own leaves; `further`: dimensions of health and themes."""

    branches: tuple[Branch, ...]
    further: tuple[Branch, ...]
    most_used: tuple[Leaf, ...] = ()


# Written out: composed by the ORM this would cost more than to answer, at every opening of a page with the tree.
IN_FORCE = """
    SELECT v.code, v.revised_at, ARRAY(SELECT u.need_id FROM needs_needuse u
      WHERE u.membership_id = %s AND u.count >= %s ORDER BY u.count DESC, u.used_at DESC LIMIT %s) AS used
    FROM needs_taxonomyversion v WHERE v.valid_until IS NULL
"""
WORDS = 'SELECT code, plain, label FROM needs_need ORDER BY "order"'
_kept: dict[tuple[str, datetime, str | None], Tree] = {}


def tree(viewer: Actor | None) -> Tree:
    """The tree in force, with what this viewer uses most. One query, and a second after a change of the list."""
    hat = viewer.membership_id if isinstance(viewer, Viewer) else NO_MEMBERSHIP
    rows: Iterable[Any] = TaxonomyVersion.objects.raw(IN_FORCE, [hat, USED_ENOUGH, SHORTCUTS])
    (version,) = rows
    grown = _grown(version)
    leaves = {leaf.code: leaf for branch in grown.branches for leaf in branch.leaves}
    most_used = tuple(leaves[code] for code in version.used if code in leaves)
    return Tree(grown.branches, grown.further, most_used)


def _grown(version: TaxonomyVersion) -> Tree:
    key = (version.code, version.revised_at, get_language())
    if key not in _kept:
        grown = _grow(list(Need.objects.filter(version=version)))
        for old in [each for each in _kept if each[:2] != key[:2]]:
            del _kept[old]
        _kept[key] = grown
    return _kept[key]


def _grow(needs: list[Need]) -> Tree:
    lines = [need for need in needs if need.kind == NeedKind.LINE]
    areas = [
        Branch(
            area.code,
            in_language(area.label),
            tuple(_leaf(line) for line in lines if line.parent_id == area.code),
        )
        for area in needs
        if area.kind == NeedKind.AREA
    ]
    housing = [
        Branch(need.code, in_language(need.label), (_leaf(need),)) for need in needs if need.code == HOUSING
    ]
    further = [
        Branch(kind.value, str(kind.label), leaves)
        for kind in (NeedKind.DIMENSION, NeedKind.THEME)
        if (leaves := tuple(_leaf(need) for need in needs if need.kind == kind and need.code != HOUSING))
    ]
    return Tree((*areas, *housing), tuple(further))


def _leaf(need: Need) -> Leaf:
    return Leaf(need.code, in_language(need.plain or need.label), in_language(need.label))


def words_of_needs(codes: Iterable[str]) -> Mapping[str, Leaf]:
    """The words of these codes, also of former editions, in the order of the list. One query every ten minutes."""
    wanted = set(codes)
    return {need.code: _leaf(need) for need in _written() if need.code in wanted}


@kept
def _written() -> tuple[Need, ...]:
    return tuple(Need.objects.raw(WORDS))
