"""What a measure looks like: a number in words, and the table it comes from."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from intreccio.evidence.impact.vocabulary.definitions import Indicator
from intreccio.ground.kernel.refused import Words

Value = int | float | str | None
NOT_SHOWN = _("non si mostra")


@dataclass(frozen=True, slots=True)
class Row:
    """One line: what it is about, and its numbers in the order of the columns; None where it may not be told."""

    label: str
    values: tuple[Value, ...]

    @property
    def written(self) -> list[str | None]:
        """As the table says them: as many decimals as there are, two at most."""
        return [
            None if value is None else _in_letters(f"{value:,.2f}".rstrip("0").rstrip("."))
            for value in self.values
        ]


@dataclass(frozen=True, slots=True)
class Measured:
    """An indicator in a view. `headline`: its one number in words, empty where it may not be told; `about`: of how many.

    complete_to: the last month that is told, where that is not the last of the view: «giugno 2026».
    """

    indicator: Indicator
    columns: tuple[Words, ...]
    rows: tuple[Row, ...]
    headline: str = ""
    about: str = ""
    complete_to: str = ""

    @property
    def is_empty(self) -> bool:
        """True where nothing may be told."""
        return not self.headline and all(value is None for row in self.rows for value in row.values)


def said(number: float | None, *, sign: bool = False) -> str:
    """«1.964», «4,5», «+0,6», as the reader's language writes them; empty for nothing."""
    if number is None:
        return ""
    whole = number == int(number)
    return _in_letters(f"{number:{'+' if sign else ''},.{0 if whole else 1}f}")


def _in_letters(text: str) -> str:
    """Point and comma as the reader's language has them, and a true minus."""
    if get_language() != "en":
        text = text.translate(str.maketrans(",.", ".,"))
    return text.replace("-", "−")


def n_of(cell: Sequence[float] | None) -> int | None:
    """How many, of a cell that may be told."""
    return None if cell is None else int(cell[0])
