"""Which sentences are true, and which three are said first. Words come later: here are only codes and numbers."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

MOST = 3


@dataclass(frozen=True, slots=True)
class Known:
    """What may be told: `asked` (need, how often, answered yes or None), `waits` (month, days), `changed` (axis, mean, moved)."""

    asked: Sequence[tuple[str, int, int | None]] = ()
    asked_in_all: int | None = None
    waits: Sequence[tuple[str, float]] = ()
    wait: float | None = None
    changed: Sequence[tuple[str, float, bool]] = ()
    helped: int | None = None  # out of ten
    taken: int | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """One of them, and what it says."""

    code: str
    said: dict[str, Any] = field(default_factory=dict)


def sentences(known: Known) -> list[Sentence]:
    """The first three that are true, in the order in which a table of the network asks."""
    told = (make(known) for make in IN_ORDER)
    return [sentence for sentence in told if sentence is not None][:MOST]


def _least_answered(known: Known) -> Sentence | None:
    """The need of which a smaller part found a yes than of others. Where every one found as many, there is nothing to say."""
    both = [(need, asked, yes) for need, asked, yes in known.asked if asked and yes is not None]
    parts = [yes / asked for _, asked, yes in both]
    if not parts or min(parts) == max(parts) or min(parts) >= 1:
        return None
    need, asked, yes = both[parts.index(min(parts))]
    return Sentence("least_answered", {"need": need, "asked": asked, "yes": yes})


def _waiting(known: Known) -> Sentence | None:
    """Sooner or later than at first, or how long where there is nothing to compare with."""
    if known.wait is None:
        return None
    if len(known.waits) > 1 and known.waits[0][1] != known.waits[-1][1]:
        (first, before), (last, now) = known.waits[0], known.waits[-1]
        code = "sooner" if now < before else "later"
        return Sentence(code, {"first": first, "before": before, "last": last, "now": now})
    return Sentence("wait", {"days": known.wait})


def _changed(known: Known) -> Sentence | None:
    """The axis that moved most, where chance alone would hardly have moved it; otherwise that one cannot say."""
    moved = [(axis, mean) for axis, mean, moved in known.changed if moved]
    if moved:
        axis, mean = max(moved, key=lambda each: abs(each[1]))
        return Sentence("better" if mean > 0 else "worse", {"axis": axis, "mean": mean})
    return Sentence("unmoved") if known.changed else None


def _helped(known: Known) -> Sentence | None:
    return Sentence("helped", {"tens": known.helped}) if known.helped is not None else None


def _most_asked(known: Known) -> Sentence | None:
    if not known.asked or known.asked_in_all is None:
        return None  # without the whole, a number by itself says little
    need, asked, _ = max(known.asked, key=lambda each: each[1])
    if not asked:
        return None
    code = "most_asked" if is_surely_most(known.asked, known.asked_in_all) else "most_asked_of_told"
    return Sentence(code, {"need": need, "asked": asked, "all": known.asked_in_all})


def is_surely_most(asked: Sequence[tuple[str, int, int | None]], whole: int) -> bool:
    """True where not even all that may not be told could be asked more than what is asked most."""
    return max(each[1] for each in asked) >= whole - sum(each[1] for each in asked)


def _taken(known: Known) -> Sentence | None:
    return Sentence("taken", {"families": known.taken}) if known.taken else None


IN_ORDER: tuple[Callable[[Known], Sentence | None], ...] = (
    _least_answered,
    _waiting,
    _changed,
    _helped,
    _most_asked,
    _taken,
)
