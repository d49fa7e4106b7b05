"""Codes in an address, read without trusting them."""

from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache
from uuid import UUID

from intreccio.ground.kernel.text import words_of

# Words that every text has: looking for them finds everything.
EMPTY = frozenset(
    ("alla", "alle", "agli", "allo", "anche", "con", "che", "chi", "cosa", "cui", "dal", "dalla", "dalle", "degli", "dei", "del",
     "della", "delle", "dello", "gli", "nel", "nella", "nelle", "non", "per", "piu", "sono", "sul", "sulla", "sulle", "tra", "una",
     "uno", "vorrei", "cerco", "serve")
)  # fmt: skip
MOST_WORDS = 8

# ISEE bands that people know: above and up to. The last has no end worth naming.
ISEE_BANDS = {
    "6000": (Decimal(0), Decimal(6000)),
    "10140": (Decimal(6000), Decimal(10140)),
    "15000": (Decimal(10140), Decimal(15000)),
    "20000": (Decimal(15000), Decimal(20000)),
    "30000": (Decimal(20000), Decimal(30000)),
    "more": (Decimal(30000), Decimal(1_000_000)),
}


def after_of(text: str) -> tuple[int, UUID] | None:
    """«37~0192…» → (37, id); None where it is anything else."""
    points, _, key = text.partition("~")
    try:
        return int(points), UUID(key)
    except ValueError:
        return None


def wanted_words(text: str) -> list[str]:
    """The comparable words worth looking for."""
    return [word[:40] for word in words_of(text) if len(word) > 2 and word not in EMPTY][:MOST_WORDS]


def hinted_needs(words: Iterable[str], labels: Iterable[tuple[str, str]]) -> set[str]:
    """Codes of the needs in whose own words one of `words` begins a word: «compiti» leads to «Scuola e compiti»."""
    wanted = [word for word in words if len(word) >= 4]
    return {
        code
        for code, label in labels
        if any(said.startswith(word) for said in _own_words(label) for word in wanted)
    }


@lru_cache(maxsize=512)  # the labels are few and always the same
def _own_words(label: str) -> tuple[str, ...]:
    return tuple(words_of(label))
