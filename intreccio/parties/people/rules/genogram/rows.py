"""Which row each person stands in: elders above, couples and siblings side by side."""

from intreccio.parties.people.rules.genogram.family import Family

Above = dict[str, set[str]]


def rows_of(family: Family) -> dict[str, int]:
    """The row of each person, the eldest generation first. What would put somebody above themselves is left aside."""
    leader = {figure.key: figure.key for figure in family.figures}
    above = _above(family)
    for pair in sorted(family.pairs, key=lambda each: each.siblings):
        _level(leader, above, pair.one, pair.other)
    depth: dict[str, int] = {}
    for group in leader.values():
        _depth(group, above, depth)
    return _drawn_near({key: depth[group] for key, group in leader.items()}, leader, above)


def _above(family: Family) -> Above:
    """Who stands above whom; a line that would close a circle is left out."""
    above: Above = {figure.key: set() for figure in family.figures}
    for each in family.descents:
        if each.child not in _ancestors(each.elder, above) and each.elder != each.child:
            above[each.child].add(each.elder)
    return above


def _ancestors(key: str, above: Above) -> set[str]:
    found: set[str] = set()
    waiting = [key]
    while waiting:
        for elder in above[waiting.pop()]:
            if elder not in found:
                found.add(elder)
                waiting.append(elder)
    return found


def _level(leader: dict[str, str], above: Above, one: str, other: str) -> None:
    """Puts two groups side by side, unless one of them stands above the other."""
    first, second = leader[one], leader[other]
    if first == second or first in _ancestors(second, above) or second in _ancestors(first, above):
        return
    above[first] |= above.pop(second)
    for elders in above.values():
        if second in elders:
            elders.discard(second)
            elders.add(first)
    leader.update({key: first for key, group in leader.items() if group == second})


def _depth(group: str, above: Above, depth: dict[str, int]) -> int:
    if group not in depth:
        depth[group] = max((_depth(elder, above, depth) + 1 for elder in above[group]), default=0)
    return depth[group]


def _drawn_near(rows: dict[str, int], leader: dict[str, str], above: Above) -> dict[str, int]:
    """Who has nobody above stands just above their children, and not at the top of the page."""
    below: dict[str, list[str]] = {}
    for group, elders in above.items():
        for elder in elders:
            below.setdefault(elder, []).append(group)
    near = {
        group: min(rows[child] for child in below[group]) - 1
        for group in above
        if not above[group] and group in below
    }
    return {key: near.get(leader[key], row) for key, row in rows.items()}
