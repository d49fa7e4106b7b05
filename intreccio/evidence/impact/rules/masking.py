"""Which numbers are so small that they would tell of somebody, and with what they must stand so that nobody works them out.

One idea: of a population one never shows rows, only *groups of rows* that hold at least five, and that together are all of it.
A row of fewer than five is then inside a group of five or more, and may be anything from none to the whole of it. Zero is
a small number like the others. Decision 50 says why several such tables of one population are safe side by side.
"""

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from typing import TypeVar

Key = TypeVar("Key")
LEAST = 5


def together(counts: Mapping[Key, int], *, least: int = LEAST) -> list[tuple[Key, ...]]:
    """Rows of `least` and more by themselves, the others in one group; nothing where there are fewer in all.

    A group that is still too small takes in the smallest row that stood by itself.
    """
    if sum(counts.values()) < least:
        return []
    small = [key for key in counts if counts[key] < least]
    alone = sorted((key for key in counts if counts[key] >= least), key=lambda key: counts[key])
    held = sum(counts[key] for key in small)
    while small and held < least:
        held += counts[alone[0]]
        small.append(alone.pop(0))
    return [(key,) for key in alone] + ([tuple(small)] if small else [])


def in_order(counts: Sequence[tuple[Key, int]], *, least: int = LEAST) -> list[tuple[Key, ...]]:
    """The same for what has an order, as months: neighbours stand together, and the last too few join those before."""
    groups: list[tuple[Key, ...]] = []
    open_keys: tuple[Key, ...] = ()
    held = 0
    for key, count in counts:
        open_keys, held = (*open_keys, key), held + count
        if held >= least:
            groups.append(open_keys)
            open_keys, held = (), 0
    if open_keys and groups:
        groups[-1] += open_keys
    return groups


def settled(counts: Sequence[tuple[Key, Mapping[Hashable, int]]], *, least: int = LEAST) -> list[Key]:
    """Of the quarters that are over, those that may be counted: the last ones wait until together they hold enough.

    counts: how much each holds, by body; None is of no body. Whoever leads a body knows its own: of the others there is
    none, or enough. The same for everybody who looks, so that no number grows by a few from one quarter to the next.
    """
    kept: list[Key] = []
    waiting: list[Key] = []
    held = Counter[Hashable]()
    for key, by_body in counts:
        waiting.append(key)
        held.update(by_body)
        if is_large(held, least=least):
            kept += waiting
            waiting, held = [], Counter()
    return kept


def is_large(held: Mapping[Hashable, int], *, least: int = LEAST) -> bool:
    """Whether what several bodies hold may be told: also whoever leads one, and knows its own, learns of no few others."""
    whole = sum(held.values())
    others = (whole - n for body, n in held.items() if body is not None and n)
    return whole >= least and all(rest == 0 or rest >= least for rest in others)
