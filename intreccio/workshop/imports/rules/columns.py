"""Which column of a sheet is which field: guessed from its header, then said by whoever knows the sheet."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.text import normalise

Fits = Callable[[str, str], bool]


@dataclass(frozen=True, slots=True)
class Column:
    """A field that a sheet may have. `words`: how headers call it, the surest first; comparable, as `normalise` makes them."""

    code: str
    label: Words
    words: tuple[str, ...]
    example: tuple[str, ...] = ()


def guess(header: Sequence[str], columns: Sequence[Column]) -> dict[str, int]:
    """Field code → place. The very word first, then a header that holds it; no place is given twice."""
    plain = [normalise(name) for name in header]
    given: dict[str, int] = {}
    for fits in (_same, _holds):
        for column in columns:
            if column.code not in given and (place := _place(plain, column, fits, given)) is not None:
                given[column.code] = place
    return given


def _place(plain: Sequence[str], column: Column, fits: Fits, given: Mapping[str, int]) -> int | None:
    free = [place for place in range(len(plain)) if place not in given.values()]
    pairs = ((word, place) for word in column.words for place in free)
    return next((place for word, place in pairs if fits(plain[place], word)), None)


def _same(header: str, word: str) -> bool:
    return header == word


def _holds(header: str, word: str) -> bool:
    return f" {word} " in f" {header} "


def cell_of(cells: Sequence[str], columns: Mapping[str, int], code: str) -> str:
    """What a row says of a field; empty where the sheet has no such column."""
    place = columns.get(code)
    return cells[place] if place is not None and place < len(cells) else ""
