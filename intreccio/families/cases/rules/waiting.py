"""When a case waits for somebody: how long is long, and what the next step is. Words speak of us, not of the family."""

from dataclasses import dataclass

from intreccio.families.cases.vocabulary import IN_CHARGE_STAGES, Stage

# Days within which a family that somebody was entrusted with is news.
NEW_FOR = 14
# Days before a meeting.
MEETING_DAYS = 3


@dataclass(frozen=True, slots=True)
class Limits:
    """Days agreed in the network (dated parameters, never code)."""

    preliminary: int
    quiet: int
    review: int
    follow_up: int


def next_verb(*, stage: str, has_responsible: bool) -> str:
    """The one thing a page proposes first; empty where nothing is missing."""
    if stage == Stage.PRELIMINARY:
        return "take_charge"
    if stage in IN_CHARGE_STAGES and not has_responsible:
        return "change_responsible"
    return "review_page" if stage == Stage.REVIEW else ""
