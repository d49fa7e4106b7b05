"""How a couple is drawn on a day, out of its dated rows."""

from collections.abc import Iterable
from datetime import date

from intreccio.ground.kernel.words import _
from intreccio.parties.people.rules.genogram.family import Manner, Pair
from intreccio.parties.people.rules.kinds import APART, TOGETHER
from intreccio.parties.people.rules.kinship import COUPLES, Tie
from intreccio.parties.people.vocabulary import KinshipKind

BY_LAW = (KinshipKind.MARRIED, KinshipKind.CIVIL_UNION)


def pairs_of(ties: Iterable[Tie], day: date, *, gone: frozenset[object] = frozenset()) -> list[Pair]:
    """One pair a couple that had begun by `day`. `gone`: who had died, whose couple was not cut by anybody."""
    couples: dict[frozenset[object], list[Tie]] = {}
    for tie in ties:
        if tie.kind in COUPLES and (tie.since is None or tie.since <= day):
            couples.setdefault(frozenset(tie.both), []).append(tie)
    return [_pair(rows, day, bool(both & gone)) for both, rows in couples.items()]


def _pair(rows: list[Tie], day: date, widowed: bool) -> Pair:
    rows.sort(key=lambda tie: tie.since or date.min)
    together = [tie for tie in rows if tie.kind in TOGETHER]
    by_law = not together or together[-1].kind in BY_LAW
    return Pair(
        str(rows[0].one),
        str(rows[0].other),
        manner=Manner.SOLID if by_law else Manner.DASHED,
        cuts=_cuts(rows, day, widowed),
        years=_years(together, [tie for tie in rows if tie.kind in APART], day),
    )


def _cuts(rows: list[Tie], day: date, widowed: bool) -> int:
    """Two strokes for a divorce, one for who has parted, none for who is together or was until a death."""
    now = [tie for tie in rows if tie.holds(day)]
    if now:
        return {KinshipKind.DIVORCED.value: 2, KinshipKind.SEPARATED.value: 1}.get(now[-1].kind, 0)
    return 0 if widowed else 1


def _years(together: list[Tie], parted: list[Tie], day: date) -> str:
    """«2013–2024», «dal 2013»."""
    first = next((tie.since for tie in together if tie.since), None)
    last = next((tie.since for tie in parted if tie.since), None)
    if last is None and together and together[-1].until and together[-1].until <= day:
        last = together[-1].until
    if first and last:
        return f"{first.year}–{last.year}"
    return _("dal %(year)d") % {"year": first.year} if first else ""
