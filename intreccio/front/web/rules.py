"""How Oggi is put in order, and how its numbers are said: pure functions of values."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from intreccio.ground.kernel.panels import Waiting
from intreccio.ground.kernel.words import _, later

SHOWN = 7
MORE = 50
MOST = 500
NO_TERM = 10_000
_NUMBERS = (
    later("zero"), later("una"), later("due"), later("tre"), later("quattro"), later("cinque"),
    later("sei"), later("sette"), later("otto"), later("nove"), later("dieci"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Group:
    """Lines of one kind: those shown, and whether there are more."""

    label: str
    rows: tuple[Waiting, ...]
    has_more: bool = False


def in_order(rows: Iterable[Waiting]) -> list[Waiting]:
    """Urgent first, then least time left, then the longest wait; equal ones as their area gave them."""
    return sorted(
        rows, key=lambda row: (not row.urgent, NO_TERM if row.left is None else row.left, -row.days)
    )


def shown_for(asked: str) -> int:
    """How many lines of a kind are shown: seven, and fifty more at every «altre»; 500 fill a page that still opens."""
    if not asked.isascii() or not asked.isdigit():
        return SHOWN
    return min(max(int(asked[:4]), MORE), MOST)


def more_after(shown: int) -> int:
    """How many are shown at the next «altre»; zero where the page is full."""
    if shown == MOST:
        return 0
    return MORE if shown == SHOWN else min(shown + MORE, MOST)


def groups_of(rows: Iterable[Waiting], shown: int = SHOWN) -> list[Group]:
    """Groups in the order of their first line, at most so many lines each."""
    kept: dict[str, list[Waiting]] = {}
    for row in in_order(rows):
        kept.setdefault(str(row.group), []).append(row)
    return [Group(label, tuple(lines[:shown]), has_more=len(lines) > shown) for label, lines in kept.items()]


def columns(groups: Sequence[Group]) -> tuple[Sequence[Group], Sequence[Group]]:
    """What is urgent or long goes to the wide column, the rest beside it; one group stands alone."""
    wide = max(1, (len(groups) + 1) // 2)
    return groups[:wide], groups[wide:]


def in_words(number: int) -> str:
    """«due», «undici» as 11: a number at the beginning of a sentence is read, not counted."""
    return str(_NUMBERS[number]) if number < len(_NUMBERS) else str(number)


def first_name(name: str) -> str:
    """«Chiara Fontana» → «Chiara»."""
    return name.split()[0] if name.split() else ""


def greeting(hour: int) -> str:
    """What one says at this hour."""
    if 4 <= hour < 14:
        return _("Buongiorno")
    return _("Buon pomeriggio") if 14 <= hour < 18 else _("Buonasera")
