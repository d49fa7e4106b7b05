"""How a signal is called in a list: its own first words."""

import re

LONGEST = 70
SHORTEST = 25


def title_of(facts: str) -> str:
    """The first sentence; where it is long, as far as its last pause, or else a whole word."""
    first = re.split(r"(?<=[.!?…])\s|\n", facts.strip(), maxsplit=1)[0].rstrip(".")
    if len(first) <= LONGEST:
        return first
    cut = first[: LONGEST + 1]
    pause = max(cut.rfind(mark) for mark in ",;:")
    return (cut[:pause] if pause >= SHORTEST else cut.rsplit(" ", 1)[0]) + "…"


def rest_of(facts: str, *, longest: int = 180) -> str:
    """What follows the title, cut at a word; empty where the title says it all."""
    whole = " ".join(facts.split())
    after = whole[len(title_of(facts).rstrip("…")) :].lstrip(" ,;:.…!?")
    return after if len(after) <= longest else after[:longest].rsplit(" ", 1)[0] + "…"
