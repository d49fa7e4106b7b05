"""Codes in an address, read without trusting them."""

from collections.abc import Iterable
from decimal import Decimal
from uuid import UUID

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


def hinted_needs(words: Iterable[str], labels: Iterable[tuple[str, str]]) -> set[str]:
    """Codes of the needs in whose words (already comparable) one of `words` begins a word."""
    wanted = [word for word in words if len(word) >= 4]
    return {code for code, label in labels if any(f" {label}".find(f" {word}") >= 0 for word in wanted)}
