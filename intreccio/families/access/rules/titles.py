"""How a signal is called in a list: its own first words."""

import re

LONGEST = 70


def title_of(facts: str) -> str:
    """The first sentence, cut at a word where it is long."""
    first = re.split(r"(?<=[.!?…])\s|\n", facts.strip(), maxsplit=1)[0].rstrip(".")
    if len(first) <= LONGEST:
        return first
    return first[:LONGEST].rsplit(" ", 1)[0].rstrip(",;:") + "…"


def rest_of(facts: str, *, longest: int = 180) -> str:
    """What follows the title, cut at a word; empty where the title says it all."""
    whole = " ".join(facts.split())
    title = title_of(facts)
    after = whole if title.endswith("…") else whole[len(title) :].lstrip(". …!?")
    return after if len(after) <= longest else after[:longest].rsplit(" ", 1)[0] + "…"
