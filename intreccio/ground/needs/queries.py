"""What people read: the tree to pick from, and the words of codes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery

from intreccio.ground.kernel.viewer import Actor, Viewer
from intreccio.ground.needs.models import Need, NeedUse, TaxonomyVersion
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


_kept: dict[tuple[str, datetime], Tree] = {}


def tree(viewer: Actor | None) -> Tree:
    """The tree in force, with what this viewer uses most. One query, and a second after a change of the list."""
    uses = NeedUse.objects.filter(
        membership_id=viewer.membership_id if isinstance(viewer, Viewer) else NO_MEMBERSHIP,
        count__gte=USED_ENOUGH,
    ).order_by("-count", "-used_at")
    version = TaxonomyVersion.objects.annotate(used=ArraySubquery(uses.values("need_id")[:SHORTCUTS])).get(
        valid_until=None
    )
    grown = _grown(version)
    leaves = {leaf.code: leaf for branch in grown.branches for leaf in branch.leaves}
    most_used = tuple(leaves[code] for code in version.used if code in leaves)
    return Tree(grown.branches, grown.further, most_used)


def _grown(version: TaxonomyVersion) -> Tree:
    key = (version.code, version.revised_at)
    if key not in _kept:
        grown = _grow(list(Need.objects.filter(version=version)))
        _kept.clear()
        _kept[key] = grown
    return _kept[key]


def _grow(needs: list[Need]) -> Tree:
    lines = [need for need in needs if need.kind == NeedKind.LINE]
    areas = [
        Branch(area.code, area.label, tuple(_leaf(line) for line in lines if line.parent_id == area.code))
        for area in needs
        if area.kind == NeedKind.AREA
    ]
    housing = [Branch(need.code, need.label, (_leaf(need),)) for need in needs if need.code == HOUSING]
    further = [
        Branch(kind.value, str(kind.label), leaves)
        for kind in (NeedKind.DIMENSION, NeedKind.THEME)
        if (leaves := tuple(_leaf(need) for need in needs if need.kind == kind and need.code != HOUSING))
    ]
    return Tree((*areas, *housing), tuple(further))


def _leaf(need: Need) -> Leaf:
    return Leaf(need.code, need.plain or need.label, need.label)


def words_of_needs(codes: Iterable[str]) -> Mapping[str, Leaf]:
    """The words of these codes, also of former editions, in the order of the list. One query."""
    return {need.code: _leaf(need) for need in Need.objects.filter(code__in=set(codes))}
