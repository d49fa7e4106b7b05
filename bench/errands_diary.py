"""What the rows about the diary ask."""

from collections.abc import Iterator
from datetime import date
from itertools import cycle
from uuid import uuid4

from bench.truth import Truth
from bench.visitor import Errand


def diary_large(truth: Truth) -> Iterator[Errand]:
    """The longest diary, of two thousand entries: its last note must be there."""
    diary = truth.way.diary
    yield from cycle([Errand(f"/cases/{diary.case_id}/diary", (diary.last,))] if diary else [])


def visit_note_save(truth: Truth) -> Iterator[Errand]:
    """A note of a family in charge; its words must stand in the diary it leads to."""
    in_charge = {one.household_id for one in truth.way.askable}
    for family in cycle([each for each in truth.sight.shuffled("note") if each.household_id in in_charge]):
        words = f"Compiti fatti insieme, poi merenda ({uuid4().hex[:12]})."
        yield Errand(f"/cases/{family.case_id}/diary/new", (words,), new_note(words), leads_on=True)


def new_note(words: str) -> dict[str, str]:
    """What the form of a note sends: the least that is needed."""
    return {
        "once": str(uuid4()),
        "how": "well",
        "text": words,
        "day": date.today().isoformat(),
        "place": "home",
        "direct": "60",
        "indirect": "20",
        "audience": "record",
    }
