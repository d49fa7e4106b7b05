"""The seventeen looks at a child's world, and the goal that can be about one of them."""

from collections.abc import Collection, Iterable

from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.words import _

# «costa fatica»: from here down somebody asks whether there is a goal.
LOW = 3
# «è un punto di forza evidente».
HIGH = 6


def why_not_look(look: str, known: Collection[str]) -> Words | None:
    """A goal is about one of the looks of the library, or about none of them."""
    return (
        _("Questo sguardo non è tra i diciassette: sceglietelo dall'elenco.")
        if look and look not in known
        else None
    )


def is_low(levels: Iterable[int | None]) -> bool:
    """Somebody's last answer says that it is hard. Levels are looked at one by one, and never added up."""
    return any(level is not None and level <= LOW for level in levels)


def is_high(levels: Iterable[int | None]) -> bool:
    """Somebody's last answer says that it is a strength, whatever the others say."""
    return any(level is not None and level >= HIGH for level in levels)
