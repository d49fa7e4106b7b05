"""Two wordings laid side by side, word by word: from values alone, rules use it too."""

from difflib import SequenceMatcher
from typing import NamedTuple


class Piece(NamedTuple):
    """Some words on end, all of them in the other version too or none of them."""

    text: str
    changed: bool


class Wording(NamedTuple):
    """One text in both versions."""

    label: str
    old: list[Piece]
    new: list[Piece]


def pieces(old: str, new: str) -> tuple[list[Piece], list[Piece]]:
    """Both texts, word by word, with what stands in one of them only marked."""
    was, now = old.split(), new.split()
    steps = SequenceMatcher(a=was, b=now, autojunk=False).get_opcodes()
    return (
        [Piece(" ".join(was[a:b]), verb != "equal") for verb, a, b, _c, _d in steps if a < b],
        [Piece(" ".join(now[c:d]), verb != "equal") for verb, _a, _b, c, d in steps if c < d],
    )
