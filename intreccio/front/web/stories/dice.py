"""The dice of invented people: thrown from a word, they fall the same way at every run and on every machine."""

import random


def dice_of(seed: str) -> random.Random:
    """Dice of their own, so that whatever else is invented beside them stays as it is."""
    return random.Random(seed)  # noqa: S311  # an invented family, and no secret
